"""Agreements of two or more parties, and commitments of one."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg_builder.frames import Instance
from kg_builder.happenings import Telling, instances, tell
from kg_builder.model import EventType

#: A one-sided "agreed to X" takes X's own type where there is one; it is then told by that frame.
_OWN_TYPE: frozenset[EventType] = frozenset({"easing", "aid", "restriction", "visit"})


def agreements(doc: Doc) -> Iterator[Telling]:
    """Tellings of agreements and commitments."""
    for instance in instances(doc, "agreements"):
        if len(instance.actors.parties) + len(instance.companies) > 1:
            yield tell(instance, type="agreement")
        elif not any(inner.outer is instance and inner.type in _OWN_TYPE for inner in doc._.frames):
            yield from _commitment(instance)


def _commitment(instance: Instance) -> Iterator[Telling]:
    if instance.actors.parties:
        yield tell(instance, type="commitment")
