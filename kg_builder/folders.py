"""Which files hold articles: walks folders, names each article, reads ``index.jsonl``."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg_builder.errors import UnreadableInput
from kg_builder.model import Failure
from kg_builder.publication import Publication

INDEX = "index.jsonl"
#: What is read in a folder; a file given by itself, or named in an index, may be called anything.
SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})
STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. ``id`` is its path below the folder given, or its name where it was given by itself."""

    id: str
    file: Path
    publication: Publication = field(default_factory=Publication)


def sources(paths: Sequence[Path]) -> Iterator[Source | Failure]:
    """Each file once, those of a folder sorted by id; hidden files are no articles."""
    seen: set[Path] = set()
    for path in paths:
        for found in _at(path):
            if isinstance(found, Source) and found.file != STANDARD_INPUT:
                file = found.file.resolve()
                if file in seen:
                    continue
                seen.add(file)
            yield found


def _at(path: Path) -> Iterator[Source | Failure]:
    if path == STANDARD_INPUT:
        yield Source("stdin", path)
    elif path.is_dir():
        yield from _in_folder(path)
    elif not os.path.lexists(path):
        yield Failure(str(path), "no such file or folder; check the path")
    else:
        known = _Index.read(path.parent).entries.get(path.name, Publication())
        yield known if isinstance(known, Failure) else Source(path.name, path, known)


def _in_folder(folder: Path) -> Iterator[Source | Failure]:
    found: list[Source] = []
    failed: list[Failure] = []

    def unreadable(error: OSError) -> None:
        failed.append(Failure(str(error.filename), f"{error.strerror}; check the folder and its permissions"))

    for name, below, files in os.walk(folder, onerror=unreadable):
        below[:] = sorted(one for one in below if not one.startswith("."))
        here = Path(name)
        index = _Index.read(here)
        failed += index.failed
        inside = {one for one in files if Path(one).suffix.lower() in SUFFIXES and not one.startswith(".")} - {INDEX}
        for one in sorted(inside | index.entries.keys()):
            id = (here / one).relative_to(folder).as_posix()
            known = index.entries.get(one, Publication())
            if isinstance(known, Failure):
                failed.append(Failure(id, known.reason))
            elif one not in inside and not _is_below(here / one, here):
                failed.append(Failure(id, f"named in {INDEX}, but there is no such file in its folder; mend the index"))
            else:
                found.append(Source(id, here / one, known))
    yield from failed
    yield from sorted(found, key=lambda source: source.id)
    if not found and not failed:
        kinds = ", ".join(sorted(SUFFIXES))
        yield Failure(str(folder), f"holds no articles ({kinds}); give a folder that does, or the files themselves")


def _is_below(file: Path, folder: Path) -> bool:
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


@dataclass(frozen=True, slots=True)
class _Index:
    """What a folder's index says of its files, by name; of a line that is wrong, the failure of its file."""

    entries: dict[str, Publication | Failure] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> "_Index":
        index, file = cls(), folder / INDEX
        if not file.is_file():
            return index
        try:
            lines = file.read_bytes().decode("utf-8-sig").split("\n")
        except OSError as error:
            return cls(failed=[Failure(str(file), f"{error.strerror}; check the file and its permissions")])
        except UnicodeDecodeError as error:
            return cls(failed=[Failure(str(file), f"not UTF-8 at byte {error.start}; convert it")])
        for number, line in enumerate(lines, 1):
            if line.strip():
                index._add(line, f"{file} line {number}")
        return index

    def _add(self, line: str, place: str) -> None:
        try:
            fields = fields_of(line)
        except UnreadableInput as error:
            self.failed.append(Failure(place, str(error)))
            return
        name = fields.get("article")
        if not isinstance(name, str) or not name:
            self.failed.append(Failure(place, 'names no article; write {"article": "NAME.txt", ...}'))
        elif name in self.entries:
            self.failed.append(Failure(place, f"names {name} a second time; keep one line"))
        else:
            try:
                self.entries[name] = Publication.read(fields)
            except UnreadableInput as error:
                self.entries[name] = Failure(name, f"{place}: {error}")


def fields_of(line: str | bytes) -> dict[str, object]:
    """The object on a line of JSON lines; raises UnreadableInput where there is none."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"not JSON: {error}; write one object a line") from error
    if not isinstance(fields, dict):
        raise UnreadableInput("no JSON object; write one object a line")
    return fields
