"""Which stance a word takes, by what hangs on it: refusal or silence, blame or boast, menace or help; needs of
frames.
"""

import itertools

from kg_builder import gazetteer, sense_words, spoken, syntax, tense
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token

_NEAR = 5  #: "efforts by Rome, Oslo and Lima to reach": how far up the attempt stands
_FINITE = {"VBD", "VBP", "VBZ"}


def no_silence(filled: Filled) -> bool:
    """Who "declined *to comment*", "is ready to answer questions" turns nobody down."""
    meant = [v for host in (filled.trigger, filled.verb) for v in syntax.complements(host)]
    return not any(v.lemma_ in filled.words.silent or _leaves_open(v) for v in meant)


def _leaves_open(verb: Token) -> bool:
    """ "Refused *to rule out* sanctions", "*to exclude* them": what may yet come is threatened, if anything."""
    return verb.lemma_ == "exclude" or (verb.lemma_ == "rule" and any(c.lower_ == "out" for c in verb.children))


def no_talk(filled: Filled) -> bool:
    """ "Plans *to discuss* the matter with Oslo", "*to be* in Lima" means to talk, to be there: nothing of its own."""
    return not any(v.lemma_ in filled.words.talking | {"be"} for v in syntax.complements(filled.verb))


def at_forum(filled: Filled) -> bool:
    """Whether it is with a court or the like that the complaint is filed: that is not blamed."""
    forums = filled.roles.words.forums
    where = [h for p in ("to", "with", "at", "before", "in") for h in filled.roles.phrases(p)]
    return any(p.id in forums for h in where for p in filled.roles.referents.one(h).parties)


def no_question(filled: Filled) -> bool:
    """ "*Asked* about Rome, she smiled": by a reporter, and nothing is asked of anybody."""
    verb = filled.verb
    answering = verb.tag_ == "VBN" and verb.dep_ == "advcl"
    topic = any(c.lower_ in {"about", "if", "whether", "why", "how", "what"} for c in verb.children) or any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "whether", "why", "how"}
        for v in syntax.complements(verb)
        for c in v.children
    )
    return not (answering or topic)


def no_crime(filled: Filled) -> bool:
    """ "Crimes *committed* by soldiers" are no promise; "others *committed* to it" are not who speaks of them."""
    verb = filled.verb
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not filled.roles.referents.of(verb.head):
        return False
    done = [t for o in syntax.objects(filled.verb) for t in (o, *syntax.after(o, "of"))]
    return not any(syntax.lemma(t) in filled.words.crimes for t in done)


def clear(filled: Filled) -> bool:
    """ "*Made clear* that Rome must act"."""
    return any(c.lower_ in {"clear", "plain"} for c in filled.verb.children)


def blaming(filled: Filled) -> bool:
    """Who "is *to blame*" blames nobody; who "will regret it" is threatened."""
    verb = filled.verb
    blamed = verb.lemma_ == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return not blamed and not (verb.lemma_ == "regret" and tense.modal(verb) is not None)


def angrily(filled: Filled) -> bool:
    """ "Reacted *angrily*", "responded *with fury*"."""
    verb = filled.verb
    moods = [syntax.lemma(t) for t in syntax.after(verb, "with", "in")]
    return any(c.lower_ in filled.words.angrily for c in verb.children) or bool(filled.words.anger & set(moods))


def to_court(filled: Filled) -> bool:
    """ "Took Rome *to court*", "to arbitration", "to task"."""
    heads = syntax.after(filled.verb, "to", "before")
    return any(syntax.lemma(t) in filled.words.courts or any(c.lower_ == "trade" for c in t.children) for t in heads)


def responsible(filled: Filled) -> bool:
    """ "Holds Rome *responsible*"; who means to hold it so has not yet said so."""
    verb = filled.verb
    finite = verb.tag_ in _FINITE and tense.modal(verb) is None and not tense.negated(verb)
    return finite and any(c.lower_ in filled.words.accountable for c in verb.children)


def facing(filled: Filled) -> bool:
    """The content says that others are to suffer something: "would be met with consequences"."""
    referents = filled.roles.referents
    others = spoken.sufferers(filled.verb, referents)
    return bool(others) and not set(referents.all(others).parties) & set(filled.actors.parties)


def sternly(filled: Filled) -> bool:
    """ "Will respond *in kind*", "*firmly*", "*with countermeasures*"."""
    verb = filled.verb
    means = [syntax.lemma(t) for t in syntax.after(verb, "in", "with")]
    return any(c.lower_ in filled.words.sternly for c in verb.children) or not (
        filled.words.reprisals | {"kind"}
    ).isdisjoint(means)


def hostile(filled: Filled) -> bool:
    """ "Will not hesitate *to impose sanctions*", "is ready *to use force*", "prepared *to take measures* against"."""
    meant = [v for host in (filled.trigger, filled.verb) for v in syntax.complements(host)]
    words = filled.roles.words
    answered = [t for v in meant if v.lemma_ in words.answering for t in syntax.after(v, "to", "against")]
    return any(v.lemma_ in filled.words.menacing | words.blows or _takes_measures(v) for v in meant) or any(
        syntax.lemma(t) in words.attacks for t in answered
    )


def _takes_measures(verb: Token) -> bool:
    directed = bool(syntax.after(verb, "against")) or any(syntax.after(o, "against") for o in syntax.objects(verb))
    measures = any(syntax.lemma(o) in sense_words.lexicon(verb.doc).reprisals for o in syntax.objects(verb))
    forced = verb.lemma_ == "use" and any(syntax.lemma(o) in {"force", "weapon"} for o in syntax.objects(verb))
    return (measures and directed) or forced


def unwilling(filled: Filled) -> bool:
    """ "*Does not* support", "will never recognize": a refusal in words, not what merely was not done."""
    verb = filled.verb
    standing = any(c.lower_ in {"do", "does"} for c in verb.children if c.dep_ == "aux")
    return tense.negated(verb) and (standing or tense.modal(verb) in {"will", "would", "can"})


def manner(filled: Filled) -> bool:
    """ "Follows *with concern* the events", "noted *with appreciation* that": with something that it is about."""
    trigger, verb = filled.trigger, filled.verb
    about = any(c.dep_ == "appos" for c in trigger.children) or any(
        c.dep_ in {"dobj", "nsubjpass", "ccomp"} for c in verb.children
    )
    return trigger.head.lower_ == "with" and (about or bool(filled.targets))


def no_attempt(filled: Filled) -> bool:
    """ "Efforts *to reach* a deal", "part *of* its pledge": nothing is concluded or voiced there."""
    verb, trigger = filled.verb, filled.trigger
    nouns = list(itertools.islice(verb.ancestors, _NEAR)) if verb.dep_ in {"acl", "relcl"} else []
    attempted = verb.tag_ == "VB" and any(syntax.lemma(t) in filled.words.attempts for t in nouns)
    whole = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" else None
    return not attempted and (whole is None or syntax.lemma(whole) != "part")


def attempted(filled: Filled) -> bool:
    """ "*Seeks to* persuade Peru": it is not yet."""
    verb = filled.verb
    trying = verb.head.lemma_ in {"seek", "attempt", "try"} or syntax.lemma(verb.head) in filled.words.attempts
    return verb.tag_ == "VB" and verb.dep_ in {"xcomp", "acl", "advcl"} and trying


def with_others(filled: Filled) -> bool:
    """ "The United States *and its allies* agreed": with whom, no name says."""
    doers = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    return len(filled.actors.parties) == 1 and any(syntax.lemma(m) in filled.words.others for m in doers)


def club(filled: Filled) -> bool:
    """One who acts is a body that is its members: what it adopts, they agree."""
    clubs = gazetteer.clubs(filled.trigger.doc._.lexicons)
    none = any(c.lower_ == "no" for c in filled.trigger.children)
    return not none and any(party.id in clubs for party in filled.actors.parties)


def of_people(filled: Filled) -> bool:
    """ "Will continue to support *the people of Chad*": backing; a project of theirs is helped with means."""
    above = filled.verb.head
    continued = filled.verb.dep_ == "xcomp" and above.lemma_ in {"continue", "ready"}
    backed = [
        o
        for o in syntax.objects(filled.verb)
        if syntax.lemma(o) in filled.words.backed or filled.roles.referents.one(o)
    ]
    return continued and bool(backed)


def called_names(filled: Filled) -> bool:
    """ "Dismissing *the court as* a sham": the party itself is judged, no claim of it turned down."""
    labelled = any(c.lower_ == "as" for host in (filled.verb, *syntax.objects(filled.verb)) for c in host.children)
    return labelled and any(filled.roles.referents.one(o).parties for o in syntax.objects(filled.verb))


def to_act(filled: Filled) -> bool:
    """ "Called on *all states to act*": the verb says what those are to do."""
    verb = filled.verb
    bare = any(c.lower_ in {"on", "upon"} and not syntax.after(verb, c.lower_) for c in verb.children)
    heads = syntax.after(verb, "on", "upon") or (syntax.objects(verb) if bare else [])
    called = [t for t in heads if t.ent_type_ != "DATE"]
    infinitives = [c for host in (verb, *called) for c in host.children if c.dep_ in {"xcomp", "advcl", "acl", "relcl"}]
    return bool(called) and any(t.tag_ == "TO" for v in infinitives for t in v.children)


def content_of(filled: Filled) -> bool:
    """ "Committed *to the treaty*", "ready *to act*"; not "is determined"."""
    adjective = filled.trigger
    if adjective.lower_ == "open" and not any(
        syntax.lemma(t) in filled.words.openings for t in syntax.after(adjective, "to")
    ):
        return False  # "open to visitors"
    behind = [c for c in adjective.children if c.i > adjective.i]
    return bool(syntax.after(adjective, "to")) or any(
        c.dep_ in {"xcomp", "advcl", "pcomp"} or (c.lower_ == "to" and c.dep_ == "prep") for c in behind
    )


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "attempted": attempted,
    "demanded": lambda filled: spoken.is_demand(filled.verb),
    "no-talk": no_talk,
    "at-forum": at_forum,
    "no-forum": lambda filled: not at_forum(filled),
    "no-silence": no_silence,
    "no-question": no_question,
    "no-crime": no_crime,
    "clear": clear,
    "blaming": blaming,
    "angrily": angrily,
    "to-court": to_court,
    "responsible": responsible,
    "facing": facing,
    "hostile": hostile,
    "no-hostile": lambda filled: not hostile(filled),
    "unwilling": unwilling,
    "no-unwilling": lambda filled: not unwilling(filled),
    "manner": manner,
    "club": club,
    "no-attempt": no_attempt,
    "with-others": with_others,
    "no-of-people": lambda filled: not of_people(filled),
    "called-names": called_names,
    "no-called-names": lambda filled: not called_names(filled),
    "to-act": to_act,
    "content-of": content_of,
    "sternly": sternly,
}
