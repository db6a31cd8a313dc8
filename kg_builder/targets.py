"""At whom the act of one trigger is directed."""

from collections.abc import Collection, Iterable

from kg_builder import clauses, guests, locations, own_clause, syntax
from kg_builder.addressees import Addressees
from kg_builder.blame import Blame
from kg_builder.model import Entity, EventType
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.phrases import Phrases
from kg_builder.slot_words import lexicon
from kg_builder.spoken import Spoken
from kg_builder.tokens import Token

#: Of so many who act together nobody is the other.
_MANY = 3


class Targets(Phrases):
    """Reads whom an act is directed at, function by function."""

    @property
    def _blame(self) -> Blame:
        return Blame(self.words, self.referents, self.within)

    @property
    def _spoken(self) -> Spoken:
        return Spoken(self.verb, self.referents, self._blame.of, self._blame.doer)

    def targets(
        self, functions: Collection[str], apart_from: Iterable[Entity] = (), *, companies: bool = False
    ) -> Referent:
        """The first function that holds a party other than those ``apart_from``, if only inside its phrase; with
        ``companies`` also these."""
        acting = set(apart_from)
        for function in functions:
            referent = self._target(function, acting, companies=companies, hosted="host" in functions)
            others = tuple(p for p in referent.parties if p not in acting)
            if others:
                return Referent(others, tuple(o for o in referent.officials if o.of in others))
        return NOBODY

    def _target(self, function: str, acting: set[Entity], *, companies: bool, hosted: bool) -> Referent:
        """Whom one function holds; ``hosted`` lets a seat of government stand for its state in any phrase."""
        match function:
            case "beside":
                return self._beside()
            case "host":
                places = [t for name in ("to", "in", "near", "at") for t in self.phrases(name)]
                heads = [*syntax.objects(self.verb), *syntax.after(self.trigger, "to", "in"), *places]
                return union(self.referents.naming.seat_of(t) for t in heads)
            case "seat":  # "recalled its envoys *from Oslo and Lima*"
                cities = [m for t in self.phrases("from") for m in syntax.conjuncts(t)]
                return union(self.referents.naming.seat_of(t) for t in cities)
            case "judged":
                return self._spoken.judged()
            case "blamed":
                firms = union(map(self.referents.firm, self._hurtful() if companies else []))
                return firms or union(self._blame.of(t, acting) for t in self._hurtful())
            case "doer":
                return self._participants.doer()
            case "pointed":
                taken = self._spoken.taker_of(syntax.objects(self.verb))
                return taken or self._participants.pointed(acting)
            case "concluded":
                return self._participants.concluded(acting)
            case "bound":
                return self._spoken.bound()
            case "faced":
                return self._spoken.faced()
            case "condition":
                clauses = [c for c in self.verb.children if c.dep_ in {"advcl", "ccomp"} and own_clause.is_condition(c)]
                return self._all(t for clause in clauses for t in syntax.subjects(clause))
            case "that":  # "that Rome *act*", not "that it acts"
                asked = [v for v in syntax.complements(self.verb) if v.tag_ == "VB"]
                inner = [t for v in asked for t in syntax.subjects(v) if t not in syntax.subjects(self.verb)]
                return self._all(inner) or union(map(self.referents.firm, inner if companies else []))
            case "on" if self._speaks_of_talks():
                return NOBODY  # "lauded his meetings *on Peru*": what they were about
            case "other" if syntax.after(self.trigger, "to"):
                return NOBODY  # "a visit to three allies" is not to the other party
            case "other":
                one = self._all(syntax.subjects(self.verb)).parties or self._beside().parties or tuple(acting)
                return self.referents.counterparties.counterpart(one) if len({*one, *acting}) < _MANY else NOBODY
            case "receiver":
                return guests.host(self.trigger, self.referents)
            case "stops":
                return self._stops()
            case "shared":
                return self._participants.shared()
            case "setting":
                return self._participants.setting()
            case "barred":  # "the order allows Norway to block *the assets of Chad*"
                barred = [o for v in syntax.complements(self.verb) for o in syntax.objects(v)]
                return union(self.within(o, apart=acting) for o in barred)
            case "any":
                hit = [o for v in syntax.complements(self.verb) if companies for o in syntax.objects(v)]
                return self._anyone(acting) or union(map(self.referents.firm, hit))
            case "linked":
                return self._linked() or self._participants.answered()
        phrases = [m for t in self.phrases(function) for m in syntax.conjuncts(t) if m.i >= t.i]
        return union(self._in_phrase(t, acting, companies=companies, hosted=hosted) for t in phrases)

    def _in_phrase(self, head: Token, acting: set[Entity], *, companies: bool, hosted: bool) -> Referent:
        """ "Sanctioned the Chinese firm *Doegas*" hits no China; "flew to *Cairo*" is to Egypt."""
        # "condolences for the victims of the attack by Peru *on Chile*"
        if syntax.lemma(self.trigger) in self.words.mourning:
            attacks = [t for t in head.subtree if syntax.lemma(t) in self.words.attacks]
            if attacks:
                return self._all(h for attack in attacks for h in syntax.after(attack, "on", "against"))
        named = self.referents.firm(head) if companies else NOBODY
        seat = self._host_of(head) if hosted else NOBODY
        whose = companies and syntax.lemma(head) in self.words.owned  # "restricted *Doegas's* access"
        owned = [c for c in head.children if c.dep_ == "poss" and whose]
        return named or self.within(head, apart=acting) or seat or union(map(self.referents.firm, owned))

    def _host_of(self, city: Token) -> Referent:
        """ "Flew to *Lima*", "visited *Tumaco, Colombia*"."""
        states = [c for c in city.children if c.dep_ == "appos" and self.referents.naming.party_at(c)]
        return self.referents.naming.seat_of(city) or self._all(states)

    def _speaks_of_talks(self) -> bool:
        return any(syntax.lemma(t) in lexicon(t.doc).occasions for t in syntax.objects(self.verb))

    def _hurtful(self) -> list[Token]:
        """What is blamed: of an attack that one alone, else all that is coordinated with it."""
        found: list[Token] = []
        for blamed in self.phrases("object"):
            hurt = syntax.lemma(blamed) in self.words.attacks
            found += [blamed] if hurt else [m for m in syntax.conjuncts(blamed) if m.i >= blamed.i]
        return found

    def addressee(self, type: EventType, acting: Collection[Entity]) -> Referent:
        """At whom the act is directed where no function of the frame says it."""
        if type == "criticism" and any(syntax.lemma(t) in self.words.demands for t in syntax.objects(self.verb)):
            return NOBODY  # whom a demand is about is not blamed for it
        found = Addressees(self.verb, self.words).of(type, acting)
        return self.but_recipients(found) if type == "criticism" else found

    def but_recipients(self, blamed: Referent) -> Referent:
        """ "Opposes arms sales *to Peru*", "condemned aid *for Chad*": who is to get them is not blamed for them."""
        given = [t for t in self.verb.subtree if t.pos_ == "NOUN" and syntax.lemma(t) in self.words.given]
        hosts = [*given, *(noun.head for noun in given if noun.dep_ == "dobj")]  # the parser hangs "to" on either
        getting = self._all(h for host in hosts for h in syntax.after(host, "to", "for"))
        kept = tuple(p for p in blamed.parties if p not in getting.parties)
        return Referent(kept, tuple(o for o in blamed.officials if o.of in kept)) if getting else blamed

    def _linked(self) -> Referent:
        """ "Sanctions on firms *based in Peru*, on people *close to the Kremlin*": whom the words behind them name."""
        if across := self._all(m for h in self.phrases("across") for m in syntax.conjuncts(h)):
            return across
        heads = [*syntax.objects(self.verb), *(h for p in ("on", "against") for h in self.phrases(p))]
        for head in (member for h in heads for member in syntax.conjuncts(h)):
            if seats := self._all(locations.of(head, self.words.seated)):
                return seats
            for child in head.children:
                if child.dep_ in {"acl", "relcl", "amod"} and child.i > head.i:
                    found = (self.referents.one(t) or self.referents.beside(t) for t in child.subtree)
                    named = next((referent for referent in found if referent), NOBODY)
                    if named:
                        return named
        acting = self._all(syntax.subjects(self.verb)).parties
        added = union(self.within(t, apart=acting) for t in locations.added(self.verb))
        return added or union(self.within(t, apart=acting) for t in self._reasons())

    def _stops(self) -> Referent:
        """ "A tour that includes stops *in Peru and Chad*", "the first visit by a leader *to Peru*"."""
        phrase = self.trigger.subtree
        parts = [o for c in phrase if c.dep_ == "relcl" for o in syntax.objects(c)]
        stays = [o for o in parts if syntax.lemma(o) in lexicon(self.trigger.doc).trips]
        places = [t for o in stays for t in syntax.after(o, "in", "to", "at")]
        guests = [t for t in syntax.after(self.trigger, "by", "of") if syntax.lemma(t) not in self.words.posted]
        places += [t for guest in guests for t in syntax.after(guest, "to")]
        return self._all(m for t in places for m in syntax.conjuncts(t))

    def _reasons(self) -> list[Token]:
        """ "Sanctions *over Iran's programme*", "tariffs *in retaliation for Peru's ban*"."""
        found = self.phrases("over")
        for noun in self.phrases("in"):
            if syntax.lemma(noun) in self.words.answers:
                found += syntax.after(noun, "to", "for", "against")
        return found

    def _anyone(self, known: Collection[Entity]) -> Referent:
        """The first party named behind the verb, in whatever phrase, other than those ``known`` to act."""
        doers = syntax.subjects(self.verb)
        acting = {*self._all(doers).parties, *known}
        clause = set(self.verb.subtree)  # of a relative clause, what it says is part of its subject's phrase
        theirs = {t.i for doer in doers for t in doer.subtree if t not in clause or doer in clause}
        # what another clause tells of others: "and that Rome was willing", "unless Rome takes part"
        apart = {c for t in self.verb.subtree for c in t.children if clauses.is_apart(c)}
        apart |= {c for c in self.verb.children if syntax.is_further_act(c)}
        saying = self.referents.words.saying  # nor why: "rejected the criticism, *saying it did not know Rome*"
        apart |= {c for c in self.verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in saying}
        # whoever did something, and what binds one, is no addressee: "under the pact, signed *by Peru*"
        apart |= {t for t in self.verb.subtree if t.dep_ == "agent" or t.lower_ in self.words.frameworks}
        # what a document says: "vetoed a resolution *calling on Rome* to act"
        documents = [o for o in syntax.objects(self.verb) if syntax.lemma(o) in self.words.documents]
        apart |= {c for o in documents for c in o.children if c.dep_ in {"acl", "relcl"}}
        theirs |= {t.i for clause in apart for t in clause.subtree}
        doc = self.trigger.doc
        for token in sorted(self.verb.subtree, key=lambda t: t.i):
            if token.i < self.verb.i or token.i in theirs:
                continue
            person = self.referents.naming.person_at.get(token.i)
            if person is not None and person.tenure is not None and person.tenure.official.of not in acting:
                return self.referents.naming.person(person)
            if token.dep_ == "dobj" and self.referents.counterparties.owner(token) is not None:
                beside = self.referents.one(token)  # "threatened to take *its neighbour* to court"
                if beside or not syntax.is_plural(token):
                    return NOBODY if acting & set(beside.parties) else beside
            if syntax.is_plural(token) and any(c.lower_ in {"both", "two"} for c in token.children):
                both = self.referents.one(token)  # "threatened to end talks with *both countries*"
                if both and not acting & set(both.parties):
                    return both
            mention = doc._.mention_at.get(token.i)
            if mention is None or mention.entity in acting:
                continue
            if mention.entity.kind == "good" or (
                mention.entity.kind == "organization" and mention.form == "abbreviation"
            ):
                continue
            listed = self.referents.naming.listed(token).parties
            return Referent((mention.entity, *(p for p in listed if p not in acting))) | self.referents.one(token)
        return NOBODY
