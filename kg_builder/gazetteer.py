"""What is known by name: the schemas of the lexicons of states, organizations and goods, and the search for names.

The search works on characters, not on tokens, so that "U.S.-EU" and "Japan-South Korea" give both names however a
tokenizer cuts them. It needs no spaCy; the graph side reads the same lexicons.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from kg_builder import lexicons
from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity

#: Kinds of organizations that are nothing but their members together.
_CLUBS = {"alliance", "forum", "grouping", "pact", "union"}

Form = Annotated[str, Field(min_length=2)]
Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class State(Lexicon):
    """One state or territory of ISO 3166-1. Forms are case-sensitive; ``ambiguous`` repeats those that need context."""

    code: Code
    alpha2: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    name: Form
    official: Form
    names: tuple[Form, ...] = ()
    abbreviations: tuple[Form, ...] = ()
    demonyms: tuple[Form, ...] = ()
    capitals: tuple[Form, ...] = ()
    seats: tuple[Form, ...] = ()
    ambiguous: tuple[Form, ...] = ()
    wikidata: str | None = None
    eu: str | None = None
    dbpedia: str | None = None


class States(Lexicon):
    states: tuple[State, ...]


class Organization(Lexicon):
    """An intergovernmental body, alliance, grouping or pact; ``members`` are state codes, ``parent`` another's name.

    ``called`` is what it is called behind its parent's name: "the UN's *refugee agency*".
    """

    name: Form
    names: tuple[Form, ...] = ()
    called: tuple[Form, ...] = ()
    abbreviations: tuple[Form, ...] = ()
    adjectives: tuple[Form, ...] = ()
    seats: tuple[Form, ...] = ()
    kind: str
    parent: str | None = None
    members: tuple[Code, ...] = ()
    wikidata: str | None = None
    ambiguous: tuple[Form, ...] = ()


class Organizations(Lexicon):
    organizations: tuple[Organization, ...]


class Group(Lexicon):
    """An armed group, a movement or a government without a state of its own."""

    name: Form
    names: tuple[Form, ...] = ()
    abbreviations: tuple[Form, ...] = ()
    wikidata: str | None = None
    ambiguous: tuple[Form, ...] = ()


class Groups(Lexicon):
    groups: tuple[Group, ...]


class Good(Lexicon):
    """A strategic good; ``names`` are matched in any case and in singular and plural, ``hs`` are headings."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    label: Form
    broader: str | None = None
    definition: str
    names: tuple[Form, ...] = ()
    hs: tuple[str, ...] = ()
    ambiguous: tuple[Form, ...] = ()


class Goods(Lexicon):
    goods: tuple[Good, ...]


T = TypeVar("T")

_PLAIN = str.maketrans(
    {**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’‘", "'"), **dict.fromkeys("\u00a0\u2009\u202f", " ")}
)
_SPACED = str.maketrans({"-": " ", "/": " "})
_START = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found: ``text[start:end]`` names ``value``."""

    start: int
    end: int
    value: T


@dataclass(slots=True)
class Gazetteer(Generic[T]):
    """Names and what they name. The longest name wins; the first value added for a name stays.

    With ``fold``, case and the choice between hyphen and space make no difference.
    """

    fold: bool = False
    _names: dict[str, dict[str, T]] = field(default_factory=dict)
    _longest: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, value: T) -> None:
        key = self.normal(name)
        first = _START.search(key)
        if first is None or first.start() != 0:
            raise ValueError(f"{name!r}: a name starts with a letter or digit")
        self._names.setdefault(first[0], {}).setdefault(key, value)
        self._longest.pop(first[0], None)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def get(self, name: str) -> T | None:
        """What exactly this name stands for."""
        key = self.normal(name)
        first = _START.match(key)
        return self._names.get(first[0], {}).get(key) if first else None

    def find(self, text: str, *, shorter_than: int | None = None) -> Iterator[Hit[T]]:
        """The names in the text, left to right, none overlapping another, at offsets of ``text``.

        ``shorter_than`` bounds the length of a name, to find the names inside a name.
        """
        normal = self.normal(text)
        done = 0
        for word in _START.finditer(normal):
            first, start = word[0], word.start()
            if first not in self._names or start < done:
                continue
            for name in self._candidates(first):
                end = start + len(name)
                if shorter_than is not None and len(name) >= shorter_than:
                    continue
                if normal.startswith(name, start) and _ends(normal, end):
                    yield Hit(start, end, self._names[first][name])
                    done = end
                    break

    def normal(self, text: str) -> str:
        """The text as it is compared: of the same length, so that offsets hold."""
        text = text.translate(_PLAIN)
        if not self.fold:
            return text
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        return lower.translate(_SPACED)

    def _candidates(self, word: str) -> list[str]:
        if word not in self._longest:
            self._longest[word] = sorted(self._names[word], key=len, reverse=True)
        return self._longest[word]


def _ends(text: str, end: int) -> bool:
    """Whether a name that ends here is not cut out of a longer word."""
    return end == len(text) or not (text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"))


FormKind = Literal["name", "abbreviation", "demonym", "capital", "seat"]


def forms(state: State) -> Iterator[tuple[str, FormKind]]:
    """Every form that may name the state, surest first, without a leading article."""
    kinds: tuple[tuple[FormKind, tuple[str, ...]], ...] = (
        ("name", (state.name, state.official, *state.names)),
        ("abbreviation", state.abbreviations),
        ("demonym", state.demonyms),
        ("capital", state.capitals),
        ("seat", state.seats),
    )
    for kind, words in kinds:
        for word in words:
            bare = re.sub(r"^[Tt]he (?!Hague)", "", word)
            yield (word if bare == "States" else bare), kind


def numbers(name: str) -> Iterator[str]:
    """The name, and its plural where it is a singular: "battery cell" and "battery cells", "F-16" and "F-16s"."""
    yield name
    if name.endswith("s") or not name[-1:].isalnum():
        return
    if re.search(r"[^aeiou]y$", name):
        yield name[:-1] + "ies"
    elif re.search(r"(?:x|z|ch|sh)$", name):
        yield name + "es"
    else:
        yield name + "s"
    if re.search(r"[^aeiou]o$", name):
        yield name + "es"


def entity_of(code: str) -> Entity:
    """``USA`` is a state, ``European Commission`` an organization."""
    is_state = len(code) == 3 and code.isupper()
    return Entity("state" if is_state else "organization", code)


@cache
def clubs(overlay: Path | None = None) -> frozenset[str]:
    """Names of the organizations that are their members: what one of them agrees, its members agree."""
    listed = lexicons.read("organizations", Organizations, overlay).organizations
    return frozenset(body.name for body in listed if body.kind in _CLUBS)


@cache
def capitals(overlay: Path | None) -> Gazetteer[Entity]:
    """Capitals by name, those apart that are also something else ("Victoria")."""
    names: Gazetteer[Entity] = Gazetteer()
    for state in lexicons.read("states", States, overlay).states:
        for city in state.capitals:
            if city not in state.ambiguous:
                names.add(city, Entity("state", state.code))
    return names


@cache
def entities(overlay: Path | None) -> Gazetteer[Entity]:
    """Every name, demonym and capital of a state, and the names of organizations."""
    names: Gazetteer[Entity] = Gazetteer()
    for state in lexicons.read("states", States, overlay).states:
        for form, _ in forms(state):
            names.add(form, Entity("state", state.code))
    for body in lexicons.read("organizations", Organizations, overlay).organizations:
        for form in (body.name, *body.names, *body.abbreviations):
            names.add(form, Entity("organization", body.name))
    return names
