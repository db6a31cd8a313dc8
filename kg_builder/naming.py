"""Whom a phrase names by itself, without looking back: parties and officials in it, beside it, listed with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kg_builder import lexicons, syntax
from kg_builder.model import Entity, Mention, Official
from kg_builder.office_words import title_words
from kg_builder.people import Person
from kg_builder.tokens import Doc, Span, Token

T = TypeVar("T")

_IN = {"in", "for"}
_HYPHENS = {"-", "–", "—"}
#: In which the verb of a listed subject may follow: "Doe *of the Gambia also* agreed".
_SUBJECT_WORDS = 6
#: What sets a scene or a matter: "*On Peru*, Chad and Mali agreed".
_SETTING_PREPOSITIONS = {"in", "at", "with", "from", "against", "on", "regarding", "concerning", "about"}


class PartyWords(lexicons.Lexicon):
    """``data/lexicons/linking.yaml``: words through which a text speaks of parties without naming them."""

    government: frozenset[str]
    group: frozenset[str]
    persons: frozenset[str]
    commentators: frozenset[str]
    collectives: frozenset[str]
    counts: dict[str, int]
    titles: frozenset[str]
    between: frozenset[str]
    blocs: frozenset[str]
    branches: frozenset[str]
    nameless: frozenset[str]
    shared_seats: frozenset[str]
    unofficial: frozenset[str]
    against: frozenset[str]
    saying: frozenset[str]
    statements: frozenset[str]
    heading: frozenset[str]
    bodies: frozenset[str]
    joint: frozenset[str]
    meeting: frozenset[str]
    kinds: dict[str, list[str]]
    firms: frozenset[str]
    no_bodies: frozenset[str]
    regions: dict[str, tuple[str, ...]]
    dealing: frozenset[str]
    led: frozenset[str]
    leading_offices: frozenset[str]
    attending: frozenset[str]
    speaking: frozenset[str]
    talks: frozenset[str]
    epithets: frozenset[str]
    people: frozenset[str]
    shares: frozenset[str]
    leading: frozenset[str]
    leaders: frozenset[str]
    ministers: frozenset[str]
    others: frozenset[str]
    companions: frozenset[str]
    composing: frozenset[str]
    members: frozenset[str]
    memberships: frozenset[str]
    reciprocal: frozenset[str]
    met: frozenset[str]
    releasing: frozenset[str]
    moved: frozenset[str]
    asking: frozenset[str]


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for; empty, and false, where it stands for no party."""

    parties: tuple[Entity, ...] = ()
    officials: tuple[Official, ...] = ()

    def __or__(self, other: "Referent") -> "Referent":
        if not (other.parties or other.officials):
            return self
        if not (self.parties or self.officials):
            return other
        return Referent(distinct(self.parties + other.parties), distinct(self.officials + other.officials))

    def __bool__(self) -> bool:
        return bool(self.parties)


NOBODY = Referent()


def distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def union(referents: Iterable[Referent]) -> Referent:
    whole = NOBODY
    for referent in referents:
        whole |= referent
    return whole


@dataclass
class Naming:
    """Reads the names of one Doc."""

    doc: Doc
    words: PartyWords
    seats: Mapping[str, str]  #: capital -> alpha-3 code of its state
    agency_at: Mapping[int, Entity]  #: token index -> state whose national body is named there

    @cached_property
    def person_at(self) -> dict[int, Person]:
        return {i: person for person in self.doc._.people for start, end in person.mentions for i in range(start, end)}

    @cached_property
    def parties(self) -> dict[int, Mention]:
        return {i: mention for i, mention in self.doc._.mention_at.items() if mention.entity.kind != "good"}

    def party_at(self, token: Token) -> Mention | None:
        """The mention of a state or organization that covers the token."""
        return self.parties.get(token.i)

    def name(self, token: Token) -> Referent:
        """Whom the token itself names: a state, a body, an official, a national agency."""
        mention = self.party_at(token)
        if mention is not None:
            return Referent(self._joined_parties(mention.entity))
        if token.i in self.person_at and (known := self.person(self.person_at[token.i])):
            return known
        if token.i in self.agency_at and token.pos_ in {"PROPN", "NOUN"}:
            return self.beside(token) or Referent((self.agency_at[token.i],))
        if self._meets(token):  # "*Kenya's Amos Kiprono* met ..."
            return union(self.name(c) for c in token.children if c.dep_ == "poss")
        joint = token.pos_ == "PROPN" and syntax.lemma(token) in self.words.joint
        return self._joint(token) if joint else NOBODY

    def _meets(self, name: Token) -> bool:
        """A person told of by the state alone, who meets somebody; elsewhere nobody acts for the state of the name."""
        owner = next((c for c in name.children if c.dep_ == "poss"), None)
        mention = self.party_at(owner) if owner is not None else None
        if owner is None or mention is None or mention.entity.kind != "state" or name.pos_ != "PROPN":
            return False
        if name.ent_type_ not in {"PERSON", ""}:  # "Japan's Sumitomo Chemical"
            return False
        given = [c for c in name.children if c.dep_ == "compound" and c.i > owner.i]
        if not given or any(c.lower_ in self.words.titles for c in (name, *given)):
            return False
        host = name
        while host.dep_ in {"conj", "appos", "pobj", "prep", "dobj"} and host.pos_ != "VERB":
            host = host.head
        return (host.head if host.dep_ == "nsubj" else host).lemma_ in self.words.meeting

    def _joint(self, body: Token) -> Referent:
        """ "The *EU-Chile* Joint Committee", "the Joint Committee *between the EU and Chile*"."""
        between = [self.party_at(m) for t in syntax.after(body, "between") for m in syntax.conjuncts(t)]
        named = Referent(distinct(m.entity for m in between if m is not None))
        return self._hyphenated(body) or (named if len(named.parties) > 1 else NOBODY)

    def person(self, person: Person) -> Referent:
        if person.tenure is None:
            return NOBODY
        return Referent((person.tenure.official.of,), (person.tenure.official,))

    def phrase(self, token: Token) -> Referent:
        """Whom the phrase of the token names: the token, or a state beside a word for its government; with its list."""
        members = [self.name(member) or self._government(member) for member in syntax.conjuncts(token)]
        return self.listed(token) | union(members)

    def _government(self, noun: Token) -> Referent:
        acts = syntax.lemma(noun) in self.words.government and not self.is_unofficial(noun)
        return self.beside(noun) if acts else NOBODY

    def is_unofficial(self, noun: Token) -> bool:
        """ "A *former* Norwegian minister", "Norway's *opposition* leader", "the leader of Norway's *opposition*"."""
        words = [*noun.children, *syntax.after(noun, "of")]
        return any(word.lower_ in self.words.unofficial for word in words if word.dep_ in {"amod", "compound", "pobj"})

    def beside(self, noun: Token) -> Referent:
        """The parties that modify a noun: "*Japan's* curbs", "*US-China* talks", "*Chinese* exports"."""
        modifiers = [m for before in syntax.modifiers(noun) for m in syntax.conjuncts(before) if m.i < noun.i]
        listed = [self.listed(m) for m in modifiers if m.dep_ == "poss"]
        named = self._hyphenated(noun) | union(listed) | union(self._modifier(m) for m in modifiers)
        # "*Chile*-based firms", but "Chile-based *Peruvian* firms"
        return named or union(self.name(c) for m in modifiers for c in m.children if c.dep_ == "npadvmod")

    def is_in_title(self, act: Token) -> bool:
        """Whether a law names in the midst of its title whoever stands before it: "the *Stop Peru Aggression Act*"."""
        if syntax.lemma(act) not in {"act", "bill"} or act.pos_ != "PROPN":
            return False
        start = act.i
        while start and (self.doc[start - 1].text[:1].isupper() or self.doc[start - 1].pos_ in {"PUNCT", "PART"}):
            start -= 1
        words = [t for t in self.doc[start : act.i] if t.is_alpha and t.lower_ != "the"]
        return bool(words) and self.party_at(words[0]) is None

    def _modifier(self, token: Token) -> Referent:
        named = self.name(token)
        if named or token.dep_ == "poss":
            return named or self._government(token)
        return union(self.name(c) for c in token.children if c.dep_ in {"compound", "amod", "nmod", "poss"})

    def _hyphenated(self, noun: Token) -> Referent:
        """ "the South Korea-China trilateral summit": names joined by hyphens before the noun, however parsed."""
        start = noun.sent.start
        if start not in self._with_hyphens:
            return NOBODY
        i = noun.i - 1
        while i >= start and (self._is_modifier(i) or (self._is_inner_hyphen(i) and i - 1 > start)):
            i -= 1
        run: list[Entity] = []
        joined = False
        while i >= start:
            mention = self.party_at(self.doc[i])
            if mention is not None:
                run.insert(0, mention.entity)
            elif self.doc[i].text in _HYPHENS:
                joined = True
            else:
                break
            i -= 1
        return Referent(distinct(run)) if joined and len(set(run)) > 1 else NOBODY

    @cached_property
    def _with_hyphens(self) -> frozenset[int]:
        """First tokens of the sentences in which a hyphen may join names."""
        return frozenset(token.sent.start for token in self.doc if token.text in _HYPHENS)

    def _is_modifier(self, i: int) -> bool:
        return i not in self.parties and self.doc[i].dep_ in {"amod", "compound", "nummod", "nmod"}

    def _is_inner_hyphen(self, i: int) -> bool:
        """ "The EU-Japan *High-Level* Dialogue": the hyphen of one word, not the one between two names."""
        return self.doc[i].text in _HYPHENS and self._is_modifier(i - 1)

    def _joined_parties(self, entity: Entity) -> tuple[Entity, ...]:
        """ "The U.S.-EU Trade and Technology Council met": the two that it joins met. Any other body is itself.

        So is "the United Nations Mission *in* South Sudan".
        """
        if entity.kind != "organization":
            return (entity,)
        for whole in (m for m in self.doc._.mentions if m.entity == entity):
            inner = [m for m in self.doc._.mentions_within if whole.start <= m.start and m.end <= whole.end]
            parties = distinct(m.entity for m in inner if m.entity != entity and m.entity.kind != "good")
            apart = self.doc.text[min(m.end for m in inner) : max(m.start for m in inner)].split() if inner else []
            if len(parties) > 1 and _IN.isdisjoint(apart):
                return parties
        return (entity,)

    def region(self, noun: Token) -> Referent:
        """ "The *Nordic* countries", "*Baltic* leaders": the states of a region that has them by common consent."""
        others = [t for p in ("of", "from") for t in syntax.after(noun, p) if self.phrase(t)]
        if not syntax.is_plural(noun) or others or self.beside(noun):
            return NOBODY  # "ministers *from Norway*": more is said of whose they are
        words = [c.lower_ for c in syntax.modifiers(noun)]
        known = (self.words.regions[w] for w in (*words, " ".join(words[-2:])) if w in self.words.regions)
        return Referent(tuple(Entity("state", code) for code in next(known, ())))

    def is_of_others(self, noun: Token) -> bool:
        """ "The *Western* countries", "the *African* leaders": a name that we do not know says whose they are."""
        titled = [c for c in syntax.modifiers(noun) if c.text.istitle() and c.i != noun.sent.start]
        if syntax.lemma(noun) in self.words.titles:  # "the *Foreign* Ministers"
            titled = [c for c in titled if c.lower_ not in title_words(self.doc._.lexicons)]
        return any(c.pos_ in {"ADJ", "PROPN"} and not self.party_at(c) for c in titled)

    def seat_of(self, token: Token) -> Referent:
        """The state whose seat of government a place name is: who flies to Cairo visits Egypt."""
        name = next((e.text for e in self.doc.ents if e.start <= token.i < e.end), token.text)
        code = self.seats.get(name.removeprefix("the "))
        return Referent((Entity("state", code),)) if code else self._state_behind(token)

    def _state_behind(self, city: Token) -> Referent:
        """ "Split, *Croatia*": the state told behind a city."""
        behind = [t for t in self.doc[city.i + 1 : city.i + 4] if t.lower_ != "the"]
        if city.ent_type_ != "GPE" or self.party_at(city) or len(behind) < 2 or behind[0].text != ",":
            return NOBODY
        mention = self.party_at(behind[1])
        return Referent((mention.entity,)) if mention is not None and mention.entity.kind == "state" else NOBODY

    def listed(self, token: Token) -> Referent:
        """The list of names in which the token stands, whatever the parser made of it ("US, Japan pledged")."""
        return union(self.name(self.doc[i]) for i in self.lists.get(token.i, ()))

    @cached_property
    def lists(self) -> dict[int, tuple[int, ...]]:
        """Token index -> all name tokens of its list. Between names stand only commas, "and", articles, titles; a list
        without "and" counts if it is long, or at the start of a sentence, where a headline has it."""
        found: dict[int, tuple[int, ...]] = {}
        for sentence in self.doc.sents:
            for run in self._runs(sentence):
                names = {self.person_at[i].name if i in self.person_at else self.name(self.doc[i]) for i in run}
                linked = {t.lower_ for t in self.doc[run[0] : run[-1]]} & {"and", "&"} or len(names) > 3
                opens = all(t.is_space for t in self.doc[sentence.start : run[0]])
                if len(names) > 1 and (linked or opens):
                    found.update(dict.fromkeys(run, tuple(run)))
        return found

    def _runs(self, sentence: Span) -> list[list[int]]:
        runs: list[list[int]] = []
        closed = False  # "A, B and C" ends with C: a comma behind it starts something else
        for i in range(sentence.start, sentence.end):
            if not self._is_item(i):
                continue
            between = {t.lower_ for t in self.doc[runs[-1][-1] + 1 : i]} if runs else set()
            joins = bool(between & {"and", "&"})
            if runs and self._continues(runs[-1][-1], i) and not (closed and "," in between and not joins):
                runs[-1].append(i)
                closed = closed or joins
            else:
                runs.append([i])
                closed = False
        return [self._without_setting(run) for run in runs]

    def _without_setting(self, run: list[int]) -> list[int]:
        """A list that a finite verb follows is its subject; what a phrase before it names is no part of it."""
        behind = self.doc[run[-1] + 1 : run[-1] + _SUBJECT_WORDS]
        after = next(
            (t for t in behind if t.pos_ not in {"ADV", "SPACE", "PROPN"} and t.lower_ not in {"of", "the"}), None
        )
        if after is None or after.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
            return run
        first, last = self.doc[run[0]], self.doc[run[-1]]
        if last.dep_ in {"nsubj", "nsubjpass"} and last.head.dep_ == "conj" and last.head.head.i < first.i:
            return run[-1:]  # "signed pacts with A and B, and *C announced* talks"
        while len(run) > 1 and first.dep_ == "pobj" and first.head.lower_ in _SETTING_PREPOSITIONS:
            if first.head.head.dep_ in {"nsubj", "nsubjpass"}:
                break  # "officials from A, B and C met"
            name = self.doc._.mention_at.get(run[0])
            run = [i for i in run if self.doc._.mention_at.get(i) != name or name is None][0 if name else 1 :]
            if not run:
                return [first.i]
            first = self.doc[run[0]]
        return run

    def _is_item(self, i: int) -> bool:
        if i in self.person_at:
            return self.person_at[i].tenure is not None
        mention = self.parties.get(i)
        return mention is not None and mention.form != "demonym" and i not in self._owners

    @cached_property
    def _owners(self) -> frozenset[int]:
        """Tokens of "President Doe *of Chad*": in a list of persons their states are no items of their own."""
        found: set[int] = set()
        found.update(t.i for name in self.doc if self._is_of_city(name) for t in name.subtree)
        for end in {end for person in self.doc._.people for _, end in person.mentions}:
            words = self.doc[end : end + 3]
            name = next((t for t in words if t.lower_ not in {"of", "the"}), None)
            if name is None or words[0].lower_ != "of":
                continue
            mention = self.party_at(name)
            if mention is not None:
                found.update(t.i for t in self.doc[end : end + 10] if t.i < name.i or self.party_at(t) == mention)
        return frozenset(found)

    def _is_of_city(self, name: Token) -> bool:
        """ "In Leeds, *Norway*": where the city lies."""
        city = name.head
        behind = name.dep_ == "appos" and city.dep_ == "pobj" and self.doc[city.i + 1].text == ","
        return behind and city.ent_type_ == "GPE" and not self.party_at(city) and self.party_at(name) is not None

    def _continues(self, last: int, i: int) -> bool:
        """Whether the name at ``i`` goes on with the list that came to ``last``.

        "At the summit in *India*, the United States and ...": the place that opens the sentence is no item of the list.
        """
        before, item = self.doc[last], self.doc[i]
        while item.dep_ == "compound" and item.head.i > item.i:  # "Attending the summit in India, *President Doe* and"
            item = item.head
        if (
            item.dep_ in {"nsubj", "nsubjpass"}
            and before.dep_ == "pobj"
            and before.head.lower_ in _SETTING_PREPOSITIONS
        ):
            return False
        between = (t for t in self.doc[last + 1 : i] if t.i not in self._owners)
        return all(t.lower_ in self.words.between or self._is_title(t, i) for t in between)

    def _is_title(self, token: Token, name: int) -> bool:
        """ "South Korean President" between two names of a list of persons."""
        if name not in self.person_at or any(t.text == "," for t in self.doc[token.i : name]):
            return False
        return token.dep_ in {"compound", "amod", "nmod"} or token.pos_ == "PROPN"
