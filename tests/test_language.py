"""What the pipeline reads: offsets of the article, without bullets and datelines, sentences within paragraphs."""

from collections.abc import Callable
from typing import Any

import pytest
import spacy.tokens
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.vocab import Vocab

from kg_builder import attributes, entity_recognition, language
from kg_builder.errors import UsageError
from kg_builder.language import reading
from kg_builder.model import Article
from kg_builder.settings import Settings
from kg_builder.tokens import Doc

STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'}

READ = [
    ("Peru’s “copper”", 'Peru\'s "copper"'),
    ("• Chile signed.\n- Peru left.", "  Chile signed.\n\n\nPeru left."),
    ("1. Chile signed.\n(2) Peru left.\n(iv) Cuba won.", "   Chile signed.\n\n\n\n\nPeru left.\n\n\n\n\n\nCuba won."),
    ("LIMA — Chile signed.", "       Chile signed."),
    ("BEIJING (BLOOMBERG) - China signed.", "                      China signed."),
    ("WASHINGTON, March 3 (Reuters) - Chile signed.", "                                Chile signed."),
    ("BEIJING (REUTERS, AFP) - China signed.", "                         China signed."),
    ("Washington, DC - Chile signed.", "                 Chile signed."),
    ("Santiago, 3 March 2024 – Chile signed.", "                         Chile signed."),
    ("Copper, Lithium - Chile signed.", "Copper, Lithium - Chile signed."),
    ("Chile - a copper state - signed.", "Chile - a copper state - signed."),
    ("US-China talks began.", "US-China talks began."),
    ("2023 was dry.", "2023 was dry."),
    ("Chile signed the pact,\nPeru said.", "Chile signed the pact, Peru said."),
    ("Chile signed the\npact.", "Chile signed the pact."),
    ("Chile signed\n\nPeru left.", "Chile signed\n\nPeru left."),
    ("Chile signed.\r\n \r\nPeru left.", "Chile signed.\n\n\n\n\nPeru left."),
]
PARAGRAPHS = [
    (
        "Row over fees\n\nSerbia and Kosovo blamed each other on Tuesday.",
        ["Row over fees", "Serbia and Kosovo blamed each other on Tuesday."],
    ),
    ("Copper deal signed\nChile met Peru.", ["Copper deal signed", "Chile met Peru."]),
    ("No full stop here\n\nChile met Peru.", ["No full stop here", "Chile met Peru."]),
    ("TRADE AND INVESTMENT: Chile met Peru.", ["TRADE AND INVESTMENT:", "Chile met Peru."]),
    (
        "Peruvian Ports in the North:  Chile, working with Congress, plans to lend Peru money.",
        ["Peruvian Ports in the North:", "Chile, working with Congress, plans to lend Peru money."],
    ),
    ("Chile met Peru. Peru left.", ["Chile met Peru.", "Peru left."]),
]
TOKENS = [
    ("The U.S.-EU summit ended.", ["U.S.", "-", "EU"]),
    ("The U.S.–Japan pact holds.", ["U.S.", "-", "Japan"]),
    ("The India-France exercise ended.", ["India", "-", "France"]),
    ("The China-Japan-South Korea summit ended.", ["China", "-", "Japan", "-", "South", "Korea"]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_read(text: str, expected: str) -> None:
    assert reading(Article("a", text)) == expected


def test_only_the_body_is_read() -> None:
    text = "Share this\nChile signed.\nPhoto: Reuters\nPeru left."
    first, second = text.index("Chile"), text.index("Peru")
    article = Article("a", text, body=((first, first + 13), (second, len(text))))
    assert reading(article) == "          \nChile signed." + "\n" * 16 + "Peru left."


@given(st.text(st.sampled_from("aA.,1-—•’“\n\r\t\f ()iv:\u00a0\u3000é")), st.integers(0, 20), st.integers(0, 20))
def test_nothing_moves(text: str, start: int, length: int) -> None:
    body = ((min(start, len(text)), min(start + length, len(text))),) if length else ()
    read = reading(Article("a", text, body=body))
    assert len(read) == len(text)
    assert all(now in (" ", "\n") or now == STRAIGHT.get(was, was) for was, now in zip(text, read, strict=True))


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_sentences_end_with_paragraphs(annotated: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in annotated(text).sents] == expected


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_each_name_is_a_token_of_its_own(annotated: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    tokens = [token.text for token in annotated(text)]
    assert tokens[1 : 1 + len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("China staged drills.", "stage"),
        ("Chad waged war.", "wage"),
        ("Cuba cohosted talks.", "cohost"),
        ("Peru barred ships.", "bar"),
    ],
)
def test_the_lemmatizer_knows_our_verbs(annotated: Callable[[str], Doc], text: str, lemma: str) -> None:
    assert annotated(text)[1].lemma_ == lemma


def test_rules_of_attributes_that_are_looked_up_fit_where_spacy_says() -> None:
    model = language.load(Settings()).model
    ruler = model.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    text = "Chile hasn't signed, it said: let's let Peru's 3 ships go\n\nThere are those who ain't gonna, I've got."
    for read in (model(text), model("")):
        assert ruler.match(read) == AttributeRuler.match(ruler, read)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"TAG": "NN"}],
        [{"TAG": {"IN": ["NN", "NNS"]}, "LOWER": {"IN": ["ore", "ores"]}}],
        [{"TAG": {"NOT_IN": ["NN"]}}],
        [{"LOWER": "ore", "OP": "+"}],
        [{"ORTH": "ore"}],
        [{}, {"LOWER": "ore"}],
        [{}],
    ],
)
def test_whatever_a_rule_of_attributes_asks(pattern: list[dict[str, Any]]) -> None:
    vocab = Vocab()
    ruler = AttributeRuler(vocab)
    ruler.add([pattern], {"LEMMA": "found"})
    words = ["Ore", "ore", "ore", "is", "ores"]
    doc = spacy.tokens.Doc(vocab, words, tags=["NN", "NN", "NNP", "VBZ", "NNS"], deps=["dep"] * len(words))
    assert attributes.Rules(ruler)(doc) == ruler.match(doc)


SUMMIT = (
    "Norway's Prime Minister Jonas Gahr Stoere met Jose Maria Neves of Cabo Verde and the Bank of England in Rio "
    "de Janeiro on Monday 3 June\n\nThe United\n\nNations Security Council in New York, 5 July 2021"
)


@pytest.mark.parametrize("text", [SUMMIT, "", "Peru", "New", " \n\n", "On 3 June the European"])
def test_entities_are_those_of_the_recognizer(text: str) -> None:
    model = language.load(Settings()).model
    read = model(text, disable=["entities"])
    expected = model.get_pipe("ner")(read.copy())
    found = model.get_pipe("entities")(read.copy())
    assert [(token.ent_iob_, token.ent_type_) for token in found] == [
        (token.ent_iob_, token.ent_type_) for token in expected
    ]


def test_a_recognizer_is_asked_itself_about_a_text_with_entities() -> None:
    model = language.load(Settings()).model
    read = model(SUMMIT, disable=["entities"])
    read.set_ents([spacy.tokens.Span(read, 5, 7, "ORG")], default="missing")
    expected = model.get_pipe("ner")(read.copy())
    found = model.get_pipe("entities")(read.copy())
    assert [(e.text, e.label_) for e in found.ents] == [(e.text, e.label_) for e in expected.ents]
    assert found[5].ent_type_ == "ORG"


def test_a_recognizer_that_weighs_several_parses_stays() -> None:
    model = spacy.blank("en")
    model.add_pipe("beam_ner").add_label("GPE")
    model.initialize()
    entity_recognition.stand_in(model)
    assert model.pipe_names == ["beam_ner"]


def test_articles_stay_in_order_with_their_docs() -> None:
    articles = [Article(name, f"{name} met Peru.") for name in ("Chile", "Bolivia", "Cuba")]
    assert [doc._.article for doc in language.docs(articles, Settings())] == articles


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(UsageError, match=r"en_no_such_model: .*; install it or pass another with --model"):
        language.load(Settings(model="en_no_such_model"))


def test_wrapped_lines_go_on_behind_an_abbreviation() -> None:
    lines = [
        "Chile And Peru Sign A Pact On Copper That Both Sides Call The Largest In The World So Far, Officials Said",
        "The presidents of Chile and of Peru signed a pact on copper with Mr. J.",
        "Doe, the trade representative of the United States, and several of the",
        "ministers of Brazil, in the capital of Chile, on Tuesday of this week.",
        "They met in May in Lima.",
        "Peru left the talks on lithium, which Chile had opened, in the spring.",
        "They will meet again in the summer.",
    ]
    read = reading(Article("a", "\n".join(lines))).split("\n")
    assert read == [lines[0], " ".join(lines[1:5]), " ".join(lines[5:])]
