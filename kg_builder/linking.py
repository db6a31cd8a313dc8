"""What noun phrases refer to: the parties a phrase stands for, and the officials among them.

A phrase names its parties itself ("Japan and Germany", "the Chinese side", "Mr Kishida"), or it points back ("both
countries", "the trio", "they", "the minister"): to the latest group of the right size, the latest subject of the right
number. Where nothing fits, or two readings are equally good, it stands for nobody.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg_builder import agencies, lexicons, syntax
from kg_builder.companies import Companies
from kg_builder.counterparties import Counterparties
from kg_builder.gazetteer import Gazetteer, Organization, Organizations, States, entities
from kg_builder.governments import Governments
from kg_builder.groups import Groups
from kg_builder.issuers import Issuers
from kg_builder.membership import Membership
from kg_builder.model import Entity
from kg_builder.named_before import NamedBefore
from kg_builder.naming import NOBODY, Naming, PartyWords, Referent, union
from kg_builder.people import Person
from kg_builder.plurals import Plurals
from kg_builder.pronouns import ALL, Pronouns
from kg_builder.speakers import WE, Speakers
from kg_builder.tokens import Doc, Token

_UNITED_NATIONS = "United Nations"


@dataclass
class Referents:
    """Resolves the phrases of one Doc. What a phrase stands for depends only on the text up to it."""

    doc: Doc
    words: PartyWords
    seats: Mapping[str, str]
    agency_at: Mapping[int, Entity]
    publisher: Referent
    issuers: Issuers
    epithets: Mapping[str, frozenset[str]]
    overlay: Path | None
    _seen: dict[int, Referent] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    @cached_property
    def naming(self) -> Naming:
        return Naming(self.doc, self.words, self.seats, self.agency_at)

    @cached_property
    def companies(self) -> Companies:
        return Companies(self.doc, self.naming)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.doc, self.naming, self._office)

    @cached_property
    def counterparties(self) -> Counterparties:
        return Counterparties(self.doc, self.naming, self.groups, self.one)

    @cached_property
    def pronouns(self) -> Pronouns:
        return Pronouns(self.doc, self.naming, self.groups, self.speakers, self.of)

    @cached_property
    def speakers(self) -> Speakers:
        return Speakers(self.doc, self.naming, self.groups, self.publisher, self.issuers, self.of)

    @cached_property
    def home(self) -> frozenset[Entity]:
        """Who publishes the text, and the body whose organ that is: the EU, where its Commission does."""
        wholes = (self.issuers.parents.get(party.id, "") for party in self.publisher.parties)
        return frozenset({*self.publisher.parties, *(Entity("organization", whole) for whole in wholes if whole)})

    @cached_property
    def membership(self) -> Membership:
        return Membership(self.naming, self.all)

    @cached_property
    def plurals(self) -> Plurals:
        return Plurals(
            self.doc, self.words, self.naming, self.groups, self.membership, self.one, self.all, self._named_within
        )

    @cached_property
    def named_before(self) -> NamedBefore:
        return NamedBefore(self.doc, self.naming, self.publisher, self.epithets, self.one)

    @cached_property
    def governments(self) -> Governments:
        return Governments(self.doc, self.naming, self.publisher, self.seats, self.overlay, self.one)

    def of(self, token: Token) -> Referent:
        """Who the phrase headed by ``token`` stands for, with all that is coordinated with it."""
        members = (self.one(member) for member in syntax.conjuncts(token) if member.i >= token.i)
        return self.naming.listed(token) | union(members)

    def all(self, tokens: Iterable[Token]) -> Referent:
        return union(map(self.of, tokens))

    def one(self, token: Token) -> Referent:
        """Who the phrase headed by ``token`` stands for, without what is coordinated with it."""
        if token.i in self._seen:
            return self._seen[token.i]
        if token.i in self._busy:  # a pronoun whose antecedent asks for the pronoun
            return NOBODY
        self._busy.add(token.i)
        self._seen[token.i] = self._resolve(token)
        self._busy.discard(token.i)
        return self._seen[token.i]

    def beside(self, noun: Token) -> Referent:
        """The parties that modify a noun, pronouns included: "*its* tariffs", "*both countries'* ministers"."""
        named = self.naming.beside(noun) or union(self.one(c) for c in noun.children if c.dep_ == "poss")
        member = syntax.lemma(noun) in self.words.government
        return named or (self.named_before.of_compound(noun) if member else NOBODY)

    def company(self, token: Token) -> Entity | None:
        """The company or other body, neither state nor organization, that the phrase names; None otherwise."""
        return None if self.one(token) else self.companies.of(token)

    def firm(self, token: Token) -> Referent:
        """The same as a party, where it is surely a body and no plan, place or system that is written like one."""
        company = self.company(token)
        return Referent((company,)) if company is not None and self.companies.is_sure(token) else NOBODY

    def _resolve(self, token: Token) -> Referent:
        named = self.naming.name(token)  # first: "US" is no pronoun
        if named:
            return self.membership.bracketed(token) or named | self._appositions(token)
        if token.pos_ == "PRON" or token.lower_ in ALL:
            return self.pronouns.referent(token)
        if count := self._bare_count(token):
            return self.pronouns.counted(token, count)
        known = self.named_before.referent(token) or self.governments.leader(token)
        if known:
            return known
        lemma = syntax.lemma(token)
        if lemma in self.words.shares and any(c.lower_ == "a" for c in token.children):
            return self.all(syntax.after(token, "of"))
        voice = next((c for c in token.children if c.lower_ in WE and c.dep_ == "poss"), None)
        official = lemma in self.words.government - self.words.companions
        if voice is not None and official and not self.naming.beside(token):
            return self.speakers.of_pronoun(voice)
        owner = self.counterparties.owner(token)
        if owner is not None and not (syntax.is_plural(token) and self.plurals.points_back(token)):
            apposed = self.membership.included(token) or self._appositions(token)
            return apposed or self.counterparties.other(token, owner)
        if lemma in self.words.group | self.words.persons and (region := self.naming.region(token)):
            return region
        if lemma in self.words.group and self.plurals.points_back(token):
            return self.plurals.referent(token)
        acting = lemma == "territory" and token.dep_ == "nsubj"  # "the territory is in talks", not "left the territory"
        if (
            (acting or lemma in self.words.epithets)
            and token.tag_ in {"NN", "NNP"}
            and any(c.lower_ == "the" for c in token.children)
        ):
            return self._named_within(token) or self.pronouns.epithet(token)
        if lemma in self.words.government | self.words.persons and self.naming.is_unofficial(token):
            return NOBODY
        if lemma in self.words.government:
            named = self._named_within(token) or self._appositions(token) or self._titled(token)
            return named or self._secretary_general(token) or self.governments.referent(token)
        return self.membership.enumerated(token)

    def _bare_count(self, token: Token) -> int | None:
        """ "*The two* agreed", "*the two men* met", which tell of nobody but those named; None for any other phrase."""
        if token.tag_ != "CD" and token.lower_ not in self.words.people:
            return None
        words = [token, *(c for c in token.children if c.dep_ == "nummod")]
        definite = any(c.lower_ == "the" for w in words for c in w.children) and not syntax.after(token, "of")
        return next((self.words.counts.get(w.lower_) for w in words if definite and w.tag_ == "CD"), None)

    def _secretary_general(self, noun: Token) -> Referent:
        """ "The Secretary-General" of nobody is that of the United Nations, unless another body is named before."""
        words = self.doc[max(0, noun.i - 3) : noun.i + 1].text.split()
        if "Secretary-General" not in words and words[-2:] != ["Secretary", "General"]:
            return NOBODY
        if any(c.lower_ in {"of", "for"} or c.dep_ in {"poss", "nmod"} for c in noun.children):
            return NOBODY
        bodies = {m.entity.id for m in self.doc._.mentions if m.entity.kind == "organization" and m.start < noun.idx}
        home = all(body.startswith(_UNITED_NATIONS) for body in bodies)
        return Referent((Entity("organization", _UNITED_NATIONS),)) if home else NOBODY

    def _named_within(self, noun: Token) -> Referent:
        """ "Japan's government", "leaders of US and Japan", "ministers from 13 countries, including Singapore"."""
        referent = self.beside(noun)
        for head in syntax.after(noun, "of", "from", *([] if referent else ["for"])):  # "the UN envoy *for Chad*"
            named = self.of(head) or self._of_branch(noun, head)
            if not named and (self.plurals.count(head) or 0) > 1:
                return self.membership.listed(head)  # of so many countries few are named
            referent |= named
        behind = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and self._is_apposed(noun, c)]
        # "its NATO allies, Norway and Canada", "the EU's commissioner, Jane Doe": who is named acts, not the body
        of_states = [h for c in behind for m in syntax.conjuncts(c) for h in syntax.after(m, "of")]
        members = self.membership.included(noun) or self.all(behind) or self.all(of_states)  # "Doe *of Mali*"
        referent = members or referent
        # "a delegation led by the minister"
        led = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in self.words.leading]
        return referent | self.all(h for verb in led for h in syntax.subjects(verb) if h != noun)

    def _is_apposed(self, noun: Token, name: Token) -> bool:
        """ "The minister, *Jane Doe*"; "three countries, *Austria*, Slovenia and Croatia"; "our ally, *Austria*"."""
        if name.i in self.naming.person_at or syntax.lemma(noun) in self.words.companions:
            return True
        return noun.tag_ in {"NNS", "NNPS"} and self.naming.party_at(name) is not None

    def _of_branch(self, noun: Token, branch: Token) -> Referent:
        """ "Chiefs of *staff of Mali*", "ministers of *foreign affairs of Laos*": whose branch of government it is."""
        if syntax.lemma(noun) == "government":  # "the government of *Laos's* intent to build"
            return union(self.one(c) for c in branch.children if c.dep_ == "poss")
        if syntax.lemma(noun) in self.words.branches:  # "the Ministry of Trade and Fisheries of *Laos*"
            return self.all(
                h for m in syntax.conjuncts(branch) for h in syntax.after(m, "of") if self.naming.party_at(h)
            )
        several = branch.tag_ == "NNS" and branch.lower_ != "affairs"  # "heads of companies of Mali" are no officials
        if several or syntax.lemma(noun) not in self.words.persons | self.words.titles:
            return NOBODY
        return self.beside(branch) or self.all(syntax.after(branch, "of"))

    def _appositions(self, token: Token) -> Referent:
        """A list without "and" is parsed as a chain of appositions; an apposition that names a party adds it."""
        behind = [c for c in token.children if c.dep_ == "appos" and c.i > token.i]
        return self.all(c for c in behind if self.naming.party_at(c) or c.i in self.naming.person_at)

    def _titled(self, noun: Token) -> Referent:
        """ "the minister": the one person before whose office the words name; of several, the latest subject."""
        if noun.tag_ not in {"NN", "NNP"} or syntax.lemma(noun) not in self.words.titles:
            return NOBODY
        if any(c.lower_ in {"a", "an", "any", "another", "every"} for c in noun.children):
            return NOBODY
        words = {t.lower_ for t in (*syntax.modifiers(noun), noun) if t.is_alpha and t.dep_ != "poss"}
        fitting = [p for p in self.doc._.people if p.tenure and words <= set(re.findall(r"[a-z]+", p.tenure.office))]
        fitting = [p for p in fitting if any(start < noun.i for start, _ in p.mentions)]
        if len(fitting) > 1:
            latest = {self._latest_subject(person, noun.i): person for person in fitting}
            fitting = [latest[max(latest)]] if max(latest) >= 0 else []
        return self.naming.person(fitting[0]) if fitting else NOBODY

    def _office(self, noun: Token) -> Referent:
        """ "*The Prime Minister* met President Roe", in a text of a government's: its own, where nobody is named."""
        return self._titled(noun) or self.governments.referent(noun)

    def _latest_subject(self, person: Person, before: int) -> int:
        starts = [s for s, e in person.mentions if s < before and any(t.dep_ == "nsubj" for t in self.doc[s:e])]
        return max(starts, default=-1)


def _epithets(body: Organization, words: PartyWords) -> frozenset[str]:
    """What a text calls the body when it comes back to it: "the court", "the bank", "the alliance"."""
    last = {name.split()[-1].lower() for name in (body.name, *body.names)}
    own = {word for word in last if word in words.bodies} | set(words.kinds.get(body.kind, ()))
    return frozenset(own | {"bloc"} if body.name in words.blocs else own)


class Linking:
    """The component: puts a ``Referents`` on each Doc."""

    def __init__(self, overlay: Path | None) -> None:
        self.overlay = overlay
        self.words = lexicons.read("linking", PartyWords, overlay)
        states = lexicons.read("states", States, overlay).states
        self.seats = {capital: state.code for state in states for capital in state.capitals}
        self.agencies = agencies.gazetteer(overlay)
        self.publishers: Gazetteer[Entity] = Gazetteer()
        for state in states:
            for name in (*state.names, *state.abbreviations, *state.seats):
                self.publishers.add(name, Entity("state", state.code))
        bodies = lexicons.read("organizations", Organizations, overlay).organizations
        parents = {body.name: body.parent for body in bodies if body.parent}
        members = {body.name: frozenset(body.members) for body in bodies if body.members}
        self.issuers = Issuers(self.words, entities(overlay), parents, members)
        self.epithets = {body.name: _epithets(body, self.words) for body in bodies}
        for body in bodies:
            for name in (body.name, *body.names):
                self.publishers.add(name, Entity("organization", body.name))

    def __call__(self, doc: Doc) -> Doc:
        named = agencies.named(doc, self.agencies)
        doc._.referents = Referents(
            doc, self.words, self.seats, named, self._publisher(doc), self.issuers, self.epithets, self.overlay
        )
        return doc

    def _publisher(self, doc: Doc) -> Referent:
        """The state or body that issues the text: the longest of their names in the publisher's."""
        publisher = ((doc._.article.publisher if doc._.article else None) or "").replace("&", "and")
        found = list(self.agencies.find(publisher)) or list(self.publishers.find(publisher))
        return Referent((max(found, key=lambda hit: hit.end - hit.start).value,)) if found else NOBODY
