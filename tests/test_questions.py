"""The twelve questions, asked of the five shipped articles as we read them ourselves: the answers must hold these rows.

test_queries.py checks the queries to the last row on facts that are given; here what counts is the whole road.
"""

import json
from pathlib import Path

import pytest

from kg_builder import query
from kg_builder.store import Store
from kg_builder.vocabulary import PREFIXES

ARTICLES = Path(__file__).parent.parent / "data" / "articles"


def rows(store: Path, name: str, columns: tuple[str, ...], parameters: dict[str, str]) -> list[tuple[str | None, ...]]:
    with Store.open(store) as opened:
        answer = json.loads(opened.serialize_results(query.prepared(name, parameters), "json"))
    found = [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]
    return [tuple(row.get(column, "").replace(PREFIXES["id"], "") or None for column in columns) for row in found]


@pytest.mark.parametrize(
    ("name", "parameters", "columns", "row"),
    [
        (
            "agreements",
            {"good": "critical-minerals"},
            ("date", "parties", "goods", "article"),
            ("2024-06-26", "Japan, South Korea, United States", "critical minerals", "article/000.txt"),
        ),
        (
            "agreements",
            {"party": "KOR"},
            ("date", "parties", "officials", "goods"),
            ("2026-01-13", "Japan, South Korea", "Lee Jae Myung, Sanae Takaichi", "rare earths"),
        ),
        (
            "agreements",
            {"party": "DEU"},
            ("date", "parties", "officials"),
            ("2023-03-18", "Germany, Japan", "Fumio Kishida, Olaf Scholz"),
        ),
        (
            "offices",
            {"person": "JPN/fumio-kishida"},
            ("office", "of", "class", "status", "first_told", "last_told"),
            ("prime minister", "Japan", "head-of-government", "incumbent", "2023-03-18", "2024-06-26"),
        ),
        (
            "offices",
            {"party": "USA", "until": "2023-12-31"},
            ("name", "office", "class"),
            ("Antony Blinken", "secretary of state", "foreign-minister"),
        ),
        (
            "offices",
            {"party": "DEU"},
            ("name", "office", "status"),
            ("Angela Merkel", "chancellor", "former"),
        ),
        (
            "restrictions",
            {"good": "critical-minerals"},
            ("since", "restricted_by", "restricted_whom", "goods", "status"),
            ("2023", "China", None, "gallium, germanium", "occurred"),
        ),
        (
            "timeline",
            {"a": "JPN", "b": "CHN"},
            ("date", "type", "status", "actors", "targets"),
            ("2026-01-05", "criticism", "occurred", "China", "Japan"),
        ),
        (
            "planned",
            {"party": "CHN"},
            ("status", "date", "type", "actors"),
            ("not-occurred", "2026-01", "meeting", "China, Japan, South Korea"),
        ),
        (
            "planned",
            {"party": "JPN"},
            ("status", "date", "type", "actors", "targets"),
            ("planned", "2026", "visit", "Japan", "United States"),
        ),
        ("corroborated", {}, ("type", "told_by", "articles"), ("tenure", "3", "000.txt, 003.txt, 004.txt")),
        (
            "agreements-per-good",
            {"good": "critical-minerals", "year": "2024"},
            ("good_name", "party_name", "in_year", "agreements"),
            ("critical minerals", "South Korea", "2024", "1"),
        ),
        (
            "meetings",
            {"person": "USA/joe-biden"},
            ("date", "parties", "officials"),
            ("2023-08", "Japan, South Korea, United States", "Fumio Kishida, Joe Biden, Yoon Suk Yeol"),
        ),
        (
            "groupings",
            {"a": "JPN", "b": "DEU"},
            ("one", "other"),
            ("Japan", "Germany"),
        ),
        (
            "inferred",
            {"relation": "restrictsGood", "party": "CHN"},
            ("subject", "inferred", "object"),
            ("China", "restricts good", "gallium"),
        ),
        ("inferred", {"relation": "agreesWith"}, ("subject", "object"), ("Japan", "Germany")),
    ],
)
def test_the_answer_holds(
    built_store: Path, name: str, parameters: dict[str, str], columns: tuple[str, ...], row: tuple[str | None, ...]
) -> None:
    assert row in rows(built_store, name, columns, parameters)


def test_nothing_is_contradicted(built_store: Path) -> None:
    assert rows(built_store, "contradicted", ("about", "fact"), {}) == []


def test_every_fact_leads_to_its_words(built_store: Path) -> None:
    found = rows(built_store, "words", ("article", "start", "end", "words"), {})
    assert len(found) > 50
    for article, start, end, words in found:
        text = (ARTICLES / str(article).removeprefix("article/")).read_text(encoding="utf-8")
        assert text[int(str(start)) : int(str(end))] == words
