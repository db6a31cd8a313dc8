"""Whose official an article's title names: "Meeting with President of Egypt A. B." above "President B" in the text; and
who issues the article: "Statement from President A on ..." is of the publisher's own president."""

import re

from kg_builder.gazetteer import Gazetteer
from kg_builder.model import Entity

#: What may stand between a state and the name: the words of an office, no second party.
_OFFICE = re.compile(r"(?:['’]s)?(?: (?:[A-Z][\w.'’-]*,?|of|for|the|and|al|el|bin|de|von|van))*? ?")
_APART = {"with", "and", "to", "from", "by", "meets", "between"}
_FARTHEST = 9  #: words of an office and of given names
#: Who issues a statement or tells of a meeting: the first office and name behind these.
_ISSUED = re.compile(
    r"(?i:(?:joint |press )?(?:statement|readout|remarks|message|letter)s?(?: of [a-z]+)?)"
    r" (?:of|by|from) (?:the )?(?P<office>President|Prime Minister|Chancellor) (?P<name>[A-Z][^'’,;:]*?)"
    r"(?=['’,;:]|$| (?:on|and|in|at|to|after|following|regarding|about|with|ahead|before|[A-Z][a-z]+ing)\b)"
)


def issuer(title: str) -> tuple[str, str] | None:
    """The office, in lower case, and the surname of the leader who issues the article; None where none does."""
    found = _ISSUED.match(title)
    return (found["office"].lower(), found["name"].split()[-1]) if found else None


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
