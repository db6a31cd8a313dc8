"""Bad input at the command line: every fault named with its mend, the right exit code, the rest of the run done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg_builder.cli import run
from kg_builder.store import Store

NEWS = "Norway and Ghana signed an agreement on lithium in Oslo on Monday, officials of both countries said.\n"
BAD = {
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "binary, not text; convert it to text"),
    "date.txt": (b" date 2024-13-45 " + NEWS.encode(), "'2024-13-45' is no date; write it as 2024-06-26"),
    "empty.txt": (b"", "empty; give an article with text"),
    "japanese.txt": (
        "日本と韓国の首脳は東京で会談した。".encode(),
        "not in English, it seems, but in language ja",
    ),
    "latin.txt": ("Tromsø".encode("latin-1"), "not UTF-8 at byte 5; convert it or pass --encoding"),
    "long.txt": (b"a" * 10_000_000, "longer than 1,000,000 characters; split it into its articles"),
    "script.html": (b"<html><script>Norway = 'Ghana';</script></html>", "no article found in the page"),
}

Told = Callable[[], tuple[str, str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Standard output and standard error since the last look."""

    def look() -> tuple[str, str]:
        seen = capsys.readouterr()
        return seen.out, seen.err

    return look


def articles(store: Path) -> list[str]:
    with Store.open(store) as opened:
        rows = opened.select("SELECT ?name { ?article a kgb:Article ; dcterms:identifier ?name } ORDER BY ?name")
        return [str(row[-1]) for row in rows]


def test_what_cannot_be_read_is_named_and_the_rest_is_built(tmp_path: Path, told: Told) -> None:
    folder, store = tmp_path / "news", tmp_path / "store"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(NEWS)
    assert run(["build", str(folder), "--store", str(store)]) == 2
    out, err = told()
    assert out == ""
    for name, (_, reason) in BAD.items():
        assert f"kg-builder: {name}: {reason}" in err
    assert articles(store) == ["good.txt"]

    for name in BAD:
        (folder / name).unlink()
    (folder / "empty.txt").write_text("Chile bans the export of cobalt to Peru, the government in Santiago said.\n")
    assert run(["build", str(folder), "--store", str(store)]) == 0
    assert articles(store) == ["empty.txt", "good.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "{here}/none"], "{here}/none: no such file or folder; check the path"),
        (["build", "{here}/empty"], "{here}/empty: holds no articles ("),
        (["build", "{here}/a.txt", "--published", "2024-13-45"], "--published: '2024-13-45' is no date; write it as"),
        (["build", "{here}/a.txt", "--encoding", "utf-9"], "--encoding: utf-9 is no known encoding; give one such as"),
        (["build", "{here}/a.txt", "--model", "xx_none"], "xx_none: no such spaCy pipeline is installed; install it"),
        (["evaluate", "{here}/empty"], "{here}/empty: holds no gold annotations; give a folder with"),
        (["evaluate", "{here}/empty", "--floors", "{here}/none"], "{here}/empty: holds no gold annotations"),
    ],
)
def test_wrong_use(tmp_path: Path, told: Told, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(NEWS)
    here = str(tmp_path)
    words = [word.replace("{here}", here) for word in arguments]
    if words[0] == "build":
        words += ["--store", f"{here}/store"]
    assert run(words) == 2
    assert f"kg-builder: {message.replace('{here}', here)}" in told()[1]


def test_accuracy_below_its_floor(tmp_path: Path, told: Told) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "a.json").write_text(
        '{"article": "a.txt", "states": ["PER"], "organizations": [], "officials": [], "goods": [], "events": []}'
    )
    (tmp_path / "floors.yaml").write_text("states: 0.5")
    assert run(["evaluate", str(tmp_path), "--floors", str(tmp_path / "floors.yaml"), "--details"]) == 1
    out, err = told()
    assert "a.txt: states: missed PER" in out
    assert "kg-builder: accuracy below its floor: states 0.000 < 0.500" in err
