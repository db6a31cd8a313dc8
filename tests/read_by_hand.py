"""What a careful reader finds in the five shipped articles, as Facts: graph tests need no language model.

``data/read_by_hand.json`` holds per article: ``references`` (kind, id, words), ``tenures`` (name, of, office, class,
status) and ``events`` (type, actors, targets, officials, goods, date, place, status, name, words). Offsets are looked
up in the article's own text.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg_builder import resources
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure

READ: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "read_by_hand.json").read_text(encoding="utf-8"))


def articles() -> list[Article]:
    """The five articles, all of their text to be read."""
    return [article(name) for name in READ]


def article(name: str) -> Article:
    text = resources.path("data", "articles", name).read_text(encoding="utf-8")
    return Article(name, text, published=READ[name]["published"], body=((0, len(text)),))


def facts(read: Article) -> tuple[Fact, ...]:
    """All that is noted of an article, in the order of the notes."""
    return tuple(_facts(read))


def evidence(read: Article, words: str) -> tuple[Evidence, ...]:
    start = read.text.index(words)
    return (Evidence(start, start + len(words), words),)


def entities(names: str) -> tuple[Entity, ...]:
    return tuple(entity(name) for name in names.split(",") if name)


def entity(name: str) -> Entity:
    """``JPN``, ``European Commission`` or ``org:Sojitz``, as records write parties."""
    if name.startswith("org:"):
        return Entity("company", name.removeprefix("org:"))
    return Entity("state", name) if len(name) == 3 and name.isupper() else Entity("organization", name)


def _facts(read: Article) -> Iterator[Fact]:
    notes = READ[read.id]
    for kind, id, words in notes["references"]:
        yield Reference(Entity(kind, id), evidence(read, words))
    officials = {name: Official(name, entity(of)) for name, of, *_ in notes["tenures"]}
    for name, _, office, office_class, status in notes["tenures"]:
        yield Tenure(officials[name], office, office_class, status, evidence(read, name))
    for type, actors, targets, present, goods, date, place, status, name, words in notes["events"]:
        yield Event(
            type,
            entities(actors),
            entities(targets),
            tuple(officials[one] for one in present.split(",") if one),
            tuple(Entity("good", id) for id in goods.split(",") if id),
            date,
            place,
            status,
            name,
            evidence=evidence(read, words),
        )
