"""What holds of the facts of any text, however odd: evidence, parties, order, and that reading never fails."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg_builder import extract, language, resources
from kg_builder.articles import articles
from kg_builder.model import MUTUAL, Article, Event, Fact, Reference, Tenure
from kg_builder.settings import Settings

#: What texts of this kind are made of, to be thrown together.
PIECES = (
    "Japan", "South Korea", "the United States", "U.S.-EU", "Chinese", "Tokyo", "Brussels", "NATO", "the EU",
    "Acme Corp.", "President Ana Diaz", "Foreign Minister Mette Holm", "her counterpart", "they", "it",
    "both countries", "the two leaders", "agreed", "will meet", "met with", "imposed", "sanctions on",
    "a pact with", "talks", "refused to", "banned", "urged", "invaded", "visited", "has lifted", "tariffs",
    "a law", "to sign", "aid to", "announced", "said that", "did not", "may", "lithium", "rare earths",
    "on Monday", "in May 2023", "last year", "tomorrow", "in Lima", "and", "or", "which", "of", "if", ",", ".",
    ";", ":", "—", "’s", "“", "”", "(", ")", "\n", "\n\n", "- ", "1. ", "$", "5%", "2,000", "?", "…", "\u00a0",
    "é", "日本",
)  # fmt: skip


def assert_well_formed(facts: tuple[Fact, ...], text: str) -> None:
    for fact in facts:
        assert fact.evidence
        for evidence in fact.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            assert evidence.quote.strip() == evidence.quote != ""
        if isinstance(fact, Event):
            assert fact.actors
            assert not set(fact.actors) & set(fact.targets)
            assert not (fact.type in MUTUAL and fact.targets)
            assert 0.5 <= fact.confidence <= 1.0
            for parties in (fact.actors, fact.targets, fact.officials, fact.goods):
                assert len(set(parties)) == len(parties)
    known = {fact.entity for fact in facts if isinstance(fact, Reference)}
    holders = {fact.official for fact in facts if isinstance(fact, Tenure)}
    for event in (fact for fact in facts if isinstance(fact, Event)):
        assert set(event.goods) <= known
        assert set(event.officials) <= holders


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_read(text: str) -> None:
    article = Article("made-up.txt", text, "2024-06-26")
    facts = extract.facts(next(language.docs([article], Settings())))
    assert_well_formed(facts, text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "’", "Japan", "Japan and", "1.", "(", "日本と韓国が合意した。"])
def test_hardly_any_text_can_be_read(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert_well_formed(read(text), text)


def test_facts_of_real_articles_are_well_formed_and_always_the_same() -> None:
    found = [a for a in articles([resources.path("data", "articles")], Settings()) if isinstance(a, Article)]
    assert len(found) == 5
    once, again = ([extract.facts(doc) for doc in language.docs(found, Settings())] for _ in range(2))
    assert once == again
    for article, facts in zip(found, once, strict=True):
        assert_well_formed(facts, article.text)
