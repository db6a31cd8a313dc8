"""Made-up articles with their facts, told directly: what storing, checking and inferring cost, with no language model.

An article tells about what a real one does: 28 facts, some 450 quads. Parties and goods are those of the reference
data, with a few of them in most facts, as in the news. Figures only; accuracy is never measured on these.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import get_args

from rdflib import RDF, Graph

from kg_builder import resources
from kg_builder.model import (
    EVENT_TYPES,
    MUTUAL,
    Article,
    Entity,
    Event,
    EventType,
    Evidence,
    Fact,
    OfficeClass,
    Official,
    Reference,
    Status,
    Tenure,
    TenureStatus,
)
from kg_builder.vocabulary import KGB

_SYLLABLES = ("ka", "mi", "ro", "ten", "sha", "lu", "bor", "ni", "vey", "da")
_CITIES = ("Geneva", "Vienna", "Nairobi", "Singapore", "Oslo", "Lima")
_STATUSES: tuple[Status, ...] = ("occurred", "occurred", "occurred", "ongoing", "planned", "proposed", "not-occurred")
_TENURES: tuple[TenureStatus, ...] = ("incumbent", "incumbent", "incumbent", "former", "designate")
_WORDS = "The parties met in the capital and said that they agreed on further steps over supply and trade. "


def articles(count: int, seed: int = 0) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """``count`` articles, each with its facts; those of a smaller count are the first of a larger one."""
    states, goods = _ids("states", KGB.State), _ids("goods", KGB.StrategicGood)
    for number in range(count):
        yield _article(number, Random(f"{seed} {number}"), states, goods)


def _ids(file: str, class_: str) -> list[str]:
    graph = Graph().parse(resources.path("data", "reference", f"{file}.ttl"))
    return sorted(str(node).rpartition("/")[2] for node in graph.subjects(RDF.type, class_))


def _article(number: int, chance: Random, states: list[str], goods: list[str]) -> tuple[Article, tuple[Fact, ...]]:
    day = date(2015, 1, 1) + timedelta(days=number % 4000)
    article = Article(f"{number:05}.txt", _WORDS * 30, published=day.isoformat())
    parties = sorted({Entity("state", _often(states, chance)) for _ in range(6)})
    subjects = sorted({Entity("good", _often(goods, chance)) for _ in range(4)})
    officials = [Official(_name(chance), chance.choice(parties)) for _ in range(5)]
    facts: list[Fact] = [Reference(entity, _evidence(chance)) for entity in (*parties, *subjects)]
    facts += [_tenure(official, chance) for official in officials]
    facts += [_event(type, day, chance, parties, subjects, officials) for type in chance.choices(EVENT_TYPES, k=12)]
    return article, tuple(facts)


def _tenure(official: Official, chance: Random) -> Tenure:
    kind = chance.choice(get_args(OfficeClass))
    return Tenure(official, kind.replace("-", " "), kind, chance.choice(_TENURES), _evidence(chance), 0.9)


def _event(
    type: EventType, day: date, chance: Random, parties: list[Entity], goods: list[Entity], officials: list[Official]
) -> Event:
    actor, other = chance.sample(parties, 2) if len(parties) > 1 else (parties[0], Entity("organization", "G7"))
    return Event(
        type,
        (actor, other) if type in MUTUAL else (actor,),
        () if type in MUTUAL or type == "policy" else (other,),
        tuple(chance.sample(officials, chance.randint(0, 2))),
        tuple(chance.sample(goods, chance.randint(0, min(2, len(goods))))),
        (day - timedelta(days=chance.randint(0, 5))).isoformat() if chance.random() < 0.7 else None,
        chance.choice(_CITIES) if chance.random() < 0.3 else None,
        chance.choice(_STATUSES),
        evidence=_evidence(chance),
        confidence=0.9,
    )


def _evidence(chance: Random) -> tuple[Evidence, ...]:
    start = chance.randrange(len(_WORDS) * 29)
    end = start + chance.randint(5, len(_WORDS))
    return (Evidence(start, end, (_WORDS * 30)[start:end]),)


def _often(names: list[str], chance: Random) -> str:
    """Few of the names in most of the draws: the news are about the same dozen."""
    return names[min(int(chance.expovariate(1 / 15)), len(names) - 1)]


def _name(chance: Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).title() for _ in range(2))
