"""The lexicon of public offices, and a Doc seen as the words that it knows.

A `Words` looks through hyphens inside words ("Vice-President" is two words in a row) and through blanked stretches;
a line break is no word at all, so that no phrase crosses it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from kg_builder import agencies, lexicons
from kg_builder.gazetteer import entity_of
from kg_builder.model import Entity, OfficeClass, TenureStatus
from kg_builder.tokens import Doc, Token

Phrase = tuple[str, ...]
_HYPHENS = {"-", "‐", "‑", "–"}
_ABBREVIATED = {"lt", "maj", "brig", "col", "sgt"}  # their full stops are tokens of their own
T = TypeVar("T")


class Phrases(dict[Phrase, T]):
    """Values by phrase, and the words with which the phrases begin and end: most words of a text are none of them."""

    @cached_property
    def first(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self)

    @cached_property
    def last(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self)


class Head(lexicons.Lexicon):
    """The word that makes an office ("minister"); the lexicon's own header tells what each key means."""

    phrases: tuple[str, ...]
    office_class: OfficeClass = Field(alias="class")
    kind: Literal["minister", "ruler", "chief", "fixed", "rank", "relative"]
    deputy: OfficeClass | None = None
    leads: bool = False
    private: bool = False
    agency: bool = False
    sole: bool = False
    owned: bool = False
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    seldom: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    classes: dict[str, OfficeClass] = Field(default_factory=dict)


class OfficeLexicon(lexicons.Lexicon):
    """``data/lexicons/officials.yaml``; every word in lower case, without hyphens."""

    heads: tuple[Head, ...]
    not_offices: tuple[str, ...]
    ranks: dict[str, tuple[str, ...]]
    portfolios: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    lending: frozenset[str]
    appointed: frozenset[str]
    defaults: dict[str, tuple[str, ...]]
    departments: dict[OfficeClass, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    civil_service: frozenset[str]
    status: dict[str, tuple[str, ...]]
    parties: frozenset[str]
    party_seats: dict[str, str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    nation_words: frozenset[str]
    complements: tuple[str, ...]
    honorifics: tuple[str, ...]
    particles: frozenset[str]
    suffixes: frozenset[str]
    post_nominals: frozenset[str]
    not_names: frozenset[str]
    title_names: frozenset[str]
    word_names: frozenset[str]
    surnames: frozenset[str]
    private_words: frozenset[str]
    copulas: dict[TenureStatus, tuple[str, ...]]
    assemblies: frozenset[str]
    pointing_bodies: frozenset[str]
    presided: frozenset[str]
    leading: frozenset[str]
    regional: frozenset[str]
    signing: frozenset[str]
    appoint: frozenset[str]
    travel: frozenset[str]
    trips: frozenset[str]
    address: frozenset[str]
    hosting: frozenset[str]
    meeting: frozenset[str]
    backing: frozenset[str]
    aggression: frozenset[str]
    shared_seats: frozenset[str]
    sides: frozenset[str]
    gatherings: frozenset[str]
    delegations: frozenset[str]
    consisting: frozenset[str]
    ministries: frozenset[str]
    houses: frozenset[str]
    holding: frozenset[str]
    quarters: frozenset[str]
    abstract: tuple[str, ...]
    abstract_or_name: tuple[str, ...]
    telling: frozenset[str]
    entering: frozenset[str]
    bare: frozenset[str]

    @cached_property
    def head_at(self) -> Phrases["Title | None"]:
        """Titles by phrase, in singular and plural; None for what only looks like an office."""
        found: dict[Phrase, Title | None] = {}
        for head in self.heads:
            for title in head.phrases:
                found.setdefault(phrase_of(title), Title(title, head, False, title in self.bare))
        for phrase, single in list(found.items()):
            if single is not None:
                for plural in _plurals(phrase):
                    found.setdefault(plural, Title(single.text, single.head, True, single.bare))
        none = [phrase_of(phrase) for phrase in self.not_offices]
        return Phrases(found | {form: None for phrase in none for form in (phrase, *_plurals(phrase))})

    @cached_property
    def rank_at(self) -> Phrases[str]:
        return _by_phrase(self.ranks)

    @cached_property
    def status_at(self) -> Phrases[str]:
        return _by_phrase(self.status)

    @cached_property
    def part_at(self) -> Phrases[str]:
        """Class by word or phrase of a portfolio or a government body; "none" decides nothing."""
        return Phrases({**_by_phrase(self.bodies), **_by_phrase(self.portfolios)})

    @cached_property
    def region_at(self) -> Phrases[str]:
        return _by_phrase(self.regions)

    @cached_property
    def honorific_at(self) -> Phrases[str]:
        return _by_phrase({"": self.honorifics})

    @cached_property
    def complement_at(self) -> Phrases[str]:
        return Phrases({phrase_of(phrase): phrase for phrase in self.complements})


def read(overlay: Path | None = None) -> OfficeLexicon:
    lexicon: OfficeLexicon = lexicons.read("officials", OfficeLexicon, overlay)
    return lexicon


@cache
def agency_phrases(overlay: Path | None) -> Phrases[str]:
    """Code by the name of a national body; one that others have too makes nobody an official of the one state."""
    known = agencies.read(overlay)
    shared = {name for names in known.home_agencies.values() for name in names}
    return _by_phrase({code: tuple(n for n in names if n not in shared) for code, names in known.agencies.items()})


@cache
def home_agency_phrases(overlay: Path | None) -> Mapping[str, Phrases[str]]:
    """By the state that publishes a text: its code by the names that mean a body of its own."""
    homes = agencies.read(overlay).home_agencies
    return {code: _by_phrase({code: names}) for code, names in homes.items()}


@cache
def title_words(overlay: Path | None = None) -> frozenset[str]:
    """Words that stand before "minister" and the like: "prime", "foreign", "energy", "deputy"."""
    words = read(overlay)
    heads = (phrase for head in words.heads for phrase in head.phrases)
    phrases = (*heads, *words.ranks["deputy"], *(p for listed in words.portfolios.values() for p in listed))
    return frozenset(word for phrase in phrases for word in phrase.split())


def phrase_of(text: str) -> Phrase:
    """Word for word as the tokens of a text are, "'s" apart."""
    return tuple(_plain(word) for word in re.sub(r"('s)\b", r" \1", text.lower()).replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Title:
    """A head as one phrase of it names it; ``text`` is the singular."""

    text: str
    head: Head
    plural: bool
    bare: bool  #: by itself it says little of the office


@dataclass(frozen=True, slots=True)
class Owner:
    """Tokens ``[start, end)`` that name a state or organization; ``form`` as in Mention, or "agency" or "region"."""

    start: int
    end: int
    entity: Entity
    form: str


@dataclass(slots=True)
class Words:
    """The tokens of ``doc`` by index, as the lexicon has them."""

    doc: Doc
    lexicon: OfficeLexicon
    publisher: Entity | None = None  #: the state or union that issues the text
    overlay: Path | None = None  #: the user's folder of lexicons
    lower: list[str] = field(init=False)
    capitals: list[bool] = field(init=False)  #: whether the token starts with one
    owners: dict[int, Owner] = field(init=False)  #: by each token of the name

    def __post_init__(self) -> None:
        self.lower = [_lower(token, before) for before, token in pairwise([None, *self.doc])]
        self.capitals = [token.text[:1].isupper() for token in self.doc]
        self.owners = self._owners()

    def after(self, i: int) -> int:
        """Index of the next word; ``len(doc)`` behind the last."""
        i += 1
        while i < len(self.lower) and not self.lower[i]:
            i += 1
        return i

    def before(self, i: int) -> int:
        """Index of the word before; -1 before the first."""
        i -= 1
        while i >= 0 and not self.lower[i]:
            i -= 1
        return i

    def at(self, i: int) -> str:
        """The word in lower case; empty outside of the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def longest(self, i: int, phrases: Phrases[T]) -> tuple[int, T] | None:
        """End and value of the longest phrase that starts at word ``i``."""
        if self.at(i) not in phrases.first:
            return None
        best: tuple[int, T] | None = None
        phrase: Phrase = ()
        while 0 <= i < len(self.lower) and len(phrase) < 6 and self.lower[i] != "\n":
            phrase += (self.lower[i],)
            i = self.after(i)
            if phrase in phrases:
                best = (self._tight(i), phrases[phrase])
        return best

    def longest_before(self, i: int, phrases: Phrases[T]) -> tuple[int, T] | None:
        """Start and value of the longest phrase whose last word is ``i``."""
        if self.at(i) not in phrases.last:
            return None
        best: tuple[int, T] | None = None
        phrase: Phrase = ()
        while i >= 0 and len(phrase) < 6 and self.lower[i] != "\n":
            phrase = (self.lower[i], *phrase)
            if phrase in phrases:
                best = (i, phrases[phrase])
            i = self.before(i)
        return best

    def starts_office(self, i: int) -> bool:
        """Whether a title or a portfolio begins with word ``i``."""
        return self.longest(i, self.lexicon.part_at) is not None or self.longest(i, self.lexicon.head_at) is not None

    def is_title_name(self, i: int) -> bool:
        """ "Sultan" of "Dr. Sultan Al Jaber"."""
        courteous = self.longest_before(self.before(i), self.lexicon.honorific_at)
        royal = courteous is not None and self.at(self.before(i)) in {"majesty", "highness"}
        return self.at(i) in self.lexicon.title_names and courteous is not None and not royal

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.capitals) and self.capitals[i]

    def _tight(self, end: int) -> int:
        """The same end without the looked-through tokens before it."""
        while end > 0 and not self.lower[end - 1]:
            end -= 1
        return end

    def _owners(self) -> dict[int, Owner]:
        found: dict[int, Owner] = {}
        for i in range(len(self.lower)):
            if i in found or not self.capital(i):
                continue
            for form, names in self._bodies():
                match = self.longest(i, names)
                others = names is not agency_phrases(self.overlay)
                titled = self.longest(i, self.lexicon.head_at) if match and others else None
                if match and titled and titled[0] > match[0]:  # "National Security Council Secretary"
                    continue
                if match and not (form == "agency" and self._is_anothers(i, *match)):
                    owner = Owner(i, match[0], entity_of(match[1]), form)
                    found |= dict.fromkeys(range(i, match[0]), owner)
        for mention in self.doc._.mentions:
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None or mention.entity.kind not in {"state", "organization"}:
                continue
            if span.text.endswith("--"):  # "Oslo, Norway-- Ambassador Doe": where the text was written
                continue
            owner = Owner(span.start, span.end, mention.entity, mention.form)
            for i in range(span.start, span.end):
                if i not in found or len(span) >= found[i].end - found[i].start:
                    found[i] = owner
        return found

    def _bodies(self) -> Iterator[tuple[str, Phrases[str]]]:
        """The names of agencies and regions, and those that mean the publisher's own ("National Security Council")."""
        yield "agency", agency_phrases(self.overlay)
        home = home_agency_phrases(self.overlay)
        if self.publisher is not None and self.publisher.id in home:
            yield "agency", home[self.publisher.id]
        yield "region", self.lexicon.region_at

    def _is_anothers(self, i: int, end: int, code: str) -> bool:
        """ "Peru's Congress", "the Peruvian Congress", "the Congress of Peru": of the state that stands beside it."""
        before = self.before(i)
        before = self.before(before) if self.at(before) in {"'s", "'"} else before
        behind = self.after(end - 1)
        behind = self.after(behind) if self.at(behind) == "of" else len(self.lower)
        behind = self.after(behind) if self.at(behind) == "the" else behind
        named = [(self.doc._.mention_at or {}).get(beside) for beside in (before, behind)]
        return any(one is not None and one.entity.kind == "state" and one.entity.id != code for one in named)


def _lower(token: Token, before: Token | None) -> str:
    if token.is_space:
        return "\n" if "\n" in token.text else ""
    if before is None or before.whitespace_:
        return _plain(token.lower_)
    joins = token.text in _HYPHENS and not token.whitespace_ and not before.is_space
    shortens = token.text == "." and before.lower_ in _ABBREVIATED
    return "" if joins or shortens else _plain(token.lower_)


def _plain(word: str) -> str:
    word = word.replace("’", "'")
    return word.rstrip(".") or word


def _by_phrase(words: Mapping[str, tuple[str, ...]]) -> Phrases[str]:
    return Phrases({phrase_of(phrase): key for key, phrases in words.items() for phrase in phrases})


def _plurals(phrase: Phrase) -> list[Phrase]:
    """Each word made plural in turn: "secretaries of state", "prime ministers"."""
    return [(*phrase[:n], _plural(word), *phrase[n + 1 :]) for n, word in enumerate(phrase)]


def _plural(word: str) -> str:
    if word.endswith("man") and len(word) > 4:
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch")) else "s")
