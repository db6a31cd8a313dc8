"""One happening, one event: tellings of the same act within an article become one fact.

Tellings merge by type, parties, date, status and content; ``occasions`` then gives side events their day and city.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg_builder import news_days, occasions, role_words
from kg_builder.model import MUTUAL, Entity, Event, EventType
from kg_builder.news_days import SPOKEN
from kg_builder.occasions import HAPPENED
from kg_builder.tellings import Telling
from kg_builder.tokens import Doc

#: Share of content words in common above which two tellings of an act in words are the same.
_ALIKE = 0.6
_DAY = len("2024-06-26")
#: What begins with an act and goes on.
#: What lasts once it is made, and where a sentence only names it.
_STANDING: frozenset[EventType] = frozenset({"agreement", "cooperation", "restriction", "easing", "policy", "aid"})
_IN_PASSING = {"nsubj", "poss", "pobj", "compound"}
_BEGUN: frozenset[EventType] = frozenset({"restriction", "cooperation"})
#: What the lead of a report tells without a day is of the day of its news.
_NEWS: frozenset[EventType] = SPOKEN | {"restriction", "easing", "rejection", "threat"}


def merge(tellings: Iterable[Telling], doc: Doc) -> list[Event]:
    """Events in order of their first telling."""
    told: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: t.anchor):
        for i, earlier in enumerate(told):
            if _heads(earlier, telling, doc):
                if telling.event.status == "planned":  # "bans exports" of a headline is "will ban" in the lead
                    earlier = replace(earlier, event=replace(earlier.event, status="planned"))
            elif not _same(earlier, telling, doc) or _is_of_old(earlier, telling, doc):
                continue
            told[i] = _united(earlier, telling, doc)
            break
        else:
            told.append(telling)
    events = occasions.settled([_today(t, told, doc) for t in told], doc)
    return _one_each(_on_the_day(event, telling, doc) for event, telling in zip(events, told, strict=True))


def _one_each(events: Iterable[Event]) -> list[Event]:
    """Unites tellings that would be one event of the graph: with two statuses the gate would set it aside.

    The first telling's status stands. Those of other people (ministers who meet apart from their presidents) stay two,
    as sure as the surer.
    """
    found: list[Event] = []
    for event in events:
        i = next((i for i, one in enumerate(found) if _key(one) == _key(event)), len(found))
        if i == len(found):
            found.append(event)
            continue
        first, confidence = found[i], max(found[i].confidence, event.confidence)
        if first.status == event.status and _other_people(first, event):
            found.append(replace(event, confidence=confidence))
        else:
            first = _added(first, event)
        found[i] = replace(first, confidence=confidence)
    return found


def _added(event: Event, other: Event) -> Event:
    """The event with the people, the place and the words of another telling."""
    return replace(
        event,
        officials=tuple(dict.fromkeys((*event.officials, *other.officials))),
        place=event.place or other.place,
        evidence=tuple(sorted({*event.evidence, *other.evidence})),
    )


def _key(event: Event) -> tuple[object, ...]:
    """What makes it one event within its article; two of one IRI (``identity.event``) always share it."""
    where = None if event.is_known_in_its_article else min(event.evidence).start
    name = event.name.casefold() if event.name else None
    sets = frozenset(event.actors), frozenset(event.targets), frozenset(event.goods)
    return event.type, *sets, event.date, name, where


def _same(one: Telling, other: Telling, doc: Doc) -> bool:
    a, b = one.event, other.event
    if a.type == b.type == "meeting" and a.status == "not-occurred" and one.sentence == other.sentence:
        return other.definite and set(a.actors) == set(b.actors)  # "cancelled talks, expecting little of *the talks*"
    if (
        a.type != b.type
        or not occasions.statuses_agree(a.status, b.status)
        or not occasions.dates_agree(a.date, b.date)
    ):
        return False
    if a.type == "meeting":
        if _is_of_grouping(a, b):
            return not _other_people(a, b)
        a, b = _with_bodies(a, b, doc), _with_bodies(b, a, doc)
    doers, others = set(a.actors), set(b.actors)
    if a.type not in MUTUAL and not (doers & others if other.definite else doers == others):
        return False  # what one promised the other is not what the other promised, or both
    parties, others = {*a.actors, *a.targets}, {*b.actors, *b.targets}
    overlap = len(parties & others) / len(parties | others)
    if overlap < 0.5 or (a.targets and b.targets and set(a.targets) != set(b.targets)):
        return False
    if _other_people(a, b) or _other_goods(a, b):
        return False
    if a.type == "meeting" and _otherwise_named(a, b):
        return False
    if (a.name and a.name == b.name) or (other.definite and not other.fresh and a.type != "request"):
        return True  # but "their call" on one matter may follow another call on another
    if a.type in {"meeting", "visit"}:
        if overlap == 1.0 and (one.sentence == other.sentence or _repeats_headline(one, other)):
            return True
        return overlap == 1.0 and not other.fresh and not (b.date and not a.date and other.anchor - one.anchor > 60)
    if a.type == "agreement" and _on_other_matters(one, other, doc):
        return False
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if a.type in SPOKEN | {"cooperation", "aid"} or (a.type == "easing" and a.status == "planned"):
        common = len(one.words & other.words)
        repeated = common == 2 and common >= _ALIKE * len(one.words | other.words)  # a headline and its lead
        return shared >= _ALIKE and (common > 2 or (repeated and overlap == 1.0 and bool(a.targets)))
    return shared >= 0.5


def _is_of_grouping(a: Event, b: Event) -> bool:
    """ "*The Quad* met on Friday", told of the body and of it with its members; not where they may have met apart."""
    fewer, more = sorted((set(a.actors), set(b.actors)), key=len)
    on_one_day = a.date is not None and a.date == b.date and len(a.date) == _DAY
    return on_one_day and len(fewer) == 1 and fewer < more and all(party.kind == "organization" for party in fewer)


def _with_bodies(event: Event, other: Event, doc: Doc) -> Event:
    """ "Peru and the *Commission* discussed", where the other tells of Peru and the EU: the body for its organ."""
    parents, named = doc._.referents.issuers.parents, {party.id: party for party in other.actors}
    actors = (named.get(parents.get(party.id, ""), party) for party in event.actors)
    return replace(event, actors=tuple(dict.fromkeys(actors)))


def _on_other_matters(one: Telling, other: Telling, doc: Doc) -> bool:
    """ "Signed a memorandum on energy", and further on "a memorandum on the exchange of students": two."""
    words = role_words.lexicon(doc)
    mine, yours = (telling.words - words.deals - words.concluding for telling in (one, other))
    return one.sentence != other.sentence and min(len(mine), len(yours)) > 1 and not mine & yours


def _heads(one: Telling, other: Telling, doc: Doc) -> bool:
    """The headline says in its own words what the lead then tells: the same act of the same upon the same."""
    a, b = one.event, other.event
    title = doc.text.lstrip().partition("\n")[0].rstrip()
    if not title or title[-1] in ".!?:" or a.date or doc[one.anchor].idx >= doc.text.index(title) + len(title):
        return False
    in_lead = doc[other.sentence].idx > doc.text.index(title) and other.anchor < news_days.lead(doc)
    in_lead = in_lead and not occasions.is_long_past(b.date, doc)  # "building upon their agreement of 2000"
    told = a.status in HAPPENED and b.status in {*HAPPENED, "planned"}
    alike = a.type == b.type and set(a.actors) == set(b.actors) and set(a.targets) == set(b.targets)
    whole = bool(a.targets) or a.type in MUTUAL or bool(set(a.goods) & set(b.goods))
    return in_lead and told and alike and whole and not _other_goods(a, b) and not _other_people(a, b)


def _is_of_old(one: Telling, other: Telling, doc: Doc) -> bool:
    """What is told in the present or perfect is news ("have agreed to a pact"), not "the pact signed in 1990"."""
    undated, dated = (one, other) if one.event.date is None else (other, one)
    if undated.event.date is not None or not occasions.is_long_past(dated.event.date, doc):
        return False
    if dated.event.type == "meeting":  # "met in Oslo. They welcomed the talks held in Rome in May."
        return _is_elsewhere(undated.event, dated.event)
    return undated.performative and dated.event.type in SPOKEN


def _is_elsewhere(a: Event, b: Event) -> bool:
    here, there = a.place or "", b.place or ""
    return bool(here and there) and here not in there and there not in here


def _other_people(a: Event, b: Event) -> bool:
    """Whether other officials of one party took part; one telling may name those of one side only."""
    if set(a.officials) & set(b.officials):
        return False
    return bool({o.of for o in a.officials} & {o.of for o in b.officials})


def _other_goods(a: Event, b: Event) -> bool:
    """Whether each is about a good of its own: a tax on tea is not the tax on steel."""
    return bool(a.goods and b.goods) and not set(a.goods) & set(b.goods)


def _repeats_headline(one: Telling, other: Telling) -> bool:
    """The first line says in short what the text then tells with its day, of the same persons."""
    a, b = one.event, other.event
    return one.sentence == 0 and a.date is None and bool(b.officials) and set(a.officials) <= set(b.officials)


def _otherwise_named(a: Event, b: Event) -> bool:
    if not a.name or not b.name:
        return False
    return not set(a.name.casefold().split()) & set(b.name.casefold().split())


def _united(one: Telling, other: Telling, doc: Doc) -> Telling:
    a, b = one.event, other.event
    if a.type == "meeting":
        a, b = _with_bodies(a, b, doc), _with_bodies(b, a, doc)
    actors = _union(a.actors, tuple(p for p in b.actors if p not in a.targets))
    event = replace(
        _added(a, b),
        actors=actors,
        targets=_union(a.targets, tuple(p for p in b.targets if p not in actors)),
        goods=_union(a.goods, b.goods),
        date=max((a.date, b.date), key=lambda date: len(date or "")),
        name=a.name or b.name,
        # What one telling says outright is no longer somebody's account alone.
        attributed_to=_union(a.attributed_to, b.attributed_to) if a.attributed_to and b.attributed_to else (),
        # A measure known to be imposed says more than "its ban" that is in force, a launched body than one at work.
        status=b.status if a.type in _BEGUN and (a.status, b.status) == ("ongoing", "occurred") else a.status,
        confidence=min(0.99, round(max(a.confidence, b.confidence) + 0.05, 2)),
    )
    performative = one.performative or other.performative  # a headline, and "have agreed" below it
    return replace(one, event=event, words=one.words | other.words, performative=performative)


def _today(telling: Telling, told: Iterable[Telling], doc: Doc) -> Telling:
    """What an official text says in the present it does on the day of publication ("Norway commits to ...")."""
    event, article = telling.event, doc._.article
    published = article.published if article else None
    if not (published and len(published) == 10 and doc._.referents.publisher and telling.performative):
        return telling
    if event.date or event.type not in SPOKEN | {"threat", "rejection"} or event.status not in HAPPENED:
        return telling
    day = news_days.day_of_statement(doc) or _day_of_meeting(event, told, doc) or published
    return replace(telling, event=replace(event, date=day))


def _day_of_meeting(event: Event, told: Iterable[Telling], doc: Doc) -> str | None:
    """A statement that came out after the meeting of those who make it was made at the meeting."""
    for other in (t.event for t in told if t.anchor < news_days.lead(doc) and t.past):
        held = other.type == "meeting" and other.status == "occurred" and len(event.actors) > 1
        if held and set(event.actors) == set(other.actors) and other.date and news_days.is_news(other.date, doc):
            return other.date
    return None


def _on_the_day(event: Event, telling: Telling, doc: Doc) -> Event:
    """What those who issue a text say that they did ("we met", "we agreed"), they did on the day on which it came out,
    where nothing says when."""
    if event.date or event.status != "occurred":
        return event
    article = doc._.article
    published = article.published if article else None
    just_now = telling.ours and telling.past and not telling.earlier and event.type in SPOKEN | {"meeting"}
    if just_now and doc._.referents.publisher:
        return replace(event, date=published) if published and len(published) == 10 else event
    in_lead = telling.anchor < news_days.lead(doc) and event.type in _NEWS
    if not in_lead or news_days.is_background(telling, doc) or _stands_already(telling, doc):
        return event
    return replace(event, date=news_days.day_of_news(doc))


def _stands_already(telling: Telling, doc: Doc) -> bool:
    """ "Said on Monday that *the agreement* with Peru works": spoken of on that day, and made before."""
    noun = doc[telling.anchor]
    named = noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ in _IN_PASSING
    pursued = noun.dep_ == "pobj" and noun.head.lower_ == "with"  # "move forward with a memorandum"
    return telling.event.type in _STANDING and named and not pursued


def _union(a: tuple[Entity, ...], b: tuple[Entity, ...]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys((*a, *b)))
