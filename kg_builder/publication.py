"""What is known of an article's publication, and the ways in which files, headers and pages write its day."""

import re
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg_builder.errors import UnreadableInput

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_WRITTEN = re.compile(
    r"(?:\b(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+)?\b(?P<month>[a-z]{3,9})\.?,?\s+"
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
#: What an IRI cannot hold (RFC 3987), so that a link can stand in the graph as one.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """``published`` is ISO 8601 at the precision known; ``url`` a web address."""

    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None

    @classmethod
    def read(cls, fields: Mapping[str, object]) -> "Publication":
        """From a line of an index or of JSON lines; ``date`` is another name of ``published``, other keys are let be.

        Raises UnreadableInput naming the field whose value is wrong.
        """
        day = _text(fields, "published") or _text(fields, "date")
        url = _text(fields, "url")
        if url and not is_web_address(url):
            raise UnreadableInput(f"url {url!r} is no web address; write it as https://...")
        return cls(iso_date(day) if day else None, _text(fields, "title"), _text(fields, "publisher"), url)

    def or_else(self, other: "Publication") -> "Publication":
        """This, and where it knows nothing, the other."""
        return Publication(
            self.published or other.published,
            self.title or other.title,
            self.publisher or other.publisher,
            self.url or other.url,
        )


def is_web_address(value: str) -> bool:
    return _WEB_ADDRESS.fullmatch(value) is not None


def iso_date(value: str) -> str:
    """``2024-06-26``, ``2024-06`` or ``2024``, as precise as ``value`` is; a time of day is dropped.

    Raises UnreadableInput for a day that there is not ("2024-13-45") and for words that are none.
    """
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return _written(value)
    year, month, day = (int(part) if part else None for part in found.groups())
    return _checked(value, year or 0, month, day)


def _written(value: str) -> str:
    for found in _WRITTEN.finditer(value):
        month = _MONTHS.get(found["month"][:3].lower())
        name = found["month"].lower()
        if month and (month_name[month].lower().startswith(name) or name == "sept"):
            day = found["before"] or found["after"]
            return _checked(value, int(found["year"]), month, int(day) if day else None)
    raise UnreadableInput(f"{value!r} is no date; write it as 2024-06-26, 2024-06 or 2024")


def _checked(value: str, year: int, month: int | None, day: int | None) -> str:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise UnreadableInput(f"{value!r} is no date; write it as 2024-06-26, 2024-06 or 2024") from error
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableInput(f"{name} {value!r} is no text; put it in quotes")
    if not value.isprintable():
        # Control characters and lone surrogates can be written in no standard format of the graph.
        value = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    return value.strip() or None
