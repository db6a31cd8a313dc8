"""Groups of parties that the text brings together, to which "both countries" and "the leaders" point back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg_builder import syntax
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Naming, Referent, distinct, union
from kg_builder.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Group:
    """``acting`` groups do something together; "ties between A and B" are only spoken of."""

    at: int  #: index of the token that completes it
    referent: Referent
    acting: bool


@dataclass
class Groups:
    """The groups of one Doc, in text order; ``office`` resolves "the Prime Minister" of nobody."""

    doc: Doc
    naming: Naming
    office: Callable[[Token], Referent]

    @cached_property
    def all(self) -> tuple[Group, ...]:
        found = [g for s in self.doc.sents for g in (*self._coordinated(s), *self._hyphenated(s), *self._met(s))]
        return tuple(sorted((g for g in found if len(g.referent.parties) > 1), key=lambda g: (g.at, g.acting)))

    def latest(self, before: int, count: int | None, apart_from: frozenset[Entity] = frozenset()) -> Referent:
        """The latest group of ``count`` parties before the token; for None the latest that acts, of any size.

        A group within ``apart_from`` is passed over, as is one without a state; those upon whom these act ("will
        support *the governments*") need not act themselves.
        """
        for group in reversed(self.all):
            parties = group.referent.parties
            if group.at >= before or set(parties) <= apart_from or not any(p.kind == "state" for p in parties):
                continue
            if len(parties) == count or (count is None and (group.acting or apart_from)):
                return group.referent
        if count:
            offset = self.doc[before].idx
            states = distinct(m.entity for m in self.doc._.mentions if m.entity.kind == "state" and m.start < offset)
            return Referent(states) if len(states) == count else NOBODY
        return NOBODY

    def met(self, before: int, count: int | None) -> Referent:
        """The latest group of ``count`` parties, or officials, that act through officials before the token.

        "The two ministers" of two states, "the four ministers" who met two and two.
        """
        for group in reversed(self.all):
            parties, officials = group.referent.parties, group.referent.officials
            if (
                group.acting
                and group.at < before
                and count in {len(parties), len(officials)}
                and {o.of for o in officials} == set(parties)
            ):
                return group.referent
        return NOBODY

    def only(self, before: int) -> Referent:
        """The one set of states that the text has brought together so far, if it is one."""
        found = {
            frozenset(g.referent.parties): g.referent
            for g in self.all
            if g.at < before and all(p.kind == "state" for p in g.referent.parties)
        }
        return Referent(next(iter(found.values())).parties) if len(found) == 1 else NOBODY

    def around(self, parties: tuple[Entity, ...], before: int, *, people: bool = False) -> Referent:
        """The latest acting group before the token in which these parties have others beside them; with ``people``
        only one for which officials of each of the others are named."""
        for group in reversed(self.all):
            told, speaking = group.referent, {official.of for official in group.referent.officials}
            whole = not people or {*told.parties} - {*parties} <= speaking
            if group.acting and group.at < before and parties and {*parties} < {*told.parties} and whole:
                return told
        return NOBODY

    def recent(self, token: Token, *, sentences: int = 3, count: int | None = None, taken_up: bool = False) -> Referent:
        """The latest acting group, of ``count`` parties if given, within so many sentences before the token.

        With ``taken_up``, a sentence between of which "they" or "the two" are the subject keeps the group in mind: the
        sentences are counted from there anew.
        """
        since, left = token.sent.start, sentences
        while left and since:
            sentence = self.doc[since - 1].sent
            since, left = sentence.start, left - 1
            if taken_up and self._is_about_group(sentence):
                left = sentences
        return self.within(since, token.i, count)

    def _is_about_group(self, sentence: Span) -> bool:
        subjects = (t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ in {"ROOT", "conj"})
        return any(t.lower_ == "they" or t.lower_ in self.naming.words.counts for t in subjects)

    def within(self, start: int, end: int, count: int | None = None) -> Referent:
        """The parties of the latest acting group, of so many if told, that is complete between the two tokens."""
        found = [g for g in self.all if g.acting and start <= g.at < end]
        found = [g for g in found if count in {None, len(g.referent.parties)}]
        return Referent(found[-1].referent.parties) if found else NOBODY

    def delegates(self, parties: frozenset[Entity]) -> Referent:
        """The first group of officials who between them act for just these parties."""
        for group in self.all:
            of = {official.of for official in group.referent.officials}
            if group.acting and of == parties == set(group.referent.parties):
                return group.referent
        return NOBODY

    def _coordinated(self, sentence: Span) -> Iterator[Group]:
        """ "Japan, the United States and South Korea"; "Saito, Raimondo and Ahn"."""
        done: set[int] = set()
        for token in sentence:
            listed = self.naming.lists.get(token.i, ())
            if token.i in done or not (listed or (token.dep_ != "conj" and token.conjuncts)):
                continue
            done.update(listed)
            referent = self.naming.phrase(token)
            members = [*syntax.conjuncts(token), *(self.doc[i] for i in listed)]
            yield Group(max(m.i for m in members), referent, any(_acts(m) for m in members))

    def _hyphenated(self, sentence: Span) -> Iterator[Group]:
        """ "Japan-South Korea relations"."""
        for token in sentence:
            if token.pos_ in {"NOUN", "PROPN"} and self.naming.party_at(token) is None:
                yield Group(token.i, self.naming.beside(token), False)

    def _met(self, sentence: Span) -> Iterator[Group]:
        """A verb with different parties for subject and other argument joins them ("A hosted B", "A spoke to B")."""
        for verb in sentence:
            # "*Doe's meeting with Roe* took place"
            if verb.pos_ == "NOUN" and syntax.lemma(verb) in self.naming.words.talks:
                whose, partner = (union(map(self._who, t)) for t in (_owners(verb), syntax.after(verb, "with")))
                if whose and partner:
                    yield Group(verb.i, whose | partner, True)
            if verb.pos_ != "VERB" or verb.lemma_ in self.naming.words.attending:
                continue
            first = union(map(self._who, syntax.subjects(verb)))
            if not first:
                continue
            to = ("to",) if verb.lemma_ in self.naming.words.speaking else ()
            others = syntax.objects(verb) + syntax.after(verb, "with", "by", *to)
            others += [t for obj in syntax.objects(verb) for t in syntax.after(obj, "with", "between", "among")]
            second = union(map(self._who, others))
            if second:  # who condemns somebody is not with them, though both may be "the two"
                yield Group(verb.i, first | second, verb.lemma_ not in self.naming.words.against)

    def _who(self, noun: Token) -> Referent:
        """ "The President *of Chad, Jane Roe*"; "the Prime Minister", by ``office``."""
        named = self.naming.phrase(noun)
        if named or noun.tag_ not in {"NN", "NNP"} or syntax.lemma(noun) not in self.naming.words.titles:
            return named
        beside = [c for c in noun.children if c.dep_ == "appos" and c.i in self.naming.person_at]
        of = [h for h in syntax.after(noun, "of") if self.naming.party_at(h)]
        return union(map(self.naming.name, beside or of)) or self.office(noun)


def _owners(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "poss"]


def _acts(token: Token) -> bool:
    while token.dep_ in {"conj", "appos", "compound"}:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "pobj" and token.head.dep_ == "agent")
