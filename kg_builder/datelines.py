"""Place, day and wire before the news itself: "BEIJING, March 3 (LNA) - ", "LIMA, June 25. /LNA/. ", "ISLAMABAD: ".

A release may write its city in small letters, before the capital's district or the day: "Washington, DC - ".
"""

import re
from dataclasses import dataclass

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
#: No part of the sentence that follows.
LINE = re.compile(
    r"(?m)^[ \t]*(?:[A-Z][A-Z.'\u00c0-\u00dc]+(?:[ ,/-]+(?:[A-Z][A-Za-z.']+|\d{1,2}(?!\d)|(?:19|20)\d\d))*"
    rf"|[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*, ?(?:D\.?C\b\.?|{_DAY}))"
    r"\.?(?: ?\([A-Za-z /&.,-]{2,30}\)| ?/[A-Za-z -]{2,30}/)?(?:[ \t]*(?:—|–|--|-)[ \t]+|(?<=/)\.[ \t]+)(?=\S)"
)
#: A wire by its name, whatever stands before it: "(Reuters) - ", "April 30 (Reuters) - ", "Oslo (CNN) ".
WIRE = re.compile(
    rf"(?m)^[ \t]*(?:(?:{_DAY}|[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)*)?)[ ,]+)?"
    r"\((?:Reuters|CNN(?: Business)?|AFP|AP|UPI|ANI|PTI|IANS|TASS|Xinhua|Bloomberg|Kyodo|Yonhap|WAFA|dpa|EFE|ANSA)\)"
    r"[ \t]*(?:(?:—|–|--|-|_)[ \t]*)?(?=\S)"
)
#: At the very beginning, as papers of South and South East Asia have it.
_COLON = re.compile(r"\s*[A-Z][A-Z .'-]{3,24}(?:, [A-Z][a-z]+)?:(?=\s)")
_CITY = re.compile(r"\s*([A-Z][A-Z.' \u00c0-\u00dc]+|[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)")
_HEAD = 600  # characters among which the dateline stands, behind a title


@dataclass(frozen=True, slots=True)
class Dateline:
    """The ``words`` of a dateline, which ends at the character ``end``, and its ``city``."""

    words: str
    city: str | None
    end: int


def find(text: str) -> Dateline | None:
    """The first dateline of an article."""
    found = LINE.search(text[:_HEAD]) or WIRE.search(text[:_HEAD]) or _COLON.match(text)
    if found is None:
        return None
    city = None if re.match(rf"\s*{_DAY}", found[0]) else _CITY.match(found[0])
    return Dateline(found[0], city[1].strip() if city else None, found.end())
