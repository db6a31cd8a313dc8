"""Laws, strategies, budgets and programmes of one party."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.tellings import Telling, instances, tell

#: What is only drawn up has not been adopted yet.
_UNFINISHED = {"plan", "draft", "prepare", "outline"}


def policies(doc: Doc) -> Iterator[Telling]:
    """Tellings of policies."""
    for instance in instances(doc, "policies"):
        unfinished = instance.trigger.lemma_ in _UNFINISHED or instance.verb.lemma_ in _UNFINISHED
        yield tell(instance, status="planned" if unfinished and instance.status == "occurred" else None)
