"""Which sense a verb of saying has: blame, a threat, a warning, a demand; needs of frames."""

from kg_builder import own_clause, sense_words, syntax, tense
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token

_FACTUAL = {"past", "pluperfect", "perfect", "present", "progressive", "past-progressive"}


def not_opinion(filled: Filled) -> bool:
    """ "agree with the French that bread matters" is a shared view, "most Italians agree" no act of a state; nor is it
    one to reaffirm "the importance" of something, or what somebody else has ruled."""
    if any(syntax.lemma(o) in filled.roles.words.objects["view"] for o in syntax.objects(filled.verb)):
        return False
    clauses = [c for c in filled.verb.children if c.dep_ == "ccomp"]
    # "agreed that chips matter", "that Rome had lied", but "that both will act", "that it must stop"
    finds = any(tense.tense(c) in _FACTUAL for c in clauses) and filled.verb.lemma_ == "agree"
    shared = finds or (bool(clauses) and bool(syntax.after(filled.verb, "with")))
    some = {"most", "many", "some", "few"}
    return not shared and not any(c.lower_ in some for s in syntax.subjects(filled.verb) for c in s.children)


def attacked(filled: Filled) -> bool:
    """ "To ban *strikes*": the object is an attack."""
    return any(syntax.lemma(o) in filled.roles.words.attacks for o in syntax.objects(filled.verb))


def negative(filled: Filled) -> bool:
    """What the verb says holds a word of blame, not denied; before the verb too ("..., said the envoy")."""
    return _says(filled, filled.roles.words.negative)


def positive(filled: Filled) -> bool:
    """What the verb says holds a word of praise: "called Rome *a reliable* ally"."""
    return _says(filled, filled.roles.words.positive)


def _says(filled: Filled, words: frozenset[str]) -> bool:
    return any(_holds(child, filled.verb, words) for child in filled.verb.children)


def _holds(said: Token, verb: Token, words: frozenset[str]) -> bool:
    """Whether the clause, or the label at the end of the object ("called the ban by Rome *illegal*"), has a word."""
    inside = list(said.subtree)
    if said.dep_ == "dobj":
        inside = inside[-1:] if inside[-1].pos_ == "ADJ" else []
    elif said.dep_ not in {"ccomp", "oprd", "xcomp", "prep", "acomp"} or (said.i < verb.i and said.dep_ != "ccomp"):
        return False
    denied = any(t.dep_ == "neg" or t.lower_ in {"no", "never"} for t in inside)
    return not denied and any(syntax.lemma(t) in words and not _suffered(t) for t in inside)


def _suffered(blame: Token) -> bool:
    """ "Defends itself *against aggression*", "is a victim *of* it": not said of the one judged."""
    if blame.dep_ == "amod":  # "faces a *brutal* attack"
        blame = blame.head
    if blame.dep_ == "dobj":
        return blame.head.lemma_ in sense_words.lexicon(blame.doc).resisting
    head = blame.head
    return blame.dep_ == "pobj" and (
        head.lower_ in {"against", "from"} or syntax.lemma(head.head) in sense_words.lexicon(blame.doc).suffering
    )


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
        if _improves(verb, filled):
            continue
        modal = any(c.lower_ in {"will", "would", "'ll"} for c in verb.children)
        doers = filled.roles.referents.all(syntax.subjects(verb)).parties
        if set(doers) & set(filled.actors.parties) and (
            modal or verb.lemma_ in filled.words.retaliating | filled.roles.words.blows
        ):
            return True
    return False


def _improves(verb: Token, filled: Filled) -> bool:
    """ "Would take more measures *to open up* the economy": none against anybody."""
    aims = [
        c
        for host in (verb, *syntax.objects(verb))
        for c in host.children
        if c.dep_ in {"acl", "relcl", "advcl", "xcomp"}
    ]
    return any(aim.tag_ == "VB" and aim.lemma_ in filled.words.improving for aim in aims)


def blow(filled: Filled) -> bool:
    """The content of the verb is a blow: "said that it would *retaliate*"."""
    blows = filled.roles.words.blows
    return any(
        v.lemma_ in blows and any(c.lower_ in {"will", "would", "'ll"} for c in v.children)
        for v in syntax.complements(filled.verb)
    )


def no_label(filled: Filled) -> bool:
    """ "Called Roe *a liar*" says what one thinks of another; no telephone is in it."""
    label = {"oprd", "attr", "acomp", "ccomp"}
    behind = [c for c in filled.verb.children if c.i > filled.verb.i]
    return not any(c.dep_ in label or any(d.lower_ in {"a", "an"} for d in c.children) for c in behind)


def addressed(filled: Filled) -> bool:
    """Those spoken to or with, where they are told, are parties: "spoke *to reporters*" is no meeting.

    Nor is "spoke *on the need* for peace", before an audience.
    """
    heads = syntax.after(filled.verb, "to", "with")
    topics = [t for t in syntax.after(filled.verb, "on", "of") if t.ent_type_ not in {"DATE", "TIME"}]
    if not heads and topics:
        return all(syntax.lemma(t) in filled.words.spoken_at for t in topics)  # "on the telephone"
    return not heads or bool(filled.roles.referents.all(heads))


def in_talk(filled: Filled) -> bool:
    """ "Discussed *relations with Rome*" names a topic; whom one discusses them with are persons, or named as such."""
    referents = filled.roles.referents
    persons = {"delegation", *referents.words.titles, *referents.words.persons}
    topics = [o for o in syntax.objects(filled.verb) if syntax.lemma(o) in filled.words.topics]
    others = [t for o in topics for t in syntax.after(o, "with")]
    met = [t for t in others if referents.one(t).officials or syntax.lemma(t) in persons]
    return not others or bool(met) or len(referents.all(syntax.subjects(filled.verb)).parties) > 1


def warns(filled: Filled) -> bool:
    """Warned not to do something, against doing it, of what will come of it."""
    verb = filled.verb
    against = bool(syntax.after(verb, "against", "of", "over", "about")) or any(
        c.dep_ == "prep" and c.lower_ in {"against", "of", "over", "about"} for c in verb.children
    )
    return against or any(v.tag_ == "VB" and any(c.dep_ == "neg" for c in v.children) for v in syntax.complements(verb))


def asks(filled: Filled) -> bool:
    """An infinitive, or a clause without a tense, says what the other is to do: "told Rome *to act*".

    Who "expected Rome to act" foresaw it.
    """
    if filled.verb.lemma_ == "expect" and filled.verb.tag_ in {"VBD", "VBN"}:
        return False
    infinitives = [
        v for v in syntax.complements(filled.verb) if v.tag_ == "VB" and not any(c.tag_ == "MD" for c in v.children)
    ]
    return not sent_home(filled) and any(
        set(filled.roles.referents.all(syntax.subjects(v)).parties) & set(filled.targets.parties) for v in infinitives
    )


def sent_home(filled: Filled) -> bool:
    """ "Ordered *two diplomats to leave*", "gave *the envoy* 48 hours *to leave*": they are expelled."""
    envoys = [t for t in syntax.objects(filled.verb) if syntax.lemma(t) in filled.words.envoys]
    hosts = (filled.verb, *syntax.objects(filled.verb))
    told = [c for h in hosts for c in h.children if c.dep_ in {"xcomp", "ccomp", "acl", "relcl", "advcl"}]
    return bool(envoys) and any(v.lemma_ in filled.words.leaving for v in told)


def for_help(filled: Filled) -> bool:
    """ "turned to Rome *for help*"."""
    return bool(syntax.after(filled.verb, "for")) or any(
        syntax.after(t, "for") for t in syntax.after(filled.verb, "to")
    )


def in_case(filled: Filled) -> bool:
    """The verb has a clause that says on what condition."""
    return any(c.dep_ in {"advcl", "ccomp"} and own_clause.is_condition(c) for c in filled.verb.children)


def not_taken(filled: Filled) -> bool:
    """ "Will take countermeasures"; those that were taken are measures, and whoever takes them *down* ends them."""
    verb = filled.verb
    down = any(c.lower_ == "down" for c in verb.children)
    return verb.lemma_ != "take" or not (down or verb.tag_ in {"VBD", "VBN"})


def felt(filled: Filled) -> bool:
    """ "*Is alarmed* by", not "alarms"."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} or c.lemma_ == "be" for c in filled.verb.children)


def misfortune(filled: Filled) -> bool:
    """ "Worried about *a recession* in Peru", "over the risk of *drought*": what nobody does."""
    hosts = (filled.trigger, filled.verb)
    about = [t for host in hosts for p in ("about", "at", "by", "over", "of") for t in syntax.after(host, p)]
    inner = [m for t in about for m in (t, *syntax.after(t, "of"))]
    return any(syntax.lemma(t) in filled.words.misfortunes for t in inner)


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "not-opinion": not_opinion,
    "no-attack-object": lambda filled: not attacked(filled),
    "negative": negative,
    "positive": positive,
    "will-not": will_not,
    "said": said,
    "own-measure": own_measure,
    "blow": blow,
    "warns": warns,
    "asks": asks,
    "felt": felt,
    "no-misfortune": lambda filled: not misfortune(filled),
    "not-taken": not_taken,
    "for-help": for_help,
    "no-label": no_label,
    "addressed": addressed,
    "in-talk": in_talk,
    "in-case": in_case,
    "sent-home": sent_home,
}
