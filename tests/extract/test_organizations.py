"""References to organizations."""

from collections.abc import Callable

import pytest

from kg_builder.extract.organizations import organizations
from kg_builder.mentions import Mentions
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def component() -> Mentions:
    return Mentions(None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN Security Council met.", {"United Nations Security Council", "United Nations"}),
        ("The EU-Mercosur deal was signed.", {"EU-Mercosur Association Agreement", "EU", "MERCOSUR"}),
        ("They signed the Regional Comprehensive Economic Partnership (RCEP).", {"RCEP"}),
        ("The Ministry of Commerce met the Chamber of Commerce.", set()),
        ("The ruling Democratic Alliance lost.", set()),
    ],
)
def test_organizations(nlp: Callable[[str], Doc], component: Mentions, text: str, expected: set[str]) -> None:
    assert {reference.entity.id for reference in organizations(component(nlp(text)))} == expected


def test_an_acronym_that_the_text_gives_is_evidence_too(nlp: Callable[[str], Doc], component: Mentions) -> None:
    doc = component(nlp("The Global Forum on Ocean Data (GFOD) opened today. Later, the GFOD elected a chair."))
    (reference,) = organizations(doc)
    assert [evidence.quote for evidence in reference.evidence] == ["Global Forum on Ocean Data", "GFOD", "GFOD"]
