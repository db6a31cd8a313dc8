"""What parties do together: bodies formed, exercises held, ties restored."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.happenings import Telling, instances, tell


def cooperation(doc: Doc) -> Iterator[Telling]:
    """Tellings of cooperation."""
    for instance in instances(doc, "cooperation"):
        yield tell(instance)
