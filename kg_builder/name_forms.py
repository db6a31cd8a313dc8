"""Whether two forms of a name, from two articles, are one person's: stricter than within one article.

Within an article a writer names one Kim; an archive has many. So a given name stands for another only if they are
equal, one is an initial, or both are forms of one name (data/lexicons/name_forms.yaml), never for a common beginning.
docs/identity.md gives the rule.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from kg_builder import lexicons
from kg_builder.lexicons import Lexicon
from kg_builder.personal_names import folded

#: The words of a name that tell persons apart, folded.
Words: TypeAlias = tuple[str, ...]


_EMPTY = frozenset({"of", "the", "for", "and", "on", "in", "to", "with", "a", "s", "u"})


class NameForms(Lexicon):
    """data/lexicons/name_forms.yaml."""

    particles: tuple[str, ...]
    titles: tuple[str, ...]
    suffixes: tuple[str, ...]
    given: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    below: frozenset[str]
    spelled: dict[str, str]


@lru_cache(1 << 15)
def words(name: str) -> Words:
    """``"Peter R. Sample, Jr."`` is peter, r, sample; ``"de Muster"`` is muster. Never empty."""
    known = lexicon()
    found = folded(name)
    beside = {*known.particles, *known.titles, *known.suffixes}
    return tuple(word for word in found if word not in beside) or tuple(found) or (name,)


def one_title(one: str, other: str) -> bool | None:
    """Whether two names of happenings can be of one; None where one of them says only what kind of thing it is.

    All words of the shorter are in the longer, or at least two and half of those that do not just tell the kind.
    """
    kinds = {*lexicon().kinds, *_EMPTY}
    whole = sorted((set(words(one)) - _EMPTY, set(words(other)) - _EMPTY), key=len)
    shorter, longer = sorted((words - kinds for words in whole), key=len)
    if not shorter:
        return None
    common = len(shorter & longer)
    return whole[0] <= whole[1] or common == len(shorter) > 1 or (common > 1 and 2 * common >= len(shorter))


def one_name(one: Words, other: Words) -> bool:
    """Whether two names of two words or more can be one person's."""
    if spelled_alike(one, other):
        return True
    if _initials(one) and _initials(other) and _initials(one) != _initials(other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter[0]) == 1 and shorter[0] != longer[0][0]:  # an initial alone is that of the first name
        return False
    if shorter[-1] == longer[-1] and len(shorter[-1]) > 1:  # Ann Sample, Ann R. Sample
        return _agree(shorter[:-1], longer[:-1], initials=True)
    if shorter[0] == longer[0] and len(shorter[0]) > 1:  # Juan Muestra, Juan Muestra Modelo
        return _agree(shorter[1:], longer[1:], initials=False)
    return False


def letters(name: Words) -> str:
    """The same for all names that ``spelled_alike`` holds to be one."""
    return "".join(sorted("".join(name)))


def marks(name: Words) -> Iterator[str]:
    """Two names that ``one_name`` takes for one share a mark, unless they are the same letters; few others do."""
    first, last = name[0], name[-1]
    for word in name[:-1]:
        yield f"{last}, {word[0]}"
        yield from (f"{last}, {number}" for number in sorted(_names(word)))
    for word in name[1:]:
        yield f"{first} {word}"
        yield from (f"{first} {number}" for number in sorted(_names(word)))


def spelled_alike(one: Words, other: Words) -> bool:
    """Whether two names are the same letters, with the surname at either end: Kim Ga Na, Ga-na Kim."""
    turned = other, (*other[1:], other[0]), (other[-1], *other[:-1])
    return any("".join(one) == "".join(words) for words in turned)


def alone_for(word: str, name: Words) -> bool:
    """Whether one word can stand for a whole name: as its first or last word, or as the first of two surnames."""
    return word in (name[0], name[-1]) or (len(name) > 2 and word in name[1:-1] and len(word) > 2)


def _agree(shorter: Words, longer: Words, *, initials: bool) -> bool:
    """Whether each given name of the shorter stands for one of the longer, in the same order."""
    if "".join(shorter) == "".join(longer):
        return True
    left = iter(longer)
    return all(any(_stands_for(given, word, initials=initials) for word in left) for given in shorter)


def _stands_for(one: str, other: str, *, initials: bool) -> bool:
    if one == other:
        return True
    if initials and min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return bool(_names(one) & _names(other))


def _initials(name: Words) -> set[str]:
    return {word for word in name if len(word) == 1}


@cache
def lexicon() -> NameForms:
    """The forms of names; the same for every store, whatever a user's own lexicons say."""
    forms: NameForms = lexicons.read("name_forms", NameForms)
    return forms


@cache
def _names(word: str) -> frozenset[int]:
    """The numbers of the given names of which ``word`` is a form."""
    return frozenset(number for number, forms in enumerate(lexicon().given) if word in forms)
