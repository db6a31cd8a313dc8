"""What must hold so that a trigger has the sense that its frame means, and no other.

A frame of ``data/lexicons`` names its needs; each is a function here that looks at the filled roles and their words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg_builder import syntax, tense
from kg_builder.model import Entity
from kg_builder.naming import Referent
from kg_builder.roles import Roles
from kg_builder.tokens import Token

_ARMED = {"military", "ground", "air", "naval", "bombing", "special", "cross-border", "combat", "border", "airborne"}
_FIRM = {
    "budget",
    "tax",
    "law",
    "target",
    "referendum",
    "investigation",
    "probe",
    "inquiry",
    "stockpile",
    "reserve",
    "strategy",
    "programme",
    "program",
    "policy",
    "bill",
    "reform",
}
_FACTUAL = {"past", "pluperfect", "perfect", "present", "progressive", "past-progressive"}
_TRADING = {"export", "import", "buy", "sell", "supply", "ship", "deliver", "purchase", "service", "pump", "issue"}


@dataclass(frozen=True, slots=True)
class Filled:
    """The roles of a trigger with who and what fills them."""

    roles: Roles
    actors: Referent
    targets: Referent
    goods: tuple[Entity, ...]
    companies: tuple[Entity, ...]

    @property
    def trigger(self) -> Token:
        return self.roles.trigger

    @property
    def verb(self) -> Token:
        return self.roles.verb


Need = Callable[[Filled], bool]


def parties(filled: Filled) -> bool:
    """Two parties; of a company one is enough where a strategic good is in it."""
    trade = bool(filled.companies and filled.goods)
    return trade or len(filled.actors.parties) + len(filled.companies) > 1


def content(filled: Filled) -> bool:
    """The verb says to what: an infinitive, a clause, or a phrase behind on, to."""
    verb = filled.verb
    return clause(filled) or bool(syntax.objects(verb) or syntax.after(verb, "on", "to", "for", "upon"))


def clause(filled: Filled) -> bool:
    """The verb has a clause for its content."""
    return any(True for _ in syntax.complements(filled.verb))


def infinitive(filled: Filled) -> bool:
    """An infinitive hangs on the noun ("a commitment *to build*")."""
    verbs = [c for c in filled.trigger.children if c.dep_ in {"acl", "relcl", "xcomp"}]
    return any(child.tag_ == "TO" for verb in verbs for child in verb.children)


def own(filled: Filled) -> bool:
    """The noun's own phrase names a party ("talks between ...", "Japan's curbs", "the US-China deal")."""
    roles = filled.roles
    behind = ("between", "among", "with", "by", "of", "on", "against", "involving")
    return bool(roles.referents.beside(filled.trigger)) or any(
        roles.referents.of(t) for p in behind for t in roles.phrases(p)
    )


def common(filled: Filled) -> bool:
    """The trigger is no part of an organization's name ("joined the Global Forum")."""
    mention = filled.trigger.doc._.mention_at.get(filled.trigger.i)
    return mention is None or mention.entity.kind != "organization"


def no_bare_name(filled: Filled) -> bool:
    """The noun is more than a part of a proper name, or a day is told on which it took place."""
    trigger = filled.trigger
    return trigger.pos_ != "PROPN" or any(t.ent_type_ == "DATE" for t in trigger.subtree)


def not_opinion(filled: Filled) -> bool:
    """ "agree with the French that bread matters" is a shared view, "most Italians agree" no act of a state."""
    clauses = [c for c in filled.verb.children if c.dep_ == "ccomp"]
    # "agreed that chips matter", "that Rome had lied", but "that both will act", "that it must stop"
    finds = any(tense.tense(c) in _FACTUAL for c in clauses) and filled.verb.lemma_ == "agree"
    shared = finds or (bool(clauses) and bool(syntax.after(filled.verb, "with")))
    some = {"most", "many", "some", "few"}
    return not shared and not any(c.lower_ in some for s in syntax.subjects(filled.verb) for c in s.children)


def negative(filled: Filled) -> bool:
    """What the verb says holds a word of blame, not denied."""
    words = filled.roles.words.negative
    for child in filled.verb.children:
        if child.dep_ in {"ccomp", "oprd", "xcomp", "prep", "acomp"} and child.i > filled.verb.i:
            said = list(child.subtree)
            denied = any(t.dep_ == "neg" or t.lower_ in {"no", "never"} for t in said)
            if not denied and any(syntax.lemma(t) in words for t in said):
                return True
    return False


def will_not(filled: Filled) -> bool:
    """ "Iran *would not* comply": who says so refuses."""
    return tense.negated(filled.verb) and tense.modal(filled.verb) in {"will", "would"}


def said(filled: Filled) -> bool:
    """ "Shared the view *that they will cooperate*": the noun's clause tells what."""
    return any(c.dep_ in {"acl", "ccomp", "relcl"} and c.i > filled.trigger.i for c in filled.trigger.children) or any(
        c.dep_ == "ccomp" and c.i > filled.trigger.i for c in filled.verb.children
    )


def own_measure(filled: Filled) -> bool:
    """ "warned that *it would* retaliate": the speaker's own act to come."""
    for verb in syntax.complements(filled.verb):
        modal = any(c.lower_ in {"will", "would", "'ll"} for c in verb.children)
        doers = filled.roles.referents.all(syntax.subjects(verb)).parties
        if set(doers) & set(filled.actors.parties) and (
            modal or verb.lemma_ in {"retaliate", "respond", "impose", "punish"}
        ):
            return True
    return False


def blow(filled: Filled) -> bool:
    """The content of the verb is a blow: "said that it would *retaliate*"."""
    blows = filled.roles.words.blows
    return any(
        v.lemma_ in blows and any(c.lower_ in {"will", "would", "'ll"} for c in v.children)
        for v in syntax.complements(filled.verb)
    )


def warns(filled: Filled) -> bool:
    """Warned not to do something, against doing it, of what will come of it."""
    verb = filled.verb
    against = bool(syntax.after(verb, "against", "of", "over", "about")) or any(
        c.dep_ == "prep" and c.lower_ in {"against", "of", "over", "about"} for c in verb.children
    )
    return against or any(v.tag_ == "VB" and any(c.dep_ == "neg" for c in v.children) for v in syntax.complements(verb))


def asks(filled: Filled) -> bool:
    """An infinitive, or a clause without a tense, says what the other is to do: "told Rome *to act*"."""
    infinitives = [
        v for v in syntax.complements(filled.verb) if v.tag_ == "VB" and not any(c.tag_ == "MD" for c in v.children)
    ]
    return any(
        set(filled.roles.referents.all(syntax.subjects(v)).parties) & set(filled.targets.parties) for v in infinitives
    )


def for_help(filled: Filled) -> bool:
    """ "turned to Rome *for help*"."""
    return bool(syntax.after(filled.verb, "for")) or any(
        syntax.after(t, "for") for t in syntax.after(filled.verb, "to")
    )


def trading(filled: Filled) -> bool:
    """The verb's gerund is one of trade: "stopped *exporting*"."""
    return any(v.tag_ == "VBG" and v.lemma_ in _TRADING for v in syntax.complements(filled.verb))


def armed(filled: Filled) -> bool:
    """Of force: an operation, a campaign only where its words say so or somebody is its target abroad."""
    if syntax.lemma(filled.trigger) not in {"operation", "campaign"}:
        return True
    near = {t.lower_ for t in filled.trigger.children}
    return bool(near & _ARMED) and not near & {"relief", "rescue", "humanitarian", "peacekeeping"}


def plain(filled: Filled) -> bool:
    """A word of many senses tells a policy only with words of one: "cut a *sales tax*", not "raised the *bar*"."""
    verb, noun = filled.verb.lemma_.lower(), syntax.lemma(filled.trigger)
    if verb in {"raise", "increase", "cut", "boost", "extend", "open", "establish", "set", "introduce", "drop"}:
        return noun in _FIRM
    return True


def as_news(filled: Filled) -> bool:
    """A war, an invasion that goes on is background; with its day, or told to begin, it is told as an act."""
    trigger = filled.trigger
    if syntax.lemma(trigger) not in {"war", "aggression", "occupation", "invasion", "annexation"}:
        return True
    began = trigger.dep_ in {"nsubj", "nsubjpass"} and trigger.head.lemma_ in {"begin", "start", "end", "launch"}
    return began or any(t.ent_type_ == "DATE" and t.pos_ in {"PROPN", "NUM"} for t in trigger.subtree)


def favours(filled: Filled) -> bool:
    """The list is of those who are favoured: "its *whitelist* of *trusted* partners"."""
    listed = filled.roles.words.favours
    return any(t.lower_ in listed for t in filled.trigger.subtree)


def statehood(filled: Filled) -> bool:
    """The act is about a state's sovereignty, territory or security."""
    heads = [m for p in ("to", "for", "of") for h in syntax.after(filled.trigger, p) for m in syntax.conjuncts(h)]
    return any(syntax.lemma(h) in filled.roles.words.statehood for h in heads)


def jointly(filled: Filled) -> bool:
    return any(t.lower_ in {"together", "jointly", "closely"} for t in filled.verb.children)


def together(filled: Filled) -> bool:
    return jointly(filled) or bool(syntax.after(filled.verb, "with"))


def will(filled: Filled) -> bool:
    """The verb, or one that governs it, speaks of what is to come ("will", "plans to", "commits to")."""
    chain = [filled.verb]
    while chain[-1].dep_ in {"xcomp", "conj"} and len(chain) < 4 and chain[-1].head.pos_ in {"VERB", "AUX"}:
        chain.append(chain[-1].head)
    modal = any(c.lower_ in {"will", "shall", "'ll"} for v in chain for c in v.children)
    return modal or any(v.lemma_ in filled.roles.words.undertaking for v in chain[1:])


def restriction_within(filled: Filled) -> bool:
    """ "the lifting *of tariffs*"."""
    heads = syntax.after(filled.trigger, "of", "on")
    return any(syntax.lemma(h) in filled.roles.words.restrictions for h in heads)


def out(filled: Filled) -> bool:
    return any(c.lower_ == "out" for c in filled.verb.children)


def _objects(filled: Filled) -> list[Token]:
    return [m for o in syntax.objects(filled.verb) for m in syntax.conjuncts(o)]


def _is(heads: list[Token], filled: Filled, kind: str) -> bool:
    return any(syntax.lemma(h) in filled.roles.words.objects[kind] for h in heads)


def _titled(heads: list[Token], filled: Filled) -> bool:
    words = filled.roles.referents.words
    titles = {"counterpart", "delegation", *words.titles, *words.persons}
    return any(syntax.lemma(h) in titles for h in heads)


def person_object(filled: Filled) -> bool:
    heads = _objects(filled)
    return _titled(heads, filled) or any(filled.roles.referents.one(h).officials for h in heads)


def person_subject(filled: Filled) -> bool:
    heads = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    return bool(filled.actors.officials) or _titled(heads, filled)


def organization_object(filled: Filled) -> bool:
    return any(p.kind == "organization" for h in _objects(filled) for p in filled.roles.referents.one(h).parties)


def trade_object(filled: Filled) -> bool:
    """What is restricted is trade, a good, or the access of somebody."""
    referents = filled.roles.referents
    barred = any(referents.one(h) or referents.beside(h) for h in _objects(filled))
    return barred or bool(filled.goods) or _is(_objects(filled), filled, "trade")


def force_subject(filled: Filled) -> bool:
    return _is([m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)], filled, "force")


def courtesy(filled: Filled) -> bool:
    """ "Called on the president": an official is named, and nothing that is asked of him."""
    verb = filled.verb
    called = [m for h in syntax.after(verb, "on", "upon") for m in syntax.conjuncts(h)]
    asked = any(c.dep_ in {"xcomp", "advcl", "ccomp", "acl"} for host in (verb, *called) for c in host.children)
    named = any(filled.roles.referents.one(h).officials for h in called) or _titled(called, filled)
    return verb.lemma_ == "call" and named and not asked and not syntax.after(verb, "for")


NEEDS: Mapping[str, Need] = {
    "parties": parties,
    "one-giver": lambda filled: len(filled.actors.parties) + len(filled.companies) == 1,
    "one": lambda filled: len(filled.actors.parties) == 1,
    "actor": lambda filled: bool(filled.actors.parties),
    "target": lambda filled: bool(filled.targets.parties),
    "target-or-good": lambda filled: bool(filled.targets.parties or filled.goods),
    "good": lambda filled: bool(filled.goods),
    "good-or-money": lambda filled: bool(filled.goods) or _is(_objects(filled), filled, "money"),
    "company": lambda filled: bool(filled.companies and filled.goods),
    "person": lambda filled: bool(filled.actors.officials),
    "content": content,
    "clause": clause,
    "courtesy": courtesy,
    "no-courtesy": lambda filled: not courtesy(filled),
    "membership": lambda filled: (
        not any(
            c.dep_ == "prep" and c.lower_ == "in" and any(v.dep_ == "pcomp" for v in c.children)
            for c in filled.verb.children
        )
    ),
    "infinitive": infinitive,
    "own": own,
    "common": common,
    "no-bare-name": no_bare_name,
    "not-opinion": not_opinion,
    "negative": negative,
    "will-not": will_not,
    "said": said,
    "own-measure": own_measure,
    "blow": blow,
    "warns": warns,
    "asks": asks,
    "for-help": for_help,
    "object": lambda filled: bool(_objects(filled)),
    "no-object": lambda filled: not _objects(filled),
    "armed": armed,
    "favours": favours,
    "on-it": lambda filled: filled.trigger.head.lower_ == "on",
    "active": lambda filled: filled.verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in filled.verb.children),
    "persona": lambda filled: any(t.lower_ in {"persona", "personae"} for t in filled.verb.subtree),
    "as-news": as_news,
    "possessed": lambda filled: any(c.dep_ == "poss" for c in filled.trigger.children),
    "proper": lambda filled: filled.trigger.pos_ == "PROPN",
    "plain": plain,
    "infinitive-of-verb": lambda filled: (
        any(v.tag_ == "VB" for v in syntax.complements(filled.verb))
        or any(c.dep_ == "advcl" and c.tag_ == "VB" for c in filled.verb.children)
    ),
    "works-or-own": lambda filled: _is(_objects(filled), filled, "works") or _is(_objects(filled), filled, "joined"),
    "candidate": lambda filled: any(t.lower_ in {"candidate", "recognition", "ally"} for t in filled.trigger.subtree),
    "no-candidate": lambda filled: not any(t.lower_ == "candidate" for t in filled.trigger.subtree),
    "trading": trading,
    "no-favours": lambda filled: not favours(filled),
    "statehood": statehood,
    "jointly": jointly,
    "together": together,
    "will": will,
    "out": out,
    "of-restriction": restriction_within,
    "person-subject": person_subject,
    "force-subject": force_subject,
    "no-force-subject": lambda filled: not force_subject(filled),
    "person-object": person_object,
    "party-object": lambda filled: any(filled.roles.referents.one(h) for h in _objects(filled)),
    "organization-object": organization_object,
    "trade-object": trade_object,
    "force-object": lambda filled: _is(_objects(filled), filled, "force"),
    "no-force-object": lambda filled: not _is(_objects(filled), filled, "force"),
    "no-person-object": lambda filled: not person_object(filled),
    "no-occasion-object": lambda filled: not _is(_objects(filled), filled, "occasion"),
    "occasion-object": lambda filled: _is(_objects(filled), filled, "occasion"),
    "charge-object": lambda filled: _is(_objects(filled), filled, "charge"),
    "gateway-object": lambda filled: _is(_objects(filled), filled, "gateway"),
    "works-object": lambda filled: _is(_objects(filled), filled, "works"),
    "weapon-object": lambda filled: _is(_objects(filled), filled, "weapon"),
    "no-place-object": lambda filled: not any(h.ent_type_ in {"LOC", "FAC"} for h in _objects(filled)),
}
