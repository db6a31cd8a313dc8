"""Sanctions, controls, tariffs and bans, and their easing."""

from collections.abc import Iterator

from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def restrictions(doc: Doc) -> Iterator[Telling]:
    """Tellings of restrictions and easings."""
    for instance in instances(doc, "restrictions"):
        yield tell(instance)
