"""Finds where a text tells a time: "late on Friday (Aug 28)", "in August last year", "the third quarter of 2018".

Every word becomes one letter for what it is (``M`` a month, ``D`` a day's number, ``Y`` a year), and the grammar is
regular expressions over these letters. Our own grammar rather than ``dateparser``, which resolves single phrases, takes
"may" for a date and 05/06 for a day, and gives nothing for "August last year", "mid-March 2023", "late last year".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from kg_builder import lexicons

Kind = Literal["day", "weekday", "month", "year", "week", "season", "quarter", "ago"]


class TimeWords(lexicons.Lexicon):
    """Schema of ``data/lexicons/dates.yaml``."""

    months: list[list[str]] = Field(min_length=12, max_length=12)
    weekdays: list[list[str]] = Field(min_length=7, max_length=7)
    seasons: dict[str, int]
    numbers: dict[str, int]
    days: dict[str, int]
    shifts: dict[str, int]
    anaphors: list[str]
    ordinals: list[str]
    parts: list[str]
    daytimes: list[str]
    nights: list[str]
    edges: list[str]
    prepositions: list[str]
    possessives: list[str]
    joins: list[str]
    occasions: list[str]
    counted: list[str]


@dataclass(frozen=True, slots=True)
class Expression:
    """Characters ``start:end`` of a text that tell a time, with the words that matter by their role in it.

    ``lexicon`` is that by which they were found, and says what they mean.
    """

    start: int
    end: int
    kind: Kind
    words: dict[str, str]
    lexicon: TimeWords


_LEXEME = re.compile(
    r"(?P<I>\d{4}-\d\d-\d\d|\d\d?([/.])\d\d?\2\d{4})(?![\w/])|(?P<n>\d+(?:[.,]\d+)+)|(?P<number>\d+)(?:st|nd|rd|th)?(?!s\b)"
    r"|(?P<word>[^\W\d_]\w*)|(?P<mark>[^\w\s]|\n)"
)
# The letters: see _letter. A dot after an abbreviation and the comma before a year are letters of their own.
_YEAR = r"(?:,?[oi]?(?P<year>Y)|,?o?t?(?P<shift>[Sz])y(?!r))"
_WEEKDAY = r"(?:(?P<weekday>[Ww])h?\.?,?\(?t?)?"
_GRAMMAR: tuple[tuple[Kind, str], ...] = (
    ("day", r"(?P<numeric>I)"),
    ("day", rf"(?<!\$)(?P<day>D)(?P<month>M)\.?[rR]DM\.?{_YEAR}"),
    ("day", rf"{_WEEKDAY}t?(?<!\$)(?P<day>D)(?:[rRi]t?D)?o?(?P<month>M)\.?{_YEAR}?\)?"),
    ("day", rf"{_WEEKDAY}(?P<month>M)\.?(?P<day>D)(?![%c])(?:[rR]D(?!M))?(?:[rR]M\.?D(?=,?Y))?{_YEAR}?\)?"),
    ("month", rf"(?P<month>M)\.?(?:[rR]M\.?(?=,?Y))?{_YEAR}"),
    ("month", r"(?P<which>S)(?P<month>M)"),
    ("month", r"(?<=[ieoStNgR])(?P<month>M)(?!M)|(?<=[er]r)(?P<month_>M)|(?P<month__>M)(?='|v)"),
    ("quarter", rf"(?:(?P<quarter>H)|(?P<ordinal>[OSD])(?P<part>p))(?:{_YEAR}|oty)?(?!o)"),
    ("quarter", r"(?P<which>S)(?P<part>p)"),
    ("season", rf"(?P<season>Q){_YEAR}"),
    ("season", r"(?P<which>S)(?P<season>Q)"),
    ("season", r"(?<=[ie])t?(?P<season>Q)(?!o)|(?<=[Ng'])(?P<season_>Q)(?=v)"),
    ("ago", r"(?P<number>[ND])(?P<unit>[dkmyP])A(?:(?P<relative>T)|(?P<which>S)[kmy])?"),  # "a year ago today"
    ("day", r"(?P<relative>T)h?(?!'x(?![xC']{0,5}v))"),  # "today's leaders' summit", not "today's challenges"
    ("day", r"(?P<which>S)(?P<daytime>h)"),
    ("day", r"(?<=ei)t(?P<same>d)"),
    ("day", r"(?P<night>l)(?=[.,;)\niRo]|$)"),
    ("weekday", r"(?P<which>S)?(?P<weekday>W)h?|(?<=[i(])(?P<weekday_>w)(?=\.?[,.)]|\.?[x])"),
    ("week", r"(?P<which>S)(?P<week>k)|(?<=i)t(?P<week_>k)"),
    ("month", r"(?P<anaphor>z)z?(?P<unit>m)"),
    ("year", r"(?P<anaphor>z)z?(?P<unit>y)(?!r)"),
    ("day", r"(?P<anaphor>z)z?(?P<unit>d)"),
    ("month", r"(?P<which>S)(?P<unit>m)|(?<=e[oi])t(?P<unit_>m)"),
    ("year", r"(?P<which>S)(?P<unit>y)(?!r)|(?<=e[oi])t(?P<unit_>y)"),
    # not "resolution 2771 (2024)", which is its number
    ("year", r"(?<=[ieo(R])(?<![nY]\()(?P<year>Y)(?:r[YD])?(?![c%'r])|(?<=er)(?P<year_>Y)"),
    ("year", r"(?<=[tNgSx'])(?P<adjective>Y)(?:r[YD])?(?=[xCv'])(?!'xR)"),
)


def expressions(text: str, overlay: Path | None = None) -> Iterator[Expression]:
    """Times told in ``text``, in order, never overlapping; earlier rules of the grammar go first."""
    lexemes = list(_LEXEME.finditer(text))
    letters = "".join(_letter(lexeme.lastgroup, lexeme.group(), overlay) for lexeme in lexemes)
    taken: list[tuple[int, int, Kind, dict[str, str]]] = []
    for kind, rule in _compiled():
        for found in rule.finditer(letters):
            start, end = found.span()
            if all(end <= other[0] or start >= other[1] for other in taken):
                words = {
                    name.rstrip("_"): lexemes[found.start(name)].group()
                    for name in rule.groupindex
                    if found.group(name)
                }
                taken.append((start, end, kind, words))
    for start, end, kind, words in sorted(taken, key=lambda found: found[0]):
        yield Expression(lexemes[start].start(), lexemes[end - 1].end(), kind, words, time_words(overlay))


@cache
def time_words(overlay: Path | None = None) -> TimeWords:
    """The lexicon of time words, with the user's overlay if there is one."""
    words: TimeWords = lexicons.read("dates", TimeWords, overlay)
    return words


@cache
def _compiled() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rule)) for kind, rule in _GRAMMAR)


@cache
def _letters(overlay: Path | None) -> dict[str, str]:
    words = time_words(overlay)
    by_letter: tuple[tuple[str, list[str]], ...] = (
        ("x", ["s"]),
        ("i", words.prepositions),
        ("R", words.joins),
        ("g", words.possessives),
        ("e", words.edges),
        ("v", words.occasions),
        ("c", words.counted),
        ("N", list(words.numbers)),
        ("O", words.ordinals),
        ("p", words.parts),
        ("h", words.daytimes),
        ("l", words.nights),
        ("S", list(words.shifts)),
        ("z", words.anaphors),
        ("T", list(words.days)),
        ("Q", list(words.seasons)),
        ("o", ["of"]),
        ("t", ["the"]),
        ("d", ["day"]),
        ("k", ["week", "weekend"]),
        ("m", ["month"]),
        ("y", ["year"]),
        ("P", ["days", "weeks", "months", "years"]),
        ("A", ["ago"]),
    )
    return {word: letter for letter, listed in by_letter for word in listed}


@cache
def _names(overlay: Path | None) -> dict[str, str]:
    words = time_words(overlay)
    return (
        {name: "M" for row in words.months for name in row}
        | {row[0]: "W" for row in words.weekdays}
        | {name: "w" for row in words.weekdays for name in row[1:]}
    )


@lru_cache(maxsize=1 << 14)
def _letter(group: str | None, word: str, overlay: Path | None) -> str:
    """``group`` is that of the lexeme."""
    if group in {"I", "n"}:
        return group
    if group == "number":
        digits = word.rstrip("stndrh")
        if len(digits) == 4 and word == digits:
            return "Y" if 1500 <= int(digits) < 2100 else "n"
        return "D" if len(digits) < 3 and 1 <= int(digits) <= 31 else "n"
    if group == "mark":
        return {"’": "'", "-": "r", "–": "r", "—": "r", "/": "r", "€": "$", "£": "$", "#": "$"}.get(word, word)
    if re.fullmatch(r"[QH][1-4]", word):
        return "H"
    plain = _letters(overlay).get(word.lower())
    if plain == "Q" and word[0].isupper():
        return "B"  # a season as part of a name: the Arab Spring
    return _names(overlay).get(word) or plain or ("C" if word[0].isupper() else "x")
