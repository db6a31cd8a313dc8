"""The road: what a second build skips, replaces, sets aside, goes on after, and that only content decides the graph."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest

from kg_builder import resources
from kg_builder.build import Report, build, remove
from kg_builder.errors import StoreError, UnreadableInput, UsageError
from kg_builder.export import export
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Status, Tenure
from kg_builder.settings import Settings
from kg_builder.store import Store

TEXTS = {
    "a.txt": "Japan and Germany agreed on gallium in Tokyo on 3 May 2024, said minister Jun Ito of Japan.",
    "b.txt": "Japan and Germany agreed on gallium on 3 May 2024. France plans to agree with Japan on cobalt.",
    "c.txt": "France banned exports of cobalt to Germany.",
}
JAPAN, GERMANY, FRANCE = (Entity("state", code) for code in ("JPN", "DEU", "FRA"))
GALLIUM, COBALT = Entity("good", "gallium"), Entity("good", "cobalt")


def read(article: Article, settings: Settings) -> Iterable[Fact]:
    """Reads TEXTS as a table: words that a text holds, and what they state."""
    for words, fact in (
        ("Japan and Germany agreed on gallium", agreement(JAPAN, GERMANY, GALLIUM, "occurred", "2024-05-03")),
        ("France plans to agree with Japan on cobalt", agreement(FRANCE, JAPAN, COBALT, "planned", None)),
        ("France banned exports of cobalt to Germany", lambda words: ban(words)),
        (
            "minister Jun Ito",
            lambda words: Tenure(Official("Jun Ito", JAPAN), "minister", "minister", "incumbent", words),
        ),
        ("Japan", lambda words: Reference(JAPAN, words)),
    ):
        start = article.text.find(words)
        if start >= 0:
            yield fact((Evidence(start, start + len(words), words),))


def agreement(
    one: Entity, other: Entity, good: Entity, status: Status, date: str | None
) -> Callable[[tuple[Evidence, ...]], Fact]:
    return lambda words: Event(
        "agreement", (one, other), goods=(good,), date=date, status=status, evidence=words, confidence=0.9
    )


def ban(words: tuple[Evidence, ...]) -> Fact:
    return Event("restriction", (FRANCE,), (GERMANY,), goods=(COBALT,), evidence=words)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _ground(small_ground: Path) -> None:
    """Every build lays its ground."""


def content(folder: Path) -> bytes:
    """All graphs of a store as sorted N-Quads, and its merged default graph."""
    out = BytesIO()
    with Store.open(folder) as store:
        export(store, "nq", out)
        export(store, "nt", out)
    return out.getvalue()


def numbers(report: Report) -> tuple[int, int, int, int]:
    return report.read, report.unchanged, report.facts, len(report.failed)


def asked(folder: Path, text: str) -> bool:
    with Store.open(folder) as store:
        return store.ask(text)


def test_a_second_build_reads_nothing_and_changes_nothing(articles: Path, tmp_path: Path) -> None:
    assert numbers(build([articles], tmp_path / "store", read=read)) == (3, 0, 7, 0)
    before = content(tmp_path / "store")
    assert numbers(build([articles], tmp_path / "store", read=read)) == (0, 3, 0, 0)
    assert content(tmp_path / "store") == before


def test_order_and_steps_do_not_show(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "one", read=read)
    build([articles / "c.txt", articles / "a.txt"], tmp_path / "two", read=read)
    build([articles], tmp_path / "two", read=read)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_a_changed_article_is_replaced_whole(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "one", read=read)
    (articles / "a.txt").write_text("Japan was silent.", encoding="utf-8")
    assert numbers(build([articles], tmp_path / "one", read=read)) == (1, 2, 1, 0)
    build([articles], tmp_path / "two", read=read)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_other_settings_read_everything_again(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "store", read=read)
    report = build([articles], tmp_path / "store", Settings(published="2024-05-04"), read=read)
    assert numbers(report) == (3, 0, 7, 0)


def test_removing_leaves_what_a_build_without_would_give(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "one", read=read)
    remove(["b.txt", "c.txt"], tmp_path / "one")
    build([articles / "a.txt"], tmp_path / "two", read=read)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_removing_what_is_not_there(articles: Path, tmp_path: Path) -> None:
    build([articles / "a.txt"], tmp_path / "store", read=read)
    with pytest.raises(UsageError, match=r"z\.txt: no such article"):
        remove(["a.txt", "z.txt"], tmp_path / "store")
    assert asked(tmp_path / "store", "ASK { article:a.txt a kgb:Article }")
    with pytest.raises(StoreError, match="no store"):
        remove(["a.txt"], tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize(
    ("error", "exit_code", "reason"),
    [
        (UnreadableInput("b.txt: broken; mend it"), 2, "b.txt: broken; mend it"),
        (ZeroDivisionError("by nought"), 3, "internal error: ZeroDivisionError: by nought; please report it"),
    ],
)
def test_a_failing_article_is_reported_and_the_rest_goes_on(
    articles: Path, tmp_path: Path, error: Exception, exit_code: int, reason: str
) -> None:
    def failing(article: Article, settings: Settings) -> Iterable[Fact]:
        if article.id == "b.txt":
            raise error
        return read(article, settings)

    report = build([articles, tmp_path / "absent.txt"], tmp_path / "one", read=failing)
    assert (report.read, report.exit_code) == (2, exit_code)
    assert report.failed[0].reason == reason
    assert "no such file" in report.failed[1].reason
    # It was not taken for read: the next build tries it again.
    assert numbers(build([articles], tmp_path / "one", read=read)) == (1, 2, 3, 0)


def test_a_missing_model_ends_the_build(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no_such_model: no such spaCy pipeline"):
        build([articles], tmp_path / "store", Settings(model="no_such_model"))


def test_an_interrupted_build_goes_on_where_it_stopped(articles: Path, tmp_path: Path) -> None:
    def interrupted(article: Article, settings: Settings) -> Iterable[Fact]:
        if article.id == "c.txt":
            raise KeyboardInterrupt
        return read(article, settings)

    with pytest.raises(KeyboardInterrupt):
        build([articles], tmp_path / "one", read=interrupted)
    with pytest.raises(StoreError, match="nothing published yet"):
        Store.open(tmp_path / "one")
    begun: list[str] = []
    build([articles], tmp_path / "one", read=read, begun=begun.append)
    build([articles], tmp_path / "two", read=read)
    assert begun == ["c.txt"]
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_what_breaks_a_shape_is_set_aside(articles: Path, tmp_path: Path) -> None:
    def careless(article: Article, settings: Settings) -> Iterable[Fact]:
        words = (Evidence(0, 5, article.text[:5]),)
        return [Event("agreement", (JAPAN, GERMANY), date="2024-13-01", evidence=words), Reference(JAPAN, words)]

    report = build([articles / "a.txt"], tmp_path / "store", read=careless)
    assert (report.facts, report.set_aside, report.exit_code) == (1, 1, 0)
    assert not asked(tmp_path / "store", "ASK { ?event a kgb:Agreement }")
    quarantine = "GRAPH <https://w3id.org/kg-builder/id/graph/quarantine/a.txt>"
    assert asked(
        tmp_path / "store", f"PREFIX sh: <http://www.w3.org/ns/shacl#> ASK {{ {quarantine} {{ ?r sh:result ?x }} }}"
    )


@pytest.mark.parametrize(
    ("pattern", "there"),
    [
        ("state:JPN kgb:agreesWith state:DEU", True),
        ("GRAPH graph:inferred { state:DEU kgb:agreesWith state:JPN }", True),
        ("GRAPH graph:derivations { ?d rdf:predicate kgb:agreesWith }", True),
        ("state:FRA kgb:agreesWith state:JPN", False),
        ("?anything a kgb:Derivation", False),
        ("state:JPN rdfs:label 'Japan'", True),
        ("GRAPH graph:ontology { kgb:State a owl:Class }", True),
        ("GRAPH graph:reference { good:gallium skos:broader good:critical-minerals }", True),
    ],
)
def test_what_stands_in_the_graph(two_sources: Path, pattern: str, there: bool) -> None:
    assert asked(two_sources, f"ASK {{ {pattern} }}") is there


@pytest.fixture(scope="module")
def two_sources(tmp_path_factory: pytest.TempPathFactory, small_root: Path) -> Path:
    folder = tmp_path_factory.mktemp("two")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "root", lambda: small_root)
        build([folder], folder / "store", read=read)
    return folder / "store"
