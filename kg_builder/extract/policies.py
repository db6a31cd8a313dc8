"""Laws, strategies, budgets and programmes of one party."""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.frames import Instance
from kg_builder.sense_words import lexicon
from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc

_TOLD = {"occurred", "ongoing"}


def policies(doc: Doc) -> Iterator[Telling]:
    """Tellings of policies."""
    others = {i.verb.i for i in doc._.frames if i.room in {"assistance", "restrictions", "agreements"}}
    words = lexicon(doc)
    meant = {i.outer.trigger.i for i in doc._.frames if i.outer is not None}
    for instance in instances(doc, "policies"):
        intent = instance.trigger == instance.verb and instance.trigger.i in meant and not _decides(instance)
        if (instance.verb.i in others and not _decides(instance)) or intent:
            continue  # told more narrowly: an aid package, a plan to visit
        outer = instance.outer
        if outer is not None and outer.room == "policies" and (outer.frame.nouns or _decides(outer)):
            continue  # what the plan is to do
        if _is_measure(instance, doc):
            continue
        drawn_up = instance.trigger.lemma_ in words.unfinished and instance.verb.lemma_ not in words.finished
        unfinished = drawn_up or instance.verb.lemma_ in words.unfinished
        yield tell(instance, status="planned" if unfinished and instance.status in _TOLD else None)


def _decides(instance: Instance) -> bool:
    """ "*Agreed to extend the mandate*": told here, and not as a promise."""
    return "of-mandate" in instance.frame.needs


def _is_measure(instance: Instance, doc: Doc) -> bool:
    """ "Signed an order *imposing tariffs*": a measure and nothing besides; a law may be both."""
    order = instance.trigger
    if syntax.lemma(order) not in lexicon(doc).orders:
        return False
    does = {c.i for c in order.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB"}
    # the parser hangs "to impose" on the order or on its signing
    does |= {c.i for c in instance.verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" and c.i > order.i}
    return any(i.verb.i in does for i in doc._.frames if i.type in {"restriction", "easing"})
