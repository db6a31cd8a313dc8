"""Large changes, which are two steps of the engine and yet one transaction.

Oxigraph's bulk loader lays down thousands of quads at a third of what a transaction costs, all of them or, if it is
killed, none: it makes its tables aside and lets RocksDB take them in together (``IngestExternalFiles``, atomic over
column families). But it only adds. So what is to go is noted in a graph of its own that comes in with the rest, and
goes in a second step, which takes the note away as well. Whoever opens the store to write finishes what is noted there.
"""

from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import RDF

from kg_builder.vocabulary import ID

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_UNFINISHED: Final = ox.NamedNode(ID["graph/unfinished"])
_NOTED: Final = ox.NamedNode(RDF.value)
#: What the engine leaves in its folder when it is killed, and of each opening, and never looks at again.
_LEFT: Final = ("bulk-*.sst", "LOG.old.*")
#: Bytes read ahead of the engine, and lines made at once.
_BUFFER: Final = 1 << 16
_AT_ONCE: Final = 500


class _Lines(RawIOBase):
    """Lines as a file to read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        into = memoryview(buffer)
        if not self._left:
            self._left = "".join(islice(self._lines, _AT_ONCE)).encode()
        part, self._left = self._left[: len(into)], self._left[len(into) :]
        into[: len(part)] = part
        return len(part)


def load(db: ox.Store, come: Iterable[str], gone: str) -> None:
    """Adds ``come``, lines of N-Quads that the store does not hold, and does ``gone``, an update that takes others.

    The engine reads line by line: the text of a large change as a whole would take as much memory as the change.
    """
    note = [str(ox.Quad(_UNFINISHED, _NOTED, ox.Literal(gone), _UNFINISHED)) + " .\n"] if gone else []
    db.bulk_load(BufferedReader(_Lines(chain(come, note)), _BUFFER), format=ox.RdfFormat.N_QUADS)
    finish(db)


def finish(db: ox.Store) -> None:
    """Does what a large change has left to do, if any was begun."""
    for noted in list(db.quads_for_pattern(_UNFINISHED, _NOTED, None, _UNFINISHED)):
        if isinstance(noted.object, ox.Literal):
            db.update(f"{noted.object.value};\nDROP GRAPH {_UNFINISHED}")


def tidy(path: Path) -> None:
    """Takes away what the engine has left in its folder; nobody else may have it open."""
    for pattern in _LEFT:
        for file in sorted(path.glob(pattern)):
            file.unlink()
