"""Whom a phrase blames: of an attack who made it, of a demand whose it is, of all else its party."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.linking import Referents
from kg_builder.model import Entity
from kg_builder.naming import Referent, union
from kg_builder.role_words import RolesLexicon
from kg_builder.tokens import Token


@dataclass(frozen=True)
class Blame:
    """Reads the blame in phrases; ``within`` resolves the party of one."""

    words: RolesLexicon
    referents: Referents
    within: Callable[..., Referent]

    def of(self, noun: Token, apart: Collection[Entity] = ()) -> Referent:
        """The party of a phrase; of an attack who made it, of a demand whose it is, never for whom or of whom."""
        if syntax.lemma(noun) in self.words.demands:
            return self.doer(noun)
        return self._attacker(noun) if syntax.lemma(noun) in self.words.attacks else self.within(noun, apart=apart)

    def doer(self, noun: Token) -> Referent:
        """ "An act of aggression *by Iran's navy*": whose or by whom."""
        heads = [h for t in (noun, *syntax.after(noun, "of")) for h in syntax.after(t, "by")]
        return self.referents.beside(noun) or union(map(self.within, heads))

    def _attacker(self, noun: Token) -> Referent:
        """ "*Iran's* attack on Oslo", "the attack on Oslo *by Iran*": who did it, never whom it hit."""
        done = [t for c in noun.children if c.dep_ == "acl" and syntax.is_passive(c) for t in syntax.subjects(c)]
        by = self.referents.all(syntax.after(noun, "by", "from"))
        return self.referents.beside(noun) or by or self.referents.all(done)
