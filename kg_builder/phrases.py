"""Which phrases stand in a grammatical function of one trigger, and whom a phrase names."""

from collections.abc import Collection

from kg_builder import locations, syntax
from kg_builder.makers import Makers
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.participants import Participants, Surroundings, behind_matter
from kg_builder.tokens import Token

#: Functions of whom an act is directed at.
_DIRECTED = {"on", "against", "to", "upon", "at", "for", "over"}


class Phrases(Surroundings):
    """Finds the phrases around one trigger."""

    @property
    def nominal(self) -> bool:
        return self.trigger.pos_ not in {"VERB", "AUX"} or self.trigger != self.verb

    @property
    def _participants(self) -> Participants:
        return Participants(self.trigger, self.verb, self.words)

    @property
    def _makers(self) -> Makers:
        return Makers(self.trigger, self.verb, self.words)

    def phrases(self, function: str) -> list[Token]:
        """Heads of the phrases in one function of the verb or of the noun that it carries."""
        if function == "subject":
            return (
                []
                if self.trigger.pos_ in {"NOUN", "PROPN"} and self.verb == self.trigger
                else syntax.subjects(self.verb)
            )
        if function == "object":
            return [o for o in syntax.objects(self.verb) if o.i != self.trigger.i]
        if function == "dative":
            return [c for c in self.verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        names = ("between", "among") if function == "between" else (function,)
        found = syntax.after(self.trigger, *names)
        # "a series of tests *by* ...", "a sanctions package *against* ...": the phrase hangs on what counts the acts
        counted = self.trigger.dep_ == "pobj" and self.trigger.head.lower_ == "of"
        whole = self.trigger.head.head if counted else self.trigger.head
        if (counted or self.trigger.dep_ == "compound") and syntax.lemma(whole) in self.words.counting:
            found += [t for t in syntax.after(whole, *names) if t != self.trigger]
        if not found and function != "of" and self.nominal and syntax.lemma(self.trigger) not in self.words.counting:
            # "a memorandum of understanding *with*", "tariffs of 25 percent *on*": the phrase hangs one deeper
            found += [t for inner in syntax.after(self.trigger, "of") for t in syntax.after(inner, *names)]
        found = found or behind_matter(self.trigger, function)
        if self.verb == self.trigger and not found and function != "of":
            # "massed troops *on the border*": the parser may hang on the object what belongs to the verb
            inner = [t for o in syntax.objects(self.verb) for t in (o, *syntax.after(o, "of"))]
            # "calls *for* it"
            inner = [t for t in inner if function != "for" or syntax.lemma(t) not in self.words.demands]
            found += [t for host in inner for t in syntax.after(host, *names)]
        if self.verb != self.trigger:
            found += [t for t in syntax.after(self.verb, *names) if t not in found and t.i != self.trigger.i]
        if not found and function in _DIRECTED and syntax.is_passive(self.verb):
            # "imposed by Rome *on Oslo*": the parser hangs on the doer what belongs to the verb
            found = [t for doer in syntax.subjects(self.verb) for t in syntax.after(doer, *names)]
        return found

    def within(self, token: Token, depth: int = 0, apart: Collection[Entity] = ()) -> Referent:
        """The party of a phrase: itself, else its possessor or adjective, else what hangs on it by a preposition.

        Where only parties ``apart`` are found, deeper ones count ("*U.S.* sanctions on *Japanese* goods").
        """

        def others(referent: Referent) -> bool:
            return any(party not in apart for party in referent.parties)

        found = self.referents.one(token) or self.referents.naming.listed(token)
        if others(found) or depth > 3:
            return found
        found |= self.referents.beside(token) | self._of_document(token)
        if syntax.lemma(token) in self.words.irregulars:  # "Yemen's *Houthi* militias", "rebels in Mali": no state's
            return Referent(tuple(p for p in found.parties if p.kind != "state"))
        bound = [c for c in token.children if c.dep_ == "acl" and c.lower_ in self.words.bound]
        if not others(found):
            found |= union(self.within(h, depth + 1, apart) for c in bound for h in syntax.after(c, "for"))
        if not others(found):
            found |= self._all(locations.of(token, self.words.seated))
        done = [c for c in token.children if c.dep_ == "acl" and c.lemma_ not in self.words.backing]
        if not others(found):  # "progress made *by Peru*"
            found |= self._all(t for c in done for t in syntax.subjects(c) if syntax.is_passive(c))
            made = [c for c in token.children if c.dep_ == "relcl" and c.lemma_ not in self.words.backing]
            found |= self._all(t for c in made for t in syntax.subjects(c) if t != token)  # "progress *Peru* has made"
        for preposition in ("by", "of", "from", "between", "to", "on", "against", "in", "across", "with", "for"):
            if others(found):
                break
            for head in syntax.after(token, preposition):
                for member in syntax.conjuncts(head):
                    if member.i >= head.i:
                        found |= self.within(member, depth + 1, apart)
        return found

    def _of_document(self, noun: Token) -> Referent:
        """ "The *statement's* rhetoric" is that of whoever issued it."""
        owners = [c for c in noun.children if c.dep_ == "poss" and syntax.lemma(c) in self.words.documents]
        return union(map(self._makers.issuers, owners))

    def _beside(self) -> Referent:
        own = NOBODY if self.referents.naming.is_in_title(self.trigger) else self.referents.beside(self.trigger)
        whole = self.trigger.head
        if own or self.trigger.dep_ != "compound" or syntax.lemma(whole) not in self.words.counting:
            return own
        return self.referents.beside(whole)  # "the *EU* sanctions package"
