"""What one party says at another: criticism, request, rejection, threat."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell


def statements(doc: Doc) -> Iterator[Telling]:
    """Tellings of criticism, requests, rejections and threats."""
    for instance in instances(doc, "statements"):
        yield tell(instance)
