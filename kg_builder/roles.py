"""Fills the roles of one trigger: which parties, persons, goods stand in which grammatical function of it."""

from collections.abc import Collection, Iterable
from functools import cached_property

from kg_builder import about, assertion, clauses, guests, locations, syntax
from kg_builder.addressees import Addressees
from kg_builder.agents import Agents
from kg_builder.blame import Blame
from kg_builder.companions import companions, joined
from kg_builder.makers import Makers
from kg_builder.model import Entity, EventType
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.participants import Participants, Surroundings, behind_matter
from kg_builder.spoken import Spoken
from kg_builder.tokens import Token

#: Functions of whom an act is directed at.
_DIRECTED = {"on", "against", "to", "upon", "at", "for", "over"}


class Roles(Surroundings):
    """Reads the roles of one trigger."""

    @property
    def nominal(self) -> bool:
        return self.trigger.pos_ not in {"VERB", "AUX"} or self.trigger != self.verb

    @property
    def _participants(self) -> Participants:
        return Participants(self.trigger, self.verb, self.words)

    @property
    def _agents(self) -> Agents:
        return Agents(self.verb, self.words, self._participants, self._makers)

    @property
    def _makers(self) -> Makers:
        return Makers(self.trigger, self.verb, self.words)

    @property
    def _blame(self) -> Blame:
        return Blame(self.words, self.referents, self.within)

    @property
    def _spoken(self) -> Spoken:
        return Spoken(self.verb, self.referents, self._blame.of, self._blame.doer)

    def actors(self, functions: Iterable[str]) -> Referent:
        referent = NOBODY
        # "announced a deal with Peru" is a deal of two only if somebody announced it: companions come last.
        for function in sorted(functions, key=lambda f: f in {"with", "including"}):
            match function:
                case "with" if not referent and self.trigger != self.verb:
                    continue
                case "with" if not referent:
                    referent |= self._participants.opposite(self._all(self.phrases("with")))
                case "beside":
                    referent |= self._beside()
                case "owner":
                    referent |= self._beside() or self._all(self.phrases("by")) or self._subject()
                case "subject":
                    referent |= self._subject()
                case "context":
                    body = any(party.kind == "organization" for party in referent.parties)
                    own = self._beside()
                    if len(own.parties) > 1:  # "the US-Chad pact reached in May"
                        referent |= own
                    elif not body and len(referent.parties) < 2:
                        referent |= self._participants.of_context()
                case "holder":  # "he expressed *Oslo's* concern", "the support *of Oslo*"
                    referent |= NOBODY if referent else self._beside() or self._all(syntax.after(self.trigger, "of"))
                case "voice":
                    referent |= self.referents.speakers.of_pronoun(self.verb)
                case "issuer":
                    referent |= NOBODY if referent else self._makers.issuer()
                case "content":
                    referent |= NOBODY if len(referent.parties) > 1 else self._participants.in_content()
                case "occasion":
                    referent |= NOBODY if len(referent.parties) > 1 else self._participants.at_occasion()
                case "traveller":
                    referent |= NOBODY if referent else self._participants.traveller()
                case "sender":  # "*Peruvian* troops will be sent to Chad"
                    agentless = not syntax.subjects(self.verb)
                    sent = syntax.objects(self.verb) if agentless else []
                    referent |= union(map(self.referents.beside, sent))
                case "modified":  # "the visiting *Peruvian president*"
                    referent |= self._all([self.trigger.head])
                case "posted":  # "the ambassador *in Oslo* was summoned"
                    referent |= self._participants.posted()
                case "empowered":  # "the order allows *Norway* to block the assets of"
                    referent |= self._all(t for v in syntax.complements(self.verb) for t in syntax.subjects(v))
                case "whose":  # "the lifting of *Peru's* sanctions"
                    of = [] if referent else syntax.after(self.trigger, "of")
                    referent |= union(map(self.referents.beside, of))
                case "imposer":  # "Peru will face tariffs", "bans on Peru will be lifted": by the other of two
                    referent |= NOBODY if referent else self._makers.imposer(self.within)
                case "clause" | "through":
                    referent |= NOBODY if referent else self._participants.in_clause(through=function == "through")
                case _:
                    referent |= self._all(self.phrases(function))
        return self._participants.as_named(referent)

    def _subject(self) -> Referent:
        heads = self.phrases("subject")
        invited = self._invited()
        if invited:
            return invited
        agents = self._agents
        referent = agents.minded() or self._all(heads) or self._all(agents.issuers()) or agents.listing()
        referent = referent or agents.among(heads) or agents.in_force() or agents.announced()
        referent = referent or agents.commanding(heads)
        # "*U.S.* efforts to delist firms", "*U.S.* sanctions imposed in May"; not "*U.S.* envoys expelled from Oslo"
        measure = self.verb.head == self.trigger and syntax.lemma(self.trigger) in self.words.restrictions
        within = self.verb.dep_ in {"acl", "relcl"} and (measure or not syntax.is_passive(self.verb))
        # which of the parties of a deal acts is not said
        within = within and syntax.lemma(self.verb.head) not in self.words.deals
        if not referent and within and self.verb.head.ent_type_ != "PERSON":
            referent = self.referents.beside(self.verb.head)
        if not referent:
            counted = [t for h in heads if h.pos_ == "NUM" for t in syntax.after(h, "of")]  # "three of *Peru's* jets"
            referent = union(map(self._agents.issuer, [*heads, *counted]))
        if not heads and not referent:
            referent = self._participants.of_list()
        if referent:
            referent |= self._all([*companions(self.verb, heads, self.words.concert), *joined(self.verb)])
        # A long list of persons with offices is more than the parser follows; all in the subject's phrase take part.
        inside = [t for head in heads for t in head.subtree if t.i in self.referents.naming.person_at]
        inside = [
            t
            for t in inside
            if t.dep_ in {"conj", "appos"} and not any(a.dep_ in {"relcl", "acl"} for a in t.ancestors)
        ]
        return referent | (self._all(inside) if referent.officials else NOBODY)

    def _invited(self) -> Referent:
        return self._participants.invited() if self.verb.dep_ in {"ROOT", "conj", "ccomp"} else NOBODY

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
                clauses = [c for c in self.verb.children if c.dep_ in {"advcl", "ccomp"} and assertion.is_condition(c)]
                return self._all(t for clause in clauses for t in syntax.subjects(clause))
            case "that":  # "that Rome *act*", not "that it acts"
                asked = [v for v in syntax.complements(self.verb) if v.tag_ == "VB"]
                inner = [t for v in asked for t in syntax.subjects(v) if t not in syntax.subjects(self.verb)]
                return self._all(inner) or union(map(self.referents.firm, inner if companies else []))
            case "other" if syntax.after(self.trigger, "to"):
                return NOBODY  # "a visit to three allies" is not to the other party
            case "other":
                one = self._all(syntax.subjects(self.verb)).parties or self._beside().parties or tuple(acting)
                return self.referents.counterparties.counterpart(one)
            case "receiver":
                return guests.host(self.trigger, self.referents)
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
        seat = self.referents.naming.seat_of(head) if hosted else NOBODY
        whose = companies and syntax.lemma(head) in self.words.owned  # "restricted *Doegas's* access"
        owned = [c for c in head.children if c.dep_ == "poss" and whose]
        return named or self.within(head, apart=acting) or seat or union(map(self.referents.firm, owned))

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
        return Addressees(self.verb, self.words).of(type, acting)

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

    def _beside(self) -> Referent:
        own = NOBODY if self.referents.naming.is_in_title(self.trigger) else self.referents.beside(self.trigger)
        whole = self.trigger.head
        if own or self.trigger.dep_ != "compound" or syntax.lemma(whole) not in self.words.counting:
            return own
        return self.referents.beside(whole)  # "the *EU* sanctions package"

    def companies(self, functions: Iterable[str]) -> tuple[Entity, ...]:
        found: dict[Entity, None] = {}
        for function in functions:
            for phrase in self.phrases(function) if function != "beside" else ():
                for member in syntax.conjuncts(phrase):
                    company = self.referents.company(member)
                    if company is not None:
                        found[company] = None
        return tuple(found)

    @cached_property
    def goods(self) -> tuple[Entity, ...]:
        """Goods in the clause of the trigger that the act is about."""
        return about.goods(self.trigger, self.verb, self.words.end_use, self.words.trading)
