"""What a side event does not say itself it takes from its occasion: the day, the city, who was there.

An occasion is the meeting, or the dated deal, that the article reports.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg_builder import effects, news_days, places, syntax, topics
from kg_builder.attendance import attended, signed
from kg_builder.model import Event, EventType
from kg_builder.news_days import SPOKEN
from kg_builder.tellings import Telling
from kg_builder.tokens import Doc, Token

HAPPENED = {"occurred", "ongoing"}
#: How an official text presents itself in its first lines.
_OFFICIAL_TEXT = re.compile(
    r"(?i)\btext of (?:a|the) (?:following )?(?:joint )?statement|^\s*joint statement|begin text", re.M
)
#: What visitor and host do where they are.
_TOGETHER: frozenset[EventType] = frozenset({"meeting", "agreement"})
_MONTH = len("2024-06")


def settled(told: Sequence[Telling], doc: Doc) -> list[Event]:
    """The events of the tellings, with what they take from their occasions."""
    told = [_signed(t, doc) for t in news_days.lent(told, doc)]
    occasions = _occasions(told, doc)
    occasions = [_beside_main(o, occasions, doc) for o in occasions]
    official_text = bool(_OFFICIAL_TEXT.search(doc.text[:400]))
    recalled = {t.event.evidence for t in told if _is_recalled(doc[t.anchor])}
    visits = [t.event for t in told if t.event.type == "visit" and t.event.evidence not in recalled]
    lending = [o for o in occasions if o.evidence not in recalled]
    events = [_on_occasion(t, occasions, lending, doc, in_person=t.past and not official_text) for t in told]
    events = [_set(event, telling, visits) for event, telling in zip(events, told, strict=True)]
    return [_during(event, telling, visits, doc) for event, telling in zip(events, told, strict=True)]


def _signed(telling: Telling, doc: Doc) -> Telling:
    event = telling.event
    if event.type != "agreement" or event.status != "occurred":
        return telling
    return replace(telling, event=signed(event, doc[telling.anchor]))


def _occasions(told: Sequence[Telling], doc: Doc) -> list[Event]:
    """What side events may lean on: meetings first, then what the lead dates.

    A meeting without a day of its own takes that of a deal of the same parties in the lead; one whose officials are not
    named beside it was attended by those who speak for just its parties.
    """
    dated = [t.event for t in told if t.event.date and t.event.type in SPOKEN and t.anchor < news_days.lead(doc)]
    dated = [e for e in dated if not is_long_past(e.date, doc)]
    meetings = []
    for telling in (t for t in told if t.event.type == "meeting"):
        event = telling.event
        same = next((d for d in dated if set(d.actors) == set(event.actors) and d.status == event.status), None)
        if event.date is None and same is not None and _is_of_now(same.date, doc):
            event = replace(event, date=same.date)
        event = attended(event, doc[telling.anchor])
        if not event.officials and event.status == "occurred" and not is_long_past(event.date, doc):
            event = replace(event, officials=doc._.referents.groups.delegates(frozenset(event.actors)).officials)
        if event.place is None and event.status == "occurred":
            event = replace(event, place=places.beside(doc[telling.anchor], event.actors))
        meetings.append(topics.with_topics(event, doc[telling.anchor]))
    return meetings + dated


def _beside_main(event: Event, occasions: list[Event], doc: Doc) -> Event:
    """A meeting of some of those at the main one, of which no day is told, is beside it: its day, its city."""
    if event.type != "meeting" or event.date or event.status != "occurred":
        return event
    for main in occasions:
        if (
            main.type == "meeting"
            and main.date
            and main.evidence != event.evidence
            and news_days.is_news(main.date, doc)
        ):
            shared = set(event.actors) & set(main.actors)
            if len(shared) > 1 and event.evidence[0].start > main.evidence[0].start:
                inside = set(event.actors) <= set(main.actors)
                return replace(event, date=main.date, place=event.place or (main.place if inside else None))
    return event


def is_long_past(date: str | None, doc: Doc) -> bool:
    """Whether the date is of a year before that of publication, or of a month before it without a day."""
    published = doc._.article.published if doc._.article else None
    if not date or not published:
        return False
    return date[:4] < published[:4] or (len(date) == 7 and date < published[:7])


def _is_of_now(date: str | None, doc: Doc) -> bool:
    """Whether the date may be that of what the article reports: not "in March 2021" of an older deal."""
    published = doc._.article.published if doc._.article else None
    return bool(date) and (published is None or published.startswith(date or "") or news_days.is_news(date or "", doc))


def _is_recalled(trigger: Token) -> bool:
    """ "They welcomed *the summit held in Oslo in May*", "the meeting builds on *the visit in May*": spoken of, and not
    where they spoke."""
    governor = syntax.governing_verb(trigger) if trigger.pos_ in {"NOUN", "PROPN"} else None
    if governor is None:
        return False
    if trigger.dep_ == "dobj" and effects.on_object(governor) == "presuppose":
        return True
    return _follows_upon(governor, trigger)


def _follows_upon(verb: Token, noun: Token) -> bool:
    """ "*Follows* their talks", "*builds on* A's meetings and B's visit": what came before."""
    first = noun
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    preposition = f" {first.head.lower_}" if first.dep_ == "pobj" else ""
    told = first.dep_ in {"dobj", "pobj"} and f"{verb.lemma_}{preposition}" in effects.lexicon(verb.doc).succeeding
    return told and any(s.i < verb.i for s in syntax.subjects(verb))


def _on_occasion(telling: Telling, occasions: list[Event], lending: list[Event], doc: Doc, *, in_person: bool) -> Event:
    """Side events of a dated occasion take its day, its city, and, in news, the officials who were there.

    In the official text of a joint statement states speak as states. What one party has done was done before.
    """
    event = telling.event
    if event.type == "meeting":
        told = [o for o in occasions if o.evidence == event.evidence and o.type == "meeting"]
        return next((o for o in told if o.actors == event.actors), event)  # "met separately with A and B" are two
    if event.type == "visit":
        return _on_meeting_day(event, lending)
    if event.type not in SPOKEN | {"cooperation"} or event.status == "not-occurred":
        return event
    spoken = event.type in SPOKEN
    if telling.earlier and event.type != "agreement":
        return event
    for occasion in lending:
        later = occasion.evidence[0].start > event.evidence[0].start
        if (later or telling.performative) and not event.date and is_long_past(occasion.date, doc):
            continue  # the news is not of their first meeting, years ago, of which the text tells too
        if occasion.evidence == event.evidence or not _is_side_event(event, occasion, doc, spoken=spoken):
            continue
        present = tuple(o for o in occasion.officials if o.of in event.actors) if in_person else ()
        founded = telling.past and not telling.earlier and event.status == "occurred"
        event = replace(
            event,
            date=event.date or (occasion.date if (spoken or founded) and _is_near(occasion.date) else None),
            place=event.place or (occasion.place if spoken or (telling.past and event.status != "planned") else None),
            officials=event.officials or present,
        )
        if event.date and event.place and event.officials:
            break
    return event


def _is_near(date: str | None) -> bool:
    """A meeting "in 2012" lends its year to nothing that the text reports."""
    return date is not None and len(date) >= _MONTH


def _is_side_event(event: Event, occasion: Event, doc: Doc, *, spoken: bool) -> bool:
    if not _were_there(event, occasion, doc) or not dates_agree(event.date, occasion.date):
        return False
    if event.date and occasion.date and len(event.date) < len(occasion.date):
        return False
    return statuses_agree(event.status, occasion.status) or (not spoken and event.status == "planned")


def _were_there(event: Event, occasion: Event, doc: Doc) -> bool:
    """Whether all who act were at the occasion; a body is where its organ is ("met the Commission. The EU agreed")."""
    absent = set(event.actors) - set(occasion.actors)
    parents = doc._.referents.issuers.parents
    organs = {parents.get(present.id, "") for present in occasion.actors}
    return all(party.kind == "organization" and party.id in organs for party in absent)


def _on_meeting_day(visit: Event, occasions: list[Event]) -> Event:
    """Ruling: a visit known only through a dated meeting of visitor and host takes the month."""
    for meeting in occasions:
        same = {*visit.actors, *visit.targets} <= set(meeting.actors)
        if same and meeting.date and visit.date is None and statuses_agree(visit.status, meeting.status):
            return replace(visit, date=meeting.date[:7], place=visit.place or meeting.place)
    return visit


def _set(event: Event, telling: Telling, visits: Sequence[Event]) -> Event:
    """In the city in which the visitor arrived, or was seen with the host: "Speaking in Oslo after the talks, ..."."""
    if event.place or event.type not in _TOGETHER or event.status == "not-occurred" or telling.earlier:
        return event
    for visit in visits:
        same = visit.targets and {*visit.actors, *visit.targets} == set(event.actors)
        in_time = dates_agree(event.date and event.date[:7], visit.date and visit.date[:7])
        if visit.place and same and in_time and statuses_agree(visit.status, event.status):
            return replace(event, place=visit.place)
    return event


def _during(event: Event, telling: Telling, visits: Sequence[Event], doc: Doc) -> Event:
    """A meeting of visitor and host, or in the city that is visited, is of the month of the visit.

    The visit may lead to more states than the one whose minister the visitor meets ("in Peru she met Roe").
    """
    if event.date or event.type != "meeting" or telling.earlier or event.status == "not-occurred":
        return event
    for visit in visits:
        of_now = _is_near(visit.date) or _is_of_now(visit.date, doc)
        if not visit.date or not of_now or not statuses_agree(visit.status, event.status):
            continue
        hosts = set(event.actors) - set(visit.actors)
        there = hosts <= set(visit.targets) or (event.place is not None and event.place == visit.place)
        if hosts and there and set(visit.actors) & set(event.actors):
            return replace(event, date=visit.date[:_MONTH])
    return event


def statuses_agree(a: str, b: str) -> bool:
    return a == b or {a, b} <= HAPPENED or {a, b} <= {"planned", "proposed"}


def dates_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)
