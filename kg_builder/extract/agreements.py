"""Agreements of two or more parties, and commitments of one."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder import gazetteer, role_words, sense_words, syntax
from kg_builder.frames import Instance
from kg_builder.naming import Referent
from kg_builder.tellings import OWN_TYPE, Telling, instances, tell
from kg_builder.tokens import Doc, Token

#: So many partners have a pact each; more of them have had a round of pacts.
_APART = 3


def agreements(doc: Doc) -> Iterator[Telling]:
    """Tellings of agreements and commitments."""
    # "will provide loans", "reaffirmed its support": what another frame reads more narrowly is no promise besides.
    narrower = {i.verb.i for i in doc._.frames if i.room != "agreements" and i.room != "cooperation"}
    supporting = {i.trigger.i for i in doc._.frames if i.type == "support"}
    for instance in instances(doc, "agreements"):
        alone = len(instance.actors.parties) + len(instance.companies) < 2
        if instance.trigger.i in supporting or (alone and instance.verb.i in narrower):
            continue
        narrow = _has_own_type(instance, doc)
        if (
            not alone
            or (not narrow and "with-others" in instance.frame.needs)
            or (_agrees_within(instance) and not narrow)
        ):
            yield from (tell(one, type="agreement") for one in _by_partner(instance))
        elif instance.actors.parties and _binds(instance) and not narrow:
            # "will provide" is a promise made now, however far off what it promises.
            promised = instance.status == "planned" and "will" in instance.frame.needs
            yield tell(instance, type="commitment", status="occurred" if promised else None)


def _by_partner(instance: Instance) -> list[Instance]:
    """ "Signed *agreements* with Chile and Peru": one with each; none between these where nobody signs them."""
    noun, parties = instance.trigger, instance.actors.parties
    if noun.pos_ == "VERB":
        noun = next((o for o in syntax.objects(instance.verb) if o.pos_ in {"NOUN", "PROPN"}), noun)
    hosts = [noun, instance.verb, *syntax.after(noun, "on", "for", "of")]
    heads = [m for host in hosts for t in syntax.after(host, "with") for m in syntax.conjuncts(t)]
    partners = noun.doc._.referents.all(heads).parties
    others = tuple(p for p in parties if p not in partners)
    named = noun.pos_ == "PROPN" and noun.lower_ != syntax.lemma(noun)  # "Agreements on Trade"
    plural = (named or noun.tag_ in {"NNS", "NNPS"}) and syntax.lemma(noun) in role_words.lexicon(noun.doc).deals
    if not plural or len(partners) < 2 or len(others) > 1 or not set(partners) <= set(parties):
        return [instance]
    if not others:
        return []
    if len(partners) > _APART or any(noun.doc._.mention_at.get(head.i) is None for head in heads):
        return [instance]  # "accords with seven exporters - Chile, Peru ...": one round of them
    return [replace(instance, actors=Referent((*others, p), instance.actors.officials)) for p in partners]


def _agrees_within(instance: Instance) -> bool:
    """ "OPEC agreed to cut output", "G7 leaders adopted a declaration": members agree with each other."""
    if instance.frame.type != "agreement":
        return False
    bodies = [party.id for party in instance.actors.parties if party.kind == "organization"]
    if bodies and instance.verb.lemma_ == "agree" and _of_members(instance):
        return True  # whatever they agree to do for others
    clubs = gazetteer.clubs(instance.trigger.doc._.lexicons)
    return not instance.targets.parties and any(body in clubs for body in bodies)


def _of_members(instance: Instance) -> bool:
    """ "*IEA member countries* agreed", "*members of the Council* agreed"; "*they* agreed", of a body."""
    subjects = syntax.subjects(instance.verb)
    members = sense_words.lexicon(instance.verb.doc).members
    return any(t.lower_ == "they" or (t.tag_ == "NNS" and syntax.lemma(t) in members) for t in subjects)


def _has_own_type(instance: Instance, doc: Doc) -> bool:
    """Whether what is promised is told by frames of their own; "to lift a ban *and to protect* workers" is not all."""
    told = {
        inner.verb.i
        for inner in doc._.frames
        if inner.outer is not None
        and inner.outer.trigger.i == instance.trigger.i
        and inner.type in OWN_TYPE
        and inner.status != "not-occurred"  # "agreed not to restrict exports" is a promise
    }
    promised = [v for c in syntax.complements(instance.verb) if c.tag_ == "VB" for v in syntax.conjuncts(c)]
    parts = [v for v in promised if v.tag_ == "VB"]
    apart = [v for v in parts if not (v.head.i in told and _shares_object(v.head))]
    return bool(told) and not any(told.isdisjoint(_own_words(v, parts)) for v in apart)


def _shares_object(verb: Token) -> bool:
    """ "To *address* and prevent barriers": the object of both stands behind the last."""
    return not any(c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} for c in verb.children)


def _own_words(verb: Token, parts: list[Token]) -> set[int]:
    """The words of one part of a promise, without those of the parts coordinated with it."""
    others = {t.i for part in parts if part != verb and verb in part.ancestors for t in part.subtree}
    return {t.i for t in verb.subtree} - others


def _binds(instance: Instance) -> bool:
    """Whether one party binds itself towards others: it names them, gives its word ("will honour the pact"), or speaks
    as a party to the text does."""
    other = instance.trigger.doc._.referents.counterparties.counterpart(instance.actors.parties)
    return (
        bool(instance.targets.parties or other)
        or instance.frame.status == "occurred"
        or instance.verb.tag_ in {"VBZ", "VBP"}
        or instance.verb.lemma_ in {"commit", "agree"}
    )
