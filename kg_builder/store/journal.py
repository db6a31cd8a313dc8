"""Large changes, which are two steps of the engine and yet one transaction.

Oxigraph's bulk loader lays down thousands of quads at a third of what a transaction costs, all of them or, if it is
killed, none: it makes its tables aside and lets RocksDB take them in together (``IngestExternalFiles``, atomic over
column families). But it only adds. So what is to go is noted in a graph of its own that comes in with the rest, and
goes in a second step, which takes the note away as well. Whoever opens the store to write finishes what is noted there.
"""

from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import RDF

from kg_builder.vocabulary import ID

_UNFINISHED: Final = ox.NamedNode(ID["graph/unfinished"])
_NOTED: Final = ox.NamedNode(RDF.value)
#: What the engine leaves in its folder when it is killed, and of each opening, and never looks at again.
_LEFT: Final = ("bulk-*.sst", "LOG.old.*")


def load(db: ox.Store, come: str, gone: str) -> None:
    """Adds ``come``, N-Quads that the store does not hold, and does ``gone``, an update that takes others away."""
    note = str(ox.Quad(_UNFINISHED, _NOTED, ox.Literal(gone), _UNFINISHED)) + " .\n" if gone else ""
    db.bulk_load((come + note).encode(), format=ox.RdfFormat.N_QUADS)
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
