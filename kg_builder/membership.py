"""Who belongs to a group, as the text lists it: "allies *including Ghana and Mali*", "the Quad (*Chad, Fiji ...*)"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.naming import NOBODY, Naming, Referent
from kg_builder.tokens import Token


@dataclass(frozen=True, slots=True)
class Membership:
    """Reads the lists in one Doc; ``_all`` resolves phrases, with all that is coordinated with them."""

    naming: Naming
    _all: Callable[[Iterable[Token]], Referent]

    def enumerated(self, noun: Token) -> Referent:
        """ "Energy consumers - *China, India and Japan*": a plural of whatever kind, with its members behind it."""
        behind = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and self.naming.party_at(c)]
        several = noun.tag_ in {"NNS", "NNPS"}
        members = self.included(noun) or self._all(behind) if several else self._composing(noun) or self.bracketed(noun)
        return members if len(members.parties) > 1 else NOBODY

    def bracketed(self, body: Token) -> Referent:
        """ "The Quad (*Chad, Fiji, Mali and Peru*)": the members that act, where a body is listed as several."""
        behind = (c for c in body.children if c.dep_ == "appos" and self.naming.party_at(c))
        members = self._all(c for c in behind if c.doc[next(iter(c.subtree)).i - 1].text == "(")
        return members if len(members.parties) > 1 else NOBODY

    def included(self, noun: Token) -> Referent:
        """Members listed behind "including", "such as"."""
        heads = syntax.after(noun, "including", "like", "as")
        for preposition in (c for c in noun.children if c.dep_ == "prep"):
            heads += [h for c in preposition.children if c.dep_ == "pobj" for h in syntax.after(c, "including")]
        return self._all(heads) or self._composing(noun) or self._said_behind(noun)

    def listed(self, noun: Token) -> Referent:
        """The members of a group that the text lists behind it, where there are several."""
        members = self.included(noun)
        return members if len(members.parties) > 1 else NOBODY

    def _composing(self, noun: Token) -> Referent:
        """Members of "a coalition *made up of Ghana and Mali*", "an alliance *comprising* Ghana and Mali"."""
        heads = []
        composing = self.naming.words.composing
        for verb in (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in composing):
            if verb.tag_ == "VBZ" and syntax.is_plural(noun):
                continue  # "ministers of the G7, *which comprises* Canada and Japan": it is the body that does
            if verb.lemma_ != "make" or any(c.lower_ == "up" for c in verb.children):
                heads += [*syntax.after(verb, "of"), *(o for o in syntax.objects(verb) if o.i > verb.i)]
        return self._all(heads)

    def _said_behind(self, noun: Token) -> Referent:
        """ "Nations that pledged to join the force, *including Ghana and Mali*": of the nations, not of the force."""
        inner = [t for c in noun.children if c.dep_ == "relcl" for t in c.subtree]
        behind = [t for t in inner if t.lower_ == "including" and t.doc[t.i - 1].text == ","]
        behind = [t for t in behind if syntax.lemma(t.head) not in self.naming.words.group]
        return self._all(h for t in behind for h in t.children if h.dep_ == "pobj" and self.naming.name(h))
