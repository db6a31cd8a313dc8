"""What the times that an article tells come to, seen from its day of publication.

A value is ISO 8601 at the precision that the words have: ``2024-06-26``, ``2024-06``, ``2024``. A season and a quarter
are written as their year, a week as its month if it lies in one, else as its year; what the words leave open is None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from kg_builder.time_expressions import Expression, TimeWords

Direction = Literal["past", "future", "nearest"]
#: Days. Without a tense the past is meant unless it is FAR and the future NEAR; against its tense, a date that is CLOSE
#: ("met on 2 May", published on 1 May across the date line).
_FAR, _NEAR, _CLOSE = 300, 70, 3
_VAGUE = 3  # "two weeks ago" holds give or take this many days


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day from which times are told, at the precision known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, published: str | None) -> "Standpoint | None":
        """Read ``2024-06-26``, ``2024-06`` or ``2024``; None for anything that is no date."""
        found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:$|T)", published or "")
        if found is None:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or _date(year, month or 1, day or 1) is None:
            return None
        return cls(year, month, day)

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return _date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision known."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part)


_Words: TypeAlias = dict[str, str]


def value(expression: Expression, now: Standpoint | None, direction: Direction | None = None) -> str | None:
    """ISO value of ``expression``; ``direction`` is where the tense of its clause points."""
    if "anaphor" in expression.words:  # "that same month": which, the sentences before may tell
        return None
    return _READERS[expression.kind](expression.words, now, direction, expression.lexicon)


def _day(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    if "numeric" in words:
        return _numeric(words["numeric"])
    if "relative" in words:
        return _shifted_day(now, time.days[words["relative"].lower()])
    if "same" in words:  # "later in the day": of which day, the sentences before may tell
        return _shifted_day(now, 0)
    if "night" in words:
        return _common(now.date - timedelta(days=1), now.date) if now and now.date else None
    if "daytime" in words:  # "this morning", "last night"; what "next evening" is, the words do not say
        return _shifted_day(now, _shift(words["which"], time)) if _shift(words["which"], time) < 1 else None
    month, day = _month_number(words["month"], time), int(re.sub(r"\D", "", words["day"]))
    if "year" in words:
        year: int | None = int(words["year"])
    elif "shift" in words:
        year = _year_of_shift(words["shift"], now, time)
    else:
        year = _nearest(now, month, day, direction)
    found = _date(year, month, day) if year else None
    return found.isoformat() if found else None


def _weekday(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    today = now.date if now else None
    if today is None:
        return None
    back = (today.weekday() - _number(time.weekdays, words["weekday"])) % 7
    shift = _shift(words["which"], time) if "which" in words else 0
    if shift < 0:
        return (today - timedelta(days=back or 7)).isoformat()
    if shift > 0 or (direction == "future" and back):
        return (today + timedelta(days=7 - back)).isoformat()
    return (today - timedelta(days=back)).isoformat()


def _month(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    if "unit" in words:
        return _shifted_month(now, _shift(words.get("which", "this"), time))
    month = _month_number(words["month"], time)
    if "year" in words:
        return f"{int(words['year'])}-{month:02d}"
    if "shift" in words:
        year = _year_of_shift(words["shift"], now, time)
    elif "which" in words:
        year = _year_of_turn(words["which"], month, now, time)
    else:
        year = _nearest(now, month, None, direction)
    return f"{year}-{month:02d}" if year else None


def _year(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    if "unit" in words:
        return str(now.year + _shift(words.get("which", "this"), time)) if now else None
    year = int(words.get("year") or words["adjective"])
    if "adjective" in words and now and year > now.year + 1:
        return None  # "the 2050 target" is the target's year, no event's
    return str(year)


def _week(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    today = now.date if now else None
    weekend = words["week"].lower() == "weekend"
    if today is None or not (weekend or "which" in words):
        return None
    ahead = direction == "future" or today.weekday() > 4
    weeks = _shift(words["which"], time) if "which" in words else 0 if ahead else -1  # "over the weekend"
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    first = monday + timedelta(days=5) if weekend else monday
    last = monday + timedelta(days=6)
    if first <= today <= last:  # "met this week": until today; "will meet this week": from today on
        first, last = (
            (today, last) if direction == "future" else (first, today) if direction == "past" else (first, last)
        )
    return _common(first, last)


def _season(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    if "year" in words:
        return words["year"]
    month = time.seasons[words["season"].lower()]
    if "shift" in words:
        year = _year_of_shift(words["shift"], now, time)
    elif month == 12:
        year = None  # a winter lies in two years
    elif "which" in words:
        year = _year_of_turn(words["which"], month, now, time, months=3)
    else:
        year = _nearest(now, month, None, direction)
    return str(year) if year else None


def _quarter(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    if "year" in words:
        return words["year"]
    year = _year_of_shift(words["shift"], now, time) if "shift" in words else None
    return str(year) if year else None


def _ago(words: _Words, now: Standpoint | None, direction: Direction | None, time: TimeWords) -> str | None:
    told = words["number"].lower()
    count = int(told) if told.isdigit() else time.numbers.get(told)
    if now is None or count is None:
        return None
    match words["unit"].lower().rstrip("s"):
        case "year" if "relative" in words and now.date:  # "one year ago *today*"
            there = _date(now.year - count, now.date.month, now.date.day)
            return there.isoformat() if there else None
        case "year" if "which" in words and now.month:  # "two years ago *this week*"
            return f"{now.year - count}-{now.month:02d}"
        case "year":
            return str(now.year - count)
        case "month":
            return _shifted_month(now, -count)
        case "day":
            return _shifted_day(now, -count)
        case "week" if now.date:
            about = now.date - timedelta(weeks=count)
            return _common(about - timedelta(days=_VAGUE), about + timedelta(days=_VAGUE))
    return None


_READERS: dict[str, Callable[[_Words, Standpoint | None, Direction | None, TimeWords], str | None]] = {
    "day": _day,
    "weekday": _weekday,
    "month": _month,
    "year": _year,
    "week": _week,
    "season": _season,
    "quarter": _quarter,
    "ago": _ago,
}


def _numeric(told: str) -> str | None:
    if "-" in told:
        year, month, day = (int(part) for part in told.split("-"))
    else:
        day, month, year = (int(part) for part in re.split(r"[/.]", told))
        if day <= 12 and month <= 12 and day != month:
            return None  # which of them is the month, nobody knows
        day, month = (month, day) if month > 12 else (day, month)
    found = _date(year, month, day)
    return found.isoformat() if found else None


def _nearest(now: Standpoint | None, month: int, day: int | None, direction: Direction | None) -> int | None:
    """The year of that month (and day): on the side of ``direction``, else the past, but never absurdly far."""
    if now is None or now.month is None:
        return None
    by_day = day is not None and now.day is not None
    today = date(now.year, now.month, (now.day or 15) if by_day else 15)
    distances: dict[int, int] = {}
    for year in (today.year - 1, today.year, today.year + 1):
        there = _date(year, month, day if by_day and day else 15)
        if there:
            distances[year] = (there - today).days
    past = max((year for year, days in distances.items() if days <= 0), default=None)
    future = min((year for year, days in distances.items() if days >= 0), default=None)
    if past is None or future is None:
        return past or future
    if direction == "nearest":
        return min(distances, key=lambda year: abs(distances[year]))
    chosen, other = (future, past) if direction == "future" else (past, future)
    near = _CLOSE if direction else _NEAR
    return other if abs(distances[chosen]) > _FAR and abs(distances[other]) <= near else chosen


def _year_of_turn(which: str, month: int, now: Standpoint | None, time: TimeWords, *, months: int = 1) -> int | None:
    """The year of "last August", "next spring": the latest that is over, the first to come; "this" is this year's."""
    shift = _shift(which, time)
    if now is None or (now.month is None and shift):
        return None
    if shift < 0:
        return now.year - (month + months > (now.month or 1))
    return now.year + (shift > 0 and month <= (now.month or 1))


def _year_of_shift(word: str, now: Standpoint | None, time: TimeWords) -> int | None:
    shift = time.shifts.get(word.lower())
    return now.year + shift if now and shift is not None else None


def _shifted_day(now: Standpoint | None, days: int) -> str | None:
    """A day seen from that of publication; of "today" in a text of which only the month is known, the month."""
    today = now.date if now else None
    if today is None:
        return now.iso if now and days == 0 else None
    return (today + timedelta(days=days)).isoformat()


def _shifted_month(now: Standpoint | None, months: int) -> str | None:
    if now is None or now.month is None:
        return None
    count = now.year * 12 + now.month - 1 + months
    return f"{count // 12}-{count % 12 + 1:02d}"


def _common(first: date, last: date) -> str | None:
    """The month in which both days lie, else the year."""
    if first.year != last.year:
        return None
    return f"{first:%Y-%m}" if first.month == last.month else str(first.year)


def _shift(word: str, time: TimeWords) -> int:
    return time.shifts[word.lower()]


def _month_number(name: str, time: TimeWords) -> int:
    return _number(time.months, name) + 1


def _number(rows: list[list[str]], name: str) -> int:
    return next(number for number, row in enumerate(rows) if name in row)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
