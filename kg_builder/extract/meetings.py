"""Meetings, summits, calls and talks; visits."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell


def meetings(doc: Doc) -> Iterator[Telling]:
    """Tellings of meetings and visits."""
    for instance in instances(doc, "meetings"):
        yield tell(instance)
