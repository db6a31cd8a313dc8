"""Who holds which office of whom: a table of ways in which English says so, and of what only looks like an office."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from officeholders import officials, reader

from kg_builder import resources
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def read(nlp: Callable[[str], Doc]) -> Callable[..., Doc]:
    return reader(nlp)


CASES = yaml.safe_load((Path(__file__).parent / "data" / "officials.yaml").read_text(encoding="utf-8"))
OFFICIALS = [(case["text"], case["officials"]) for case in CASES]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials(read, text: str, expected: list[str]) -> None:
    assert officials(read(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_evidence_quotes_the_office_and_the_name(read, text: str, expected: list[str]) -> None:
    for person in read(text)._.people:
        if person.tenure is not None:
            assert person.tenure.evidence
            assert all(text[found.start : found.end] == found.quote for found in person.tenure.evidence)
            assert any(person.name.split()[-1].casefold() in found.quote.casefold() for found in person.tenure.evidence)


OFFICE_WORDS = [
    ("Japan's Economy, Trade & Industry Minister Jiro Mori left.", "economy, trade & industry minister"),
    ("Kurt Lang, the EU's executive vice president for trade, left.", "executive vice president for trade"),
    ("U.S. Acting Deputy Assistant Secretary of State for Western Hemisphere Affairs, Ann Poe, spoke.",
     "acting deputy assistant secretary of state for western hemisphere affairs"),
    ("The Presidents of Chile and Peru, Ana Rojas and Luis Vega, met.", "president"),
    ("Former South Korean president Min Jae Ho spoke.", "president"),
    ("The Minister of Foreign Affairs of Fiji, Mr. Ratu Naulu, spoke.", "minister of foreign affairs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "office"), OFFICE_WORDS)
def test_office_in_the_words_of_the_text_without_the_state(read, text: str, office: str) -> None:
    assert {person.tenure.office for person in read(text)._.people if person.tenure} == {office}


MENTIONS = [
    ("Czech Prime Minister Petr Novak met Jose Novak, a farmer. Mr Novak, the prime minister, left.", "Petr Novak",
     ["Petr Novak", "Novak"]),
    ("South Korean President Yoon Suk Yeol met Japanese Prime Minister Fumio Kishida. Kishida and Yoon agreed. "
     "Yoon's aides cheered.", "Yoon Suk Yeol", ["Yoon Suk Yeol", "Yoon", "Yoon"]),
    ("U.S. President Joe Biden spoke. First lady Jill Biden stayed. The Biden administration was pleased.", "Joe Biden",
     ["Joe Biden", "Biden"]),
    ("French President Luc Carrel spoke. CARREL SAID NO\nCarrel left.", "Luc Carrel",
     ["Luc Carrel", "CARREL", "Carrel"]),
    ("Bahraini Foreign Minister Khalid bin Omar Al Thawadi left. Minister Al Thawadi returned.",
     "Khalid bin Omar Al Thawadi", ["Khalid bin Omar Al Thawadi", "Al Thawadi"]),
    ("Chilean President Pablo Vega Soto spoke. President Vega left.", "Pablo Vega Soto", ["Pablo Vega Soto", "Vega"]),
    ("Chinese President Xi Jinping spoke. Xi said so. Mr Xi left.", "Xi Jinping", ["Xi Jinping", "Xi", "Xi"]),
    ("Chinese Vice Premier He Lifang spoke. He left. Both He and Ann Poe agreed.", "He Lifang", ["He Lifang", "He"]),
    ("Vietnamese President To Lan left. Lan smiled.", "To Lan", ["To Lan", "Lan"]),
    ("King Mohammed VI of Morocco spoke. Mohammed VI left.", "Mohammed VI", ["Mohammed VI", "Mohammed VI"]),
    ("U.S. Senator Robert \"Bo\" Lind spoke. Mr. Lind left.", 'Robert "Bo" Lind', ['Robert "Bo" Lind', "Lind"]),
    ("Japanese Defence Minister Gen Mori spoke. Mori left.", "Gen Mori", ["Gen Mori", "Mori"]),
    ("Prime Minister Kishida Fumio of Japan spoke. Fumio Kishida left. Kishida won.", "Kishida Fumio",
     ["Kishida Fumio", "Fumio Kishida", "Kishida"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), MENTIONS)
def test_every_mention_of_a_name(read, text: str, name: str, expected: list[str]) -> None:
    doc = read(text)
    (person,) = (person for person in doc._.people if person.name == name)
    assert [doc[start:end].text for start, end in person.mentions] == expected


def test_one_surname_two_people(read) -> None:
    doc = read(
        "Lee Jae Myung, the South Korean president, met Lee Kuan Teck, Singapore's former prime minister. "
        "President Lee thanked him."
    )
    found = {person.name: len(person.mentions) for person in doc._.people}
    assert found == {"Lee Jae Myung": 2, "Lee Kuan Teck": 1}


ODD = ["", " \n\n ", "President", "the president of", "-President", "his counterpart,", "President Jr.",
       "President ,Jr.", "Minister of of Japan", "SECRETARY:", "PRESIDENT BIDEN AND PRIME MINISTER KISHIDA",
       "former former", "x" * 3000,
       "President Al-", "\u200bPresident \U0001f642", "X is president of", "President " * 200]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_no_official(read, text: str) -> None:
    assert officials(read(text)) == []


def test_shuffled_text_keeps_offsets(read) -> None:
    words = " ".join(
        path.read_text(encoding="utf-8") for path in sorted(resources.path("data", "articles").glob("*.txt"))
    ).split()
    for seed in range(5):
        text = " ".join(random.Random(seed).choices(words, k=200))
        doc = read(text)
        for person in doc._.people:
            assert all(0 <= start < end <= len(doc) for start, end in person.mentions)
            evidence = person.tenure.evidence if person.tenure else ()
            assert all(text[found.start : found.end] == found.quote for found in evidence)


def test_a_surname_names_no_state(read) -> None:
    doc = read("Deputy Attorney General Lisa Monaco met the minister of Saint Lucia and of Jordan.")
    assert [mention.entity.id for mention in doc._.mentions] == ["LCA", "JOR"]
