"""Reference data on who led which state and body, and how they tell whose somebody is."""

import pytest
from officeholders import officials

from kg_builder import language, lexicons
from kg_builder.allegiance.leaders import Leader, LeaderLexicon, known
from kg_builder.gazetteer import Organizations, States
from kg_builder.model import Article
from kg_builder.settings import Settings

LEXICON = lexicons.read("leaders", LeaderLexicon, None)
EVERYONE = [(whose, one) for those in (LEXICON.leaders, LEXICON.heads) for whose, led in those.items() for one in led]


def test_states_and_bodies_are_those_of_the_reference_data() -> None:
    states = {state.code for state in lexicons.read("states", States, None).states}
    bodies = {body.name for body in lexicons.read("organizations", Organizations, None).organizations}
    assert not set(LEXICON.leaders) - states
    assert not set(LEXICON.heads) - bodies


def test_nobody_leaves_before_coming_and_nothing_is_told_twice() -> None:
    assert [one for _, one in EVERYONE if one.until is not None and one.until < one.since] == []
    told = [(whose, one.name, one.office, one.since) for whose, one in EVERYONE]
    assert len(told) == len(set(told))


def test_offices_are_in_lower_case() -> None:
    assert [one.office for _, one in EVERYONE if one.office != one.office.lower()] == []


@pytest.mark.parametrize(
    ("name", "office", "status", "published", "whose"),
    [
        ("Boris Johnson", "prime minister", "incumbent", "2020-09-12", "GBR"),
        ("Johnson", "prime minister", "incumbent", "2020-09", "GBR"),
        ("Boris Johnson", "foreign secretary", "incumbent", None, "GBR"),
        ("Johnson", "foreign secretary", "incumbent", None, None),
        ("Boris Johnson", "president", "incumbent", "2020", None),
        ("Ana Johnson", "prime minister", "incumbent", "2020", None),
        ("Boris Johnson", "prime minister", "incumbent", "2010-01-01", None),
        ("Boris Johnson", "prime minister", "former", "2024-01-01", "GBR"),
        ("Boris Johnson", "prime minister", "former", "2010-01-01", None),
        ("Stoltenberg", "secretary general", "incumbent", "2022-03-01", "NATO"),
    ],
)
def test_whose_somebody_is(name: str, office: str, status: str, published: str | None, whose: str | None) -> None:
    found = known(name, office, status, published, None)  # type: ignore[arg-type]
    assert (found.id if found else None) == whose


def test_an_office_lasts_till_it_is_left() -> None:
    leader = Leader(name="Ana Diaz", office="president", since=2010)
    assert leader.holds("incumbent", 2030)
    assert leader.holds("incumbent", 2009)
    assert not leader.holds("incumbent", 2008)
    assert leader.holds("designate", 2009)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "In 2003 they overthrew President Saddam Hussein.",
            "2020-09-10",
            ["Saddam Hussein | IRQ | head-of-state | former"],
        ),
        ("US President Barack Obama left Iraq in 2011.", "2020-09-10", ["Barack Obama | USA | head-of-state | former"]),
        ("US President Barack Obama left Iraq in 2011.", "2011-12-18", ["Barack Obama | USA | head-of-state"]),
        ("President Obama left Iraq in 2011.", "2020-09-10", ["Obama | USA | head-of-state | former"]),
        ("President Joseph R. Biden, Jr. left Iraq.", "2021-09-10", ["Joseph R. Biden, Jr. | USA | head-of-state"]),
        ("President Bill Clinton met Egypt.", "2000-05-01", ["Bill Clinton | USA | head-of-state"]),
        ("Secretary-General Kofi A. Annan left.", "2001-05-01", ["Kofi A. Annan | United Nations | organization-head"]),
        ("They met Prime Minister Naoto Kan.", "2010-07-01", ["Naoto Kan | JPN | head-of-government"]),
        (
            "Director-General Margaret Chan left.",
            "2012-07-01",
            ["Margaret Chan | World Health Organization | organization-head"],
        ),
        ("President Doe left Iraq in 2011.", "2020-09-10", ["Doe | IRQ | head-of-state"]),
        ("President Donald Trump met them.", "2025-03-01", ["Donald Trump | USA | head-of-state"]),
    ],
)
def test_a_leader_of_long_ago_is_a_former_one(text: str, published: str, expected: list[str]) -> None:
    (doc,) = language.docs([Article("a", text, published=published)], Settings())
    assert officials(doc) == expected
