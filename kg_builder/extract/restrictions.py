"""Sanctions, controls, tariffs and bans, and their easing."""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.frames import Instance
from kg_builder.measures import ORDERS
from kg_builder.model import Status
from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc

_KEEPING = {"maintain", "keep", "retain"}


def restrictions(doc: Doc) -> Iterator[Telling]:
    """Tellings of restrictions and easings."""
    for instance in instances(doc, "restrictions"):
        yield tell(instance, status=_status(instance))


def _status(instance: Instance) -> Status | None:
    """ "Will *maintain* the tariffs" has them already; what "the order *lifts*" is lifted by it."""
    if instance.status == "planned" and instance.type == "restriction" and instance.verb.lemma_ in _KEEPING:
        return "ongoing"
    orders = any(syntax.lemma(t) in ORDERS for t in syntax.subjects(instance.verb))
    return "occurred" if instance.status == "ongoing" and orders else None
