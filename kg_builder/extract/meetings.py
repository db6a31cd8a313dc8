"""Meetings, summits, calls and talks; visits."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder import syntax, tense
from kg_builder.frames import Instance
from kg_builder.model import Entity, Status
from kg_builder.naming import Referent
from kg_builder.sense_words import lexicon
from kg_builder.tellings import Telling, instances, tell, without_forum
from kg_builder.tokens import Doc, Token


def meetings(doc: Doc) -> Iterator[Telling]:
    """Tellings of meetings and visits."""
    found = [i for i in instances(doc, "meetings") if not (_is_wished_for(i) or _is_chaired(i))]
    reported: dict[frozenset[Entity], Status] = {}
    for known in (i for i in found if i.type == "meeting" and not _is_topic(i)):
        parties = frozenset(known.actors.parties)
        pointed = known.verb == known.trigger and known.trigger.pos_ == "NOUN"  # "during the meeting" tells no more
        if reported.get(parties) != "occurred" and not (pointed and parties in reported):
            reported[parties] = known.status
    for instance in map(without_forum, found):
        if _is_topic(instance):
            status = reported.get(frozenset(instance.actors.parties))
            if status is not None or _is_spoken(instance):
                telling = tell(instance, status=status)
                if status is None or telling.event.status == status:  # "discussed the visit in May" was before May
                    yield telling
            continue
        if instance.type == "meeting" and len(instance.parties) + len(instance.companies) < 2 and not _hosts(instance):
            continue
        denied: Status | None = "not-occurred" if _is_denied(instance.trigger) else None
        yield from (tell(one, status=denied) for one in _each(instance))


def _is_denied(noun: Token) -> bool:
    """ "Is *not in talks* with Peru"."""
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be"
    return within and tense.negated(noun.head.head)


def _is_spoken(instance: Instance) -> bool:
    """ "Discussed the war *by telephone*", "*with Minister Doe*", "*the leaders* of two states discussed it"."""
    if len({official.of for official in instance.actors.officials}) > 1:
        return True
    referents = instance.verb.doc._.referents
    leaders = [t for t in syntax.subjects(instance.verb) if syntax.lemma(t) in referents.words.persons]
    if any(len(referents.all(syntax.after(t, "of", "from")).parties) > 1 for t in leaders):
        return True
    means = [t for p in ("by", "over", "via", "in", "during", "through") for t in syntax.after(instance.verb, p)]
    means += syntax.after(instance.verb, "at")
    return any(t.lemma_.lower() in lexicon(instance.verb.doc).spoken_at for t in means)


def _is_topic(instance: Instance) -> bool:
    return instance.trigger.lemma_ in lexicon(instance.verb.doc).topical


def _is_wished_for(instance: Instance) -> bool:
    """ "Discussed *convening* the leaders": a topic of the meeting that is told."""
    outer = instance.outer
    told = instance.trigger.tag_ == "VBG" and instance.status == "proposed"
    return told and outer is not None and outer.type == "meeting"


def _is_chaired(instance: Instance) -> bool:
    """ "The summit was chaired by President Doe" says who led a meeting that is told elsewhere.

    One whose own name says of whom it is ("will co-chair the Norway-Peru Dialogue") is told.
    """
    if len(instance.verb.doc._.referents.beside(instance.trigger).parties) > 1:
        return False
    definite = any(c.lower_ in {"the", "this"} for c in instance.trigger.children)
    verb = instance.verb
    chairs = verb.lemma_ in lexicon(verb.doc).chairing and verb != instance.trigger
    return chairs and definite and len({o.of for o in instance.actors.officials}) == 1


def _hosts(instance: Instance) -> bool:
    """One party alone makes a meeting only where it convenes others who are not named, or is a body that meets."""
    bodies = bool(instance.parties) and all(p.kind == "organization" for p in instance.parties)
    if bodies and not instance.actors.officials:
        return True
    verb = instance.verb
    return verb.lemma_ in lexicon(verb.doc).convening and verb != instance.trigger


def _each(instance: Instance) -> Iterator[Instance]:
    """ "met separately with A and B" are two meetings."""
    verb = instance.verb
    partners = [m for head in syntax.after(verb, "with") for m in syntax.conjuncts(head)]
    separately = lexicon(verb.doc).separately
    if len(partners) < 2 or not any(c.lower_ in separately for c in verb.children):
        yield instance
        return
    referents = verb.doc._.referents
    subject = referents.all(syntax.subjects(verb))
    for partner in partners:
        both: Referent = subject | (referents.naming.name(partner) or referents.one(partner))
        if len(both.parties) > 1:
            yield replace(instance, actors=both)
