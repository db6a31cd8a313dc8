"""The house rules: floors, rooms, sizes, who may import what, and documents that tell the truth."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from spacy.glossary import GLOSSARY
from spacy.lang.en.stop_words import STOP_WORDS

from kg_builder.cli import app
from kg_builder.extract import EXTRACTORS, TELLERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg_builder"
FILES = sorted(PACKAGE.rglob("*.py"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")])
LONGEST = 400


def imports(file: Path) -> set[str]:
    """Dotted names of the modules that a file imports, those within functions and TYPE_CHECKING too."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports by a relative name"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def module(file: Path) -> str:
    """The module of the house that a file belongs to: ``store`` for ``kg_builder/store/terms.py``."""
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def places() -> dict[str, tuple[int, int]]:
    """Floor and place on it of each module, from the table in docs/architecture.md."""
    found: dict[str, tuple[int, int]] = {}
    for line in (ROOT / "docs/architecture.md").read_text(encoding="utf-8").splitlines():
        if row := re.match(r"\| (\d+)(?:, [a-z]+)? \| (.*) \|$", line):
            for place, name in enumerate(re.findall(r"(?:^|, )`([a-z_]+)/?`", row[2])):
                assert name not in found, f"{name} stands on two floors"
                found[name] = (int(row[1]), place)
    return found


def test_every_module_has_its_floor() -> None:
    assert places().keys() ^ ({module(file) for file in FILES} - {"__init__"}) == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    here = module(file)
    if here == "__init__":
        assert not [name for name in imports(file) if name.startswith("kg_builder")]
        return
    used = {name.split(".")[1] for name in imports(file) if name.startswith("kg_builder.")}
    used -= {here, "__version__"}
    assert not sorted(name for name in used if places()[name] >= places()[here])


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_size(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_table_names_a_thing_twice(file: Path) -> None:
    """The second would silently take the place of the first."""
    tables = [node.keys for node in ast.walk(tree(file)) if isinstance(node, ast.Dict)]
    named = [[key.value for key in keys if isinstance(key, ast.Constant)] for keys in tables]
    assert [sorted(map(str, names)) for names in named if len(set(names)) < len(names)] == []


#: So many words of the language in one set are a word list, which stands in ``data/lexicons``.
WORD_LIST = 5
#: Words around a day, most of them closed; kinds of organizations, which are values of a schema.
NO_WORD_LISTS = {"_EDGES", "_CLUBS"}


@cache
def closed() -> frozenset[str]:
    """What may stand in code: words of grammar, spaCy's labels, the values that our own types have."""
    types = (n for file in FILES for n in ast.walk(tree(file)) if isinstance(n, ast.Subscript))
    values = [ast.walk(n.slice) for n in types if isinstance(n.value, ast.Name) and n.value.id == "Literal"]
    ours = {node.value for value in values for node in value if isinstance(node, ast.Constant)}
    return frozenset({*STOP_WORDS, *GLOSSARY, *ours})


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_word_lists_are_data(file: Path) -> None:
    if places().get(module(file), (9, 0))[0] > places()["language"][0]:
        return  # behind the waist nobody reads language
    named = {n.value: n.targets[0] for n in tree(file).body if isinstance(n, ast.Assign)}
    exempt = {value for value, target in named.items() if isinstance(target, ast.Name) and target.id in NO_WORD_LISTS}
    sets = [n for n in ast.walk(tree(file)) if isinstance(n, ast.Set) and n not in exempt]
    words = [[e.value for e in n.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)] for n in sets]
    lists = [[word for word in one if re.fullmatch("[a-z]{3,}", word) and word not in closed()] for one in words]
    assert [one for one in lists if len(one) >= WORD_LIST] == []


def rooms() -> list[str]:
    return sorted(file.stem for file in (PACKAGE / "extract").glob("*.py") if file.stem != "__init__")


def test_rooms_are_those_documented_and_registered() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = text.split("| room | facts |")[1].split("\n\n")[0]
    documented = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"\w+", row)]
    assert sorted(documented) == rooms()
    registered = {extractor.__module__.rpartition(".")[2] for extractor in (*EXTRACTORS, *TELLERS)}
    assert sorted(registered) == rooms()


@pytest.mark.parametrize("room", rooms())
def test_room_is_said_four_times(room: str) -> None:
    parts = [f"data/lexicons/{room}.yaml", f"shapes/{room}.ttl", f"tests/extract/test_{room}.py"]
    assert [part for part in parts if not (ROOT / part).is_file()] == []


@pytest.mark.parametrize("room", rooms())
def test_rooms_do_not_know_each_other(room: str) -> None:
    others = {f"kg_builder.extract.{other}" for other in rooms() if other != room}
    used = imports(PACKAGE / "extract" / f"{room}.py")
    assert not sorted(name for name in used if any(f"{name}.".startswith(f"{other}.") for other in others))


@pytest.mark.parametrize(
    ("library", "owner"),
    [
        ("pyoxigraph", {"store"}),
        ("pyshacl", {"judges"}),
        ("pyshacl_turbo", {"judges"}),
        ("owlrl", set()),
        ("trafilatura", {"webpage"}),
        ("py3langid", {"articles"}),
        ("spacy", {"attributes", "entity_recognition", "language", "tokens"}),
        ("typer", {"cli"}),
        ("yaml", {"lexicons", "evaluate"}),
    ],
)
def test_a_library_has_one_door(library: str, owner: set[str]) -> None:
    assert {module(file) for file in FILES if library in {name.split(".")[0] for name in imports(file)}} == owner


def test_the_waist_keeps_language_and_graph_apart() -> None:
    users = {
        name: {module(file) for file in FILES if name in {one.split(".")[0] for one in imports(file)}}
        for name in ("spacy", "rdflib")
    }
    waist = places()["language"]
    assert not sorted(name for name in users["spacy"] if places()[name] > waist)
    assert not sorted(name for name in users["rdflib"] - {"vocabulary"} if places()[name] <= waist)


@pytest.mark.parametrize("command", ["query", "export", "records", "explain", "stats", "--help", "--version"])
def test_asking_does_not_load_the_language_side(command: str, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from kg_builder.cli import run\n"
        f"run({[command, '--help'] if command.isalpha() else [command]!r})\n"
        "import kg_builder.query, kg_builder.export, kg_builder.records, kg_builder.explain, kg_builder.stats\n"
        "loaded = {'spacy', 'thinc', 'trafilatura', 'py3langid', 'pyshacl', 'owlrl'} & set(sys.modules)\n"
        "print('LOADED', sorted(loaded))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout.splitlines()[-1] == "LOADED []"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_documents_hold_on_every_machine(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.:/])/(?:home|root|work|tmp|opt|usr|Users|mnt)\b\S*|[A-Z]:\\\S*|file://\S*", text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_documents_link_to_what_is_there(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def commands() -> list[str]:
    return sorted(command.callback.__name__ for command in app.registered_commands if command.callback)


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(command: str) -> None:
    told = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "README.md", *ROOT.glob("docs/*.md")))
    assert f"kg-builder {command}" in told


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = {name.lower() for name in re.findall(r'^    "([A-Za-z0-9-]+)(?:[<>=].*)?",$', project, re.MULTILINE)}
    reasons = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()
    assert len(named) > 15
    assert sorted(name for name in named if f"\n| {name} | " not in reasons) == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_every_dependency_with_hashes_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==\S+((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", text, re.MULTILINE)
    assert len(pinned) == text.count("==") > 50
    assert not re.findall(r"://|^-|@", text, re.MULTILINE)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert needed is not None
    names = {re.split(r"[<>=]", name)[0].lower() for name in re.findall(r'"(.+?)"', needed[1])}
    assert names <= {name for name, _ in pinned}
    assert (lock == "requirements-dev.lock") == (
        "pyshacl-turbo" in {name for name, _ in pinned}
    )  # nobody else needs it
