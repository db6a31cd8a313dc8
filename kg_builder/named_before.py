"""Which body named before a text comes back to with "the Council", "the court", "the bloc", "the alliance"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Naming, Referent
from kg_builder.tokens import Doc, Token

_SAYING_MORE = {"compound", "amod", "poss", "relcl", "appos"}


@dataclass
class NamedBefore:
    """Resolves bare words for bodies in one Doc; ``epithets`` has the words for each, ``one`` resolves a phrase."""

    doc: Doc
    naming: Naming
    publisher: Referent
    epithets: Mapping[str, frozenset[str]]
    one: Callable[[Token], Referent]

    def referent(self, noun: Token) -> Referent:
        phrase = noun.head if noun.dep_ == "compound" else noun  # "the *Council* Decision"
        if noun.tag_ not in {"NN", "NNP"} or not any(c.lower_ in {"the", "this"} for c in phrase.children):
            return NOBODY
        said = [c for c in noun.children if c.dep_ in _SAYING_MORE or c.lower_ == "of"]
        if not all(map(self._counts_members, said)):
            return NOBODY
        before = [m.entity for m in self.doc._.mentions if m.entity.kind == "organization" and m.start < noun.idx]
        fitting = self._by_name(noun, before) or self._by_kind(noun, before) or (self._last(noun) if said else set())
        return Referent((fitting.pop(),)) if len(fitting) == 1 else self._organ(noun)

    def of_compound(self, noun: Token) -> Referent:
        """ "The UN Security Council met. *Council* members urged": whose members they are."""
        before = [m.entity for m in self.doc._.mentions if m.entity.kind == "organization" and m.start < noun.idx]
        bodies = [c for c in noun.children if c.dep_ == "compound" and not self.naming.party_at(c)]
        fitting = {entity for c in bodies for entity in self._by_name(c, before)}
        return Referent((fitting.pop(),)) if len(fitting) == 1 else NOBODY

    def _by_name(self, noun: Token, before: list[Entity]) -> set[Entity]:
        """ "The *Commission*": whose name ends so, where the word is written as in the name."""
        issuers = [p for p in self.publisher.parties if p.kind == "organization"]  # "Council of the European Union"
        fitting = {e for e in before if noun.text[0].isupper() and e.id.split()[-1] == noun.text}
        return {e for e in issuers if e.id.startswith(f"{noun.text} of ")} or fitting

    def _by_kind(self, noun: Token, before: list[Entity]) -> set[Entity]:
        """ "The *court*", "the *alliance*": those of the kind, unless the word was last said of another."""
        fitting = {entity for entity in before if noun.lower_ in self.epithets.get(entity.id, ())}
        others = (t for t in self.doc[: noun.i] if fitting and syntax.lemma(t) == noun.lower_)
        return set() if any(map(self._is_another, others)) else fitting

    def _last(self, noun: Token) -> set[Entity]:
        """ "The 15-member *body*", "the 27-nation *group*": the body of the nearest sentence that names one."""
        named = [m for m in self.doc._.mentions if m.entity.kind == "organization" and m.start < noun.sent.start_char]
        if syntax.lemma(noun) not in self.naming.words.memberships or not named:
            return set()
        last = next((s for s in self.doc.sents if s.start_char <= named[-1].start < s.end_char), None)
        return {m.entity for m in named if last is not None and m.start >= last.start_char}

    def _is_another(self, noun: Token) -> bool:
        """ "*A* military court", "*Kenya's* bank", "the agency *Interfax*"; "*the* Western alliance" may be
        the one named."""
        fresh = any(c.lower_ in {"a", "another"} for c in noun.children)  # "a group of firms"
        if self.naming.party_at(noun) is not None or not (fresh or syntax.modifiers(noun)):
            return False
        titled = self.doc[min(noun.i + 1, len(self.doc) - 1)].pos_ == "PROPN"
        return titled or bool(self.naming.beside(noun)) or not any(c.lower_ in {"the", "this"} for c in noun.children)

    def _organ(self, noun: Token) -> Referent:
        """ "The Council of Ministers of the GCC met. The *Council* condemned": whom the same word stood for."""
        before = self.doc.tokens[: noun.i] if noun.text[0].isupper() else []
        for token in reversed(before):
            if token.text == noun.text and any(c.lower_ == "of" for c in token.children):
                named = self.one(token)
                return named if [p.kind for p in named.parties] == ["organization"] else NOBODY
        return NOBODY

    def _counts_members(self, modifier: Token) -> bool:
        """ "The 15-*member* body", "the 27-*nation* bloc" says no more of which it is."""
        start = max(0, modifier.i - 2)
        several = modifier.lower_ in self.naming.words.members
        counted = several and any(t.like_num for t in self.doc[start : modifier.i])
        return modifier.dep_ in {"compound", "amod"} and counted
