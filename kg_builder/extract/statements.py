"""What one party says at another: criticism, request, rejection, threat."""

from collections.abc import Iterator

from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def statements(doc: Doc) -> Iterator[Telling]:
    """Tellings of criticism, requests, rejections and threats."""
    for instance in instances(doc, "statements"):
        yield tell(instance)
