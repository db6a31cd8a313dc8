"""The command line: where data and talk go, exit codes, and one clear line for whatever goes wrong."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import read_by_hand
from rdflib import URIRef

from kg_builder import __version__, identity, resources, workers
from kg_builder.cli import run
from kg_builder.cli.reference import reference
from kg_builder.store import Store
from kg_builder.vocabulary import KGB

ROOT = Path(__file__).parent.parent
ARTICLES = str(resources.path("data", "articles"))


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are read from tables, not by the language model."""
    monkeypatch.setattr(workers, "_read", lambda article, settings: read_by_hand.facts(article))


def test_the_reference_is_the_one_in_docs() -> None:
    assert (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8") == reference()


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"kg-builder {__version__}\n"


def test_a_build_talks_to_standard_error_only(
    small_ground: None, by_hand: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store, report = str(tmp_path / "store"), tmp_path / "report.json"
    assert run(["build", ARTICLES, "--store", store, "--report", str(report)]) == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("articles: 5 read, 0 unchanged, 0 failed; facts: 144, 0 set aside; inferred: ")
    assert json.loads(report.read_text(encoding="utf-8"))["read"] == 5
    assert run(["build", ARTICLES, "--store", store, "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert run(["remove", "000.txt", "--store", store]) == 0
    assert run(["stats", "--articles", "--store", store]) == 0
    assert capfd.readouterr().out.split() == ["001.txt", "002.txt", "003.txt", "004.txt"]


def test_what_cannot_be_read_is_named_and_the_rest_is_built(
    small_ground: None, by_hand: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run(["build", str(empty), f"{ARTICLES}/000.txt", "--store", str(tmp_path / "store")]) == 2
    told = capfd.readouterr().err.splitlines()
    assert told[0].startswith(f"kg-builder: {empty}: ") or told[0].startswith("kg-builder: empty.txt: ")
    assert told[1].startswith("articles: 1 read, 0 unchanged, 1 failed")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["query", "ASK { state:JPN kgb:agreesWith state:KOR }"], "yes\n"),
        (["query", "agreements", "-p", "party=DEU", "-f", "csv"], "date,parties,goods"),
        (["query", "--list"], "agreements: Who agreed with whom"),
        (["explain", "state:AUS"], "state:AUS\n  article:004.txt"),
        (["explain", "state:DEU", "kgb:agreesWith", "state:JPN"], "state:DEU kgb:agreesWith state:JPN\n  inferred by"),
        (["stats"], "graphs\n  accounts "),
        (["stats", "--json"], '{\n  "graphs": {'),
        (["export", "--format", "nt"], "<http"),
        (["export"], "@prefix article:"),
        (["records"], '{"article": "000.txt", "published": "2024-06-26"'),
    ],
)
def test_answers_go_to_standard_output(
    read_store: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], answer: str
) -> None:
    assert run([*arguments, "--store", str(read_store)]) == 0
    told = capfd.readouterr()
    assert told.out.startswith(answer)
    assert told.err == ""


def test_a_query_from_standard_input_into_a_file(
    read_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT ?x { ?x a kgb:Aid }"))
    out = tmp_path / "out.csv"
    assert run(["query", "-", "-f", "csv", "-o", str(out), "--store", str(read_store)]) == 0
    assert out.read_text(encoding="utf-8").startswith("x\nhttps://w3id.org/kg-builder/id/event/aid-")
    assert capfd.readouterr() == ("", "")


def test_records_as_files(read_store: Path, tmp_path: Path) -> None:
    assert run(["records", "--store", str(read_store), "--out", str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [f"00{n}.json" for n in range(5)]


def test_validate(read_store: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--store", str(read_store)]) == 0
    assert "violation" not in capfd.readouterr().out


STORE = "STORE"  # stands for a store that is there


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["query", "ASK {}", "--store", "absent"], "no store at absent; run kg-builder build"),
        (["stats", "--store", "absent"], "no store at absent"),
        (["export", "--store", "folder"], "folder: not a store of kg-builder"),
        (["records", "--store", "file"], "file: not a store of kg-builder"),
        (["build", ARTICLES, "--store", "folder"], "folder: not a store of kg-builder"),
        (["build", ARTICLES, "--store", "file"], "file: a file, not a store"),
        (["remove", "000.txt", "--store", "absent"], "no store at absent"),
        (["remove", "0.txt", "--store", STORE], "0.txt: no such article"),
        (["query", "SELECT * { ?s ?p }", "--store", STORE], "query: line 1, column 19: does not parse near"),
        (["query", "SELECT * { ?s sate:p ?o }", "--store", STORE], "query: line 1, column 15: unknown prefix sate:"),
        (["query", "INSERT DATA { state:a kgb:b 1 }", "--store", STORE], "INSERT would change the store"),
        (["query", "nothing-like-this", "--store", STORE], "nothing-like-this: no such query; the named ones are "),
        (["query", "absent.rq", "--store", STORE], "absent.rq: neither a query nor a file that can be read"),
        (["query", "ASK {}", "--format", "html", "--store", STORE], "--format html: no such format"),
        (["query", "agreements", "-p", "party", "--store", STORE], "--param party: not NAME=VALUE"),
        (["query", "agreements", "-p", "x=1", "--store", STORE], "agreements: no parameter x"),
        (["query", "--store", STORE], "query: nothing asked"),
        (["query", "ASK {}", "-o", "absent/file", "--store", STORE], "absent/file: cannot be written"),
        (["export", "--format", "html", "--store", STORE], "--format html: no such format"),
        (["explain", "state:XXX", "--store", STORE], "state:XXX: nothing in this store is called so"),
        (["explain", "XXX", "--store", STORE], "XXX: not an IRI"),
        (
            ["explain", "state:JPN", "kgb:agreesWith", "--store", STORE],
            "give one IRI, or subject, predicate and object",
        ),
        (["evaluate", "folder"], "folder: holds no gold annotations"),
        (["build", ARTICLES, "--model", "no_such", "--store", "new"], "no_such: no such spaCy pipeline is installed"),
        (["build", ARTICLES, "--published", "soon", "--store", "new"], "soon"),
        (["build"], "Missing argument"),
        (["query", "ASK {}", "--colour"], "No such option: --colour"),
        (["nothing"], "No such command 'nothing'"),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(
    read_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("folder", "notes").touch()
    Path("file").touch()
    assert run([str(read_store) if word is STORE else word for word in arguments]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert complaint in told.err
    assert "Traceback" not in told.err


def test_a_folder_without_articles(
    small_ground: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("none").mkdir()
    assert run(["build", "none", "--store", "store"]) == 2
    assert "kg-builder: none: " in capfd.readouterr().err


def test_a_store_that_is_being_written(
    small_ground: None, by_hand: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with Store.create_or_open(tmp_path / "store"):
        assert run(["build", ARTICLES, "--store", str(tmp_path / "store")]) == 2
    assert "store: another build is writing to it" in capfd.readouterr().err


def test_our_own_fault(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def broken(path: Path) -> Store:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(Store, "open", broken)
    assert run(["stats"]) == 3
    line = "kg-builder: internal error: ZeroDivisionError: by nought; please report it with what "
    line += "kg-builder --debug shows\n"
    assert capfd.readouterr() == ("", line)
    assert run(["--debug", "stats"]) == 3
    told = capfd.readouterr().err
    assert told.startswith("Traceback")
    assert told.endswith(line)


def test_a_reader_that_has_enough_is_no_fault(read_store: Path) -> None:
    command = [sys.executable, "-m", "kg_builder", "export", "--format", "nt", "--store", str(read_store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait() == 0


def test_infer_gives_what_the_build_gave_and_says_so(
    small_ground: None, by_hand: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    for article in ("000.txt", "001.txt", "002.txt"):  # so that what follows came bit by bit
        assert run(["build", f"{ARTICLES}/{article}", "--store", str(store)]) == 0
    assert run(["remove", "001.txt", "--store", str(store)]) == 0
    grown = content(store)
    with Store.create_or_open(store) as writer:  # what a fault, or somebody's hand, has made of it
        spoilt = [triple for triple in writer.triples(identity.INFERRED_GRAPH) if triple[1] == KGB.agreesWith]
        assert spoilt
        strange = (KGB.Meeting, KGB.agreesWith, KGB.Meeting)
        writer.amend({identity.INFERRED_GRAPH: (spoilt, [strange])})
        writer.publish()
    assert content(store) != grown
    capfd.readouterr()
    assert run(["infer", "--store", str(store)]) == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err == f"inferred: {len(grown[identity.INFERRED_GRAPH])} triples\n"
    assert content(store) == grown
    assert run(["infer", "--store", str(store), "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert content(store) == grown


def content(store: Path) -> dict[URIRef, list[bytes]]:
    with Store.open(store) as opened:
        return {graph: opened.lines(graph) for graph in opened.graphs()}


@pytest.mark.parametrize("place", ["none", "a.txt", "folder"])
def test_infer_where_there_is_no_store(tmp_path: Path, capfd: pytest.CaptureFixture[str], place: str) -> None:
    (tmp_path / "a.txt").write_text("Peru and Chile met.")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "other.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    assert run(["infer", "--store", str(tmp_path / place)]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert str(tmp_path / place) in line
    assert sorted(tmp_path.rglob("*")) == before


def test_infer_beside_a_build_that_runs(
    small_ground: None, by_hand: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    assert run(["build", f"{ARTICLES}/000.txt", "--store", str(store), "--quiet"]) == 0
    with Store.create_or_open(store):
        assert run(["infer", "--store", str(store)]) == 2
    assert "another build is writing to it" in capfd.readouterr().err
    assert run(["infer", "extra", "--store", str(store)]) == 2
