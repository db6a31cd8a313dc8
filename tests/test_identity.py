"""IRIs: functions of content, apart for what differs, alike for what is the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg_builder import identity
from kg_builder.model import Entity, Event, Evidence, Official, Tenure
from kg_builder.vocabulary import ID

JPN, DEU = Entity("state", "JPN"), Entity("state", "DEU")
RARE, CHIPS = Entity("good", "rare-earths"), Entity("good", "semiconductors")
AGREEMENT = Event("agreement", (JPN, DEU), goods=(RARE,), date="2024-05-01", evidence=(Evidence(5, 9, "agre"),))
SAITO = Official("Ken Saito", JPN)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("European Commission", "european-commission"),
        ("  U.S.–Japan  “2+2” ", "u-s-japan-2plus2"),
        ("OPEC+", "opecplus"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("Jonas Gahr Støre", "jonas-gahr-store"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ＮＡＴＯ", "nato"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert identity.slug(text) == slug


@pytest.mark.parametrize(
    "pair", [("北京", "東京"), ("北京 Group", "Group"), ("Группа А", "Группа Б"), ("+", "-"), ("!", "?")]
)
def test_names_that_ascii_cannot_write_stay_apart(pair: tuple[str, str]) -> None:
    first, second = map(identity.slug, pair)
    assert first != second


@given(st.text(max_size=20))
def test_a_slug_is_never_empty_and_safe_in_an_iri(text: str) -> None:
    slug = identity.slug(text)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert identity.slug(slug) == slug


@pytest.mark.parametrize(
    ("iri", "below"),
    [
        (identity.state("JPN"), "state/JPN"),
        (identity.organization("European Commission"), "organization/european-commission"),
        (identity.company("Sojitz"), "company/sojitz"),
        (identity.good("rare-earths"), "good/rare-earths"),
        (identity.official(SAITO), "official/JPN/ken-saito"),
        (identity.official(Official("Ada Byron", Entity("organization", "NATO"))), "official/nato/ada-byron"),
        (identity.office(JPN, "industry minister"), "office/JPN/industry-minister"),
        (identity.place("New Delhi"), "place/new-delhi"),
        (identity.time("2024-06"), "time/2024-06"),
        (identity.article("000.txt"), "article/000.txt"),
        (identity.article("a b/ü.jsonl#3"), "article/a%20b/%C3%BC.jsonl%233"),
        (identity.evidence("sub/a.txt", 3, 17), "evidence/sub/a.txt/3-17"),
        (identity.article_graph("000.txt"), "graph/article/000.txt"),
        (identity.quarantine_graph("a%b"), "graph/quarantine/a%25b"),
        (identity.participation(ID["event/visit-1"], ID["state/JPN"]), "participation/visit-1/state/JPN"),
    ],
)
def test_iris_are_as_the_architecture_says(iri: str, below: str) -> None:
    assert str(iri) == str(ID) + below


def test_an_organization_and_a_company_of_one_name_differ() -> None:
    offices = {identity.office(Entity(kind, "Acme"), "head") for kind in ("organization", "company", "state")}  # type: ignore[arg-type]
    assert len(offices) == 3


@pytest.mark.parametrize(
    "same",
    [
        replace(AGREEMENT, actors=(DEU, JPN)),
        replace(AGREEMENT, status="planned"),
        replace(AGREEMENT, confidence=0.5, place="Bonn", officials=(SAITO,)),
        replace(AGREEMENT, evidence=(Evidence(50, 60, "elsewhere"),)),
    ],
)
def test_one_happening_is_one_node_in_every_article(same: Event) -> None:
    assert identity.event(AGREEMENT, "a.txt") == identity.event(same, "b.txt")


@pytest.mark.parametrize(
    "other",
    [
        replace(AGREEMENT, type="cooperation"),
        replace(AGREEMENT, actors=(JPN,)),
        replace(AGREEMENT, actors=(JPN,), targets=(DEU,)),
        replace(AGREEMENT, date="2024-05"),
        replace(AGREEMENT, goods=(CHIPS,)),
        replace(AGREEMENT, goods=(CHIPS, RARE)),
        replace(AGREEMENT, name="Bonn Pact"),
    ],
)
def test_what_differs_in_type_party_time_or_subject_is_another(other: Event) -> None:
    assert identity.event(AGREEMENT, "a.txt") != identity.event(other, "a.txt")


@pytest.mark.parametrize(
    ("event", "shared"),
    [
        (AGREEMENT, True),
        (replace(AGREEMENT, goods=(), name="Bonn Pact"), True),
        (replace(AGREEMENT, goods=()), False),
        (replace(AGREEMENT, date=None), False),
        (replace(AGREEMENT, date=None, name="Bonn Pact"), False),
        (replace(AGREEMENT, type="meeting", goods=()), False),
        (replace(AGREEMENT, type="meeting", goods=(), name="Bonn Forum"), True),
        (replace(AGREEMENT, type="visit", actors=(JPN,), targets=(DEU,), goods=()), False),
    ],
)
def test_only_a_date_and_a_subject_join_articles(event: Event, shared: bool) -> None:
    """Nor two accounts of one article that begin at different words."""
    elsewhere = replace(event, evidence=(Evidence(70, 80, "once more"),))
    assert (identity.event(event, "a.txt") == identity.event(event, "b.txt")) is shared
    assert (identity.event(event, "a.txt") == identity.event(elsewhere, "a.txt")) is shared
    assert identity.event(event, "a.txt") == identity.event(replace(event), "a.txt")


def test_tenures_differ_by_person_office_class_and_status() -> None:
    tenure = Tenure(SAITO, "industry minister", "minister", "incumbent", ())
    others = [
        replace(tenure, official=Official("Ken Sato", JPN)),
        replace(tenure, office="trade minister"),
        replace(tenure, office_class="official"),
        replace(tenure, status="former"),
    ]
    assert len({identity.tenure(each) for each in (tenure, *others)}) == 5
    assert identity.tenure(tenure) == identity.tenure(replace(tenure, evidence=(Evidence(0, 1, "K"),), confidence=0.5))
