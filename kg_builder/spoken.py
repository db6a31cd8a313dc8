"""Whom a verb of saying speaks of: who is judged, bound to act, or to face consequences in what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg_builder import effects, role_words, syntax, tense
from kg_builder.linking import Referents
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.tokens import Token

_POINTING = {"the", "this", "these"}
_RULING = {"for", "before", "by"}
_WAITING = {"before", "if", "once", "until"}


def is_bound(verb: Token) -> bool:
    """ "must act", "should act", "needs to act", "has to act", and as told in the past "said that it had to act"; not
    "should have acted", "should be able"."""
    auxes = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if auxes & {"must", "should", "ought"}:
        return not auxes & {"have", "be"} and verb.pos_ == "VERB" and not syntax.is_passive(verb)
    inner = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)
    reported = verb.tag_ == "VBD" and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
    return inner and verb.lemma_ in {"need", "have"} and (verb.tag_ in {"VBZ", "VBP"} or reported)


def is_demand(verb: Token) -> bool:
    """ "Rome *must act*", in a sentence of its own: whoever says so demands it.

    Not what a rule asks ("*under the pact*, Rome must act", "*to qualify*, Rome must act", "importers of Roman steel
    must pay"), nor what somebody is to get ("should receive").
    """
    words, referents = role_words.lexicon(verb.doc), verb.doc._.referents
    if verb.dep_ != "ROOT" or not is_bound(verb) or tense.modal(verb) not in {"must", "should", "ought"}:
        return False
    # "meet conditions *to join*"
    inside = [c for o in syntax.objects(verb) for c in o.children if c.dep_ in {"acl", "relcl"}]
    ruled = any(_is_rule(c, words.getting | words.qualifying) for c in (*verb.children, *inside))
    subjects = syntax.subjects(verb)
    doers, deeds = referents.words.government | referents.words.titles, words.moves | words.attacks
    acting = any(
        referents.naming.party_at(t)
        or t.i in referents.naming.person_at
        or syntax.lemma(t) in doers
        or (syntax.lemma(t) in deeds and any(c.dep_ == "poss" for c in t.children))  # "Rome's actions must stop"
        for t in subjects
    )
    return acting and not ruled and verb.lemma_ not in words.getting


def _is_rule(child: Token, rewards: frozenset[str]) -> bool:
    """What makes of "must" a condition: "*under the pact*, Rome must act", "must act *to join*, *before it joins*"."""
    verb = child.head
    if child.dep_ == "prep":
        return child.lower_ == "under" or (child.lower_ in _RULING and child.i < verb.i)
    if child.dep_ not in {"advcl", "acl", "relcl"}:
        return False
    marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"}}
    aim = any(c.tag_ == "TO" for c in child.children) and child.lemma_ in rewards
    return (child.i < verb.i and child.dep_ == "advcl") or aim or not marks.isdisjoint(_WAITING)


def sufferers(verb: Token, referents: Referents) -> list[Token]:
    """Who or what the verb of saying says to suffer: "*Rome* would face consequences", "*any attack* would be met with
    a response"; not "the economy would face a crisis"."""
    found, words = [], role_words.lexicon(verb.doc)
    for v in syntax.complements(verb):
        if v.lemma_ in words.facing and _is_threatened(v):
            acts = syntax.objects(v) if syntax.is_passive(v) else []
            found += acts or [t for t in syntax.subjects(v) if syntax.lemma(t) in words.whoever or referents.one(t)]
    return found


def _is_threatened(verb: Token) -> bool:
    words = role_words.lexicon(verb.doc)
    suffered = [m for t in (*syntax.objects(verb), *syntax.after(verb, "with")) for m in syntax.conjuncts(t)]
    if verb.lemma_ == "regret":
        return tense.modal(verb) in {"will", "would"} and not tense.negated(verb)
    if verb.lemma_ == "risk":
        exposed = [t for s in suffered for t in syntax.after(s, "to")]  # "risk exposure *to sanctions*"
        return any(syntax.lemma(t) in words.consequences | {"sanction"} for t in (*suffered, *exposed))
    dear = any(syntax.lemma(t) == "price" and any(c.lower_ in words.dear for c in t.children) for t in suffered)
    ahead = tense.modal(verb) in {"will", "would", "must"} and not tense.negated(verb)
    return ahead and (dear or any(syntax.lemma(t) in words.consequences for t in suffered))


def is_pointer(noun: Token) -> bool:
    """ "*The move*", "*this decision*", which says no more of what was done."""
    words = [c for c in noun.children if c.i < noun.i and c.dep_ != "punct"]
    # behind it may stand what it is called ("the move *illegal*")
    called = all(c.dep_ == "punct" or c.pos_ == "ADJ" for c in noun.children if c.i > noun.i)
    pointed = called and bool(words) and all(c.lower_ in _POINTING for c in words)
    lemma, known = syntax.lemma(noun), role_words.lexicon(noun.doc)
    return pointed and (lemma in known.moves or (lemma in known.echoing and _echoes(noun)))


def _echoes(noun: Token) -> bool:
    """ "Rome imposed *tariffs*. Oslo called *the tariffs* illegal", "Rome *launched* a missile. ... *the launch*"."""
    start = noun.sent.start
    before = noun.doc[start - 1].sent if start else ()
    return any(syntax.lemma(t) == syntax.lemma(noun) for t in before)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Reads the content of a verb of saying; ``within`` finds the party of a phrase, ``doer_of`` who did it."""

    verb: Token
    referents: Referents
    within: Callable[[Token], Referent]
    doer_of: Callable[[Token], Referent]

    def bound(self) -> Referent:
        """Whom the verb says to be bound to something: "said that *Rome* must act"."""
        bound = [verb for verb in syntax.complements(self.verb) if is_bound(verb)]
        return self.referents.all(t for verb in bound for t in syntax.subjects(verb))

    def judged(self) -> Referent:
        """Of whom something is said: the subject of the clause ("said *Rome's* conduct was ..."), or the object."""
        said = [v for v in syntax.complements(self.verb) if not self._justifies(v)]
        about = [t for verb in said for t in syntax.subjects(verb)]
        # "is an act *of Rome*", never "a threat to Rome"; not whose rules one "breaches"
        being = role_words.lexicon(self.verb.doc).being
        owned = [t for verb in said if verb.lemma_ in being for t in syntax.objects(verb)]
        addressed = self.verb.lemma_ == "tell"  # "told *the council* that Rome was wrong"
        about += [] if addressed else [c for c in self.verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        labels = [c for c in self.verb.children if c.dep_ == "oprd"]  # "called it *a breach by Rome*"
        owned += [t for t in (*labels, *said) if t.pos_ == "NOUN"]
        judged = union(map(self.within, about)) | union(map(self.doer_of, owned))
        return judged or self.taker_of(about)

    def _justifies(self, clause: Token) -> bool:
        """ "Said the attacks *were a reaction to* it": whoever made them is not blamed."""
        replies = effects.lexicon(clause.doc).replies
        return any(syntax.lemma(t) in replies for t in syntax.objects(clause))

    def faced(self) -> Referent:
        """Who is to suffer what the verb says: "said *Rome* would face consequences", "any attack *by Rome*"."""
        return union(self.within(t) for t in sufferers(self.verb, self.referents))

    def taker_of(self, heads: Iterable[Token]) -> Referent:
        """ "Called *the move* a provocation": of whoever did what the sentence before tells."""
        heads = list(heads)
        for noun in heads:
            if syntax.lemma(noun) in role_words.lexicon(self.verb.doc).moves and noun.dep_ in {"appos", "npadvmod"}:
                return self._taker_before(noun)
        start = self.verb.sent.start
        if start == 0 or not any(map(is_pointer, heads)):
            return NOBODY
        before = self.verb.doc[start - 1].sent
        main = next((t for t in before if t.dep_ == "ROOT"), None)
        return self._does(main)

    def _taker_before(self, noun: Token) -> Referent:
        """ "Rome imposed duties, *a move* condemned by Oslo": of whoever does what the clause before says."""
        return self._does(next((t for t in noun.ancestors if t.pos_ == "VERB"), None))

    def _does(self, main: Token | None) -> Referent:
        if main is None or main.lemma_ in role_words.lexicon(self.verb.doc).reporting:
            return NOBODY  # who told of it need not have done it
        return Referent(self.referents.all(syntax.subjects(main)).parties)
