"""Laws, strategies, budgets and programmes of one party."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell


def policies(doc: Doc) -> Iterator[Telling]:
    """Tellings of policies."""
    for instance in instances(doc, "policies"):
        yield tell(instance)
