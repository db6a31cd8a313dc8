"""Grammatical functions, on sentences of the shapes that articles have."""

from collections.abc import Callable

import pytest

from kg_builder import clauses, syntax
from kg_builder.tokens import Doc, Token


def token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


SUBJECTS = [
    ("Japan signed a treaty.", "signed", ["Japan"]),
    ("The treaty was signed by Japan.", "signed", ["Japan"]),
    ("The treaty was signed on Monday.", "signed", []),
    ("Japan agreed to launch talks.", "launch", ["Japan"]),
    ("Japan met Chile and signed a treaty.", "signed", ["Japan"]),
    ("The tariffs that Brazil imposed hurt farmers.", "imposed", ["Brazil"]),
    ("The minister, who visited Peru, signed a treaty.", "visited", ["minister"]),
    ("Canada urged Mexico to lift the ban.", "lift", ["Mexico"]),
    ("France said it will ban exports.", "ban", ["it"]),
    ("The president signed an order continuing the suspension.", "continuing", ["order"]),
    ("India committed to buying oil.", "buying", ["India"]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_subjects(nlp: Callable[[str], Doc], text: str, verb: str, expected: list[str]) -> None:
    assert [t.text for t in syntax.subjects(token(nlp(text), verb))] == expected


OBJECTS = [
    ("Japan signed a treaty.", "signed", ["treaty"]),
    ("The treaty was signed by Japan.", "signed", ["treaty"]),
    ("The tariffs that Brazil imposed were high.", "imposed", ["tariffs"]),
    ("The ban announced by France hurt farmers.", "announced", ["ban"]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), OBJECTS)
def test_objects(nlp: Callable[[str], Doc], text: str, verb: str, expected: list[str]) -> None:
    assert [t.text for t in syntax.objects(token(nlp(text), verb))] == expected


AFTER = [
    ("Talks between Norway and Chile began.", "Talks", "between", ["Norway"]),
    ("Norway imposed sanctions on Chile.", "sanctions", "on", ["Chile"]),
    ("Norway cooperates closely with Chile.", "cooperates", "with", ["Chile"]),
]


@pytest.mark.parametrize(("text", "word", "preposition", "expected"), AFTER)
def test_after(nlp: Callable[[str], Doc], text: str, word: str, preposition: str, expected: list[str]) -> None:
    assert [t.text for t in syntax.after(token(nlp(text), word), preposition)] == expected


def test_conjuncts_stand_in_text_order(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("Norway, Chile and Peru signed a treaty.")
    assert [t.text for t in syntax.conjuncts(token(doc, "Norway"))] == ["Norway", "Chile", "Peru"]


def test_a_clause_leaves_out_what_is_coordinated_with_its_own_subject(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("Norway signed a treaty on Monday, and Chile rejected the offer.")
    start, end = clauses.around(token(doc, "signed"))
    assert doc[start:end].text == "Norway signed a treaty on Monday"
