"""Whom "they", "it" and "she" stand for; "we" and "I" are whoever speaks.

Centering in its simplest form (Grosz, Joshi and Weinstein 1995): the nearest subject that agrees in number and kind, in
the pronoun's own sentence or the three before. Where that subject is no party, the pronoun is none either.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.groups import Groups
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Naming, Referent, union
from kg_builder.speakers import WE, I, Speakers
from kg_builder.tokens import Doc, Token

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SHE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
ALL = THEY | WE | I | IT | SHE
_SENTENCES_BACK = 4
_COMING = {"visit", "come", "arrive", "travel"}


@dataclass
class Pronouns:
    """Resolves the pronouns of one Doc; ``of`` resolves the phrase of a noun, coordination included."""

    doc: Doc
    naming: Naming
    groups: Groups
    speakers: Speakers
    of: Callable[[Token], Referent]

    def referent(self, token: Token) -> Referent:
        form = token.lower_
        if form in WE | I:
            return self.speakers.of_pronoun(token)
        if form in THEY:
            return self._plural(token)
        if form in IT:
            return self._singular(token, person=False)
        if form in SHE:
            return self._singular(token, person=True)
        if form in self.naming.words.counts:
            return self.counted(token, self.naming.words.counts[form])
        return NOBODY

    def counted(self, token: Token, count: int) -> Referent:
        """ "*Both* agreed": so many who did something together rather than those of whom they spoke."""
        acting = self.groups.recent(token, count=count, taken_up=True) if _is_subject(token) else NOBODY
        return acting or Referent(self.groups.latest(token.i, count).parties)

    def _plural(self, token: Token) -> Referent:
        own = self._own_subject(token)
        if len(own.parties) > 1 or (own.parties and self._is_a_people(token)):
            return own
        if told := self._possessor(token) or self._told_by_many(token):
            return told
        for sentence in self._sentences_before(token):
            heads = [t for t in sentence if t.i < token.i]
            subjects = sorted((t for t in heads if _is_subject(t)), key=lambda t: (_depth(t), -t.i))
            if self._are_others(subjects[:1]):
                return NOBODY
            others = [t for t in heads if t.dep_ in {"dobj", "pobj", "agent"}]
            if named := self._first_many(subjects):
                return named
            # "A met with B to prepare a trip to C and D. *They* agreed": who met, not whom the trip is to
            met = self.groups.within(sentence[0].i, token.i) if _is_subject(token) else NOBODY
            met = met or self._joined_by_pronoun(token, subjects) or self._met_before(token, subjects)
            if not met and self._may_be_things(token, heads):
                return NOBODY
            if met or (named := self._first_many(others)):
                return met or named
        return self.groups.recent(token, taken_up=True) if _is_subject(token) else NOBODY

    def _are_others(self, main: list[Token]) -> bool:
        """ "*Critics* said the bill was bad. They ...": several people who speak for no party."""
        words = self.naming.words
        return any(t.tag_ == "NNS" and syntax.lemma(t) in words.commentators and not self.of(t) for t in main)

    def _joined_by_pronoun(self, token: Token, subjects: list[Token]) -> Referent:
        """ "*He* also met Minister Roe, and *they* agreed": those two, whomever he met before."""
        for subject in subjects if _is_subject(token) else ():
            verb = subject.head
            if subject.lower_ in SHE and subject.sent == token.sent and verb.pos_ == "VERB":
                partners = self._all([*syntax.objects(verb), *syntax.after(verb, "with")])
                both = self.of(subject) | partners
                if partners and len(both.parties) > 1:
                    return both
        return NOBODY

    def _met_before(self, token: Token, subjects: list[Token]) -> Referent:
        """ "Doe met Roe. *The Secretary* spoke of Peru and Chile. *They* agreed": the Secretary and whom she met."""
        for subject in subjects if _is_subject(token) else ():
            told = self.of(subject)
            if subject.head.dep_ == "ROOT" and len(told.parties) == 1 and self._is_person(subject, told):
                return self.groups.around(told.parties, subject.i)
        return NOBODY

    def _possessor(self, token: Token) -> Referent:
        """ "Noted *Peru's* lack of notice of *their* launch": whose the whole is, its parts are."""
        for ancestor in token.ancestors if token.dep_ == "poss" else ():
            if ancestor.pos_ in {"VERB", "AUX"}:
                return NOBODY
            if ancestor is not token.head:
                whose = self._all([c for c in ancestor.children if c.dep_ == "poss" and c.i < token.i])
                if len(whose.parties) == 1:
                    return whose
        return NOBODY

    def _told_by_many(self, token: Token) -> Referent:
        """ "The Japanese *delegation* said *they* would act": one word for those who speak."""
        tellers = [t for t in _teller(token) if syntax.lemma(t) in self.naming.words.collectives]
        told = self._all(tellers)
        return told if len(told.parties) == 1 else NOBODY

    def _is_a_people(self, token: Token) -> bool:
        """ "*The Japanese* announced *their* plan": many, of one party."""
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        return verb is not None and any(
            t.tag_ in {"NNPS", "NNS"} and (mention := self.naming.party_at(t)) is not None and mention.form == "demonym"
            for t in syntax.subjects(verb)
        )

    def _may_be_things(self, token: Token, heads: list[Token]) -> bool:
        """ "Peru rejected *the sanctions*, saying *they* ...": what the sentence's own verb acted upon."""
        things = [t for t in heads if t.dep_ == "dobj" and t.tag_ == "NNS" and t.head.dep_ == "ROOT"]
        return _is_subject(token) and any(t.sent == token.sent and not self.of(t) for t in things)

    def _first_many(self, heads: list[Token]) -> Referent:
        for head in heads:
            referent = self.of(head)
            if len(referent.parties) > 1 or len(referent.officials) > 1 or self._is_many(head, referent):
                return referent
        return NOBODY

    def _is_many(self, head: Token, referent: Referent) -> bool:
        """ "EU *leaders* met. They agreed", "Kenyan *officials* left. They said": many who act for one party."""
        plural = head.tag_ in {"NNS", "NNPS"} and _is_subject(head)
        return plural and bool(referent) and syntax.lemma(head) in self.naming.words.government

    def epithet(self, noun: Token) -> Referent:
        """ "The country", "the kingdom": that of the official who speaks of it, else the state that acted last."""
        return self._speakers_state(noun) or self._in_like_place(noun) or self._singular(noun, person=False)

    def _in_like_place(self, noun: Token) -> Referent:
        """ "Oslo imposed sanctions on *Mali*. Lima imposed its own on *the country*": by like words."""
        start = noun.sent.start
        if noun.dep_ != "pobj" or not start:
            return NOBODY
        before = [t for t in self.doc[start - 1].sent if t.dep_ == "pobj" and t.head.lower_ == noun.head.lower_]
        named = [r for t in before if (r := self.of(t)) and [p.kind for p in r.parties] == ["state"]]
        return Referent(named[-1].parties) if named else NOBODY

    def _speakers_state(self, noun: Token) -> Referent:
        """ "The minister said that *the country* would stay": the minister's, unless what is said names another."""
        for verb in noun.ancestors:
            if verb.lemma_ in self.naming.words.saying and verb.pos_ == "VERB" and noun not in verb.children:
                states = [p for p in self._all(syntax.subjects(verb)).parties if p.kind == "state"]
                between = self.doc[min(verb.i, noun.i) : noun.i]
                others = any(m.entity not in states for t in between if (m := self.naming.party_at(t)) is not None)
                return Referent(tuple(states)) if len(states) == 1 and not others else NOBODY
        return NOBODY

    def _own_subject(self, token: Token) -> Referent:
        """A possessive first means who acts in its own clause: "urged Rome to lift *its* ban" is Rome's.

        What one is praised, blamed or punished for is one's own: "hit out at Rome over *its* ban".
        """
        reason = token.head.head
        if token.dep_ == "poss" and token.head.dep_ == "pobj" and reason.lower_ in {"over", "for"}:
            hit = [reason.head, *syntax.objects(reason.head)]  # "the designation *of Roe* for its raids"
            heads = [
                *hit[1:],
                *syntax.after(reason.head, "at", "against"),
                *(t for h in hit for t in syntax.after(h, "of")),
            ]
            named = self._all([t for t in heads if t.i < token.i and self.naming.phrase(t)])
            if len(named.parties) == 1:
                return named
        for ancestor in token.ancestors if token.dep_ == "poss" else ():
            whose = [c for c in ancestor.children if c.dep_ == "poss" and c.i < token.i]
            if ancestor is not token.head and (owner := self._all(whose)):
                return owner  # "welcomed *Peru's* launch of *its* plan"
            if ancestor.pos_ in {"VERB", "AUX"}:
                heads = [t for t in syntax.subjects(ancestor) if t != token and token not in t.subtree]
                return self._all(heads)
        return NOBODY

    def _singular(self, token: Token, *, person: bool) -> Referent:
        own = self._own_subject(token)
        if len(own.parties) == 1 and bool(own.officials) == person:
            return own
        # "Doe thanked *her*" is not Doe
        others = syntax.subjects(token.head) if token.dep_ in {"dobj", "dative"} else self._acting_upon(token)
        if not person and (asked := self._asked(token)):
            return asked
        hosts = self._hosts(token) if person else frozenset()
        teller = [] if person else _teller(token)
        told_by = self._all(teller)
        if not person and (spoken := self._spoken_of(token)):
            return spoken
        for sentence in self._sentences_before(token):
            heads = [t for t in sentence if t.i < token.i]
            subjects = sorted((t for t in heads if _is_subject(t)), key=lambda t: (not _is_main(t), t.i))
            for head in (*(t for t in subjects if t in teller), *subjects):
                referent = self.of(head)
                if head in others or not hosts.isdisjoint(referent.parties):
                    continue
                if not person and _is_of_thing(head) and token not in sentence:
                    continue
                single = head.tag_ in {"NN", "NNP"} or head.ent_type_ == "ORG"  # "Doe Airlines"
                if not referent and not person and token in sentence and single:
                    return NOBODY  # "the firm said it ...": a subject of its own sentence that is no party
                if (
                    len(referent.parties) == 1
                    and len(referent.officials) < 2
                    and self._is_person(head, referent) == person
                ):
                    # "Oslo paused, Lima's minister said, adding it would": may be either's
                    other = token in sentence and told_by and told_by.parties != referent.parties
                    return NOBODY if other else referent
            if person:
                named = {
                    self.naming.person_at[t.i].name: t
                    for t in heads
                    if t.i in self.naming.person_at and t not in others and hosts.isdisjoint(self.of(t).parties)
                }
                if len(named) == 1:
                    return self.naming.name(next(iter(named.values())))
        return NOBODY

    def _hosts(self, token: Token) -> frozenset[Entity]:
        """ "Doe of Norway looks forward to seeing Roe of Chad when *she* visits Norway": not whom the visit is to."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.lemma_ not in _COMING:
            return frozenset()
        places = [*syntax.objects(verb), *syntax.after(verb, "to", "in")]
        named = (m.entity for t in places if (m := self.naming.party_at(t)) is not None and m.entity.kind == "state")
        return frozenset((*named, *union(map(self.naming.seat_of, places)).parties))

    def _asked(self, token: Token) -> Referent:
        """ "Lima regretted Oslo's sanctions and urged *it* to lift them": the one other party of the sentence."""
        if token.dep_ not in {"dobj", "dative"} or token.head.lemma_ not in self.naming.words.asking:
            return NOBODY
        own = self._all(syntax.subjects(token.head)).parties
        before = (self.naming.party_at(t) for t in self.doc[token.sent.start : token.i])
        others = {m.entity for m in before if m is not None and m.entity.kind != "good" and m.entity not in own}
        return Referent((others.pop(),)) if own and len(others) == 1 else NOBODY

    def _spoken_of(self, token: Token) -> Referent:
        """ "She stressed the threats posed by Lima and condemned *its* raids": a person has said it of that state."""
        subjects = [t for t in self.doc[token.sent.start : token.i] if _is_subject(t)]
        if token.lower_ != "its" or not subjects or not all(self._is_person(t, self.of(t)) for t in subjects):
            return NOBODY
        own = self._all(subjects).parties
        named = (self.naming.party_at(t) for t in self.doc[token.sent.start : token.i])
        others = {m.entity for m in named if m is not None and m.entity.kind == "state" and m.entity not in own}
        return Referent((others.pop(),)) if len(others) == 1 else NOBODY

    def _acting_upon(self, token: Token) -> list[Token]:
        """ "*Oslo* imposed sanctions on it": who acts upon somebody is another."""
        if token.dep_ != "pobj" or token.head.lower_ not in {"on", "upon", "against"}:
            return []
        verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        return syntax.subjects(verb) if verb is not None else []

    def _is_person(self, head: Token, referent: Referent) -> bool:
        if head.i in self.naming.person_at or head.lower_ in SHE:
            return True
        words = self.naming.words
        return syntax.lemma(head) in words.titles | words.persons and head.tag_ in {"NN", "NNP"}

    def _sentences_before(self, token: Token) -> list[list[Token]]:
        return [list(s) for s in self.doc.sents if s.start <= token.i][-_SENTENCES_BACK:][::-1]

    def _all(self, tokens: list[Token]) -> Referent:
        whole = NOBODY
        for token in tokens:
            whole |= self.of(token)
        return whole


def _teller(token: Token) -> list[Token]:
    """ "Oslo paused, while *Lima* said *it* would act": who says so before whoever else acts in the sentence.

    So with what is said along with it: "Oslo paused, *Lima* said, *adding* that *it* would act".
    """
    clause = token.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.pos_ != "VERB":
        return []
    saying = clause.head
    while saying.dep_ == "advcl" and saying.tag_ == "VBG" and not any(c.dep_ == "nsubj" for c in saying.children):
        saying = saying.head
    return syntax.subjects(saying)


def _is_of_thing(subject: Token) -> bool:
    """ "The scheme, which *Norway* criticised, is costly. It ...": the clause only says which thing is spoken of."""
    clause = subject.head
    return clause.dep_ == "relcl" and _is_subject(clause.head) and clause.head.pos_ == "NOUN"


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and (token.lower_ not in WE or token.text == "US")


def _depth(subject: Token) -> int:
    """Of the sentence's own verb first, then of a clause beside or below it, then of others."""
    return 0 if subject.head.dep_ == "ROOT" else 1 if _is_main(subject) else 2


def _is_main(token: Token) -> bool:
    return token.head.dep_ in {"ROOT", "conj", "ccomp"}
