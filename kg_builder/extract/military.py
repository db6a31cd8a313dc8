"""Use, move or show of armed force."""

from collections.abc import Iterator

from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def military(doc: Doc) -> Iterator[Telling]:
    """Tellings of military action."""
    for instance in instances(doc, "military"):
        yield tell(instance)
