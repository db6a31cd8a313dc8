"""Parses that are mended: the tokens' links and tags afterwards."""

from collections.abc import Callable

import pytest

from kg_builder.tokens import Doc

Annotate = Callable[[str], Doc]


def test_whom_one_spoke_with_is_no_subject_of_what_they_spoke_about(annotated: Annotate) -> None:
    doc = annotated(
        "Secretary of State Marco Rubio spoke today with Russian Foreign Minister Sergey Lavrov to discuss next steps."
    )
    spoke, preposition, name = (next(t for t in doc if t.text == word) for word in ("spoke", "with", "Lavrov"))
    assert (preposition.dep_, preposition.head) == ("prep", spoke)
    assert (name.dep_, name.head) == ("pobj", preposition)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Peru and Chile:\n\n- Expressed concern about China's export controls.", "Expressed", "express"),
        ("Peru and Chile:\n\n- Welcomed Japan's decision to join the exercise.", "Welcomed", "welcom"),
        ("Peru and Chile:\n\n- Submitted proposals on trade.", "Submitted", "submit"),
        ("Peru and Chile:\n\n- Committed to cooperate on semiconductors.", "Committed", "commit"),
        ("The United States pledges to support Germany's efforts.", "pledges", "pledge"),
        ("Japan co-hosted a summit.", "co-hosted", "host"),
    ],
)
def test_verbs(annotated: Annotate, text: str, word: str, lemma: str) -> None:
    token = next(t for t in annotated(text) if t.text == word)
    assert (token.pos_, token.dep_, token.lemma_) == ("VERB", "ROOT", lemma)


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The ministry said on Thursday it is barring exports.", "Thursday", "said"),
        ("Japan protested on Tuesday the Chinese navy's drills.", "Tuesday", "protested"),
        ("The EU's top diplomat condemned on Tuesday North Korea's missile launch.", "launch", "condemned"),
    ],
)
def test_a_day_between_verb_and_object_or_content_is_the_verb_s(
    annotated: Annotate, text: str, word: str, verb: str
) -> None:
    token = next(t for t in annotated(text) if t.text == word)
    heads = [token.head.text, token.head.head.text]
    assert (verb in heads, token.dep_ in {"pobj", "dobj"}) == (True, True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Japanese plans to build ports were welcomed.", "plans"),
        ("United Airlines plans.", "plans"),
        ("Its limited supply fell.", "limited"),
    ],
)
def test_nouns_and_adjectives_stay(annotated: Annotate, text: str, word: str) -> None:
    assert next(t for t in annotated(text) if t.text == word).pos_ != "VERB"


@pytest.mark.parametrize(
    ("text", "word", "head", "dep"),
    [
        ("Peru has committed to cut duties on grain and suspend quotas.", "suspend", "cut", "conj"),
        ("Peru and Chile vowed to deepen ties, and work together on trade.", "work", "deepen", "conj"),
        ("They welcomed the dialogue on human rights held in May.", "held", "dialogue", "acl"),
        ("They praised the promises of the minister held in May.", "held", "minister", "acl"),
        (
            "The four ministers decided to make supply safer in key industries, particularly those involving steel.",
            "those",
            "industries",
            "appos",
        ),
    ],
)
def test_what_a_phrase_belongs_to(annotated: Annotate, text: str, word: str, head: str, dep: str) -> None:
    token = next(t for t in annotated(text) if t.text == word)
    assert (token.head.text, token.dep_) == (head, dep)


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("The curbs Beijing introduced on gallium hurt Japan.", "introduced", "Beijing"),
        ("The duties the EU imposed on Belarus in May were lifted.", "imposed", "EU"),
        ("The tariffs Mr Dahl imposed on foreign steel hurt Peru.", "imposed", "Dahl"),
        ("The minister Jane Doe accused of graft left.", "accused", None),
        ("A bank of Chad sanctioned by Peru closed.", "sanctioned", None),
    ],
)
def test_a_clause_without_relative_pronoun_has_its_subject(
    annotated: Annotate, text: str, verb: str, doer: str | None
) -> None:
    token = next(t for t in annotated(text) if t.text == verb)
    assert next((c.text for c in token.children if c.dep_ == "nsubj"), None) == doer


def test_what_has_a_subject_and_an_object_is_a_verb(annotated: Annotate) -> None:
    doc = annotated("The Members of the Security Council urge the Prime Minister-designate, Ali Doe, to work swiftly.")
    assert next(t for t in doc if t.text == "urge").pos_ == "VERB"


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The United States and North Macedonia recognize the importance of facilitating trade.", "recognize", "VBP"),
        ("The Members of the Security Council reiterate their support for Iraq.", "reiterate", "VBP"),
        ("Norway will recognize the state.", "recognize", "VB"),
    ],
)
def test_a_verb_with_a_subject_and_nothing_that_makes_it_bare_is_finite(
    annotated: Annotate, text: str, word: str, tag: str
) -> None:
    assert next(t for t in annotated(text) if t.text == word).tag_ == tag


@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("Norway signed an agreement with Chad Thursday.", "pobj"),
        ("Norway met Chad Wednesday, June 19.", "dobj"),
        ("Norway sanctioned three firms in Chad Thursday.", "pobj"),
    ],
)
def test_a_day_right_behind_a_name_is_the_verb_s(annotated: Annotate, text: str, dep: str) -> None:
    doc = annotated(text)
    name = next(t for t in doc if t.text == "Chad")
    assert (name.dep_, doc[name.i + 1].dep_, doc[name.i + 1].head) == (dep, "npadvmod", doc[1])


def test_what_a_signed_document_does_is_told_by_its_participle(annotated: Annotate) -> None:
    doc = annotated("President Dahl signed an Executive Order modifying the tariff rates for Mali.")
    signed, order, modifying = (next(t for t in doc if t.text == word) for word in ("signed", "Order", "modifying"))
    assert (order.dep_, order.head) == ("dobj", signed)
    assert (modifying.dep_, modifying.head) == ("acl", order)


def test_a_document_pursuant_to_an_act_is_the_object(annotated: Annotate) -> None:
    doc = annotated("Today, President Ali Issa signed a Proclamation pursuant to Section 9 of the Mining Act.")
    signed, document, pursuant = (next(t for t in doc if t.text == w) for w in ("signed", "Proclamation", "pursuant"))
    assert (document.dep_, document.head) == ("dobj", signed)
    assert (pursuant.dep_, pursuant.head) == ("prep", document)


def test_allied_groups_are_not_allied_by_who_speaks_of_them(annotated: Annotate) -> None:
    doc = annotated("We urge Chad, the Rapid Support Forces and allied armed groups to cease hostilities.")
    urge, allied, groups, cease = (next(t for t in doc if t.text == w) for w in ("urge", "allied", "groups", "cease"))
    assert (allied.pos_, allied.head) == ("ADJ", groups)
    assert cease.head == urge
