"""Whose official an article's title names: "Meeting with President of Egypt A. B." above "President B" in the text.

And who speaks in an official text: "Statement by President B", "Secretary B's Call with ...".
"""

import re
from itertools import takewhile

from kg_builder.gazetteer import Gazetteer
from kg_builder.model import Entity

#: What may stand between a state and the name: the words of an office, no second party.
_OFFICE = re.compile(r"(?:['’]s)?(?: (?:[A-Z][\w.'’-]*,?|of|for|the|and|al|el|bin|de|von|van))*? ?")
_APART = {"with", "and", "to", "from", "by", "meets", "between"}
_FARTHEST = 9  #: words of an office and of given names
_WORD = r"[A-Z][\w.-]*(?:['’][A-Z]\w+)?"
_PERSON = rf"(?P<who>{_WORD}(?:,? {_WORD})+)"
#: "Joint Statement by ...", "Readout of ...'s Meeting": in a text of this title somebody speaks, or does what is told.
_SPOKEN = re.compile(
    r"(?:(?:Joint|Press|Media|Full|Video) )*(?i:statement|remarks|readout|message|letter|comments|speech|address)s?\b"
    rf"[^,:;]{{0,40}}?\b(?:from|by|of) (?:the )?{_PERSON}"
)
_DONE = re.compile(rf"{_PERSON}['’]s? (?i:calls?|meetings?|talks|travel|trip|visit|remarks)\b")
_TRAVELS = re.compile(r"\b(?i:(?:travels?|trip|visit) to|travels in|visits) ")
_SUFFIXES = {"Jr.", "Sr.", "II", "III", "IV"}
_ADVERBS = {"Ahead", "After", "Following", "Before", "On", "Regarding", "Welcoming", "Marking"}


def owner_of(surname: str, title: str, places: Gazetteer[Entity]) -> Entity | None:
    """The state named right before ``surname`` in the title, or behind it with "of"; None where neither is there."""
    found = re.search(rf"(?i)\b{re.escape(surname)}\b", title)
    if found is None:
        return None
    for hit in places.find(title):
        if title[found.end() : hit.start].lower() in {" of ", " of the "}:
            return hit.value
    before = [hit for hit in places.find(title) if hit.end <= found.start()]
    between = title[before[-1].end : found.start()] if before else "with"
    words = between.lower().split()
    if _OFFICE.fullmatch(between) is None or _APART & set(words) or len(words) > _FARTHEST:
        return None
    return before[-1].value


def destination(title: str, places: Gazetteer[Entity]) -> Entity | None:
    """The one state to which somebody travels by the title: "B's Travel to Japan", "Minister visits Tokyo"."""
    found = _TRAVELS.search(title)
    to = {hit.value for hit in places.find(title[found.end() :])} if found else set()
    return next(iter(to)) if len(to) == 1 and next(iter(to)).kind == "state" else None


def speaker(title: str) -> tuple[str, ...]:
    """The office and name of whoever speaks, or does what is told, in a text of this title, word by word."""
    found = _SPOKEN.match(title) or _DONE.match(title)
    words = [name for word in found["who"].split() if (name := word.rstrip(",")) not in _SUFFIXES] if found else []
    told = tuple(takewhile(lambda word: word not in _ADVERBS, words))
    return told if len(told) > 1 else ()
