"""Large changes, which are several steps of the engine and yet one transaction.

Oxigraph's bulk loader lays down thousands of quads at a third of what a transaction costs, all of them or, if it is
killed, none: it makes its tables aside and lets RocksDB take them in together (``IngestExternalFiles``, atomic over
column families). But it only adds, and it takes a kilobyte of memory for each quad. So a change is written to a file
first and loaded from there in parts; what is to go is noted in a graph of its own that comes in with the last of them,
and goes in a further step, which takes the note away as well. Each step may be done again. Whoever opens the store to
write, or writes to it next, finishes what was begun.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import RDF

from kg_builder.vocabulary import ID

_UNFINISHED: Final = ox.NamedNode(ID["graph/unfinished"])
_NOTED: Final = ox.NamedNode(RDF.value)
#: In the folder of a store, what comes with a change that is under way.
_COMING: Final = "coming.nq"
#: Bytes of N-Quads that the engine loads at once; it takes nine times as much memory.
_AT_ONCE: Final = 16 << 20
#: What is left in the folder of a store when its writer is killed, and of each opening, and never looked at again.
_LEFT: Final = ("coming.new", "current/bulk-*.sst", "current/LOG.old.*")


def begin(folder: Path, come: Iterable[str], gone: str) -> None:
    """Notes a change of the store in ``folder``, so that it will be made: ``finish`` must follow.

    ``come`` are the lines of N-Quads that are to be added, ``gone`` is an update that takes others away.
    """
    note = [str(ox.Quad(_UNFINISHED, _NOTED, ox.Literal(gone), _UNFINISHED)) + " .\n"] if gone else []
    _write(folder / _COMING, chain(come, note))


def finish(db: ox.Store, folder: Path) -> None:
    """Does what a large change has left to do, if any was begun."""
    if (coming := folder / _COMING).exists():
        for part in _parts(coming):
            db.bulk_load(part, format=ox.RdfFormat.N_QUADS, lenient=True)  # the engine wrote each term itself
        coming.unlink()
        _sync(folder)
    for noted in list(db.quads_for_pattern(_UNFINISHED, _NOTED, None, _UNFINISHED)):
        if isinstance(noted.object, ox.Literal):
            db.update(f"{noted.object.value};\nDROP GRAPH {_UNFINISHED}")


def tidy(folder: Path) -> None:
    """Takes away what was left in the folder of a store; nobody else may have it open."""
    for pattern in _LEFT:
        for file in sorted(folder.glob(pattern)):
            file.unlink()


def _write(path: Path, lines: Iterable[str]) -> None:
    """The file is there as a whole or not at all, whatever stops the machine."""
    beside = path.with_suffix(".new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)  # the disk may be full
        raise
    beside.replace(path)
    _sync(path.parent)


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            yield part + file.readline()


def _sync(folder: Path) -> None:
    """The names in a folder outlast a loss of power; Windows, where folders cannot be opened, sees to it itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
