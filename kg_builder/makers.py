"""Whose a measure or a document is where its clause does not say: of whoever issued it, or publishes the text."""

from collections.abc import Callable, Iterator

from kg_builder import syntax
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.participants import Surroundings
from kg_builder.tokens import Token

_POINTING = {"the", "this", "these"}
#: Behind these stands whom a measure hits, or what it bears on.
_DIRECTED = {"on", "against", "to", "from", "in", "for", "upon", "targeting", "of", "including"}
_WITHIN = {"pobj", "amod", "compound", "nmod", "poss", "conj", "appos", "npadvmod", "acl", "pcomp"}


class Makers(Surroundings):
    """Looks for who made one measure."""

    def issuers(self, document: Token) -> Referent:
        """ "A statement by Norway", "a letter signed by Ghana"; of "the statement" those of the one named before.

        "The order", "today's action" of a government's text, of which nobody is named, are that government's.
        """
        own = self._issuers(document)
        if not own and _is_of_today(document):
            return self._home()
        if own or not any(c.lower_ in _POINTING for c in document.children):
            return own
        if syntax.lemma(document) not in self.words.documents | self.words.enactments:
            return NOBODY  # "these actions" may be anybody's
        for token in reversed(document.doc[: document.i]):
            if syntax.lemma(token) == syntax.lemma(document) and token.pos_ in {"NOUN", "PROPN"}:
                own = self._issuers(token)
                if own:
                    return own
        of_another = syntax.after(document, "by", "of", "from") or any(c.lower_ == "court" for c in document.children)
        if syntax.lemma(document) in self.words.enactments and not of_another:
            return self._home()
        return NOBODY

    def _issuers(self, document: Token) -> Referent:
        beside = self.referents.beside(document)
        beside = beside or self._all(c for c in document.children if c.dep_ == "compound")  # "the *Council* Decision"
        if beside:
            return beside
        issued = [c for c in document.children if c.dep_ == "acl" and syntax.is_passive(c)]
        heads = [*syntax.after(document, "by", "from", "of"), *(t for v in issued for t in syntax.subjects(v))]
        verb = syntax.governing_verb(document)
        if not heads and verb is not None and verb.lemma_ in self.words.issuing and document.dep_ == "dobj":
            heads = syntax.subjects(verb)
        return self._all(heads)

    def issuer(self) -> Referent:
        """ "Sanctions will be imposed on Peru", in a text that a state or body publishes: by whoever publishes it.

        Nobody where the words before speak of another party than the one that the measure hits.
        """
        verb, home = self.verb, self._home()
        hits = verb.lemma_ in self.words.binding | self.words.bearing
        passive = hits or any(c.dep_ == "nsubjpass" for c in verb.children)
        subject = self.trigger.dep_ == "acomp" or (self.trigger.dep_ == "nsubj" and _is_of_today(self.trigger))
        if not home or not (passive or subject) or syntax.after(verb, "by") or self.referents.beside(self.trigger):
            return NOBODY
        behind = syntax.after(verb, "on", "against", "upon")
        heads = [*(c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), *behind]
        hit = {t.i for head in heads for t in self._hit(head)}
        end = verb.sent.end if verb.lemma_ in self.words.bearing else verb.i  # "will face tariffs *in Peru*"
        told = [t for t in verb.sent if t.i < end or t.i in hit]
        named = [(t.i in hit, m.entity) for t in told if (m := self.referents.naming.party_at(t)) is not None]
        # another's, or one that hits who publishes: "barriers to our exports"
        return NOBODY if any(is_hit == (party in home.parties) for is_hit, party in named) else home

    def _hit(self, noun: Token) -> Iterator[Token]:
        """The words of a measure's phrase that tell whom it hits: "tariffs *on goods from Peru*", not "*by Peru*"."""
        yield noun
        for child in noun.children:
            own = child.lower_ == "of" and noun == self.trigger  # "sanctions *of Peru*"
            if child.dep_ in _WITHIN or (child.dep_ == "prep" and child.lower_ in _DIRECTED and not own):
                yield from self._hit(child)

    def _home(self) -> Referent:
        publisher = Referent(self.referents.publisher.parties)
        return publisher if len(publisher.parties) == 1 else NOBODY

    def imposer(self, within: Callable[[Token], Referent]) -> Referent:
        """ "Peru will face tariffs", "*Chile* announced that bans on Peru will be lifted": whose the measure is.

        The one named beside a measure, or who announces what is done to it, else the other in a text between two.
        ``within`` reads whom the measure hits off a phrase.
        """
        verb, passive = self.verb, syntax.is_passive(self.verb) and not syntax.after(self.verb, "by")
        subjects = syntax.subjects(verb)
        hit = union(map(within, [self.trigger] if passive else subjects))
        if not passive and any(syntax.lemma(t) in self.words.deals for t in subjects):
            return NOBODY  # "the Peruvian pact would drop the duties": whose, it does not say
        if not passive:
            return self.referents.counterparties.counterpart(hit.parties)
        telling = verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ in self.words.announcing else None
        whose = self.referents.beside(self.trigger) or self._all(syntax.subjects(telling) if telling else [])
        return whose or self.referents.counterparties.counterpart(hit.parties)


def _is_of_today(noun: Token) -> bool:
    """ "*Today's* action targets": of whoever speaks."""
    return any(c.dep_ == "poss" and c.lower_ == "today" for c in noun.children)
