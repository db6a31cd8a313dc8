"""Reads articles: text, HTML and JSON lines, from files, folders and standard input.

An article's text is kept as it is: offsets of evidence are offsets in it. What cannot be read comes out as a Failure
with its name and reason, and the rest goes on.
"""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import Any

from kg_builder import webpage
from kg_builder.boilerplate import layout
from kg_builder.errors import UnreadableInput, UsageError
from kg_builder.folders import STANDARD_INPUT, Source, fields_of, sources
from kg_builder.model import Article, Failure
from kg_builder.publication import Publication, iso_date
from kg_builder.settings import Settings

#: Bytes that one character takes at most in the encodings of Unicode.
_WIDEST = 4
#: NUL and the halves of surrogate pairs.
_IN_NO_TEXT = re.compile("[\0\ud800-\udfff]")
#: Characters that tell a text's language.
_SAMPLE = 10_000
#: Refused is a text whose language is so much likelier another than English. Measured: an English sentence of nothing
#: but names stays above 0.07, a short sentence of any other language below 0.001.
_LEAST_ENGLISH = 0.01


def articles(paths: Sequence[Path], settings: Settings) -> Iterator[Article | Failure]:
    """The articles at ``paths``, in the order given and sorted within a folder; ``-`` is standard input.

    A file's article is called by its path below the folder given; line N of JSON lines by its ``id``, or else FILE#N.
    Raises UsageError where the settings themselves are wrong.
    """
    settings = _checked(settings)
    places: dict[str, str] = {}
    for source in sources(paths):
        if isinstance(source, Failure):
            yield source
            continue
        for place, found in _read(source, settings):
            if isinstance(found, Article) and places.setdefault(found.id, place) != place:
                reason = f"has the name {found.id}, as {places[found.id]} has; rename one, or give one folder for both"
                yield Failure(place, reason)
            else:
                yield found


def expected(paths: Sequence[Path]) -> int | None:
    """How many articles and failures ``articles`` will tell of, by the files alone; None where only reading tells."""
    if STANDARD_INPUT in paths:
        return None
    return sum(1 if isinstance(source, Failure) else _entries(source) for source in sources(paths))


def _entries(source: Source) -> int:
    try:
        with closing(_open(source.file)) as stream:
            return sum(1 for line in stream if line.strip()) if _is_json_lines(source, stream) else 1
    except OSError:
        return 1  # it will be told of as a failure


def _checked(settings: Settings) -> Settings:
    try:
        "a".encode(settings.encoding)
    except LookupError as error:
        raise UsageError(f"--encoding: {settings.encoding} is no known encoding; give one such as utf-8") from error
    try:
        return replace(settings, published=iso_date(settings.published)) if settings.published else settings
    except UnreadableInput as error:
        raise UsageError(f"--published: {error}") from error


def _read(source: Source, settings: Settings) -> Iterator[tuple[str, Article | Failure]]:
    """What is in one file, each with the place where it stands."""
    try:
        source.id.encode("utf-8")
        stream = _open(source.file)
    except UnicodeEncodeError:
        yield str(source.file), Failure(ascii(source.id), "the file's name is not UTF-8; rename it")
        return
    except OSError as error:
        yield str(source.file), Failure(source.id, f"{error.strerror}; check the file and its permissions")
        return
    with closing(stream):
        if _is_json_lines(source, stream):
            yield from _lines(source, stream, settings)
            return
        try:
            yield str(source.file), _whole(source, stream, settings)
        except UnreadableInput as error:
            yield str(source.file), Failure(source.id, str(error))


def _open(file: Path) -> BufferedReader:
    if file == STANDARD_INPUT:
        # A copy, so that closing it leaves the process its own.
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return file.open("rb")


def _is_json_lines(source: Source, stream: BufferedReader) -> bool:
    if source.file.suffix.lower() in {".jsonl", ".ndjson", ".json"}:
        return True
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"', stream.peek(64)[:64]) is not None


def _lines(source: Source, stream: BufferedReader, settings: Settings) -> Iterator[tuple[str, Article | Failure]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        name, place = f"{source.id}#{number}", f"{source.file} line {number}"
        try:
            yield place, _line(line, name, source.publication, settings)
        except UnreadableInput as error:
            yield place, Failure(name, f"line {number}: {error}")


def _line(line: bytes, name: str, publication: Publication, settings: Settings) -> Article:
    # JSON is UTF-8 (RFC 8259, 8.1), whatever the encoding of other files.
    fields = fields_of(_decoded(line.removeprefix(BOM_UTF8), "utf-8", "convert it"))
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableInput('has no text; write {"text": "...", ...}')
    id = fields.get("id", name)
    if not isinstance(id, str | int) or isinstance(id, bool) or not _is_name(str(id)):
        raise UnreadableInput(f"id {id!r} is no name; use letters, digits, and / between the parts of a path")
    return _article(str(id), text, Publication.read(fields).or_else(publication), Publication(), settings)


def _is_name(id: str) -> bool:
    """A relative path of printable characters, since records are written to files of that name."""
    return id.isprintable() and "\\" not in id and all(part not in {"", ".", ".."} for part in id.split("/"))


def _whole(source: Source, stream: BufferedReader, settings: Settings) -> Article:
    content = stream.read(_WIDEST * settings.max_characters + 1)
    if len(content) > _WIDEST * settings.max_characters:
        raise _too_long(settings)
    is_page = source.file.suffix.lower() in {".html", ".htm", ".xhtml"} or webpage.is_html(content)
    encoding = (webpage.declared_encoding(content) if is_page else None) or settings.encoding
    text, page = _decoded(content, encoding, "convert it or pass --encoding"), Publication()
    if is_page:
        text, page = webpage.read(text)
    return _article(source.id, text, source.publication, page, settings)


def _decoded(content: bytes, encoding: str, mend: str) -> str:
    is_wide = encoding.lower().startswith(("utf-16", "utf16", "utf-32", "utf32"))
    if b"\0" in content and not is_wide and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInput("binary, not text; convert it to text")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not {encoding.upper()} at byte {error.start}; {mend}") from error
    except LookupError as error:
        raise UnreadableInput(f"declares the unknown encoding {encoding}; convert it to UTF-8") from error


def _article(id: str, text: str, given: Publication, page: Publication, settings: Settings) -> Article:
    """``given`` goes before what the text tells of its publication, that before ``page``, that before the settings."""
    if len(text) > settings.max_characters:
        raise _too_long(settings)
    if _IN_NO_TEXT.search(text):
        raise UnreadableInput("holds characters that no text has (NUL or half of a surrogate pair); convert it")
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise UnreadableInput("empty; give an article with text")
    parts = layout(text, settings.lexicons)
    read = "\n".join(text[start:end] for start, end in parts.body)
    if not read.strip():
        raise UnreadableInput("nothing but headers, links and credits; give an article with text")
    language = _other_language(read[:_SAMPLE])
    if language:
        raise UnreadableInput(f"not in English, it seems, but in language {language}; give a translation")
    header = Publication(published=_date(parts.date))
    known = given.or_else(header).or_else(page).or_else(Publication(published=settings.published))
    return Article(id, text, known.published, known.title, known.publisher, known.url, parts.body)


def _too_long(settings: Settings) -> UnreadableInput:
    return UnreadableInput(f"longer than {settings.max_characters:,} characters; split it into its articles")


def _date(words: str | None) -> str | None:
    """The date in a header; words that are none are passed over, but figures must be right."""
    try:
        return iso_date(words) if words else None
    except UnreadableInput:
        if words and re.match(r"\d{4}-\d", words):
            raise
        return None


def _other_language(text: str) -> str | None:
    likely = dict(_identifier().rank(text))
    best = max(likely, key=likely.__getitem__)
    return str(best) if likely.get("en", 0.0) < _LEAST_ENGLISH * likely[best] else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
