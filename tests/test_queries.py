"""The named queries: what each answers on the five articles as a careful reader reads them."""

import json
from pathlib import Path
from typing import TypeAlias

import pytest

from kg_builder import query, sparql
from kg_builder.build import build
from kg_builder.errors import InvalidQuery
from kg_builder.model import Article, Entity, Event, Evidence, Official, Tenure
from kg_builder.questions import Question, questions
from kg_builder.settings import Settings
from kg_builder.store import Store
from kg_builder.vocabulary import PREFIXES

ROOT = Path(__file__).parent.parent
Rows: TypeAlias = list[dict[str, str]]

NAMES = [
    "agreements", "agreements-per-good", "contradicted", "corroborated", "groupings", "inferred", "meetings", "offices",
    "planned", "restrictions", "tenures", "timeline", "words",
]  # fmt: skip


def rows(store: Path, name: str, *columns: str, **parameters: str) -> Rows | list[tuple[str | None, ...]]:
    """The rows of a named query as dictionaries, or as tuples of the columns named."""
    text = query.prepared(name, parameters)
    with Store.open(store) as opened:
        answer = json.loads(opened.serialize_results(text, "json"))
    found = [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]
    return [tuple(row.get(column) for column in columns) for row in found] if columns else found


def test_there_are_thirteen() -> None:
    assert [question.name for question in questions()] == NAMES


@pytest.mark.parametrize("question", list(questions()), ids=lambda question: question.name)
def test_each_is_documented_and_runs_with_and_without_every_parameter(read_store: Path, question: Question) -> None:
    sparql.check(question.text, PREFIXES)
    assert "ORDER BY" in question.text.rsplit("}", 1)[-1]
    values = {"text": "2024-01-01", "integer": "2024", "iri": "state:JPN"}
    given = {one.name: values.get(one.kind, "JPN") for one in question.parameters}
    for parameters in ({}, given, *({name: value} for name, value in given.items())):
        rows(read_store, question.name, **parameters)
    documented = ROOT.joinpath("docs", "queries.md").read_text(encoding="utf-8")
    assert question.usage() in documented


def test_a_question_refuses_other_parameters() -> None:
    with pytest.raises(InvalidQuery, match="agreements: no parameter colour; it takes party, good"):
        query.prepared("agreements", {"colour": "red"})


CRITICAL_MINERALS = [
    ("2022-07-29", "Japan, United States", "batteries, critical minerals, semiconductors"),
    ("2024-06-26", "Japan, South Korea, United States", "critical minerals"),
    ("2026-01-13", "Japan, South Korea", "rare earths"),
]


@pytest.mark.parametrize(
    ("name", "parameters", "columns", "answer"),
    [
        ("agreements", {"good": "critical-minerals"}, ("date", "parties", "goods"), CRITICAL_MINERALS),
        (
            "agreements",
            {"good": "critical-minerals", "party": "USA"},
            ("date", "parties", "goods"),
            CRITICAL_MINERALS[:2],
        ),
        (
            "agreements",
            {"party": "DEU"},
            ("date", "parties", "officials", "place", "article"),
            [("2023-03-18", "Germany, Japan", "Fumio Kishida, Olaf Scholz", "Tokyo", "article/004.txt")],
        ),
        (
            "offices",
            {"party": "USA", "until": "2023-12-31"},
            ("name", "office", "class", "status", "first_told"),
            [
                ("Antony Blinken", "secretary of state", "foreign-minister", "incumbent", "2022-07-30"),
                ("Gina Raimondo", "commerce secretary", "minister", "incumbent", "2022-07-30"),
            ],
        ),
        (
            "offices",
            {"person": "JPN/fumio-kishida"},
            ("name", "office", "of", "first_told", "last_told"),
            [("Fumio Kishida", "prime minister", "Japan", "2023-03-18", "2024-06-26")],
        ),
        (
            "offices",
            {"party": "organization:european-commission"},
            ("name", "of", "class"),
            [("Margrethe Vestager", "European Commission", "official")],
        ),
        (
            "restrictions",
            {"good": "semiconductors"},
            ("restricted_by", "restricted_whom", "goods", "status"),
            [
                ("Japan, United States", "China", "chipmaking equipment", "planned"),
                ("United States", "China", "advanced semiconductors, chipmaking equipment", "occurred"),
            ],
        ),
        (
            "restrictions",
            {"good": "critical-minerals", "by": "CHN"},
            ("since", "restricted_whom", "goods"),
            [("2023", None, "gallium, germanium")],
        ),
        (
            "restrictions",
            {"against": "JPN"},
            ("restricted_by", "goods", "status"),
            [("China", "dual-use goods", "ongoing")],
        ),
        (
            "timeline",
            {"a": "CHN", "b": "JPN"},
            ("date", "type", "status", "actors", "targets"),
            [
                ("2026-01", "meeting", "not-occurred", "China, Japan, South Korea", None),
                ("2026-01-05", "criticism", "occurred", "China", "Japan"),
                (None, "rejection", "occurred", "China", "Japan"),
                (None, "restriction", "ongoing", "China", "Japan"),
                (None, "restriction", "planned", "Japan, United States", "China"),
            ],
        ),
        (
            "planned",
            {"party": "JPN"},
            ("status", "date", "type", "actors", "targets"),
            [
                ("not-occurred", "2026-01", "meeting", "China, Japan, South Korea", None),
                ("planned", "2026", "visit", "Japan", "United States"),
                ("planned", None, "meeting", "Japan, South Korea, United States", None),
            ],
        ),
        (
            "corroborated",
            {},
            ("type", "told_by", "articles", "words"),
            [
                ("tenure", "3", "000.txt, 003.txt, 004.txt", "Yoon Suk Yeol"),
                ("tenure", "3", "000.txt, 003.txt, 004.txt", "Fumio Kishida"),
            ],
        ),
        ("contradicted", {}, ("about",), []),
        (
            "agreements-per-good",
            {"good": "critical-minerals"},
            ("good_name", "party_name", "in_year", "agreements"),
            [
                ("critical minerals", "Japan", "2022", "1"),
                ("critical minerals", "Japan", "2024", "1"),
                ("critical minerals", "South Korea", "2024", "1"),
                ("critical minerals", "United States", "2022", "1"),
                ("critical minerals", "United States", "2024", "1"),
                ("rare earths", "Japan", "2026", "1"),
                ("rare earths", "South Korea", "2026", "1"),
            ],
        ),
        (
            "agreements-per-good",
            {"party": "DEU", "year": "2023"},
            ("good_name", "agreements"),
            [("raw materials", "1")],
        ),
        (
            "meetings",
            {"person": "KOR/yoon-suk-yeol"},
            ("date", "parties", "officials", "place"),
            [
                ("2023-03", "Japan, South Korea", "Fumio Kishida, Yoon Suk Yeol", "Tokyo"),
                ("2023-08", "Japan, South Korea, United States", "Fumio Kishida, Joe Biden, Yoon Suk Yeol", None),
            ],
        ),
        (
            "inferred",
            {"relation": "agreesWith", "party": "DEU"},
            ("subject", "inferred", "object"),
            [("Germany", "agrees with", "Japan"), ("Japan", "agrees with", "Germany")],
        ),
        (
            "inferred",
            {"relation": "restrictsGood", "party": "CHN"},
            ("object",),
            [("dual-use goods",), ("gallium",), ("germanium",)],
        ),
    ],
)
def test_rows(
    read_store: Path,
    name: str,
    parameters: dict[str, str],
    columns: tuple[str, ...],
    answer: list[tuple[str | None, ...]],
) -> None:
    found = rows(read_store, name, *columns, **parameters)
    shown = [tuple(value and value.replace(PREFIXES["id"], "") for value in row) for row in found]
    assert shown == answer


def test_groupings_that_two_states_share(read_store: Path) -> None:
    ((one, other, shared, groupings),) = rows(
        read_store, "groupings", "one", "other", "shared", "groupings", a="JPN", b="DEU"
    )
    assert (one, other) == ("Japan", "Germany")
    assert {"G7", "G20", "OECD"} <= set(groupings.split(", "))
    assert int(shared) == len(groupings.split(", "))


def test_words_stand_where_they_are_said_to_stand(read_store: Path) -> None:
    ((event,),) = rows(read_store, "agreements", "event", party="DEU")
    ((article, start, end, words),) = rows(read_store, "words", "article", "start", "end", "words", fact=f"<{event}>")
    text = ROOT.joinpath("data", "articles", article.rsplit("/", 1)[-1]).read_text(encoding="utf-8")
    assert text[int(start) : int(end)] == words
    assert words.startswith("Japan and Germany on Saturday vowed")


def test_every_inferred_relation_names_its_rule(read_store: Path) -> None:
    found = rows(read_store, "inferred", "inferred", "rule")
    assert {rule.split(":")[0] for _, rule in found} <= {
        "prp-spo1",
        "prp-spo2",
        "prp-inv1",
        "prp-inv2",
        "prp-trp",
        "prp-symp",
    }
    assert {"agrees with", "met with", "restricts good", "holds office"} <= {relation for relation, _ in found}
    assert "member of" not in {relation for relation, _ in found}


NORWAY, CHILE = Entity("state", "NOR"), Entity("state", "CHL")


def told(store: Path, **accounts: Event | Tenure) -> None:
    """Builds one article for each account, called like it, published on the days of June 2024 in turn."""
    folder = store.parent / "articles"
    folder.mkdir()
    for day, name in enumerate(accounts, start=1):
        line = {"id": name, "text": "This is what happened in the world.", "published": f"2024-06-{day:02}"}
        (folder / f"{name}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")

    def read(article: Article, settings: Settings) -> list[Event | Tenure]:
        return [accounts[article.id]]

    assert build([folder], store, read=read).read == len(accounts)


def meeting(status: str, place: str = "Oslo") -> Event:
    words = (Evidence(0, 4, "This"),)
    return Event("meeting", (NORWAY, CHILE), date="2024-05-03", place=place, status=status, evidence=words)  # type: ignore[arg-type]


def test_what_was_set_aside_is_in_no_answer(tmp_path: Path) -> None:
    """One happening, of which the words of the second article do not stand where they are said to stand."""
    wrong = Event("meeting", (NORWAY, CHILE), date="2024-05-03", place="Oslo", evidence=(Evidence(0, 4, "That"),))
    told(tmp_path / "store", a=meeting("occurred"), b=wrong)
    for name, parties in (("meetings", {}), ("timeline", {"a": "NOR", "b": "CHL"}), ("corroborated", {})):
        expected = [] if name == "corroborated" else [(PREFIXES["id"] + "article/a",)]
        assert rows(tmp_path / "store", name, "article", **parties) == expected


def tenure(status: str) -> Tenure:
    return Tenure(Official("Ana Vik", NORWAY), "premier", "head-of-government", status, (Evidence(0, 4, "This"),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (meeting("occurred"), meeting("not-occurred"), [("status", "not-occurred", "b", "occurred", "a")]),
        (meeting("occurred"), meeting("ongoing"), []),
        (meeting("occurred"), meeting("occurred", "Bergen"), [("place", "Bergen", "b", "Oslo", "a")]),
        (meeting("occurred"), meeting("occurred"), []),
        (tenure("former"), tenure("incumbent"), [("tenure", "former", "a", "incumbent", "b")]),
        (tenure("incumbent"), tenure("former"), []),
    ],
)
def test_where_articles_disagree(
    small_ground: None, tmp_path: Path, one: Event | Tenure, other: Event | Tenure, answer: list[tuple[str, ...]]
) -> None:
    told(tmp_path / "store", a=one, b=other)
    found = rows(tmp_path / "store", "contradicted", "about", "one", "told_by", "other", "but_told_by")
    assert [tuple(value.replace(PREFIXES["article"], "") for value in row) for row in found] == answer


def test_an_event_told_by_two_articles_is_one_and_each_has_its_own_account(small_ground: None, tmp_path: Path) -> None:
    told(tmp_path / "store", a=meeting("occurred"), b=meeting("planned", "Bergen"))
    assert rows(tmp_path / "store", "corroborated", "type", "told_by", "articles") == [("meeting", "2", "a, b")]
    assert rows(tmp_path / "store", "meetings", "place") == [("Oslo",)]
    assert rows(tmp_path / "store", "planned", "place") == []
    assert rows(tmp_path / "store", "timeline", "status") == [("occurred",), ("planned",)]
