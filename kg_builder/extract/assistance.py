"""Aid in money, arms or goods; support in words."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell


def assistance(doc: Doc) -> Iterator[Telling]:
    """Tellings of aid and support."""
    for instance in instances(doc, "assistance"):
        yield tell(instance)
