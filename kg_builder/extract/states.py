"""The states that an article names."""

from collections.abc import Iterator

from kg_builder.mentions import references
from kg_builder.model import Reference
from kg_builder.tokens import Doc


def states(doc: Doc) -> Iterator[Reference]:
    """One Reference for each, with all its mentions, in order of first mention."""
    yield from references(doc, "state")
