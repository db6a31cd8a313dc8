"""Whose "the government", "the ministry" and "the minister" are where no state stands beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg_builder import syntax
from kg_builder.allegiance.leaders import known
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Naming, Referent
from kg_builder.tokens import Doc, Token

_HYPHENS = {"-", "–"}
_DETERMINERS = {"the", "this", "that", "our"}
#: Shorter surnames ("Li", "May") are those of too many.
_SHORT = 4


@dataclass
class Governments:
    """Resolves bare words for branches of government in one Doc; ``one`` resolves a phrase."""

    doc: Doc
    naming: Naming
    publisher: Referent
    seats: Mapping[str, str]  #: capital -> alpha-3 code of its state
    overlay: Path | None  #: the user's folder of lexicons
    one: Callable[[Token], Referent]

    def referent(self, noun: Token) -> Referent:
        """The state of which the same branch was named before, else the state from which the text comes.

        Nobody where the words just before speak of another state.
        """
        if self._is_secretary(noun):
            return Referent((self.home,)) if self.home else NOBODY
        led = self._led(noun) or self._taken_up(noun)
        if led or not self._is_bare(noun):
            return led
        named = self._named_before(noun)
        if len(named) == 1:
            return Referent(named)
        return self._at_home(noun) or (NOBODY if named else self._of_doer(noun))

    def _led(self, noun: Token) -> Referent:
        """ "The *Doe* administration", "the *Doe-Roe* administration", of a leader whom the text does not present.

        Whose it is every reader knows.
        """
        name = self.doc[noun.i - 1] if noun.i else noun
        if noun.i > 3 and self.doc[noun.i - 2].text in _HYPHENS and self.doc[noun.i - 3].tag_ == "NNP":
            name = self.doc[noun.i - 3]  # who leads it is named first
        if syntax.lemma(noun) not in self.naming.words.led or name not in noun.subtree or name.tag_ != "NNP":
            return NOBODY
        article = self.doc._.article
        published = article.published if article else None
        offices = self.naming.words.leading_offices
        found = {known(name.text, office, "incumbent", published, self.overlay) for office in offices}
        states = [state for state in found if state is not None]
        return Referent((states[0],)) if len(states) == 1 else NOBODY

    def leader(self, name: Token) -> Referent:
        """ "*Doe* raised tariffs", in a text that gives her no office: whose leader she is every reader knows.

        A surname alone must be nobody else's in the text.
        """
        article = self.doc._.article
        span = next((ent for ent in self.doc.ents if ent.start <= name.i < ent.end), None)
        if name.tag_ != "NNP" or span is None or span.label_ != "PERSON" or article is None or not article.published:
            return NOBODY
        words = span.text.removesuffix("'s").removesuffix("’s").strip()
        surname = words.split()[-1] if words else ""
        others = {
            ent.text.removesuffix("'s").removesuffix("’s") for ent in self.doc.ents if surname in ent.text.split()
        }
        if len(surname) < _SHORT or name.lower_ != surname.lower():
            return NOBODY
        led = {self._leads(full, article.published) for full in {*others, words}}
        state = led.pop() if len(led) == 1 else None
        return Referent((state,)) if state is not None else NOBODY

    def _leads(self, name: str, published: str) -> Entity | None:
        found = {
            known(name, office, "incumbent", published, self.overlay) for office in self.naming.words.leading_offices
        } - {None}
        state = found.pop() if len(found) == 1 else None
        return state if state is not None and state.kind == "state" else None

    def _taken_up(self, noun: Token) -> Referent:
        """ "A senior *Norwegian official* spoke. The *official* urged": the last of whom more was said."""
        words = self.naming.words
        the = any(c.lower_ in {"the", "this", "that"} for c in noun.children)
        if syntax.lemma(noun) not in words.nameless or syntax.is_plural(noun) or not the or _is_described(noun):
            return NOBODY
        alike = (t for t in reversed(self.doc[: noun.i]) if syntax.lemma(t) == syntax.lemma(noun))
        before = next((t for t in alike if _is_described(t) or not any(c.dep_ == "det" for c in t.children)), None)
        if before is None or syntax.is_plural(before) or before.conjuncts or self.naming.is_unofficial(before):
            return NOBODY
        named = self.one(before)
        return Referent(named.parties) if len(named.parties) == 1 else NOBODY

    def _is_secretary(self, noun: Token) -> bool:
        """ "The *Secretary* of State", "of the Treasury": so the states that have one call their own alone."""
        if noun.tag_ != "NNP" or noun.lower_ != "secretary" or any(c.dep_ == "poss" for c in noun.children):
            return False
        inside = list(noun.subtree)
        portfolio = any(c.lower_ == "of" for c in noun.children)
        return portfolio and not any(self.naming.party_at(t) or t.i in self.naming.person_at for t in inside)

    def _is_bare(self, noun: Token) -> bool:
        """ "The foreign ministry", "Prime Minister had a call"; not "a ministry", "the island's government"."""
        if noun.tag_ not in {"NN", "NNP"} or syntax.lemma(noun) not in self.naming.words.branches:
            return False
        if any(c.dep_ in {"poss", "relcl"} or c.lower_ == "of" for c in noun.children):
            return False
        determined = any(c.lower_ in _DETERMINERS for c in noun.children)
        return determined or (noun.tag_ == "NNP" and noun.dep_ in {"nsubj", "nsubjpass"})

    def _named_before(self, noun: Token) -> tuple[Entity, ...]:
        """ "*Norway's* Foreign Ministry protested. The *ministry* said"; "the *Doe* government ... the government"."""
        lemma = syntax.lemma(noun)
        of_another = any(c.dep_ == "compound" for c in noun.children)  # "the *Roe* government"
        found: set[Entity] = set()
        for token in self.doc[: noun.i]:
            if syntax.lemma(token) != lemma or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            led = NOBODY if of_another else self._led(token)
            found.update((led or self.naming.beside(token) or self.naming.name(token)).parties)
        return tuple(found)

    def _at_home(self, noun: Token) -> Referent:
        home = self.home
        if home is None:
            return NOBODY
        if noun.tag_ == "NNP" and syntax.lemma(noun) in self.naming.words.titles and home in self.publisher.parties:
            return Referent((home,))  # in an official text "the Prime Minister" is its own, whoever is spoken of
        start = noun.sent.start
        start = self.doc[start - 1].sent.start if start else start
        near = [m.entity for i in range(start, noun.i) if (m := self.naming.party_at(self.doc[i])) is not None]
        return Referent((home,)) if not near or near[-1] == home else NOBODY

    def _of_doer(self, noun: Token) -> Referent:
        """ "*Peru* imposed duties on Mali. The ministry urged Mali to act": of who acted just before, not of who is
        now spoken of."""
        start = noun.sent.start
        before = self.doc[start - 1].sent if start else ()
        main = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"]
        doers = {p for t in main for p in self.naming.phrase(t).parties if p.kind == "state"}
        spoken_of = {m.entity for t in noun.sent if (m := self.naming.party_at(t)) is not None}
        return Referent(tuple(doers)) if len(doers) == 1 and not doers & spoken_of else NOBODY

    @cached_property
    def home(self) -> Entity | None:
        """The state that publishes the text, else that of the capital in its dateline."""
        published = [party for party in self.publisher.parties if party.kind == "state"]
        if published:
            return published[0]
        city = (self.doc._.dateline or "").title()
        code = None if city in self.naming.words.shared_seats else self.seats.get(city)
        return Entity("state", code) if code and not self.publisher else None


def _is_described(noun: Token) -> bool:
    """ "A *Norwegian* official", "the embassy *in Oslo*"; "the official" is one told of before."""
    return bool(syntax.modifiers(noun)) or any(c.dep_ in {"prep", "appos", "relcl"} for c in noun.children)
