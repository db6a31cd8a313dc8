"""Records read back from a store say what went in, article by article."""

import json
from pathlib import Path
from typing import Any

import pytest
import read_by_hand

from kg_builder.build import build
from kg_builder.errors import UsageError
from kg_builder.model import Entity, Event, Evidence, Reference, Tenure
from kg_builder.records import Record, records, write
from kg_builder.store import Store

CHINA, JAPAN, REUTERS = Entity("state", "CHN"), Entity("state", "JPN"), Entity("company", "Reuters")


@pytest.fixture(scope="module")
def found(read_store: Path) -> list[Record]:
    with Store.open(read_store) as store:
        return list(records(store))


def expected(name: str) -> dict[str, Any]:
    """What was read, as sets: a graph keeps no order of parties."""
    facts = read_by_hand.facts(read_by_hand.article(name))
    events = [fact for fact in facts if isinstance(fact, Event)]
    return {
        **{
            key: {fact.entity.id for fact in facts if isinstance(fact, Reference) and fact.entity.kind == kind}
            for key, kind in (("states", "state"), ("organizations", "organization"), ("goods", "good"))
        },
        "officials": {
            (fact.official.name, fact.official.of.record, fact.office, fact.office_class, fact.status)
            for fact in facts
            if isinstance(fact, Tenure)
        },
        "events": {
            (
                event.type,
                frozenset(party.record for party in event.actors),
                frozenset(party.record for party in event.targets),
                frozenset(official.name for official in event.officials),
                frozenset(good.id for good in event.goods),
                *(event.date, event.place, event.status, event.name, event.evidence[0].quote),
            )
            for event in events
        },
    }


@pytest.mark.parametrize("number", range(5))
def test_a_record_says_what_was_read(found: list[Record], number: int) -> None:
    record = found[number]
    told = expected(record["article"])
    assert record["article"] == f"00{number}.txt"
    assert record["published"] == read_by_hand.READ[record["article"]]["published"]
    for key in ("states", "organizations", "goods"):
        assert sorted(record[key]) == sorted(told[key])
    assert {tuple(official.values()) for official in record["officials"]} == told["officials"]
    sets = ("actors", "targets", "officials", "goods")
    plain = ("date", "place", "status", "name", "quote")
    events = {
        (event["type"], *(frozenset(event[key]) for key in sets), *(event[key] for key in plain))
        for event in record["events"]
    }
    assert events == told["events"]
    assert len(record["events"]) == len(told["events"])


def test_evidence_is_where_it_says(found: list[Record]) -> None:
    for record in found:
        text = read_by_hand.article(record["article"]).text
        for event in record["events"]:
            for part in (event, *event["evidence"]):
                assert text[part["start"] : part["end"]] == part["quote"]


def test_events_are_numbered_as_the_text_tells_them(found: list[Record]) -> None:
    for record in found:
        starts = [event["start"] for event in record["events"]]
        assert starts == sorted(starts)
        assert [event["id"] for event in record["events"]] == [f"e{n}" for n in range(1, len(starts) + 1)]
        assert all(event["core"] is True and 0 <= event["confidence"] <= 1 for event in record["events"])


def test_states_come_in_the_order_of_the_text(found: list[Record]) -> None:
    assert found[0]["states"][:3] == ["JPN", "USA", "KOR"]


def test_companies_are_written_with_org_and_are_no_organizations(found: list[Record]) -> None:
    (aid,) = (event for event in found[4]["events"] if event["type"] == "aid")
    assert (aid["actors"], aid["targets"]) == (["JPN", "org:Sojitz"], ["org:Lynas Rare Earths"])
    assert found[4]["organizations"] == ["G7"]


def test_files_are_called_after_their_articles(tmp_path: Path) -> None:
    names = ["a.txt", "a.html", "press/b.htm", "wire.jsonl#3", "plain"]
    write(({"article": name, "events": []} for name in names), tmp_path / "out")
    files = {str(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*.json")}
    assert files == {"a.json", "a.html.json", "press/b.json", "wire.jsonl#3.json", "plain.json"}
    assert json.loads((tmp_path / "out" / "a.html.json").read_text(encoding="utf-8"))["article"] == "a.html"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match=r"out.a\.json: cannot be written"):
        write([{"article": "a.txt"}], tmp_path / "out")


def test_whose_account_an_event_is(tmp_path: Path) -> None:
    text = "China curbs gallium, Tokyo said."
    (tmp_path / "a.txt").write_text(text)
    event = Event("restriction", (CHINA,), attributed_to=(JAPAN, REUTERS), evidence=(Evidence(0, 19, text[:19]),))
    build([tmp_path / "a.txt"], tmp_path / "store", read=lambda article, settings: (event,))
    with Store.open(tmp_path / "store") as store:
        (record,) = records(store)
    assert sorted(record["events"][0]["attributed_to"]) == ["JPN", "org:Reuters"]
