"""What the documents say of facts, lexicons and extraction holds: lists are complete, examples run."""

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
import yaml
from typer.testing import CliRunner

from kg_builder import frames, resources
from kg_builder.cli import app
from kg_builder.model import EVENT_TYPES, OfficeClass, Status, TenureStatus

DOCS = Path(__file__).resolve().parent.parent / "docs"
LEXICONS = sorted(resources.path("data", "lexicons").glob("*.yaml"))


def document(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str) -> list[tuple[str, str]]:
    """What stands behind the fence, and what the fence holds."""
    return re.findall(r"^```(\S+(?: \S+)?)\n(.*?)^```$", document(name), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("term", [*EVENT_TYPES, *get_args(Status), *get_args(TenureStatus), *get_args(OfficeClass)])
def test_every_term_of_a_fact_is_explained(term: str) -> None:
    assert f"`{term}`" in document("annotation")


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda file: file.stem)
def test_every_lexicon_is_documented_with_its_keys(lexicon: Path) -> None:
    keys = yaml.safe_load(lexicon.read_text(encoding="utf-8")).keys()
    row = re.compile(rf"^(?:\| [^|]*)?`{lexicon.stem}`", re.MULTILINE)
    (part,) = (part for part in document("lexicons").split("\n## ") if row.search(part))
    assert sorted(key for key in keys if f"`{key}`" not in part) == []


def test_documented_keys_of_frames_are_those_of_the_schema() -> None:
    table = document("extraction").split("| key | holds |")[1].split("\n\n")[0]
    documented = {key for row in table.splitlines()[2:] for key in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert documented == set(frames.Frame.model_fields)


def test_the_sentence_is_read_as_documented(capsys: pytest.CaptureFixture[str]) -> None:
    (code, expected) = (
        next(text for kind, text in blocks("extraction") if kind == known) for known in ("python", "text")
    )
    exec(compile(code, "docs/extraction.md", "exec"), {})
    assert capsys.readouterr().out == expected


def test_the_overlay_does_what_is_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, text in blocks("extraction"):
        if " " in kind:
            file = tmp_path / kind.split(" ")[1]
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
    (console,) = (text for kind, text in blocks("extraction") if kind == "console")
    said = ""
    for line in console.splitlines():
        if line.startswith("$ kg-builder "):
            done = CliRunner().invoke(app, shlex.split(line)[2:])
            assert done.exit_code == 0, done.output
            said = done.stdout
    assert said.splitlines() == [line for line in console.splitlines() if not line.startswith("$")]
