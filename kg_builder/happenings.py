"""One happening, one event: tellings of the same act within an article become one fact.

A telling is one instance of a frame, read as an event. Tellings merge by type, parties, date, status and content; what a
side event of an occasion does not say itself (day, city, who was there) it takes from the occasion.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg_builder import dates, syntax
from kg_builder.frames import Instance
from kg_builder.model import MUTUAL, Entity, Event, EventType, Evidence, Status

#: Acts of words: done at the meeting that the text reports, on its day and in its city.
SPOKEN: frozenset[EventType] = frozenset({"agreement", "commitment", "support", "criticism", "request"})
_HAPPENED = {"occurred", "ongoing"}
_POINTING = {"the", "this", "that", "these", "those", "their", "its", "his", "her", "our", "both", "such"}


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one stretch of the text tells it."""

    event: Event
    anchor: int  #: token index of the trigger
    definite: bool  #: the words point to something known ("the meeting", "their talks")
    words: frozenset[str]  #: lemmas of the clause's content words, without its parties


def instances(doc: Doc, room: str) -> Iterator[Instance]:
    """Instances of the room's frames; the act that an agreement of several parties promises is no event of its own."""
    for instance in doc._.frames:
        outer = instance.outer
        promised = outer is not None and outer.room == "agreements" and len(outer.parties) > 1
        if instance.room == room and not (promised and set(instance.parties) <= set(outer.parties)):
            yield instance


def tell(instance: Instance, *, type: EventType | None = None, status: Status | None = None) -> Telling:
    """The instance as an event, its date, place, name and evidence read off the text around it."""
    trigger, verb = instance.trigger, instance.verb
    kind = type or instance.type
    actors, targets = instance.actors.parties, instance.targets.parties
    if kind in MUTUAL:
        actors, targets = tuple(dict.fromkeys(actors)), ()
    start, end = syntax.clause(verb)
    start, end = min(start, trigger.i), max(end, trigger.i + 1)
    dated = dates.date_for(trigger) or (dates.date_for(verb) if verb is not trigger else None)
    officials = instance.actors.officials
    if kind in MUTUAL | {"aid"}:
        officials = tuple(dict.fromkeys((*officials, *instance.targets.officials))) if kind in MUTUAL else officials
    event = Event(
        type=kind,
        actors=tuple(dict.fromkeys((*actors, *instance.companies))),
        targets=targets,
        officials=officials,
        goods=instance.goods,
        date=dated.value if dated else None,
        place=place(trigger) or place(verb),
        status=status or instance.status,
        name=name(trigger) if verb is not trigger or trigger.pos_ != "VERB" else None,
        confidence=confidence(instance),
        evidence=(evidence(trigger.doc[start:end]),),
    )
    return Telling(event, trigger.i, _points_back(trigger), _content(trigger.doc[start:end]))


def evidence(span: Span) -> Evidence:
    article = span.doc._.article
    text = article.text if article else span.doc.text
    start, end = span.start_char, span.end_char
    while start < end and text[start] in " \t\n\r":
        start += 1
    while end > start and text[end - 1] in " \t\n\r":
        end -= 1
    return Evidence(start, end, text[start:end])


def place(token: Token) -> str | None:
    """City or country in or at which the act is told to happen, in the text's words."""
    for head in syntax.after(token, "in", "at"):
        if head.ent_type_ in {"GPE", "LOC", "FAC"} or _is_capital(head):
            span = next((ent for ent in token.doc.ents if ent.start <= head.i < ent.end), None)
            words = span if span is not None else token.doc[head.i : head.i + 1]
            text = evidence(words).quote
            return text.removeprefix("the ").removeprefix("The ")
    return None


def _is_capital(token: Token) -> bool:
    mention = token.doc._.mention_at.get(token.i)
    return mention is not None and mention.entity.kind == "state" and mention.form in {"name", "capital"}


def name(noun: Token) -> str | None:
    """The proper name of a treaty, forum or law: the capitalised words that end in the trigger."""
    doc = noun.doc
    start = noun.i
    while (
        start > 0
        and doc[start - 1].sent == noun.sent
        and (doc[start - 1].text[:1].isupper() or doc[start - 1].lower_ in {"-", "of", "on", "and", "for"})
    ):
        start -= 1
    while start < noun.i and not doc[start].text[:1].isupper():
        start += 1
    words = doc[start : noun.i + 1]
    if not noun.text[:1].isupper() or len(words) < 2 or doc[start].is_sent_start:
        return None
    return evidence(words).quote


def confidence(instance: Instance) -> float:
    """From what supports it: parties named outright, a verb that says it, a second party, an assertion without detour."""
    score = 0.5
    score += 0.15 if instance.trigger.pos_ == "VERB" else 0.05
    score += 0.1 if len(instance.parties) > 1 else 0.0
    score += 0.1 if instance.status in _HAPPENED else 0.0
    score += 0.1 if instance.goods or instance.officials else 0.0
    return round(score, 2)


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
    occasions = [t for t in told if t.event.type == "meeting"]
    return [_on_occasion(t.event, occasions) for t in told]


def _same(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or not _statuses_agree(a.status, b.status) or not _dates_agree(a.date, b.date):
        return False
    parties, others = {*a.actors, *a.targets}, {*b.actors, *b.targets}
    overlap = len(parties & others) / len(parties | others)
    if overlap < 0.5:
        return False
    if a.name and b.name and a.name == b.name:
        return True
    if other.definite:
        return True
    if a.type in {"meeting", "visit"}:
        return overlap == 1.0
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if a.type in {"agreement", "commitment", "support", "criticism", "request", "cooperation", "aid"}:
        return shared >= 0.6
    return shared >= 0.5 or (overlap == 1.0 and bool(set(a.goods) & set(b.goods)))


def _united(one: Telling, other: Telling) -> Telling:
    a, b = one.event, other.event
    actors = _union(a.actors, tuple(p for p in b.actors if p not in a.targets))
    event = replace(
        a,
        actors=actors,
        targets=_union(a.targets, tuple(p for p in b.targets if p not in actors)),
        officials=_union(a.officials, b.officials),
        goods=_union(a.goods, b.goods),
        date=max((a.date, b.date), key=lambda date: len(date or "")),
        place=a.place or b.place,
        name=a.name or b.name,
        confidence=min(0.99, round(max(a.confidence, b.confidence) + 0.05, 2)),
        evidence=tuple(sorted({*a.evidence, *b.evidence})),
    )
    return replace(one, event=event, words=one.words | other.words)


def _on_occasion(event: Event, occasions: list[Telling]) -> Event:
    """Ruling: side events of a dated occasion take its day, its city, and the officials who were there."""
    if event.type not in SPOKEN | {"cooperation"} or event.status not in _HAPPENED | {"planned"}:
        return event
    for occasion in occasions:
        meeting = occasion.event
        if not set(event.actors) <= set(meeting.actors) or not _statuses_agree(event.status, meeting.status):
            continue
        if not _dates_agree(event.date, meeting.date):
            continue
        everyone = set(event.actors) == set(meeting.actors)
        present = tuple(o for o in meeting.officials if o.of in event.actors)
        spoken = event.type in SPOKEN
        return replace(
            event,
            date=event.date or (meeting.date if spoken else None),
            place=event.place or (meeting.place if spoken else None),
            officials=event.officials or (present if everyone or len(event.actors) == 1 else ()),
        )
    return event


def _statuses_agree(a: str, b: str) -> bool:
    return a == b or {a, b} <= _HAPPENED or {a, b} <= {"planned", "proposed"}


def _dates_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _union(a: tuple[Entity, ...], b: tuple[Entity, ...]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _points_back(trigger: Token) -> bool:
    if trigger.pos_ not in {"NOUN", "PROPN"}:
        return False
    return any(c.lower_ in _POINTING and c.dep_ in {"det", "poss", "predet"} for c in trigger.children)


def _content(span: Span) -> frozenset[str]:
    mentions = span.doc._.mention_at
    return frozenset(
        t.lemma_.lower()
        for t in span
        if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"} and t.i not in mentions and not t.is_stop
    )
