"""Sanctions, controls, tariffs and bans, and their easing."""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.frames import Instance
from kg_builder.measures import ORDERS
from kg_builder.model import Status
from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def restrictions(doc: Doc) -> Iterator[Telling]:
    """Tellings of restrictions and easings."""
    for instance in instances(doc, "restrictions"):
        if _is_forgone(instance) or _is_eased(instance):
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


def _status(instance: Instance) -> Status | None:
    """What "the order *lifts*" is lifted by it."""
    orders = any(syntax.lemma(t) in ORDERS for t in syntax.subjects(instance.verb))
    return "occurred" if instance.status == "ongoing" and orders else None
