"""Who takes part in what a noun tells, where its own phrase does not say: read off the clause and the text before."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg_builder import effects, role_words, syntax
from kg_builder.companions import joined
from kg_builder.linking import Referents
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.role_words import RolesLexicon
from kg_builder.tokens import Token

#: More partners than these in one phrase have not met one another.
_ROUND = 3
#: Before an occasion these say that those who act are there.
_AT = {"at", "in", "during", "under", "after", "following"}
_OCCASIONS = _AT | {"before", "ahead", "for"}
_TAKEN_UP = {"it", "this", "that", "which"}
_SUCH = {"such", "this", "these"}
_MEANS = {"through", "via", "by"}
_TRAVELLING = {"on", "during", "with", "following", "after"}
_DEPTH = 5
_NEAR = 5  #: sentences back, with its own, in which a text says of which state it tells
_OPENING = 6  #: first tokens of a sentence
_LIST = 400  #: tokens back in which the head of a list is looked for


@dataclass(frozen=True)
class Surroundings:
    """The words around one trigger. ``verb`` is the trigger itself, or the light verb of a noun."""

    trigger: Token
    verb: Token
    words: RolesLexicon

    @property
    def referents(self) -> Referents:
        return self.trigger.doc._.referents  # type: ignore[no-any-return]

    def _all(self, tokens: Iterable[Token]) -> Referent:
        return self.referents.all(tokens)


class Participants(Surroundings):
    """Looks around one trigger for those who take part."""

    def of_context(self) -> Referent:
        """Whom an occasion brings together where its own words do not say ("the meeting", "a deal was reached")."""
        definite = any(
            c.lower_ in {"the", "this", "their", "these", "our"} or c.ent_type_ == "DATE" for c in self.trigger.children
        )
        doers = syntax.after(self.trigger, "by") or syntax.after(self.verb, "by")
        happens = self.verb.lemma_ in self.words.happening and self.trigger in syntax.subjects(self.verb)
        agentless = (syntax.is_passive(self.verb) or happens) and not doers
        if not (definite or agentless):
            return NOBODY
        present = self._in_presence() if agentless else NOBODY
        recent = present or self.referents.groups.recent(self.trigger)
        pointed = any(c.lower_ in {"the", "this", "their", "these", "our"} for c in self.trigger.children)
        # in a text between two states "the talks", "an agreement was reached" are theirs
        blocs = self.referents.words.blocs
        two = self.referents.counterparties.pair
        pair = Referent(tuple(p for p in two if p.kind == "state" or p.id in blocs))
        return recent or (pair if (pointed or agentless) and len(pair.parties) == 2 else NOBODY)

    def _in_presence(self) -> Referent:
        """ "*In the presence of Doe and Roe*, a pact was signed": of two parties or more."""
        witnesses = [t for t in syntax.after(self.verb, "in") if t.lower_ == "presence"]
        referent = self._all(h for t in witnesses for h in syntax.after(t, "of"))
        return referent if len(referent.parties) > 1 else NOBODY

    def at_occasion(self) -> Referent:
        """ "The presidents discussed trade *at a summit*", "said *after talks with Peru*": who acts there.

        One party is enough where the occasion names the other, or where one official tells another something at it.
        """
        preposition = _preposition(self.trigger)
        if preposition is None or preposition.lower_ not in _OCCASIONS:
            return NOBODY
        verb = _verb_around(preposition)
        if verb is None:
            return NOBODY
        doers = self._all(syntax.subjects(verb))
        if not doers or len(doers.parties) > 1 or any(p.kind == "organization" for p in doers.parties):
            return doers if preposition.lower_ in _AT and preposition.head == verb else NOBODY
        if syntax.after(self.trigger, "with") and not syntax.after(self.trigger, "between", "among", "of"):
            return doers
        said = [o for o in syntax.objects(verb) if o.dep_ == "dobj"]
        told = self._all(
            [
                *(c for c in verb.children if c.dep_ == "dative"),
                *(t for host in (verb, *said) for t in syntax.after(host, "to")),
            ]
        )
        if preposition.head == verb and preposition.lower_ == "in" and told.officials:
            return doers | told
        return NOBODY

    def guests(self) -> Referent:
        """ "Hosted *the Governments of Chad and Mali* for talks"."""
        invited = self.trigger.dep_ == "pobj" and self.trigger.head.lower_ == "for"
        return self._all(syntax.objects(self.verb)) if invited else NOBODY

    def hosts(self) -> Referent:
        """ "Took part in the conference *convened by Peru*"."""
        clauses = [c for c in self.trigger.children if c.dep_ == "acl" and c.tag_ == "VBN"]
        held = [c for c in clauses if c.lemma_ in effects.lexicon(c.doc).hold]
        return self._all(t for c in held for t in syntax.after(c, "by"))

    def of_list(self) -> Referent:
        """ "The ministers:", and below it "- condemned ...": who does what a line without subject tells."""
        doc, verb = self.verb.doc, self.verb
        opening = [t for t in verb.sent if t.i < verb.i and (t.is_alpha and t.dep_ not in {"advmod", "aux"})]
        if opening or verb.tag_ not in {"VBD", "VBN", "VBP", "VBZ", "VB", "VBG"}:
            return NOBODY
        for i in range(verb.sent.start - 1, max(0, verb.sent.start - _LIST), -1):
            if doc[i].text == ":" and i + 1 < len(doc) and "\n" in doc[i : i + 2].text:
                heads = [t for t in doc[i].sent if t.dep_ in {"nsubj", "ROOT"} and t.pos_ in {"NOUN", "PROPN", "PRON"}]
                return self._all(heads[:1])
        return NOBODY

    def invited(self) -> Referent:
        """ "At the invitation of Doe, *Roe*, President of Chad, paid a visit": the last official named before the verb.

        Titles and appositions without end are more than the parser follows.
        """
        start, verb = self.verb.sent.start, self.verb
        opening = [t.lower_ for t in verb.doc[start : start + _OPENING]]
        if "invitation" not in opening or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
            return NOBODY
        before = [t for t in verb.doc[start : verb.i] if t.pos_ not in {"ADV", "AUX", "SPACE"}]
        named = [t.i for t in before if t.i in self.referents.naming.person_at]
        apart = any(t.pos_ == "VERB" for t in before if named and t.i > named[-1])
        return self.referents.one(verb.doc[named[-1]]) if named and not apart else NOBODY

    def traveller(self, noun: Token | None = None) -> Referent:
        """ "*On a visit to Laos*, the minister said"; "*he* left on a trip that begins with a visit to Laos"."""
        noun = noun or self.trigger
        preposition = _preposition(noun)
        if preposition is not None and preposition.lower_ == "of" and preposition.head.lower_ in self.words.parts:
            preposition = _preposition(preposition.head)  # "at the end of a visit"
        elif preposition is not None and preposition.lower_ not in _TRAVELLING:
            return NOBODY
        if preposition is None:
            return NOBODY
        host = preposition.head
        if _is_subject(host):  # "the minister, on a visit to Laos, said": hung on who is there
            return self._visiting([host])
        verb = _verb_around(preposition)
        if verb is None:
            return NOBODY
        doers = syntax.subjects(verb)
        if preposition.lower_ == "with":
            trips = [d for d in doers if syntax.lemma(d) in self.words.journeys and d != noun]
            return self.traveller(trips[0]) if trips else NOBODY
        return self._visiting(doers)

    def _visiting(self, doers: list[Token]) -> Referent:
        referent = self._all(doers)
        titled = any(syntax.lemma(d) in self.referents.words.titles | {"delegation"} for d in doers)
        return referent if referent.officials or titled else NOBODY

    def in_content(self) -> Referent:
        """Parties in the infinitive that says what the noun is about: "a deal *to buy gas from Iran*"."""
        referent = NOBODY
        for verb in self.trigger.children:
            if verb.dep_ in {"acl", "relcl", "xcomp", "advcl"} and verb.pos_ == "VERB" and verb.i > self.trigger.i:
                heads = [h for p in ("from", "with", "to") for h in syntax.after(verb, p)]
                heads += [h for o in syntax.objects(verb) for p in ("from", "with", "to") for h in syntax.after(o, p)]
                if verb.lemma_ in self.words.equipping:  # "a contract to supply *Oslo* with jets"
                    heads += [o for o in syntax.objects(verb) if self.referents.of(o)]
                referent |= self._all(heads)
        return referent

    def doer(self) -> Referent:
        """ "The need for *Rome* to act": whoever the noun's infinitive is for."""
        infinitives = [
            c
            for host in (self.trigger, *syntax.after(self.trigger, "for"))
            for c in (*host.children, *(self.verb.children if host == self.trigger else ()))
            if c.dep_ in {"acl", "advcl", "relcl", "xcomp", "ccomp"}
            and c.i > self.trigger.i
            and any(t.tag_ == "TO" for t in c.children)
        ]
        behind = [p for p in self.trigger.children if p.lower_ in {"of", "for"}]
        gerunds = [c for p in behind for c in p.children if c.dep_ == "pcomp"]
        if self.trigger == self.verb:  # "welcomed *Rome* joining"
            gerunds += [c for c in self.verb.children if c.dep_ == "ccomp" and c.tag_ == "VBG"]
        heads = [c for verb in (*infinitives, *gerunds) for c in verb.children if c.dep_ == "nsubj"]
        if infinitives and not heads:
            heads = syntax.after(self.trigger, "for")
        return self._all(heads)

    def pointed(self, acting: set[Entity]) -> Referent:
        """ "Rome listed a firm of Chad. Chad opposes *it*": who did what a pronoun or "such moves" takes up.

        The one other state that the sentence, else the one before it, names.
        """
        objects = [*syntax.objects(self.verb), *syntax.after(self.verb, "to")]
        taken_up = any(o.lower_ in _TAKEN_UP or any(c.lower_ in _SUCH for c in o.children) for o in objects)
        which = any(c.lower_ == "which" for c in self.verb.children)  # "..., *which* Chad opposes"
        meant = (self.verb, *syntax.complements(self.verb), *syntax.complements(self.trigger))
        answers = any(v.lemma_ in self.words.answering or "hit back" in syntax.forms(v) for v in meant)
        return self._other_state(acting) if taken_up or which or answers else NOBODY

    def concluded(self, acting: set[Entity]) -> Referent:
        """ "Peru and Mali signed a pact. Oslo welcomed *the pact*": who made it, where Oslo is none of them."""
        for noun in syntax.objects(self.verb):
            bare = all(c.i < noun.i or c.dep_ in {"punct", "relcl"} for c in noun.children)
            definite = any(c.lower_ in {"the", "this"} for c in noun.children) or self.verb.dep_ == "relcl"
            deal = syntax.lemma(noun) in self.words.deals | self.words.truces
            if deal and bare and definite and not self.referents.beside(noun):
                made = self.referents.groups.recent(noun)
                return NOBODY if acting & set(made.parties) else Referent(made.parties)
        return NOBODY

    def posted(self) -> Referent:
        """ "The Peruvian ambassador *to Chad*, *in Oslo*": to whom an envoy is sent."""
        heads = [t for o in syntax.objects(self.verb) for t in syntax.after(o, "to", "in")]
        return self._all(heads) or union(map(self.referents.naming.seat_of, heads))

    def _other_state(self, acting: set[Entity]) -> Referent:
        naming, doc = self.referents.naming, self.trigger.doc
        sentence = self.verb.sent
        for start, end in ((sentence.start, self.verb.i), (doc[max(0, sentence.start - 1)].sent.start, sentence.start)):
            named = dict.fromkeys(m.entity for i in range(start, end) if (m := naming.party_at(doc[i])) is not None)
            others = [party for party in named if party not in acting]
            if others:
                return Referent((others[0],)) if len(others) == 1 and others[0].kind == "state" else NOBODY
        return NOBODY

    def shared(self) -> Referent:
        """ "Mali established ties *with Chad*, but severed ties in 2010": the partner of the verb it goes on from."""
        before = self.verb.head if self.verb.dep_ == "conj" else None
        hosts = [before, *syntax.objects(before)] if before is not None else []
        return self._all(t for host in hosts for t in syntax.after(host, "with"))

    def setting(self) -> Referent:
        """ "Thousands fled to Chad. The agency *delivered tents*": the state of the nearest sentence that names one."""
        naming, doc, at = self.referents.naming, self.trigger.doc, self.trigger.i
        for _ in range(_NEAR):
            sentence = doc[at].sent
            named = [m.entity for t in sentence if (m := naming.party_at(t)) is not None]
            states = dict.fromkeys(party for party in named if party.kind == "state")
            if states:
                return Referent(tuple(states)) if len(states) == 1 else NOBODY
            if sentence.start == 0:
                break
            at = sentence.start - 1
        return NOBODY

    def as_named(self, referent: Referent) -> Referent:
        """ "The Commission's president signed a pact *between the EU and Chile*": a body acts for those named."""
        if not any(party.kind == "organization" for party in referent.parties):
            return referent
        between = [t for t in self.trigger.subtree if t.lower_ == "between" and t.i > self.trigger.i]
        named = self._all(c for word in between for c in word.children if c.dep_ == "pobj").parties
        acting = [p for p in referent.parties if p not in named]
        meant = [p for p in named if p not in referent.parties]
        if len(named) < 2 or [p.kind for p in acting] != ["organization"] or len(meant) > 1:
            return referent
        if meant and meant[0].kind != "organization":
            return referent
        parties = [meant[0] if p in acting else p for p in referent.parties if meant or p not in acting]
        return Referent(tuple(parties), referent.officials)

    def opposite(self, others: Referent) -> Referent:
        """ "*Talks with Chad and Mali*": these are on one side, and nothing is told where nobody is on the other.

        That is who acts in the clause, who says so ("Norway said talks with them would resume"), or who publishes it.
        """
        said = self.trigger.head if self.trigger.dep_ in {"nsubj", "nsubjpass"} else None
        sayer = self._all(syntax.subjects(said.head)) if said is not None and said.dep_ == "ccomp" else NOBODY
        if len(others.parties) < 2:  # "Norway said *talks with Chad* broke down"
            return others | sayer if len(sayer.parties) == 1 else others
        if len(others.parties) > _ROUND:
            return NOBODY  # a round of pacts, summed up
        for side in (self.in_clause(through=False), sayer, self.referents.publisher):
            if side and not set(side.parties) & set(others.parties):
                return side | others
        return NOBODY

    def in_clause(self, *, through: bool) -> Referent:
        """Who acts in the clause in which the noun stands; with ``through``, only where it is the means of that act."""
        head = self.trigger
        by_means = head.dep_ == "pobj" and head.head.lower_ in _MEANS
        for _ in range(6):
            if through and head.dep_ == "prep" and not self._is_means(head):
                return NOBODY
            head = head.head
            if through and head.dep_ != "prep" and self.referents.beside(head):
                return self.referents.beside(head)  # "*Chile's* announcement of duties"
            if head.pos_ in {"VERB", "AUX"}:
                # who regrets a ban has none; who will address barriers *through their removal* removes them
                judged = through and not by_means and effects.on_object(head) == "presuppose"
                suffered = through and head.lemma_ in self.words.enduring  # who will face tariffs does not impose them
                return NOBODY if judged or suffered else self._all([*syntax.subjects(head), *joined(head)])
            if head.head == head:
                break
        return NOBODY

    def answered(self) -> Referent:
        """ "*Moscow* retaliated against sanctions imposed by Ottawa": who answers a measure is whom it hits."""
        noun = self.trigger
        verb = syntax.governing_verb(noun)
        if verb is not None and verb.lemma_ in self.words.answering and noun.dep_ in {"pobj", "dobj"}:
            return self._all(syntax.subjects(verb))
        if noun.dep_ == "pobj" and syntax.lemma(noun.head.head) in self.words.answers:  # "in retaliation against"
            return self.in_clause(through=False)
        return NOBODY

    def _is_means(self, preposition: Token) -> bool:
        """ "coerces *through* export controls"; "committed *to* a ban" is a ban of whoever commits."""
        if preposition.lower_ in {"to", "on"}:
            return preposition.head.lemma_ in self.words.undertaking
        return preposition.lower_ in _MEANS | {"including", "with", "of"}


def behind_matter(noun: Token, preposition: str) -> list[Token]:
    """ "Agreements on trade *with Peru*", "access for beef *in Peru*": the parser hangs the party on the matter.

    "Talks on a pact *between Chile and Peru*" are theirs, as the pact is.
    """
    words, lemma = role_words.lexicon(noun.doc), syntax.lemma(noun)
    if preposition in {"over", "against"} and lemma in words.cases:  # "a complaint with the court *over* it"
        filed = [t for host in (noun, noun.head) for t in syntax.after(host, "with", "to", "at")]
        return [t for place in filed for t in syntax.after(place, preposition)]
    deal = preposition == "with" and lemma in words.deals
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "a round *of talks*"
    own = whole.dep_ in {"nsubj", "nsubjpass", "ROOT"} and not syntax.after(noun, "with")
    deal = deal or (preposition == "between" and own and lemma in words.talks)
    if not deal and not (preposition == "in" and lemma == "access"):
        return []
    hosts = [noun, *(syntax.after(noun, "of") if deal else ())]  # "a memorandum of understanding *on* trade"
    matters = [matter for host in hosts for matter in syntax.after(host, "on", "for", "to", "about", "towards")]
    return [t for matter in matters for t in syntax.after(matter, preposition)]


def _preposition(noun: Token) -> Token | None:
    """The preposition before the noun; of "ahead of" the first."""
    if noun.dep_ != "pobj":
        return None
    preposition = noun.head
    return preposition.head if preposition.lower_ == "of" and preposition.head.lower_ == "ahead" else preposition


def _is_subject(noun: Token) -> bool:
    """The subject of a clause, or a name beside it."""
    while noun.dep_ == "appos":
        noun = noun.head
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.pos_ in {"NOUN", "PROPN"}


def _verb_around(preposition: Token) -> Token | None:
    """The verb on which the phrase hangs, or the noun that it belongs to ("said in a statement *after talks*")."""
    head = preposition.head
    for _ in range(_DEPTH):
        if head.pos_ in {"VERB", "AUX"}:
            return head
        if head.dep_ not in {"pobj", "dobj", "prep"} or head.head == head:
            return None
        head = head.head
    return None
