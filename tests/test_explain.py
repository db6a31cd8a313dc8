"""Explanations lead from any fact or inferred triple to the words of an article."""

import re
from pathlib import Path

import pytest

from kg_builder.errors import InvalidQuery, UsageError
from kg_builder.explain import explain, explain_triple
from kg_builder.store import Store


def lines(store: Path, *parts: str) -> list[str]:
    with Store.open(store) as opened:
        return list(explain(opened, parts[0]) if len(parts) == 1 else explain_triple(opened, *parts))


def the(store: Path, text: str) -> str:
    with Store.open(store) as opened:
        ((found,),) = opened.select(text)
    return f"<{found}>"


def test_a_fact(read_store: Path) -> None:
    event = the(read_store, "SELECT ?e { ?e a kgb:Aid }")
    told = lines(read_store, event)
    assert told[0].startswith("event:aid-")
    assert told[1:-1] == [
        "  actor: Japan",
        "  actor: Sojitz",
        "  confidence: 100",
        "  date: 2023-03",
        "  good: rare earths",
        "  status: planned",
        "  target: Lynas Rare Earths",
    ]
    words = "“Japan’s Sojitz and a Japanese government organisation agreed to boost their funding .*”"
    assert re.fullmatch(rf"  article:004\.txt \d+-\d+: {words}", told[-1])


def test_an_entity_is_explained_by_the_words_that_name_it(read_store: Path) -> None:
    assert lines(read_store, "state:AUS") == ["state:AUS", "  article:004.txt 2879-2888: “Australia”"]


RELATION = ("state:DEU", "kgb:agreesWith", "state:JPN")


def test_an_inferred_relation_down_to_the_words(read_store: Path) -> None:
    told = lines(read_store, *RELATION)
    assert told[0] == "state:DEU kgb:agreesWith state:JPN"
    assert told[1].startswith("  inferred by prp-spo2: participatesAs o agreementCounterpart")
    assert "    stated in graph:article/004.txt" in told
    assert any("“Japan and Germany on Saturday vowed" in line for line in told)


def test_a_derivation_by_its_own_name(read_store: Path) -> None:
    derivation = the(
        read_store,
        "SELECT ?d { GRAPH graph:derivations {"
        " ?d rdf:subject state:DEU ; rdf:predicate kgb:agreesWith ; rdf:object state:JPN } }",
    )
    assert lines(read_store, derivation) == lines(read_store, *RELATION)


@pytest.mark.parametrize(
    ("triple", "rule", "premise"),
    [
        ("state:JPN kgb:memberOf organization:g7", "prp-inv", "  organization:g7 kgb:hasMember state:JPN"),
        ("state:DEU rdf:type org:Organization", "cax-sco", "  state:DEU rdf:type kgb:Party"),
        ("good:gallium skos:broaderTransitive good:critical-minerals", "prp-spo1", "  good:gallium skos:broader "),
        ("official:JPN/ken-saito kgb:represents state:JPN", "prp-spo2", "  official:JPN/ken-saito kgb:hasTenure "),
    ],
)
def test_rules(read_store: Path, triple: str, rule: str, premise: str) -> None:
    told = lines(read_store, *triple.split())
    assert told[1].startswith(f"  inferred by {rule}")
    assert any(line.startswith(premise) for line in told)


def test_what_is_asserted_is_not_inferred(read_store: Path) -> None:
    told = lines(read_store, "good:gallium", "skos:broader", "good:critical-minerals")
    assert told == ["good:gallium skos:broader good:critical-minerals", "  stated in graph:reference"]


@pytest.mark.parametrize(
    ("parts", "error", "complaint"),
    [
        (["state:XXX"], UsageError, "state:XXX: nothing in this store is called so"),
        (["event:agreement-0"], UsageError, "nothing in this store"),
        (["sate:JPN"], InvalidQuery, "sate:JPN: not an IRI"),
        (["state:JPN", "kgb:agreesWith", "state:PRK"], UsageError, "no such triple in this store"),
    ],
)
def test_unknown(read_store: Path, parts: list[str], error: type[Exception], complaint: str) -> None:
    with pytest.raises(error, match=complaint):
        lines(read_store, *parts)
