"""Whom a plural or counted phrase points back to: "both countries", "the leaders", "his counterparts"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg_builder import syntax
from kg_builder.groups import Groups
from kg_builder.membership import Membership
from kg_builder.model import Entity, Official
from kg_builder.naming import NOBODY, Naming, PartyWords, Referent
from kg_builder.tokens import Doc, Token

_LEADERS = {"head-of-state", "head-of-government", "organization-head"}
#: A group of more than these is "countries of the world"; nobody lists them before.
_LARGEST_GROUP = 12


@dataclass
class Plurals:
    """Resolves such phrases of one Doc; ``one`` and ``all`` resolve others, ``named_within`` what a phrase names."""

    doc: Doc
    words: PartyWords
    naming: Naming
    groups: Groups
    membership: Membership
    one: Callable[[Token], Referent]
    all: Callable[[Iterable[Token]], Referent]
    named_within: Callable[[Token], Referent]

    def points_back(self, noun: Token) -> bool:
        """ "both countries", "the two sides", "the leaders"; "Leaders also met ...", in the style of readouts."""
        if self.count(noun) or noun.lower_ in self.words.counts:
            # "blacklisted *five officials*": so many that nobody has told of
            new = any(c.dep_ == "nummod" for c in noun.children) and not any(c.dep_ == "det" for c in noun.children)
            return not (new and noun.dep_ in {"dobj", "nsubjpass"})
        if not syntax.is_plural(noun):
            return False
        definite = any(c.lower_ in {"the", "these", "those", "both", "our", "their", "all"} for c in noun.children)
        definite = (definite and not self.naming.is_of_others(noun)) or bool(self._rest(noun))
        bare = syntax.lemma(noun) in self.words.persons and noun.dep_ == "nsubj" and not syntax.modifiers(noun)
        return definite or bare

    def count(self, noun: Token) -> int | None:
        """How many the phrase says they are: "*both* sides", "the *trio*", "the *13* ministers"."""
        determiners = [c for c in noun.children if c.dep_ in {"det", "predet", "cc", "preconj"}]
        for token in (noun, *syntax.modifiers(noun), *determiners):
            if token.lower_ in self.words.counts:
                return self.words.counts[token.lower_]
            if token.lower_.isdigit() and len(token) < 3:
                return int(token.lower_)
        return None

    def referent(self, noun: Token) -> Referent:
        """The parties, and of persons the officials; nobody where none or too many fit."""
        if syntax.lemma(noun) in self.words.others and any(c.dep_ == "poss" and self.one(c) for c in noun.children):
            return self.membership.included(noun)  # "Peru's three allies" are others, known only where they are listed
        rest = self._rest(noun)
        if rest:
            return rest
        named = self.named_within(noun)
        count = self.count(noun)
        if named and (len(named.parties) * 2 >= (count or 0) or self.membership.listed(noun)):
            return named
        if count is not None and count > _LARGEST_GROUP:
            return NOBODY
        if count is None and (known := self._named_alike(noun)):
            return known
        own = self._own_subject(noun)
        met = self.groups.met(noun.i, count) if syntax.lemma(noun) in self.words.persons and not own else NOBODY
        if count and not met and noun.dep_ in {"nsubj", "nsubjpass"}:
            met = self.groups.recent(noun, count=count, taken_up=True)
        parties = met.parties or self.groups.latest(noun.i, count, own).parties
        if not parties and count is None and any(c.dep_ in {"det", "predet"} for c in noun.children):
            parties = self.groups.only(noun.i).parties
        officials = self._members(noun, parties) if syntax.lemma(noun) in self.words.persons else ()
        if len(met.officials) == count and {*officials} & {*met.officials}:
            officials = met.officials  # "the two leaders" are those who met, a vice president among them
        return Referent(parties, officials)

    def _named_alike(self, noun: Token) -> Referent:
        """ "Chinese diplomats blamed Peru. *The diplomats* warned": the same, if nobody has joined them since."""
        if syntax.lemma(noun) not in self.words.persons:
            return NOBODY
        for before in reversed(self.doc[: noun.i]):
            if before.tag_ == "NNS" and before.dep_ == "nsubj" and syntax.lemma(before) == syntax.lemma(noun):
                known = self.one(before)
                since = (g.referent for g in self.groups.all if g.acting and before.i < g.at < noun.i)
                # states that act together in between are not those who met before
                joined = any(group.officials or not known.officials for group in since)
                return NOBODY if joined else known
        return NOBODY

    def _rest(self, noun: Token) -> Referent:
        """ "The Secretary *and Foreign Ministers*", "thanked *his counterparts*": those with whom that one met last."""
        if not syntax.is_plural(noun) or syntax.lemma(noun) not in self.words.persons or self._names_others(noun):
            return NOBODY
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if syntax.lemma(noun) == "counterpart" and owner is not None:
            one = self.one(owner)
        elif noun.dep_ == "conj" and noun.head.dep_ in {"nsubj", "nsubjpass"} and owner is None:
            one = self.one(noun.head)
        else:
            return NOBODY
        # "emphasized working with *the union*. The Secretary and *Foreign Ministers* agreed": people, not the union
        met = self.groups.around(one.parties, noun.i, people=True) or self.groups.around(one.parties, noun.i)
        others = tuple(p for p in met.parties if p not in one.parties)
        return Referent(others, tuple(o for o in met.officials if o.of in others))

    def _names_others(self, noun: Token) -> bool:
        """ "Leaders *from industry*", "*Norwegian* ministers" are no others of a group named before."""
        return any(c.dep_ == "prep" for c in noun.children) or bool(self.naming.beside(noun))

    def _own_subject(self, noun: Token) -> frozenset[Entity]:
        """The parties that act upon the noun: "the two will support *the governments*" speaks of others."""
        verb = syntax.governing_verb(noun)
        if verb is None or noun.dep_ in {"nsubj", "nsubjpass", "conj"} or noun in syntax.subjects(verb):
            return frozenset()
        return frozenset(self.all(t for t in syntax.subjects(verb) if t != noun).parties)

    def _members(self, noun: Token, parties: tuple[Entity, ...]) -> tuple[Official, ...]:
        """The officials that a group of persons means: incumbents of its parties named before, of the noun's rank."""
        lemma = syntax.lemma(noun)
        found = []
        for person in self.doc._.people:
            tenure = person.tenure
            if tenure is None or tenure.status != "incumbent" or person.mentions[0][0] >= noun.i:
                continue
            if tenure.office_class == "spokesperson":
                continue  # tells of the others' meeting
            if lemma in self.words.leaders and tenure.office_class not in _LEADERS:
                continue
            if lemma in self.words.ministers and not tenure.office_class.endswith("minister"):
                continue
            if tenure.official.of in parties:
                found.append(tenure.official)
        return tuple(found)
