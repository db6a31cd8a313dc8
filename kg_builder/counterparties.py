"""Who the other is: whom "its neighbour", "Peru's ally" stand for, and the other of two in a text between them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg_builder import syntax
from kg_builder.groups import Groups
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Naming, Referent, distinct
from kg_builder.tokens import Doc, Token

#: Share of a text's mentions of parties above which two parties are what it is about.
_MOST = 0.7
_BACK = 2  #: sentences before its own in which the other is looked for


@dataclass
class Counterparties:
    """Resolves such nouns in one Doc; ``one`` resolves a phrase."""

    doc: Doc
    naming: Naming
    groups: Groups
    one: Callable[[Token], Referent]

    def owner(self, noun: Token) -> Token | None:
        """ "*Its* neighbour", "*Peru's* ally": whose the noun says somebody to be; None of any other noun."""
        if syntax.lemma(noun) not in self.naming.words.companions:
            return None
        return next((c for c in noun.children if c.dep_ == "poss"), None)

    def other(self, noun: Token, owner: Token) -> Referent:
        """ "Her *Ugandan* counterpart"; else of one the only other state that the text just named."""
        own = self.one(owner).parties
        named = tuple(p for p in self.naming.beside(noun).parties if p not in own)
        if named or syntax.is_plural(noun) or not own:
            return Referent(named)
        start, end = noun.sent.start, noun.i
        for _ in range(_BACK + 1):
            others = tuple(p for p in self._states(start, end) if p not in own)
            if others:
                return Referent(others) if len(others) == 1 else NOBODY
            start, end = self.doc[max(0, start - 1)].sent.start, start
        return self.counterpart(own)

    def counterpart(self, parties: tuple[Entity, ...]) -> Referent:
        """The other of two, in a text between two parties; nobody where others matter too."""
        pair = self.pair
        others = tuple(p for p in pair if p not in parties)
        return Referent(others) if len(others) == 1 and set(parties) <= set(pair) else NOBODY

    @cached_property
    def pair(self) -> tuple[Entity, ...]:
        """The two parties that the text brings together first, where most of its mentions are theirs."""
        first = next((g.referent.parties for g in self.groups.all if g.acting), ())
        mentioned = [m.entity for m in self.doc._.mentions if m.entity.kind != "good"]
        theirs = sum(entity in first for entity in mentioned)
        return first if len(first) == 2 and theirs >= _MOST * len(mentioned) else ()

    def _states(self, start: int, end: int) -> tuple[Entity, ...]:
        named = (self.naming.party_at(self.doc[i]) for i in range(start, end))
        return distinct(m.entity for m in named if m is not None and m.entity.kind == "state")
