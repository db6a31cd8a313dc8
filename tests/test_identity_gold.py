"""The rule of docs/identity.md, measured on pairs of articles annotated by hand (data/gold/identity)."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from read_by_hand import entities, entity

from kg_builder import resources
from kg_builder.accounts import Account, Accounts, Person, merged
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Tenure
from kg_builder.quads import quads
from kg_builder.sameness import clusters

ROOT = Path(__file__).parent.parent
#: The set that the rule was made with, and one that was written, and not changed, before the rule was run on it.
GOLD: dict[str, dict[str, Any]] = {
    name: json.loads(resources.path("data", "gold", "identity", f"{name}.json").read_text("utf-8"))
    for name in ("accounts", "fresh")
}
KINDS = ("persons", "happenings")
#: A fact by its article and the name of a person or the id of an event.
Told: TypeAlias = tuple[str, str]
Pairs: TypeAlias = set[frozenset[Told]]


def facts(record: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
    officials = {name: Official(name, entity(of)) for name, of, *_ in record["officials"]}
    for name, _, office, class_, status in record["officials"]:
        yield name, Tenure(officials[name], office, class_, status, (Evidence(0, 1, "x"),))
    for number, told in enumerate(record["events"]):
        yield (
            told["id"],
            Event(
                told["type"],
                entities(",".join(told["actors"])),
                entities(",".join(told["targets"])),
                tuple(officials[name] for name in told["officials"] if name in officials),
                tuple(Entity("good", id) for id in told["goods"]),
                told["date"],
                told["place"],
                name=told["name"],
                evidence=(Evidence(number, number + 1, "x"),),
            ),
        )


def decided(gold: dict[str, Any]) -> dict[str, Pairs]:
    """The pairs of facts that the rule takes for one, by kind."""
    told: dict[str, set[Told]] = {}
    found: dict[str, Account] = {}
    for name, record in gold["articles"].items():
        article = Article(name, "x", published=record["published"])
        for label, fact in facts(record):
            accounts = Accounts(quad[:3] for quad in quads(article, [*_tenures(record), fact])).read()
            for account in accounts.values():
                person = isinstance(account, Person)
                if person is isinstance(fact, Tenure) and (not person or account.name == label):
                    told.setdefault(account.node, set()).add((name, label))
                    found[account.node] = merged(found.get(account.node, account), account)
    told_in = {node: frozenset(name for name, _ in facts) for node, facts in told.items()}
    pairs: dict[str, Pairs] = {"persons": set(), "happenings": set()}
    for cluster in clusters([found[node] for node in sorted(found)], told_in):
        kind = "persons" if isinstance(found[cluster[0]], Person) else "happenings"
        pairs[kind] |= across(fact for node in cluster for fact in told[node])
    return pairs


def _tenures(record: dict[str, Any]) -> list[Fact]:
    return [fact for _, fact in facts(record | {"events": []})]


def across(facts: Iterable[Told]) -> Pairs:
    return {frozenset(pair) for pair in combinations(sorted(set(facts)), 2) if pair[0][0] != pair[1][0]}


def annotated(gold: dict[str, Any], kind: str) -> Pairs:
    return {pair for group in gold[kind] for pair in across(map(tuple, group))}


@pytest.fixture(scope="module")
def measured() -> dict[tuple[str, str], tuple[float, float, int, int, int]]:
    """By set and kind: precision, recall, and the numbers of pairs right, spurious and missed."""
    table = {}
    for name, gold in GOLD.items():
        for kind, pairs in decided(gold).items():
            wanted = annotated(gold, kind)
            right = len(pairs & wanted)
            for what, some in (("spurious", pairs - wanted), ("missed", wanted - pairs)):
                for pair in sorted(map(sorted, some)):
                    print(name, kind, what, pair)
            table[name, kind] = (
                right / len(pairs), right / len(wanted), right, len(pairs - wanted), len(wanted - pairs),
            )  # fmt: skip
    return table


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", GOLD)
def test_the_document_tells_what_is_measured(
    name: str, kind: str, measured: dict[tuple[str, str], tuple[float, ...]]
) -> None:
    precision, recall, right, spurious, missed = measured[name, kind]
    told = (ROOT / "docs" / "identity.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| `{name}` \| {kind} \|(.*)\|$", told, re.MULTILINE)
    assert row is not None
    assert row[1].split("|") == [f" {right} ", f" {spurious} ", f" {missed} ", f" {precision:.3f} ", f" {recall:.3f} "]


def test_two_people_of_one_surname_are_never_one(measured: dict[tuple[str, str], tuple[float, ...]]) -> None:
    assert measured["accounts", "persons"][0] == 1.0


@pytest.mark.parametrize("name", GOLD)
def test_every_annotated_fact_is_there(name: str) -> None:
    gold = GOLD[name]
    there = {(article, label) for article, record in gold["articles"].items() for label, _ in facts(record)}
    assert not {tuple(told) for kind in KINDS for group in gold[kind] for told in group} - there
