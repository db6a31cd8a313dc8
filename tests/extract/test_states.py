"""References to states."""

from collections.abc import Callable

from kg_builder.extract.states import states
from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.tokens import Doc


def test_one_reference_each_in_order_of_first_mention(nlp: Callable[[str], Doc]) -> None:
    doc = Mentions(None)(nlp("Tokyo wrote to Paris. France thanked Japan; the French envoy left."))
    found = [(r.entity.id, [e.quote for e in r.evidence]) for r in states(doc)]
    assert found == [("JPN", ["Tokyo", "Japan"]), ("FRA", ["Paris", "France", "French"])]


def test_evidence_quotes_the_article_as_it_came(nlp: Callable[[str], Doc]) -> None:
    text = "The People’s Republic of China objected."
    doc = nlp(text.replace("’", "'"))
    doc._.article = Article("a", text)
    (reference,) = states(Mentions(None)(doc))
    (evidence,) = reference.evidence
    assert evidence.quote == "People’s Republic of China" == text[evidence.start : evidence.end]


def test_a_state_in_the_name_of_a_pact_counts(nlp: Callable[[str], Doc]) -> None:
    doc = Mentions(None)(nlp("Envoys want the Iran nuclear deal back."))
    assert [reference.entity.id for reference in states(doc)] == ["IRN"]
