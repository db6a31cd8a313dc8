"""Events of made-up sentences as short strings, for tables of tests."""

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet

from kg_builder.model import Event, Fact

#: The day on which every made-up text came out: a Wednesday.
PUBLISHED = "2024-06-26"


def short(event: Event) -> str:
    """As in ``restriction USA -> IRN occurred 2024-06-25``; parties are sorted, a part that is not told is left out."""
    actors, targets = (", ".join(sorted(p.record for p in parties)) for parties in (event.actors, event.targets))
    parts = (event.type, actors, f"-> {targets}" if targets else None, event.status, event.date)
    return " ".join(part for part in parts if part)


def told(facts: Iterable[Fact]) -> str:
    """All events, sorted, with `` | `` between them; empty where there is none."""
    return " | ".join(sorted(short(fact) for fact in facts if isinstance(fact, Event)))


def not_yet(cases: dict[str, list[tuple[str, str]]]) -> list[ParameterSet]:
    """Cases that we know to fail, by reason; one that passes fails the suite, and becomes a plain case."""
    return [
        pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))
        for reason, listed in cases.items()
        for case in listed
    ]
