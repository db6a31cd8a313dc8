"""What noun phrases refer to: the parties a phrase stands for, and the officials among them.

Read in text order. A phrase names its parties itself ("Japan and Germany", "the Chinese side", "Mr Kishida"), or it points
back ("both countries", "the trio", "they", "the minister", "its"). Pointing back follows Centering in its simplest form: the
latest group of the right size, the latest subject of the right number; where two readings are equally good there is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg_builder import lexicons, syntax
from kg_builder.model import Entity, Official
from kg_builder.people import Person

Doc.set_extension("referents", default=None, force=True)


class LinkingLexicon(lexicons.Lexicon):
    """``data/lexicons/linking.yaml``."""

    government: list[str]
    group: list[str]
    persons: list[str]
    counts: dict[str, int]
    titles: list[str]
    agencies: dict[str, list[str]]
    companies: list[str]


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for; both empty where it stands for no party."""

    parties: tuple[Entity, ...] = ()
    officials: tuple[Official, ...] = ()

    def __or__(self, other: "Referent") -> "Referent":
        return Referent(_distinct(self.parties + other.parties), _distinct(self.officials + other.officials))

    def __bool__(self) -> bool:
        return bool(self.parties)


T = TypeVar("T")
NOBODY = Referent()
_MUTUAL_HEADS = {"relation", "tie", "talk", "summit", "dialogue", "dialog", "meeting", "alliance", "cooperation", "partnership", "agreement", "dispute", "war", "deal", "pact", "consultation", "accord", "friction", "trade", "treaty"}  # fmt: skip
_LISTING = {
    ",",
    "and",
    "the",
    "&",
    "as",
    "well",
    "both",
    "his",
    "her",
    "their",
    "counterpart",
    "counterparts",
    "mr",
    "mr.",
    "ms",
    "ms.",
    "mrs.",
    "dr.",
}
_THIRD = {"they", "them", "their", "theirs", "themselves"}
_FIRST = {"we", "us", "our", "ours", "ourselves"}
_NEUTER = {"it", "its", "itself"}
_HE = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}


@dataclass
class Referents:
    """Resolves the phrases of one Doc. ``parties`` of a phrase depend only on the text up to it."""

    doc: Doc
    lexicon: LinkingLexicon
    _seen: dict[int, Referent] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)
    _asking: int = 0

    @cached_property
    def person_at(self) -> dict[int, Person]:
        return {i: person for person in self.doc._.people for start, end in person.mentions for i in range(start, end)}

    @cached_property
    def agency_at(self) -> dict[int, Entity]:
        """Tokens of national bodies' names; a name that a state stands beside ("Japan's Diet") agrees with it anyway."""
        found = {}
        for code, names in self.lexicon.agencies.items():
            for name in names:
                for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.doc.text):
                    span = self.doc.char_span(*match.span())
                    for token in span or ():
                        found[token.i] = Entity("state", code)
        return found

    def of(self, token: Token) -> Referent:
        """Who the phrase headed by ``token`` stands for, with all that is coordinated with it."""
        referent = NOBODY
        for member in syntax.conjuncts(token):
            if member.i >= token.i:
                referent |= self.one(member)
        return self._run(token) | referent

    def _run(self, token: Token) -> Referent:
        """The list of names in which the token stands, whatever the parser made of it ("US, Japan pledged")."""
        referent = NOBODY
        for i in self._runs.get(token.i, ()):
            person = self.person_at.get(i)
            referent |= self._person(person) if person else Referent((self.doc._.mention_at[i].entity,))
        return referent

    @cached_property
    def _runs(self) -> dict[int, tuple[int, ...]]:
        """Token index -> the name tokens of its list: names with only commas, "and", "the" between; a list without "and"
        counts at the start of a sentence alone, where a headline has it."""
        found: dict[int, tuple[int, ...]] = {}
        for sentence in self.doc.sents:
            lists: list[list[int]] = []
            for i in range(sentence.start, sentence.end):
                if not self._names_party(i):
                    continue
                between = self.doc[lists[-1][-1] + 1 : i] if lists else ()
                apart = (
                    lists
                    and self.doc[i].dep_ in {"nsubj", "nsubjpass"}
                    and self._behind_place_preposition(lists[-1][-1])
                )
                if lists and not apart and all(t.lower_ in _LISTING or self._is_title_of(t, i) for t in between):
                    lists[-1].append(i)
                else:
                    lists.append([i])
            for run in lists:
                names = {
                    self.person_at[i].name if i in self.person_at else self.doc._.mention_at[i].entity for i in run
                }
                joined = {t.lower_ for t in self.doc[run[0] : run[-1]]} & {"and", "&"}
                if len(names) > 1 and (joined or all(t.is_space for t in self.doc[sentence.start : run[0]])):
                    found.update(dict.fromkeys(run, tuple(run)))
        return found

    def _behind_place_preposition(self, i: int) -> bool:
        """ "At the summit in *India*, the United States and ...": the place opens the sentence and is no item of the list."""
        return self.doc[i].dep_ == "pobj" and self.doc[i].head.lower_ in {"in", "at", "with", "from", "against"}

    def _is_title_of(self, token: Token, name: int) -> bool:
        """ "South Korean President" between two names of a list of persons."""
        return (
            name in self.person_at
            and token.i < name
            and self.doc[token.i : name].text.count(",") == 0
            and (token.dep_ in {"compound", "amod", "nmod"} or token.pos_ == "PROPN")
        )

    def _names_party(self, i: int) -> bool:
        if i in self.person_at:
            return self.person_at[i].tenure is not None
        mention = self.doc._.mention_at.get(i)
        return mention is not None and mention.entity.kind != "good" and mention.form != "demonym"

    def all(self, tokens: Iterable[Token]) -> Referent:
        referent = NOBODY
        for token in tokens:
            referent |= self.of(token)
        return referent

    def one(self, token: Token) -> Referent:
        """Who the phrase headed by ``token`` stands for, without what is coordinated with it."""
        if token.i in self._seen:
            return self._seen[token.i]
        if token.i in self._busy:
            return NOBODY
        self._busy.add(token.i)
        self._seen[token.i] = self._resolve(token)
        self._busy.discard(token.i)
        return self._seen[token.i]

    def beside(self, noun: Token) -> Referent:
        """The parties that modify a noun: "*Japan's* curbs", "*US-China* talks", "*Chinese* exports"."""
        referent = self._hyphenated(noun)
        for modifier in syntax.modifiers(noun):
            for member in syntax.conjuncts(modifier):
                if member.i < noun.i:
                    referent |= self._modifier(member)
        return referent

    def _hyphenated(self, noun: Token) -> Referent:
        """ "the South Korea-China trilateral summit": names joined by hyphens before the noun, whatever hangs on what."""
        run: list[Entity] = []
        i = noun.i - 1
        while (
            i >= noun.sent.start
            and self.doc[i].dep_ in {"amod", "compound", "nummod", "nmod"}
            and i not in self.doc._.mention_at
        ):
            i -= 1
        joined = 0
        while i >= noun.sent.start:
            mention = self.doc._.mention_at.get(i)
            if mention is not None and mention.entity.kind != "good":
                run.insert(0, mention.entity)
            elif self.doc[i].text in {"-", "–", "—"}:
                joined += 1
            else:
                break
            i -= 1
        return Referent(_distinct(run)) if joined and len(set(run)) > 1 else NOBODY

    def company(self, token: Token) -> Entity | None:
        """The company or other body, neither state nor organization, that the phrase names; None otherwise."""
        if self.one(token) or token.i in self.person_at or token.i in self.doc._.mention_at:
            return None
        if token.ent_type_ != "ORG" or token.pos_ not in {"PROPN", "NOUN"}:
            return None
        span = next((ent for ent in self.doc.ents if ent.start <= token.i < ent.end), None)
        if span is None:
            return None
        name = re.sub(r"^(?:the|The)\s+|\s+|'s?$", lambda m: "" if m[0].strip() else " ", self._text(span)).strip(" ,")
        return Entity("company", self._expanded(name)) if len(name) > 2 else None

    def _text(self, span: Span) -> str:
        article = self.doc._.article
        return str(article.text[span.start_char : span.end_char]) if article else span.text

    def _expanded(self, name: str) -> str:
        """ "ONGC" is what the text spelled out before "(ONGC)"."""
        if not name.isupper():
            return name
        for ent in self.doc.ents:
            behind = self.doc[ent.end : ent.end + 3].text
            if behind.startswith(f"({name}") and len(ent) > 1:
                return re.sub(r"^(?:the|The)\s+", "", self._text(ent))
        return name

    def _resolve(self, token: Token) -> Referent:
        if token.pos_ == "PRON" or token.lower_ in _THIRD | _FIRST | _NEUTER | _HE:
            return self._pronoun(token)
        mention = self.doc._.mention_at.get(token.i)
        if mention is not None and mention.entity.kind != "good":
            return Referent(self._parties_in_name(mention.entity)) | self._appositions(token)
        person = self.person_at.get(token.i)
        if person is not None:
            return self._person(person)
        voice = next((c for c in token.children if c.lower_ in _FIRST and c.dep_ == "poss"), None)
        if voice is not None and syntax.lemma(token) in self.lexicon.government:
            return self._speaker(voice)
        if token.i in self.agency_at and token.pos_ in {"PROPN", "NOUN"}:
            return self._named_beside(token) or Referent((self.agency_at[token.i],))
        if syntax.lemma(token) in self.lexicon.group and self._counted(token):
            return self._group(token)
        if syntax.lemma(token) in self.lexicon.government:
            return self._named_beside(token) or self._appositions(token) or self._title(token) or self._plural(token)
        return NOBODY

    def _parties_in_name(self, entity: Entity) -> tuple[Entity, ...]:
        """ "The U.S.-EU Trade and Technology Council met": the two that it joins met. Any other body is itself."""
        if entity.kind != "organization":
            return (entity,)
        for whole in (m for m in self.doc._.mentions if m.entity == entity):
            inner = [m for m in self.doc._.mentions_within if whole.start <= m.start and m.end <= whole.end]
            parties = _distinct(m.entity for m in inner if m.entity != entity and m.entity.kind != "good")
            if len(parties) > 1:
                return parties
        return (entity,)

    def _person(self, person: Person) -> Referent:
        if person.tenure is None:
            return NOBODY
        return Referent((person.tenure.official.of,), (person.tenure.official,))

    def _named_beside(self, noun: Token) -> Referent:
        """ "Japan's government", "the Chinese side", "leaders of US and Japan", "foreign ministers from 13 countries, including
        Singapore": the state stands in the phrase itself."""
        referent = self.beside(noun)
        for head in syntax.after(noun, "of", "from", "for"):
            named = self.of(head)
            if not named and (self._count(head) or 0) > 1:
                return NOBODY  # "ministers from 13 countries" of which few are named
            referent |= named
        referent |= self._included(noun)
        for child in noun.children:
            if child.dep_ == "relcl" or child.i < noun.i:
                continue
            if child.dep_ == "appos" and child.i in self.person_at:
                referent |= self._person(self.person_at[child.i])
                referent |= self.all(c for c in child.conjuncts if c.i in self.person_at)
        return referent

    def _modifier(self, token: Token) -> Referent:
        mention = self.doc._.mention_at.get(token.i)
        if mention is not None and mention.entity.kind != "good":
            return Referent(self._parties_in_name(mention.entity))
        if token.dep_ == "poss":
            return self.one(token)
        for child in token.children:
            inner = self.doc._.mention_at.get(child.i)
            if (
                inner is not None
                and inner.entity.kind != "good"
                and child.dep_ in {"compound", "amod", "nmod", "poss", "punct"}
            ):
                return Referent((inner.entity,))
        return self._person(self.person_at[token.i]) if token.i in self.person_at else NOBODY

    def _included(self, noun: Token) -> Referent:
        """Members listed behind "including", "such as", a dash or brackets."""
        referent = NOBODY
        for head in syntax.after(noun, "including", "like", "as"):
            referent |= self.of(head)
        for preposition in (c for c in noun.children if c.dep_ == "prep"):
            for inner in (c for c in preposition.children if c.dep_ == "pobj"):
                for head in syntax.after(inner, "including"):
                    referent |= self.of(head)
        return referent

    def _appositions(self, token: Token) -> Referent:
        """A list without "and" is parsed as a chain of appositions; an apposition that names a party adds it."""
        referent = NOBODY
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i:
                mention = self.doc._.mention_at.get(child.i)
                if (mention is not None and mention.entity.kind != "good") or child.i in self.person_at:
                    referent |= self.of(child)
        return referent

    def _counted(self, noun: Token) -> bool:
        """Whether the phrase is plural and points back: "both countries", "the two sides", "the leaders"."""
        return (
            bool(self._count(noun))
            or (noun.tag_ in {"NNS", "NNPS"} and self._definite(noun))
            or noun.lower_ in self.lexicon.counts
        )

    def _count(self, noun: Token) -> int | None:
        for token in (
            noun,
            *syntax.modifiers(noun),
            *(c for c in noun.children if c.dep_ in {"det", "predet", "cc", "preconj"}),
        ):
            if token.lower_ in self.lexicon.counts:
                return self.lexicon.counts[token.lower_]
            if token.lower_.isdigit() and len(token) < 3:
                return int(token.lower_)
        return None

    def _bare_persons(self, noun: Token) -> bool:
        """ "Leaders also met ...": persons of the occasion, in the article-less style of readouts."""
        return syntax.lemma(noun) in self.lexicon.persons and noun.dep_ == "nsubj" and not syntax.modifiers(noun)

    @staticmethod
    def _definite(noun: Token) -> bool:
        return any(c.lower_ in {"the", "these", "those", "both", "our", "their", "all"} for c in noun.children)

    def _group(self, noun: Token) -> Referent:
        named = self._named_beside(noun)
        count = self._count(noun)
        if len(named.parties) > 1 and len(named.parties) * 2 >= (count or 0):
            return named
        if count is not None and count > 12:
            return NOBODY
        parties = self._latest_group(noun.i, count, apart_from=self._own_subject(noun))
        if not parties:
            return NOBODY
        return Referent(parties, self._members(noun, parties) if syntax.lemma(noun) in self.lexicon.persons else ())

    def _plural(self, noun: Token) -> Referent:
        if noun.tag_ not in {"NNS", "NNPS"} or not self._definite(noun) or syntax.lemma(noun) not in self.lexicon.group:
            return NOBODY
        return self._group(noun)

    def _members(self, noun: Token, parties: tuple[Entity, ...]) -> tuple[Official, ...]:
        """The officials that a group of persons means: those of its parties whose office the noun names, named before."""
        before = [
            p
            for p in self.doc._.people
            if p.tenure and p.mentions and p.mentions[0][0] < noun.i and p.tenure.official.of in parties
        ]
        before = [p for p in before if p.tenure is not None and p.tenure.status == "incumbent"]
        lemma = syntax.lemma(noun)
        if lemma in {"leader", "president", "premier"}:
            before = [
                p
                for p in before
                if p.tenure and p.tenure.office_class in {"head-of-state", "head-of-government", "organization-head"}
            ]
        elif lemma in {"minister", "secretary"}:
            before = [p for p in before if p.tenure and p.tenure.office_class.endswith("minister")]
        return tuple(p.tenure.official for p in before if p.tenure)

    def _own_subject(self, noun: Token) -> frozenset[Entity]:
        """The parties that act upon the noun: "the two will support *the governments*" speaks of others."""
        verb = syntax.governing_verb(noun)
        if verb is None or noun in syntax.subjects(verb) or noun.dep_ in {"nsubj", "nsubjpass", "conj"}:
            return frozenset()
        return frozenset(self.all(t for t in syntax.subjects(verb) if t.i != noun.i).parties)

    def latest(self, token: Token) -> Referent:
        """The group that the text spoke of last before the token, within three sentences."""
        since = token.sent.start
        for _ in range(3):
            since = self.doc[max(0, since - 1)].sent.start
        recent = [parties for start, parties in self._acting if since <= start < token.i]
        return Referent(recent[-1]) if recent else NOBODY

    def _latest_group(
        self, position: int, count: int | None, apart_from: frozenset[Entity] = frozenset()
    ) -> tuple[Entity, ...]:
        """The latest group of ``count`` parties before the token; of any size above one for None."""
        for start, parties in reversed(self.groups if count else self._acting or self.groups):
            if (apart_from and set(parties) <= apart_from) or not any(p.kind == "state" for p in parties):
                continue
            if start < position and (len(parties) == count if count else len(parties) > 1):
                return parties
        if count:
            named = _distinct(
                m.entity for m in self.doc._.mentions if m.entity.kind == "state" and m.start < self.doc[position].idx
            )
            if len(named) == count:
                return named
        return ()

    @cached_property
    def _acting(self) -> list[tuple[int, tuple[Entity, ...]]]:
        """Groups that do something together; "ties between A and B" are only spoken of."""
        met = [group for sentence in self.doc.sents for group in self._encounters(sentence)]
        lists = [g for g in self.groups if any(t.dep_ in {"nsubj", "nsubjpass"} for t in self._list_around(g[0]))]
        return sorted({*met, *lists})

    def _list_around(self, i: int) -> list[Token]:
        return [self.doc[i], *self.doc[i].conjuncts]

    @cached_property
    def groups(self) -> list[tuple[int, tuple[Entity, ...]]]:
        """(token index, parties) of every phrase or clause that brings parties together, in text order."""
        found: list[tuple[int, tuple[Entity, ...]]] = []
        for sentence in self.doc.sents:
            found += self._coordinations(sentence)
            found += self._encounters(sentence)
        return sorted(found, key=lambda group: group[0])

    def _coordinations(self, sentence: Span) -> list[tuple[int, tuple[Entity, ...]]]:
        """ "Japan, the United States and South Korea"; "Japan-South Korea relations"; "Saito, Raimondo and Ahn"."""
        found = []
        for token in sentence:
            if token.dep_ == "conj" or not any(c.dep_ in {"conj", "appos"} for c in token.children):
                continue
            parties = _distinct(party for member in syntax.conjuncts(token) for party in self._explicit(member))
            if len(parties) > 1:
                found.append((max(member.i for member in syntax.conjuncts(token)), parties))
        run: list[Entity] = []
        last = -9
        for token in sentence:
            mention = self.doc._.mention_at.get(token.i)
            if mention is None or mention.entity.kind == "good":
                continue
            between = self.doc[last + 1 : token.i].text.strip() if last >= 0 else ""
            if run and between not in {"-", "–", "", "—"}:
                if len(set(run)) > 1:
                    found.append((last, _distinct(run)))
                run = []
            run.append(mention.entity)
            last = token.i
        if len(set(run)) > 1:
            found.append((last, _distinct(run)))
        return found

    def _explicit(self, token: Token) -> tuple[Entity, ...]:
        mention = self.doc._.mention_at.get(token.i)
        if mention is not None and mention.entity.kind != "good":
            inner = [self.doc._.mention_at.get(c.i) for c in token.children if c.dep_ == "appos"]
            return (mention.entity, *(m.entity for m in inner if m and m.entity.kind != "good"))
        if token.i in self.person_at:
            return self._person(self.person_at[token.i]).parties
        if syntax.lemma(token) in self.lexicon.government:
            return tuple(p for m in syntax.modifiers(token) for p in self._modifier(m).parties)
        return ()

    def _encounters(self, sentence: Span) -> list[tuple[int, tuple[Entity, ...]]]:
        """A verb whose subject and other argument are different parties brings them together ("A hosted B", "A met with B")."""
        found = []
        for verb in sentence:
            if verb.pos_ != "VERB":
                continue
            first = _distinct(p for t in syntax.subjects(verb) for m in syntax.conjuncts(t) for p in self._explicit(m))
            others = syntax.objects(verb) + syntax.after(verb, "with", "by")
            others += [t for obj in syntax.objects(verb) for t in syntax.after(obj, "with", "between", "among")]
            second = _distinct(p for t in others for m in syntax.conjuncts(t) for p in self._explicit(m))
            parties = _distinct(first + second)
            if first and second and len(parties) > 1:
                found.append((verb.i, parties))
        return found

    def _title(self, noun: Token) -> Referent:
        """ "the minister": the one person before, in the article, whose office the words name."""
        if noun.tag_ not in {"NN", "NNP"} or syntax.lemma(noun) not in self.lexicon.titles:
            return NOBODY
        words = {t.lower_ for t in noun.subtree if t.i <= noun.i and t.is_alpha} - {
            "the",
            "a",
            "an",
            "his",
            "her",
            "their",
            "its",
            "this",
            "that",
        }
        if any(c.lower_ in {"a", "an", "any", "another", "every"} for c in noun.children):
            return NOBODY
        fitting = []
        for person in self.doc._.people:
            if person.tenure is None or not any(start < noun.i for start, _ in person.mentions):
                continue
            if words <= set(re.findall(r"[a-z]+", person.tenure.office)):
                fitting.append(person)
        if len(fitting) > 1:
            subjects = [p for p in fitting if any(self._subject_mention(p, noun.i))]
            fitting = [max(subjects, key=lambda p: max(self._subject_mention(p, noun.i)))] if subjects else []
        return self._person(fitting[0]) if len(fitting) == 1 else NOBODY

    def _subject_mention(self, person: Person, before: int) -> list[int]:
        return [s for s, e in person.mentions if s < before and any(self.doc[i].dep_ == "nsubj" for i in range(s, e))]

    def _pronoun(self, token: Token) -> Referent:
        form = token.lower_
        if form in _HE:
            return self._subject_before(token, singular=True, person=True)
        if form in _NEUTER:
            return self._subject_before(token, singular=True, person=False)
        if form in _THIRD:
            return self._subject_before(token, singular=False, person=None)
        if form in _FIRST:
            return self._speaker(token)
        if form in {"both", "two", "three", "all"} or form in self.lexicon.counts:
            parties = self._latest_group(token.i, self.lexicon.counts.get(form))
            return Referent(parties)
        return NOBODY

    def _subject_before(self, token: Token, *, singular: bool, person: bool | None) -> Referent:
        """The nearest subject before the pronoun, in its own sentence or the three before, that agrees with it."""
        self._asking = token.i
        sentences = [s for s in self.doc.sents if s.start <= token.i][-4:]
        for sentence in reversed(sentences):
            heads = [
                t for t in sentence if t.i < token.i and t.dep_ in {"nsubj", "nsubjpass"} and t.lower_ not in _FIRST
            ]
            heads += [t for t in sentence if t.i < token.i and t.dep_ == "poss" and t.i in self.person_at and person]
            chosen = self._agreeing(heads, singular=singular, person=person)
            if chosen:
                return chosen
            if person is not True:
                others = [t for t in sentence if t.i < token.i and t.dep_ in {"dobj", "pobj", "agent"}]
                if not singular:
                    chosen = self._agreeing(others, singular=False, person=person)
                    if chosen:
                        return chosen
            elif sentence.start <= token.i:
                others = [
                    t
                    for t in sentence
                    if t.i < token.i and t.i in self.person_at and t.dep_ in {"dobj", "pobj", "appos", "conj"}
                ]
                distinct = {self.person_at[t.i].name for t in others}
                if len(distinct) == 1:
                    return self._person(self.person_at[others[0].i])
        return NOBODY

    def _agreeing(self, heads: list[Token], *, singular: bool, person: bool | None) -> Referent:
        """Main clauses' subjects before those of subordinate ones; then the first mentioned."""
        main = [t for t in heads if t.head.dep_ in {"ROOT", "conj", "ccomp"}]
        for head in sorted(main, key=lambda t: -t.i if not singular else t.i) + [t for t in heads if t not in main]:
            if head.lower_ in _THIRD | _NEUTER | _HE and head.i in self._busy:
                continue
            referent = self.of(head)
            if not referent:
                if (
                    singular
                    and person is False
                    and head.sent == self.doc[self._asking].sent
                    and head.tag_ in {"NN", "NNP"}
                ):
                    return NOBODY  # "the firm said it ...": a subject of its own sentence that is no party
                continue
            is_person = bool(referent.officials) and syntax.lemma(head) not in self.lexicon.government
            is_person = is_person or syntax.lemma(head) in self.lexicon.titles
            is_person = is_person or head.i in self.person_at or head.lower_ in _HE
            plural = len(referent.parties) > 1 or len(referent.officials) > 1
            if plural == singular:
                continue
            if person is None or person == is_person or (person is True and referent.officials):
                return referent
        return NOBODY

    def _speaker(self, token: Token) -> Referent:
        """ "We" outside quotation marks is whoever issues the text: the parties of a joint statement, else nobody."""
        if self._quoted(token):
            for verb in token.sent:
                if verb.lemma_ in {"say", "tell", "add", "note", "state", "write"} and not self._quoted(verb):
                    return self.all(syntax.subjects(verb))
            return NOBODY
        return Referent(self.voice)

    def _quoted(self, token: Token) -> bool:
        return self._quotes[token.i]

    @cached_property
    def _quotes(self) -> list[bool]:
        """For each token, whether it stands within quotation marks; a new paragraph closes them."""
        inside, found = False, []
        for token in self.doc:
            if token.is_space and "\n" in token.text:
                inside = False
            elif token.text == '"':
                inside = not inside
            found.append(inside)
        return found

    @cached_property
    def voice(self) -> tuple[Entity, ...]:
        """The parties that speak as "we": the first group of the text where it speaks for more than one."""
        plural = any(t.lower_ in {"we", "our"} and not self._quoted(t) for t in self.doc)
        if not plural or not self.groups:
            return ()
        return next(
            (parties for _, parties in self.groups if all(p.kind in {"state", "organization"} for p in parties)), ()
        )


@Language.factory("linking", default_config={"lexicons": None}, assigns=["doc._.referents"])
def linking(nlp: Language, name: str, lexicons: str | None) -> "Linking":
    return Linking(Path(lexicons) if lexicons else None)


class Linking:
    """The component: puts a ``Referents`` on each Doc."""

    def __init__(self, overlay: Path | None) -> None:
        self.lexicon = lexicons.read("linking", LinkingLexicon, overlay)

    def __call__(self, doc: Doc) -> Doc:
        doc._.referents = Referents(doc, self.lexicon)
        return doc


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
