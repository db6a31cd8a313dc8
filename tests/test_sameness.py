"""Which accounts are of one person or happening: names, offices in time, dates within precision, subjects, doubts."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg_builder.accounts import Account, Happening, Person, Post, merged, read, sought, written
from kg_builder.name_forms import alone_for, one_name, words
from kg_builder.sameness import clusters, related, same_happening


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Han Min-seo", "Han Min Seo", True),
        ("Han Minseo", "Han Min-seo", True),
        ("Min-seo Han", "Han Min Seo", True),
        ("Kenji Mori", "Mori Kenji", True),
        ("Joe Harper", "Joseph R. Harper, Jr.", True),
        ("Tony Vance", "Anthony J. Vance", True),
        ("Søren Kjær", "Soren Kjaer", False),  # æ has no one spelling in ASCII; nothing is guessed
        ("José Peña", "Jose Pena", True),
        ("Luis Ortega", "Luis Ortega Ruiz", True),
        ("J. Vance", "Anthony J. Vance", False),
        ("A. Vance", "Anthony Vance", True),
        ("George W. Vance", "George H. Vance", False),
        ("George H. W. Vance", "George W. Vance", False),
        ("Han Min-seo", "Han Min-ji", False),
        ("Li Wei", "Li Wen", False),
        ("Dan Ford", "David Ford", False),
        ("Han Wen", "Han Wenbin", False),
        ("Kim Yo Seong", "Kim Seong Yo", False),
        ("Kim Yo Seong", "Kim Seong Un", False),
        ("John K. Smith", "John Kerrigan", False),
        ("Ali al-Sabri", "Ali Sabri", True),
        ("Jan van der Berg", "Jan Berg", True),
    ],
)
def test_one_name(one: str, other: str, same: bool) -> None:
    assert one_name(words(one), words(other)) is same
    assert one_name(words(other), words(one)) is same


@pytest.mark.parametrize(
    ("name", "alone", "can"),
    [
        ("Han Min-seo", "Han", True),
        ("Kenji Mori", "Mori", True),
        ("Luis Ortega Ruiz", "Ortega", True),
        ("Ali bin Yusuf Al Sabri", "Al Sabri", True),
        ("Kenji Mori", "Morita", False),
    ],
)
def test_a_surname_alone(name: str, alone: str, can: bool) -> None:
    assert alone_for(*words(alone), words(name)) is can


PRESIDENT = ("head-of-state", "president")


def person(name: str, *posts: tuple[str, str, str, int | None], of: str = "state/KOR", node: str = "") -> Person:
    return Person(node or f"{of}/{name}/{posts}", name, of, tuple(Post(*post) for post in posts))


def president(name: str, year: int | None, status: str = "incumbent", of: str = "state/KOR") -> Person:
    return person(name, (*PRESIDENT, status, year), of=of)


def minister(name: str, title: str, year: int = 2024) -> Person:
    return person(name, ("minister", title, "incumbent", year))


def grouped(accounts: Iterable[Account], together: Iterable[Iterable[int]] = ()) -> list[list[int]]:
    """Numbers of the accounts that are one; ``together`` are those told by one article, else each has its own."""
    given = list(accounts)
    told = {account.node: {str(number)} for number, account in enumerate(given)}
    for count, numbers in enumerate(together):
        for number in numbers:
            told[given[number].node].add(f"shared {count}")
    articles = {node: frozenset(names) for node, names in told.items()}
    places = {account.node: number for number, account in enumerate(given)}
    found = [sorted(places[node] for node in cluster) for cluster in clusters(given, articles)]
    for order in list(permutations(given))[:24]:
        again = clusters(order, articles)
        assert sorted(sorted(places[node] for node in cluster) for cluster in again) == sorted(found)
    return sorted(found)


@pytest.mark.parametrize(
    ("people", "groups"),
    [
        ([president("Han Min-seo", 2024), president("Han", 2024)], [[0, 1]]),
        ([president("Han Min-seo", 2024), president("Han", 2027)], [[0, 1]]),
        ([president("Han Min-seo", 2024), president("Han", 2011)], [[0], [1]]),
        ([president("Han Min-seo", 2024), minister("Han", "trade minister")], [[0], [1]]),
        ([minister("Han Min-seo", "trade minister"), minister("Han", "minister")], [[0, 1]]),
        ([minister("Han Min-seo", "trade minister"), minister("Han", "vice trade minister")], [[0], [1]]),
        ([minister("Han Min-seo", "trade minister"), minister("Han", "health minister")], [[0], [1]]),
        # Which of two the surname means is not told.
        ([president("Han Min-seo", 2024), president("Han Ji-ho", 2026), president("Han", 2025)], [[0], [1], [2]]),
        ([president("Han Min-seo", 2014), president("Han Ji-ho", 2026), president("Han", 2025)], [[0], [1, 2]]),
        # Nobody knows his full name, but it is one office.
        ([president("Han", 2024), president("Han", 2026), president("Han", 2035)], [[0, 1], [2]]),
        ([president("Han Min-seo", 2024), president("Han", 2024, of="state/JPN")], [[0], [1]]),
        # Who left office is not yet told to hold it later.
        ([president("Han Min-seo", 2020, "former"), president("Han", 2018)], [[0, 1]]),
        ([president("Han Min-seo", 2020, "former"), president("Han", 2022)], [[0], [1]]),
        ([president("Han Min-seo", 2020), president("Han", 2026, "former")], [[0, 1]]),
        ([president("Han Min-seo", 2020), president("Han", 2015, "former")], [[0], [1]]),
        ([president("Han Min-seo", None), president("Han", None)], [[0, 1]]),
        ([person("Han Min-seo"), person("Han Min Seo"), person("Han Min")], [[0, 1, 2]]),
        ([person("Han Min"), person("Han Min-seo"), person("Han Min-ji")], [[0], [1], [2]]),
        ([person("Ann Ruud", of="state/NLD"), person("Ann Ruud", of="organization/nato")], [[0, 1]]),
        ([person("Ann Ruud", of="state/NLD"), person("A. Ruud", of="organization/nato")], [[0], [1]]),
        ([person("Ann Ruud", of="state/NLD"), person("Ann Ruud", of="state/NOR")], [[0], [1]]),
    ],
)
def test_people(people: list[Person], groups: list[list[int]]) -> None:
    assert grouped(people) == groups


def test_an_article_that_tells_two_people_apart_is_believed() -> None:
    told = [person("Han Min-seo"), person("Min-seo Han")]
    assert grouped(told) == [[0, 1]]
    assert grouped(told, [(0, 1)]) == [[0], [1]]
    told = [president("Han Min-seo", 2024), president("Han", 2024)]
    assert grouped(told, [(0, 1)]) == [[0], [1]]


def event(type: str = "agreement", **told: object) -> Happening:
    known: dict[str, object] = {"actors": ("state/DEU", "state/JPN"), "date": "2024-05-03"} | told
    return Happening(f"event/{type}{sorted(known.items())}", type, **known)  # type: ignore[arg-type]


GALLIUM, COBALT = ("good/gallium",), ("good/cobalt",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (event(goods=GALLIUM), event(goods=GALLIUM, date="2024-05"), True),
        (event(goods=GALLIUM), event(goods=GALLIUM, date="2024"), True),
        (event(goods=GALLIUM), event(goods=GALLIUM, date="2024-05-04"), False),
        (event(goods=GALLIUM), event(goods=GALLIUM, date="2024-06"), False),
        (event(goods=GALLIUM), event(goods=GALLIUM, date=None), False),
        (event(goods=GALLIUM), event(goods=COBALT), False),
        (event(goods=GALLIUM), event(goods=(*COBALT, *GALLIUM)), True),
        (event(goods=GALLIUM), event(), False),
        (event(), event(), False),
        (event(goods=GALLIUM), event("cooperation", goods=GALLIUM), False),
        (event(goods=GALLIUM), event(goods=GALLIUM, actors=("state/DEU", "state/FRA", "state/JPN")), False),
        (event(name="Kiel Pact"), event(name="Kiel Pact on Minerals", date="2024"), True),
        (event(name="Kiel Pact"), event(name="Bonn Pact"), False),
        (event(name="Kiel Pact", goods=GALLIUM), event(name="Kiel Pact", goods=COBALT), False),
        (event("meeting"), event("meeting", places=("place/kiel",)), True),
        (
            event("meeting", people=("state/JPN mori",)),
            event("meeting", date="2024-05", people=("state/JPN kenji", "state/JPN mori")),
            True,
        ),
        (
            event("meeting", people=("state/JPN mori",)),
            event("meeting", date="2024-05", people=("state/JPN ruud",)),
            False,
        ),
        (event("meeting", people=("state/JPN mori",)), event("meeting", people=("state/JPN ruud",)), False),
        (event("meeting", people=("state/JPN mori",)), event("meeting", people=("state/DEU ruud",)), True),
        (event("meeting", people=("state/JPN mori",)), event("meeting"), True),
        (event("visit", people=("state/JPN mori",)), event("visit", people=("state/JPN ruud",)), False),
        (event("meeting"), event("meeting", date="2024-05"), False),
        (
            event("meeting", people=("state/JPN mori",)),
            event("meeting", date="2024", people=("state/JPN mori",)),
            False,
        ),
        (
            event("meeting", people=("state/JPN mori",), places=("place/kiel",)),
            event("meeting", date="2024-05", people=("state/JPN mori",), places=("place/bonn",)),
            False,
        ),
        (event("restriction", goods=GALLIUM, targets=("state/FRA",)), event("restriction", goods=GALLIUM), True),
        (
            event("restriction", goods=GALLIUM, targets=("state/FRA",)),
            event("restriction", goods=GALLIUM, targets=("state/USA",)),
            False,
        ),
        (event("criticism", targets=("state/FRA",)), event("criticism", targets=("state/FRA",)), False),
    ],
)
def test_happenings(one: Happening, other: Happening, same: bool) -> None:
    assert same_happening(one, other) is same
    assert same_happening(other, one) is same
    assert not same or {near for key in one.keys for near in sought(key)} & set(other.keys)


def test_two_agreements_of_a_month_stay_two_and_what_may_be_either_is_neither() -> None:
    first, second = event(goods=GALLIUM), event(goods=GALLIUM, date="2024-05-20")
    vague = event(goods=GALLIUM, date="2024-05")
    assert grouped([first, second]) == [[0], [1]]
    assert grouped([first, vague]) == [[0, 1]]
    assert grouped([first, vague, second]) == [[0], [1], [2]]
    assert grouped([event("meeting", name="Talks"), event("meeting")], [(0, 1)]) == [[0], [1]]


@pytest.mark.parametrize(
    "account",
    [president("Han", None), event(goods=GALLIUM, name="Pact „Süd“", people=("state/JPN mori",)), event("policy")],
)
def test_an_account_reads_back(account: Account) -> None:
    assert read(account.node, written(account)) == account
    assert merged(account, account) == account


def test_what_hangs_together() -> None:
    assert related(president("Han", 2024), president("Han Min-seo", 1990))
    assert not related(president("Han", 2024), president("Mori", 2024))
    assert not related(president("Han", 2024), event())


NAMES = st.lists(
    st.sampled_from(("Joe", "Joseph", "J.", "Tony", "Han", "Min", "Min-seo", "Søren", "Ho")), min_size=1, max_size=3
)
PARTIES = st.sampled_from(("state/KOR", "state/JPN", "organization/nato"))


@settings(max_examples=600, deadline=None)
@given(names=st.tuples(NAMES, NAMES), parties=st.tuples(PARTIES, PARTIES))
def test_who_may_be_one_is_found_by_keys(names: tuple[list[str], list[str]], parties: tuple[str, str]) -> None:
    one, other = (Person("", " ".join(name), of) for name, of in zip(names, parties, strict=True))
    if related(one, other):
        assert {near for key in one.keys for near in sought(key)} & set(other.keys)
        assert {near for key in other.keys for near in sought(key)} & set(one.keys)
