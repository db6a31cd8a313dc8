"""Accuracy on the shipped articles does not fall below the floors that they ship with."""

from pathlib import Path

from kg_builder.evaluate import comparer, evaluate, read_floors, read_gold
from kg_builder.records import records
from kg_builder.store import Store

DATA = Path(__file__).resolve().parent.parent / "data"


def test_the_shipped_articles_reach_their_floors(built_store: Path) -> None:
    with Store.open(built_store) as store:
        found = {record["article"]: record for record in records(store)}
    table = evaluate(read_gold(DATA / "gold", DATA / "articles"), found, comparer())
    table.require(read_floors(DATA / "gold/floors.yaml"))
    assert table.as_dict()["evidence"]["value"] == 1.0
