"""Sanctions, controls, tariffs and bans, and their easing."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell


def restrictions(doc: Doc) -> Iterator[Telling]:
    """Tellings of restrictions and easings."""
    for instance in instances(doc, "restrictions"):
        yield tell(instance)
