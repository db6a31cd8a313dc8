"""Builds in any sequence, order and number of workers give what one fresh build gives."""

import gc
import random
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from line_reader import ARCHIVE, read, write

from kg_builder.build import build, remove
from kg_builder.errors import UsageError
from kg_builder.export import export
from kg_builder.model import Article, Fact, Failure
from kg_builder.settings import Settings
from kg_builder.store import Store
from kg_builder.workers import outcomes

NAMES = sorted(ARCHIVE)
#: For each article: its version, or none for one that is not there.
STATE = st.fixed_dictionaries({name: st.sampled_from([None, 0, 1]) for name in NAMES}).filter(
    lambda state: any(version is not None for version in state.values())
)


@pytest.fixture(autouse=True)
def _ground(small_ground: None) -> None:
    """Every build lays its ground."""


def content(folder: Path) -> bytes:
    out = BytesIO()
    with Store.open(folder) as store:
        export(store, "nq", out)
        export(store, "nt", out)
    return out.getvalue()


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(states=st.lists(STATE, min_size=1, max_size=3), order=st.randoms(use_true_random=False))
def test_any_sequence_of_builds_and_removals(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, int | None]], order: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("sequence")
    articles, worn = folder / "articles", folder / "worn"
    held: set[str] = set()
    for state in states:
        versions = {name: version for name, version in state.items() if version is not None}
        write(articles, versions)
        some = [articles / name for name in versions if "/" not in name][:2]  # in another order, and then all
        build([*order.sample(some, k=len(some)), articles], worn, read=read)
        if gone := sorted(held - set(versions)):
            remove(order.sample(gone, k=len(gone)), worn)
        held = set(versions)
    build([articles], folder / "fresh", read=read)
    assert content(worn) == content(folder / "fresh")


def test_the_number_of_workers_does_not_show(tmp_path: Path) -> None:
    write(tmp_path / "articles", dict.fromkeys(ARCHIVE, 0))
    build([tmp_path / "articles"], tmp_path / "one", read=read)
    report = build([tmp_path / "articles"], tmp_path / "two", read=read, workers=2)
    assert [line.article for line in report.articles] == NAMES
    assert content(tmp_path / "one") == content(tmp_path / "two")


def broken(article: Article, settings: Settings) -> list[object]:
    if article.id == "b":
        raise ZeroDivisionError("by nought")
    return []


def killed(article: Article, settings: Settings) -> list[object]:
    import os

    os._exit(9)


def test_what_fails_in_a_worker_is_told_as_without_one() -> None:
    work = [(Article(id, "Some text."), "digest") for id in "abc"]
    alone, beside = (
        [(one.article, one.reason, one.crashed) for one in outcomes(work, Settings(), broken, workers)]  # type: ignore[arg-type]
        for workers in (1, 2)
    )
    assert alone == beside
    assert alone[1] == ("b", "internal error: ZeroDivisionError: by nought; please report it", True)
    with pytest.raises(
        UsageError, match=r"--workers 2: a worker was killed, .*; a script of yours must build below if __name__"
    ):
        list(outcomes(work, Settings(), killed, 2))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="--workers 0: nobody would work"):
        list(outcomes(work, Settings(), read, 0))


def test_the_report_tells_of_every_article(tmp_path: Path) -> None:
    write(tmp_path / "articles", {"a.txt": 0, "b.txt": 0})
    build([tmp_path / "articles"], tmp_path / "store", read=read)
    (tmp_path / "articles" / "b.txt").write_text(ARCHIVE["b.txt"][1], "utf-8")
    (tmp_path / "articles" / "empty.txt").touch()
    told: list[int] = []
    report = build(
        [tmp_path / "articles"], tmp_path / "store", read=read, done=lambda so_far: told.append(len(so_far.articles))
    )
    assert [(line.article, line.outcome, line.facts) for line in report.articles] == [
        ("a.txt", "unchanged", 0),
        ("b.txt", "read", 3),
        ("empty.txt", "failed", 0),
    ]
    assert report.failed == [Failure("empty.txt", "empty; give an article with text")]
    assert report.as_dict()["articles"][2]["reason"] == "empty; give an article with text"
    assert told == [1, 2, 3]


def test_python_collects_as_before_after_a_build(tmp_path: Path) -> None:
    write(tmp_path / "articles", dict.fromkeys(NAMES[:1], 0))
    seen: list[tuple[int, ...]] = []

    def looking(article: Article, settings: Settings) -> Iterable[Fact]:
        seen.append(gc.get_threshold())
        raise KeyboardInterrupt

    before = gc.get_threshold()
    with pytest.raises(KeyboardInterrupt):
        build([tmp_path / "articles"], tmp_path / "store", read=looking)
    assert seen[0] > before == gc.get_threshold()
