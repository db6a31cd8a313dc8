"""Tenures of the five shipped articles."""

from collections.abc import Callable

import pytest

from kg_builder import resources
from kg_builder.extract.officials import officials
from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.people import People
from kg_builder.tokens import Doc

ARTICLES = {
    "000.txt": [
        ("Ken Saito", "JPN", "minister", "incumbent"),
        ("Gina Raimondo", "USA", "minister", "incumbent"),
        ("Ahn Duk Geun", "KOR", "minister", "incumbent"),
        ("Joe Biden", "USA", "head-of-state", "incumbent"),
        ("Fumio Kishida", "JPN", "head-of-government", "incumbent"),
        ("Yoon Suk Yeol", "KOR", "head-of-state", "incumbent"),
        ("Margrethe Vestager", "European Commission", "official", "incumbent"),
    ],
    "001.txt": [
        ("Antony Blinken", "USA", "foreign-minister", "incumbent"),
        ("Gina Raimondo", "USA", "minister", "incumbent"),
        ("Yoshimasa Hayashi", "JPN", "foreign-minister", "incumbent"),
        ("Koichi Hagiuda", "JPN", "minister", "incumbent"),
    ],
    "002.txt": [
        ("Sanae Takaichi", "JPN", "head-of-government", "incumbent"),
        ("Lee Jae Myung", "KOR", "head-of-state", "incumbent"),
        ("Park Geun-hye", "KOR", "head-of-state", "former"),
        ("Donald Trump", "USA", "head-of-state", "incumbent"),
    ],
    "004.txt": [
        ("Fumio Kishida", "JPN", "head-of-government", "incumbent"),
        ("Olaf Scholz", "DEU", "head-of-government", "incumbent"),
        ("Angela Merkel", "DEU", "head-of-government", "former"),
        ("Yoon Suk Yeol", "KOR", "head-of-state", "incumbent"),
    ],
}


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_officials_of_an_article(nlp: Callable[[str], Doc], name: str) -> None:
    text = resources.path("data", "articles", name).read_text(encoding="utf-8")
    doc = nlp(text.replace("’", "'"))
    doc._.article = Article(name, text)
    found = list(officials(People(None)(Mentions(None)(doc))))
    told = [(t.official.name, t.official.of.id, t.office_class, t.status) for t in found]
    assert sorted(told) == sorted(ARTICLES[name])
    assert all(text[e.start : e.end] == e.quote for t in found for e in t.evidence)


def test_in_order_of_first_mention(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("Kofi Addo, Ghana's finance minister, and Danish Prime Minister Mette Holm left.")
    assert [t.official.name for t in officials(People(None)(Mentions(None)(doc)))] == ["Kofi Addo", "Mette Holm"]
