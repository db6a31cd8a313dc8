"""Sanctions, controls, tariffs and bans, and their easing."""

from collections.abc import Iterator

from kg_builder import sense_words, syntax
from kg_builder.frames import Instance
from kg_builder.model import Status
from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def restrictions(doc: Doc) -> Iterator[Telling]:
    """Tellings of restrictions and easings."""
    easings = {i.trigger.i for i in doc._.frames if i.type == "easing"}
    for instance in instances(doc, "restrictions"):
        if _is_forgone(instance) or _is_eased(instance) or _is_object(instance, easings):
            continue
        yield tell(instance, status=_status(instance))


def _is_forgone(instance: Instance) -> bool:
    """ "Agreed *not to restrict* exports": what one promises not to do is a promise."""
    return instance.status == "not-occurred" and instance.outer is not None and instance.outer.room == "agreements"


def _is_eased(instance: Instance) -> bool:
    """ "Extended the suspension *of tariffs*": told by its easing."""
    nominal = instance.trigger == instance.verb and instance.type == "restriction"
    return (
        nominal and instance.status == "not-occurred" and instance.outer is not None and instance.outer.type == "easing"
    )


def _is_object(instance: Instance, easings: set[int]) -> bool:
    """ "Peru's lifting *of its ban*": what is eased is not imposed besides."""
    noun = instance.trigger
    of = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "from", "on"}
    return instance.type == "restriction" and of and noun.head.head.i in easings and instance.verb == noun


def _status(instance: Instance) -> Status | None:
    """What "the order *lifts*" is lifted by it."""
    words = sense_words.lexicon(instance.verb.doc)
    orders = any(syntax.lemma(t) in words.orders for t in syntax.subjects(instance.verb))
    return "occurred" if instance.status == "ongoing" and orders else None
