"""At whom an act is directed where its own phrase does not say: whom the words around it tell of."""

from collections.abc import Collection
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.linking import Referents
from kg_builder.model import Entity, EventType
from kg_builder.naming import NOBODY, Referent
from kg_builder.role_words import RolesLexicon
from kg_builder.tokens import Token

_MODIFYING = {"relcl", "acl"}
#: Where the addressee of an act may stand apart from its phrase, nearest first.
_ADDRESSED: dict[EventType, tuple[str, ...]] = {
    "criticism": ("behind", "before"),
    "easing": ("sentence", "before", "pair"),
    "rejection": ("before", "pair"),
    "restriction": ("behind",),
    "threat": ("pair",),
}
#: Who threatens to answer what was done threatens whoever did it.
_NEAR = ("sentence", "before")
_CONTRAST = {"while", "whereas"}
_TAKING_UP = {"it", "this", "that", "them"}


@dataclass(frozen=True)
class Addressees:
    """Looks around the verb of one act."""

    verb: Token
    words: RolesLexicon

    @property
    def referents(self) -> Referents:
        return self.verb.doc._.referents  # type: ignore[no-any-return]

    def of(self, type: EventType, acting: Collection[Entity]) -> Referent:
        """ "Peru denounced the remarks of *Oslo's* press", "*Chile* banned the wine. Peru threatened countermeasures".

        Whom an act is directed at where its own phrase does not say: the one other state that its sentence names, the
        sentence before, or the text as a whole (docs/annotation.md, ruling 11). Where there are two, nobody.
        """
        struck = any(syntax.lemma(t) in self.words.attacks for t in syntax.objects(self.verb))
        if type == "criticism" and struck:
            return NOBODY  # "condemned the attack in Oslo": Oslo was hit
        if type == "criticism" and self._is_another():
            return NOBODY
        if type == "threat" and self._is_answer():
            near = [one for where in _NEAR if len(one := self._others(where, acting)) == 1]
            if near:
                return Referent(near[0])
        for where in _ADDRESSED.get(type, ()):
            others = self._others(where, acting)
            if others:
                return Referent(others) if len(others) == 1 else NOBODY
        return NOBODY

    def _is_another(self) -> bool:
        """ "Blamed *coastal nations* for it", "protested that *Doe's warning* broke": who is it?"""
        several = [t for t in syntax.objects(self.verb) if syntax.is_plural(t)]
        said = [s for clause in syntax.complements(self.verb) for s in syntax.subjects(clause)]
        nations = any(syntax.lemma(t) in self.referents.words.group for t in several)
        return nations or any(c.dep_ == "poss" and c.ent_type_ == "PERSON" for s in said for c in s.children)

    def _others(self, where: str, acting: Collection[Entity]) -> tuple[Entity, ...]:
        return tuple(party for party in self._told(where) if party.kind == "state" and party not in acting)

    def _is_answer(self) -> bool:
        """ "Vowed to *respond*", "warned of *retaliation*", "threatened to *hit back*"."""
        words = self.words.answering | self.words.answers | self.words.retaliatory
        return any(syntax.lemma(t) in words or "hit back" in syntax.forms(t) for t in self.verb.subtree)

    def _told(self, where: str) -> tuple[Entity, ...]:
        """The parties named in the sentence, behind the verb in it, in the sentence before; the two of the text."""
        if where == "pair":
            return self.referents.counterparties.pair
        doc, sentence = self.verb.doc, self.verb.sent
        start, end = (self.verb.i if where == "behind" else sentence.start), sentence.end
        if where == "before":
            start, end = doc[max(0, sentence.start - 1)].sent.start, sentence.start
        clause = set(self.verb.subtree) if where == "behind" and self.verb.dep_ in _MODIFYING else None
        apart = set() if where == "before" else self._apart()
        span = (token for token in doc[start:end] if (clause is None or token in clause) and token not in apart)
        named = (self.referents.naming.party_at(token) for token in span)
        return tuple(dict.fromkeys(mention.entity for mention in named if mention is not None))

    def _apart(self) -> set[Token]:
        """ "Peru banned the app, *and Chad may follow*", "*while it is legal in Chad*": what is told of others.

        Who takes up the act ("and Chad denounced *it*") is the one whom it hits.
        """
        told = [c for c in self.verb.children if c.i > self.verb.i and c.pos_ in {"VERB", "AUX"}]
        beside = [c for c in told if c.dep_ == "conj" and any(t.dep_ in {"nsubj", "nsubjpass"} for t in c.children)]
        beside += [c for c in told if c.dep_ == "advcl" and any(t.lower_ in _CONTRAST for t in c.children)]
        apart = [c for c in beside if not any(t.lower_ in _TAKING_UP for t in syntax.objects(c))]
        return {token for clause in apart for token in clause.subtree}
