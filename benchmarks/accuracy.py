"""Accuracy in tables: by set, by type of event, by genre, by confidence.

    python benchmarks/accuracy.py GOLD_DIR [GOLD_DIR ...] [--model NAME]

Prints Markdown. A gold folder holds NAME.txt beside NAME.json, and may hold ``index.jsonl`` with a ``genre`` per
article.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg_builder.build import build
from kg_builder.evaluate import comparer, read_gold
from kg_builder.model import EVENT_TYPES
from kg_builder.records import records
from kg_builder.scoring import Comparer, Count, Scores, Share
from kg_builder.settings import Settings
from kg_builder.store import Store

Record = Mapping[str, Any]
#: (gold, predicted, text, genre) of one article
Case = tuple[Record, Record, str, str]
THRESHOLDS = (0.0, 0.7, 0.8, 0.9)


def cases(folder: Path, settings: Settings) -> list[Case]:
    gold = read_gold(folder)
    with TemporaryDirectory() as place:
        store = Path(place) / "store"
        build([folder], store, settings)
        with Store.open(store) as opened:
            found = {record["article"]: record for record in records(opened)}
    index = folder / "index.jsonl"
    rows = (
        [json.loads(line) for line in index.read_text("utf-8").splitlines() if line.strip()] if index.exists() else []
    )
    genres = {row["article"]: row.get("genre") or "news" for row in rows}
    empty = {"events": []}
    return [(g.record, found.get(n, empty), g.text, genres.get(n, "news")) for n, g in gold.items()]


def total(compare: Comparer, some: Iterable[Case]) -> Scores:
    whole: Scores = {}
    for gold, predicted, text, _ in some:
        for name, value in compare.score(gold, predicted, text).items():
            whole[name] = whole[name] + value if name in whole else value  # type: ignore[operator]
    return whole


def only(record: Record, **wanted: Any) -> Record:
    """The record with those of its events that have the type, or at least the confidence, asked for."""
    kept = [
        event
        for event in record["events"]
        if event["type"] == wanted.get("type", event["type"])
        and event.get("confidence", 1.0) >= wanted.get("least", 0.0)
    ]
    return {**record, "events": kept}


def figures(value: Count | Share) -> str:
    if isinstance(value, Share):
        return f"{value.value:.2f} | | | {value.right} of {value.total}"
    shares = f"{value.value:.2f} | {value.precision:.2f} | {value.recall:.2f}"
    return f"{shares} | {value.matched} / {value.predicted} / {value.gold}"


def table(head: str, rows: Iterable[tuple[str, Count | Share]]) -> None:
    print(f"\n| {head} | F1 or share | precision | recall | matched / told / gold |\n|---|---|---|---|---|")
    for name, value in rows:
        print(f"| {name} | {figures(value)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--model", default=Settings().model)
    given = parser.parse_args()
    compare = comparer()
    sets = {folder.name: cases(folder, Settings(model=given.model)) for folder in given.folder}
    everything = [case for some in sets.values() for case in some]
    for name, some in sets.items():
        table(f"{name}, {len(some)} articles", total(compare, some).items())
    if len(sets) > 1:
        table(f"all, {len(everything)} articles", total(compare, everything).items())
    by_type = [(t, [(only(g, type=t), only(p, type=t), x, n) for g, p, x, n in everything]) for t in EVENT_TYPES]
    table("type, relaxed", ((t, total(compare, some)["events-relaxed"]) for t, some in by_type))
    by_genre: dict[str, list[Case]] = defaultdict(list)
    for case in everything:
        by_genre[case[3]].append(case)
    table(
        "genre, relaxed",
        ((f"{g} ({len(s)})", total(compare, s)["events-relaxed"]) for g, s in sorted(by_genre.items())),
    )
    least = [(t, [(g, only(p, least=t), x, n) for g, p, x, n in everything]) for t in THRESHOLDS]
    table("confidence at least", ((f"{t:.1f}", total(compare, some)["events-relaxed"]) for t, some in least))


if __name__ == "__main__":
    main()
