"""One happening, one event: tellings of the same act within an article become one fact.

Tellings merge by type, parties, date, status and content. What a side event of an occasion does not say itself (day, city,
who was there) it takes from the occasion: the meeting, or the dated deal, that the article reports.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from kg_builder.model import Entity, Event, EventType
from kg_builder.tellings import Telling

#: Acts of words: done at the meeting that the text reports, on its day and in its city.
SPOKEN: frozenset[EventType] = frozenset({"agreement", "commitment", "support", "criticism", "request"})
_HAPPENED = {"occurred", "ongoing"}
_LEAD_SENTENCES = 3
#: Share of content words in common above which two tellings of an act in words are the same.
_ALIKE = 0.6


def merge(tellings: Iterable[Telling], doc: Doc) -> list[Event]:
    """Events in order of their first telling."""
    told: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: t.anchor):
        for i, earlier in enumerate(told):
            if _same(earlier, telling):
                told[i] = _united(earlier, telling)
                break
        else:
            told.append(telling)
    occasions = _occasions(told, doc)
    return [_on_occasion(t.event, occasions) for t in told]


def _same(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or not _statuses_agree(a.status, b.status) or not _dates_agree(a.date, b.date):
        return False
    parties, others = {*a.actors, *a.targets}, {*b.actors, *b.targets}
    overlap = len(parties & others) / len(parties | others)
    if overlap < 0.5:
        return False
    if (a.name and a.name == b.name) or (other.definite and not other.fresh):
        return True
    if a.type in {"meeting", "visit"}:
        if overlap == 1.0 and one.sentence == other.sentence:
            return True
        return overlap == 1.0 and not other.fresh and not (b.date and not a.date and other.anchor - one.anchor > 60)
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if a.type in SPOKEN | {"cooperation", "aid"}:
        return shared >= _ALIKE
    return shared >= 0.5 or (overlap == 1.0 and bool(set(a.goods) & set(b.goods)))


def _united(one: Telling, other: Telling) -> Telling:
    a, b = one.event, other.event
    actors = _union(a.actors, tuple(p for p in b.actors if p not in a.targets))
    event = replace(
        a,
        actors=actors,
        targets=_union(a.targets, tuple(p for p in b.targets if p not in actors)),
        officials=tuple(dict.fromkeys((*a.officials, *b.officials))),
        goods=_union(a.goods, b.goods),
        date=max((a.date, b.date), key=lambda date: len(date or "")),
        place=a.place or b.place,
        name=a.name or b.name,
        confidence=min(0.99, round(max(a.confidence, b.confidence) + 0.05, 2)),
        evidence=tuple(sorted({*a.evidence, *b.evidence})),
    )
    return replace(one, event=event, words=one.words | other.words)


def _occasions(told: list[Telling], doc: Doc) -> list[Event]:
    """What side events may lean on: meetings first, then what the lead dates.

    A meeting without a day of its own takes that of a deal of the same parties in the lead, and the other way round.
    """
    sentences = list(doc.sents)
    lead = sentences[min(_LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    dated = [t.event for t in told if t.event.date and t.event.type in SPOKEN | {"meeting"} and t.anchor < lead]
    meetings = []
    for telling in told:
        event = telling.event
        if event.type != "meeting":
            continue
        if event.date is None and telling.event.status == "occurred":
            same = next((d for d in dated if set(d.actors) == set(event.actors) and d.status == "occurred"), None)
            event = replace(event, date=same.date if same else None)
        meetings.append(event)
    return meetings + [d for d in dated if d.type != "meeting"]


def _on_occasion(event: Event, occasions: list[Event]) -> Event:
    """Side events of a dated occasion take its day, its city, and the officials who were there."""
    if event.type == "meeting":
        known = next((o for o in occasions if o.evidence == event.evidence), event)
        return replace(event, date=event.date or known.date)
    if event.type not in SPOKEN | {"cooperation"} or event.status == "not-occurred":
        return event
    spoken = event.type in SPOKEN
    for occasion in occasions:
        if event is occasion or not set(event.actors) <= set(occasion.actors):
            continue
        if not _statuses_agree(event.status, occasion.status) and not (spoken is False and event.status == "planned"):
            continue
        if not _dates_agree(event.date, occasion.date) or (
            occasion.date and event.date and len(event.date) < len(occasion.date)
        ):
            continue
        present = tuple(o for o in occasion.officials if o.of in event.actors)
        event = replace(
            event,
            date=event.date or (occasion.date if spoken else None),
            place=event.place or (occasion.place if spoken else None),
            officials=event.officials or present,
        )
        if event.date and event.place and event.officials:
            break
    return event


def _statuses_agree(a: str, b: str) -> bool:
    return a == b or {a, b} <= _HAPPENED or {a, b} <= {"planned", "proposed"}


def _dates_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _union(a: tuple[Entity, ...], b: tuple[Entity, ...]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys((*a, *b)))
