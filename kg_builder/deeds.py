"""Which sense a word for a journey, a body or works has, by the words beside it; needs of frames."""

from kg_builder import sense_words, syntax, tense
from kg_builder.assertion import assertion
from kg_builder.filled import Filled, Needs
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_YEAR = len("1995")


def whereabouts(filled: Filled) -> bool:
    """ "Is due *in Peru*", "*in Lima*": the phrase names a state or its capital itself, not "in favour of Peru"."""
    return _names_place(filled, "in")


def destination(filled: Filled) -> bool:
    """ "Led a delegation *to Peru*", not "to the talks with Peru"."""
    return _names_place(filled, "to")


def yet_to_leave(filled: Filled) -> bool:
    """ "A mission led by Doe *will visit* Peru"."""
    of_noun = filled.trigger.dep_ == "nsubj" and filled.verb.dep_ == "acl"
    return of_noun and assertion(filled.trigger.head).status in {"planned", "proposed"}


def _names_place(filled: Filled, preposition: str) -> bool:
    naming = filled.roles.referents.naming
    heads = [t for host in (filled.trigger, filled.verb) for t in syntax.after(host, preposition)]
    return any(naming.party_at(t) is not None or naming.seat_of(t).parties for t in heads)


def to_place(filled: Filled) -> bool:
    """ "Flew *to Peru*", not "returned *to criticism* of Peru", "is *going to do* much for Peru"."""
    verb = filled.verb
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.tag_ == "VB" for c in syntax.complements(verb)):
        return False
    heads = [t for p in ("to", "in", "for", "into") for t in syntax.after(verb, p)]
    matters = [t for t in heads if t.pos_ == "NOUN" and not t.ent_type_ and syntax.lemma(t) in filled.words.matters]
    return bool(syntax.objects(verb)) or len(matters) < len(heads) or not heads


def as_ally(filled: Filled) -> bool:
    """ "Designated Peru *as a major ally*"."""
    called = [c for c in filled.verb.children if c.dep_ in {"oprd", "attr", "appos"}] + syntax.after(filled.verb, "as")
    called += [t for o in syntax.objects(filled.verb) for t in syntax.after(o, "as")]
    return any(syntax.lemma(t) in filled.words.allies for t in called)


def on_business(filled: Filled) -> bool:
    """ "Is in Peru *for talks*", "*will be* in Peru *from 3 May*": on business, where "is in Peru" may be home.

    An ambassador who will be there "until May" is posted.
    """
    days = syntax.after(filled.verb, "from", "on", "until") + [c for c in filled.verb.children if c.dep_ == "npadvmod"]
    doers = (t for s in syntax.subjects(filled.verb) for t in (s, *syntax.modifiers(s)))
    resident = any(syntax.lemma(t).lower() in filled.roles.words.posted for t in doers)
    to_come = tense.modal(filled.verb) == "will" or assertion(filled.verb).status == "planned"
    if to_come and any(t.ent_type_ == "DATE" for t in days) and not resident:
        return True
    aims = [c for c in filled.verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"]
    return any(syntax.lemma(t) in filled.words.business for t in syntax.after(filled.verb, "for", "on")) or any(
        aim.lemma_ in filled.words.errands for aim in aims
    )


def of_journey(filled: Filled) -> bool:
    """ "A *tour* that takes her to Peru"."""
    subjects = syntax.subjects(filled.verb)
    return any(syntax.lemma(t) in filled.roles.words.journeys for t in subjects)


def frozen(filled: Filled) -> bool:
    """ "*Frozen* funds", "millions of dollars in *frozen* funds": to give them back is to undo a measure."""
    return is_frozen(filled.trigger)


def is_frozen(noun: Token) -> bool:
    """Whether the noun's own words say that what it names is kept from its owner."""
    inner = [noun, *syntax.after(noun, "of", "in")]
    return any(t.lower_ in sense_words.lexicon(noun.doc).frozen for head in inner for t in syntax.modifiers(head))


def visa_free(filled: Filled) -> bool:
    """ "*Visa-free* entry"."""
    near = {t.lower_ for head in (filled.trigger, *syntax.modifiers(filled.trigger)) for t in head.subtree}
    return "visa-free" in near or {"visa", "free"} <= near


def of_body(filled: Filled) -> bool:
    """ "The creation *of a joint commission*": what comes about is something that two parties share."""
    kinds = filled.roles.words.objects["body"]
    return any(syntax.lemma(t) in kinds for t in syntax.after(filled.trigger, "of"))


def of_body_dated(filled: Filled) -> bool:
    """ "A meeting *of the union on Friday*": a body's own, and that it is one occasion."""
    bodies = filled.actors.parties
    return bool(bodies) and all(p.kind == "organization" for p in bodies) and _dated(filled)


def _dated(filled: Filled) -> bool:
    return any(t.ent_type_ == "DATE" for t in filled.trigger.subtree)


def decided(filled: Filled) -> bool:
    """ "Will raise output", "moved to raise output", "cut output": decided, where "raised output" may be a count."""
    verb = filled.verb
    if syntax.lemma(verb) in filled.words.lowering or any(c.lower_ in {"will", "would"} for c in verb.children):
        return True
    return verb.tag_ == "VB" and syntax.lemma(verb.head) in filled.words.deciding


def at_home(filled: Filled) -> bool:
    """Nobody is named in the clause but who acts."""
    naming = filled.roles.referents.naming
    named = {m.entity for t in filled.verb.subtree if (m := naming.party_at(t)) is not None}
    return named <= set(filled.actors.parties)


def by_body(filled: Filled) -> bool:
    """Whoever acts is an organization, not a state or a company."""
    acting = filled.actors.parties
    return bool(acting) and all(party.kind == "organization" for party in acting)


def empowering(filled: Filled) -> bool:
    """ "The *order* allows Norway *to block* the assets of": a rule, and the content is a measure."""
    verb, rules = filled.verb, filled.roles.words.instruments
    subjects = syntax.subjects(verb)
    if verb.dep_ == "advcl" and any(t.lower_ == "which" for t in subjects):
        subjects += syntax.objects(verb.head)  # "issued an order in June, *which* allows": the parser lost the noun
    return any(syntax.lemma(t) in rules for t in subjects) and any(
        v.lemma_ in filled.words.barring for v in syntax.complements(verb)
    )


def in_means(filled: Filled) -> bool:
    """ "Will support *projects* in Chad"; who "will *continue* to support Chad", or its people, does so in words."""
    verb, naming = filled.verb, filled.roles.referents.naming
    if verb.lemma_ != "support" or verb.head.lemma_ != "continue":
        return True
    return not any(naming.party_at(t) is not None or syntax.lemma(t) == "people" for t in syntax.objects(verb))


def in_words(filled: Filled) -> bool:
    """ "Will continue to support Chad", not denied."""
    return not in_means(filled) and not any(c.dep_ == "neg" for c in filled.verb.head.children)


def divesting(filled: Filled) -> bool:
    """ "Ordered the firm *to sell* its stake"."""
    return any(v.lemma_ in filled.words.divesting for v in syntax.complements(filled.verb))


def bound_for(filled: Filled) -> bool:
    """ "Will travel to Oslo *for the Norway-Peru dialogue*": the occasion is what the journey is for."""
    noun = filled.trigger
    return noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to"} and noun.head.head == filled.verb


def bring_together(filled: Filled) -> bool:
    """ "Norway *brought* Ghana and Mali *together*"; what works by bringing many together is no meeting."""
    verb = filled.verb
    return verb.dep_ != "pcomp" and any(t.lower_ == "together" for t in verb.children)


def begun(filled: Filled) -> bool:
    """ "Launched a dialogue"; who launched the *third* dialogue, a *round of* it, or convened it, did not found it."""
    noun = filled.trigger
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and syntax.lemma(noun.head.head) in filled.words.sittings
    nth = any(
        t.lower_ in filled.words.recurring or (t.ent_type_ == "ORDINAL" and t.lower_ not in filled.words.first)
        for t in noun.children
    )
    sits = (
        filled.verb.lemma_ == "convene"
        and syntax.lemma(noun) in filled.roles.referents.words.joint - filled.words.convened
    )
    elsewhere = noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in", "on", "for", "during"}  # "at the mission"
    of_old = any(t.text.isdigit() and len(t.text) == _YEAR for t in filled.verb.subtree)  # "was set up in 1995"
    return not (counted or nth or sits or elsewhere or (of_old and not filled.roles.phrases("subject")))


def of_deal(filled: Filled) -> bool:
    """ "The meeting ended with the signing *of a pact*" that names no parties of its own."""
    deals = [t for t in syntax.after(filled.trigger, "of") if syntax.lemma(t) in filled.roles.words.deals]
    return bool(deals) and not any(syntax.after(t, "by", "between", "with") for t in deals)


def next_one(filled: Filled) -> bool:
    """ "The *next* dialogue will be held", "Norway will host the *third* round": of those who met just before.

    Else of the two whom the text is about. Whoever is named as its host is one of them, and nobody else is named as
    meeting.
    """
    noun, referents = filled.trigger, filled.roles.referents
    words = {t.lower_ for t in noun.children}
    further = (
        words & filled.words.further
        or filled.verb.lemma_ in filled.words.going_on
        or syntax.lemma(noun) == "round"
        or any(t.ent_type_ == "ORDINAL" and t.lower_ not in filled.words.first for t in noun.children)
    )
    others = syntax.after(noun, "between", "with", "among")
    others += [t for t in syntax.after(noun, "of") if t.pos_ == "PROPN" or any(c.dep_ == "det" for c in t.children)]
    named = others or referents.beside(noun)
    before = set(referents.groups.recent(noun).parties) or set(referents.counterparties.pair)
    return bool(further) and not named and set(filled.actors.parties) <= before


def journey(verb: Token) -> Token | None:
    """ "*Travelled* to Oslo *to meet*": the verb of coming to a place for which this one is the purpose."""
    purpose = verb.dep_ in {"advcl", "xcomp"} and any(c.tag_ == "TO" for c in verb.children)
    travels = syntax.lemma(verb.head) in lexicon(verb.doc).arriving - sense_words.lexicon(verb.doc).assembling
    return verb.head if purpose and travels else None


def of_members(filled: Filled) -> bool:
    """ "An *emergency* meeting *of NATO ambassadors*": who comes together for a body, and that it is one occasion."""
    trigger, referents = filled.trigger, filled.roles.referents
    people = referents.words.titles | referents.words.persons
    members = [t for t in syntax.after(trigger, "of", "between", "among") if syntax.lemma(t) in people]
    called = any(t.lower_ in filled.words.urgent for t in syntax.modifiers(trigger))
    bodies = [p for p in filled.actors.parties if p.kind == "organization"]
    return bool(members and bodies) and (called or _dated(filled))


def announced_as_new(filled: Filled) -> bool:
    """ "Announced *a* partnership", "announced *the Norway-Peru Partnership*": what has a name of its own is set up."""
    trigger = filled.trigger
    named = trigger.pos_ == "PROPN" and trigger.dep_ == "dobj" and filled.verb.lemma_ == "announce"
    return named or any(c.lower_ in {"a", "an"} for c in trigger.children)


def mission_to_close(filled: Filled) -> bool:
    """ "Ordered *the Peruvian consulate* in Bergen *to close*"."""
    closing = [v for v in syntax.complements(filled.verb) if v.lemma_ in filled.words.closing]
    return any(syntax.lemma(t) in filled.words.missions for v in closing for t in syntax.subjects(v))


def mutual_ties(filled: Filled) -> bool:
    """ "Agreed *to establish relations with Peru*": what takes two."""
    tying = (verb for verb in syntax.complements(filled.verb) if verb.lemma_ in filled.words.tying)
    return any(syntax.lemma(o) in filled.words.bonds for verb in tying for o in syntax.objects(verb))


def will_clause(filled: Filled) -> bool:
    """ "Said that it *will* act"."""
    return any(tense.modal(v) in {"will", "would", "shall"} for v in syntax.complements(filled.verb))


def undetermined(filled: Filled) -> bool:
    """ "Sanctions", not "*the* sanctions"."""
    return not any(c.lower_ in {"the", "this", "these", "its"} for c in filled.trigger.children)


def captive_object(filled: Filled) -> bool:
    """Persons are held: "two *journalists*", or some of a people, "three *Chadians*"."""
    held = [m for o in syntax.objects(filled.verb) for m in syntax.conjuncts(o)]
    named = filled.roles.referents.naming.party_at
    persons = filled.roles.words.objects["captive"]
    return any(syntax.lemma(h) in persons or (h.tag_ in {"NNS", "NNPS"} and named(h) is not None) for h in held)


def of_mandate(filled: Filled) -> bool:
    """ "Decided *to extend the mandate* of the mission": what a body does on its own, and promises nobody."""
    prolonged = (v for v in syntax.complements(filled.verb) if v.lemma_ in {"extend", "renew", "prolong", "terminate"})
    return any(syntax.lemma(o) == "mandate" for v in prolonged for o in syntax.objects(v))


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "affirmed": lambda filled: not any(c.dep_ == "neg" for c in filled.verb.children),
    "mission-to-close": mission_to_close,
    "of-mission": lambda filled: any(
        syntax.lemma(t) in filled.words.missions for t in syntax.after(filled.trigger, "of")
    ),
    "mutual-ties": mutual_ties,
    "announced-as-new": announced_as_new,
    "will-clause": will_clause,
    "undetermined": undetermined,
    "whereabouts": whereabouts,
    "destination": destination,
    "to-place": to_place,
    "has-left": lambda filled: not yet_to_leave(filled),
    "as-ally": as_ally,
    "no-as-ally": lambda filled: not as_ally(filled),
    "on-business": on_business,
    "of-journey": of_journey,
    "frozen": frozen,
    "visa-free": visa_free,
    "of-body": of_body,
    "next-one": next_one,
    "of-deal": of_deal,
    "bound-for": bound_for,
    "begun": begun,
    "bring-together": bring_together,
    "decided": decided,
    "at-home": at_home,
    "by-body": by_body,
    "empowering": empowering,
    "in-means": in_means,
    "in-words": in_words,
    "divesting": divesting,
    "of-members": of_members,
    "of-body-dated": of_body_dated,
    "captive-object": captive_object,
    "of-mandate": of_mandate,
}
