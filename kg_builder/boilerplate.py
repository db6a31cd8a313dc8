"""Which stretches of a text are the article, and which are its frame: credits, links, tags, forms, contact lines.

The patterns are data (``data/lexicons/boilerplate.yaml``); the text itself is never changed, so offsets stay true.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from kg_builder import lexicons

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: One for one, so that offsets hold: the patterns write straight quotes and plain spaces.
_STRAIGHT = str.maketrans("’‘“”\u00a0\u2009\u202f", "''\"\"   ")
#: A longer line is never a frame, whatever it begins with.
_LONGEST = 400
#: Lines at the beginning among which a dateline with its year is looked for.
_FIRST_LINES = 12


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error


Patterns = tuple[Annotated[re.Pattern[str], BeforeValidator(_compile)], ...]


class Boilerplate(lexicons.Lexicon):
    """Schema of ``data/lexicons/boilerplate.yaml``, whose comments say what each list takes."""

    headers: Patterns = ()
    datelines: Patterns = ()
    opening: Patterns = ()
    byline: Patterns = ()
    offices: Patterns = ()
    lines: Patterns = ()
    spans: Patterns = ()
    links: Patterns = ()
    end: Patterns = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """``body``: the stretches to read, in order. ``date``: the words that tell the day of publication."""

    body: tuple[tuple[int, int], ...]
    date: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str  #: without the white space around them

    @property
    def is_sentence(self) -> bool:
        """Eight words or more and a full stop; or so many words that it can be no heading."""
        count = len(self.words.split())
        return count >= 20 or (count >= 8 and self.words.rstrip("\"')]").endswith("."))

    def fits(self, patterns: Patterns) -> re.Match[str] | None:
        if len(self.words) > _LONGEST:
            return None
        return next((found for one in patterns if (found := one.fullmatch(self.words))), None)


def layout(text: str, overlay: Path | None = None) -> Layout:
    """Tells a text's body from its frame; ``overlay`` is the user's folder of lexicons."""
    lexicon = lexicons.read("boilerplate", Boilerplate, overlay)
    straight = text.translate(_STRAIGHT)
    start = len(straight) - len(straight.lstrip("\ufeff \t\r\n"))
    header = next((found for one in lexicon.headers if (found := one.match(straight, start))), None)
    lines = list(_lines(straight, header.end() if header else start))
    left_out = sorted(found.span() for one in lexicon.spans for found in one.finditer(straight))
    body = tuple(_without(_joined(_kept(lines, lexicon), straight), left_out))
    return Layout(body, header["date"].strip() if header else _date(lines, lexicon))


def _lines(text: str, start: int) -> Iterator[_Line]:
    for found in _LINE.finditer(text, start):
        words = found[0].strip()
        if words:
            begin = found.start() + found[0].index(words[0])
            yield _Line(begin, begin + len(words), words)


def _kept(lines: list[_Line], lexicon: Boilerplate) -> Iterator[tuple[int, int]]:
    opening, headline, in_links = True, False, False
    for line, below in zip_longest(lines, lines[1:]):
        if line.is_sentence:
            opening = in_links = False
        if line.fits(lexicon.end):
            return
        if line.fits(lexicon.links):
            in_links = not opening
        elif in_links or line.fits(lexicon.lines) or (opening and line.fits(lexicon.opening)):
            continue
        elif not (opening and headline and _is_byline(line, below, lexicon)):
            headline = True
            yield line.start, line.end


def _is_byline(line: _Line, below: _Line | None, lexicon: Boilerplate) -> bool:
    """A reporter's name. The name above an office is of who issues the text, and an office is no name."""
    told = line.fits(lexicon.offices) or (below is not None and below.fits(lexicon.offices))
    return bool(line.fits(lexicon.byline)) and not told


def _joined(stretches: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Stretches with nothing but white space between them, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and not text[joined[-1][1] : start].strip():
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _without(stretches: Iterable[tuple[int, int]], left_out: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of the stretches; both lists are in text order."""
    for start, end in stretches:
        for first, last in left_out:
            if first < end and last > start:
                if first > start:
                    yield start, first
                start = last
        if start < end:
            yield start, end


def _date(lines: list[_Line], lexicon: Boilerplate) -> str | None:
    for line in lines[:_FIRST_LINES]:
        found = line.fits(tuple(one for one in lexicon.opening if "date" in one.groupindex))
        found = found or next((match for one in lexicon.datelines if (match := one.search(line.words))), None)
        if found:
            return str(found["date"])
        if line.is_sentence:
            return None
    return None
