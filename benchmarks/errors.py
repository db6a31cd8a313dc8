"""The most costly kinds of error: what is missed, told in excess or told wrongly, counted by machine.

    python benchmarks/errors.py GOLD_DIR [GOLD_DIR ...] [--kinds N] [--model NAME]

Prints Markdown. Each miss, each thing in excess and each wrong value is one error; optional events count as nothing.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from accuracy import Case, Record, cases

from kg_builder.evaluate import comparer
from kg_builder.personal_names import same_person
from kg_builder.scoring import Comparer
from kg_builder.settings import Settings


def errors(case: Case, compare: Comparer) -> Iterator[str]:
    """The kind of each error in one article."""
    gold, predicted, text, _ = case
    for name in ("states", "organizations", "goods"):
        missed, spurious, _ = compare.sets(gold, predicted, name)
        yield from (f"{name}: missed" for _ in missed)
        yield from (f"{name}: in excess" for _ in spurious)
    officials = compare.officials(gold, predicted)
    yield from ("officials: missed" for _ in officials.missed)
    yield from ("officials: in excess" for _ in officials.spurious)
    for one, other in officials.pairs:
        yield from (f"officials: {slot}" for slot in ("class", "status") if one[slot] != other[slot])
    events = compare.events(gold, predicted)
    for event in events.missed:
        where = text.find(event["quote"])
        told = any(_covers(other, where, where + len(event["quote"])) for other in predicted["events"])
        yield f"{event['type']}: missed, {'where another event is told' if told else 'where nothing is told'}"
    yield from (f"{event['type']}: in excess" for event in events.spurious)
    for pair in events.pairs:
        yield from _differences(*pair, compare)


def _covers(event: Record, start: int, end: int) -> bool:
    return any(quote["start"] < end and quote["end"] > start for quote in event["evidence"])


def _differences(gold: Record, told: Record, compare: Comparer) -> Iterator[str]:
    """What differs between two that are the same event."""
    for role in ("actors", "targets"):
        wanted, got = compare.parties(gold, role), compare.parties(told, role)
        yield from (f"{role}: missed" for _ in wanted - got)
        yield from (f"{role}: in excess" for _ in got - wanted)
    if gold["status"] != told["status"]:
        yield f"status: {told['status']} for {gold['status']}"
    day, place = gold.get("date"), gold.get("place")
    if day and not (told.get("date") or "").startswith(day):
        yield "date: another" if told.get("date") else "date: none"
    if place and place.casefold() != (told.get("place") or "").casefold():
        yield "place: another" if told.get("place") else "place: none"
    yield from ("goods of events: missed" for _ in set(gold["goods"]) - set(told["goods"]))
    yield from ("goods of events: in excess" for _ in set(told["goods"]) - set(gold["goods"]))
    both = [(a, b) for a in gold["officials"] for b in told["officials"] if same_person(a, b)]
    yield from ("officials of events: missed" for name in gold["officials"] if name not in {a for a, _ in both})
    yield from ("officials of events: in excess" for name in told["officials"] if name not in {b for _, b in both})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--kinds", type=int, default=20)
    parser.add_argument("--model", default=Settings().model)
    given = parser.parse_args()
    compare = comparer()
    found = [case for folder in given.folder for case in cases(folder, Settings(model=given.model))]
    counts = Counter(kind for case in found for kind in errors(case, compare))
    print(f"\n| kind of error, {len(found)} articles | count | share |\n|---|---|---|")
    for kind, count in counts.most_common(given.kinds):
        print(f"| {kind} | {count} | {count / counts.total():.1%} |")
    print(f"| all {len(counts)} kinds | {counts.total()} | |")


if __name__ == "__main__":
    main()
