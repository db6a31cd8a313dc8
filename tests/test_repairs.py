"""Parses that are mended: the tokens' links and tags afterwards."""

from collections.abc import Callable

import pytest
import spacy.tokens
from spacy.vocab import Vocab

from kg_builder import courtesies
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
        ("The three NSAs resolved to make common efforts to promote economic security.", "resolved", "resolve"),
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


def test_nobody_is_called_by_the_end_of_a_state(annotated: Annotate) -> None:
    doc = annotated(
        "Secretary of State of the United States of America Marco Rubio, Foreign Minister of Japan Motegi Toshimitsu, "
        "and Foreign Minister of the Republic of Korea Cho Hyun met."
    )
    rubio, motegi, cho, met = (next(t for t in doc if t.text == w) for w in ("Rubio", "Toshimitsu", "Hyun", "met"))
    assert (rubio.dep_, rubio.head) == ("nsubj", met)
    assert [(t.dep_, t.head) for t in (motegi, cho)] == [("conj", rubio), ("conj", rubio)]


def test_the_last_of_a_list_of_officials_is_no_second_subject(annotated: Annotate) -> None:
    doc = annotated(
        "Secretary of State Joe Doe, Foreign Minister of Japan Ana Roe, and Foreign Minister of Peru Kim Poe met."
    )
    doe, roe, poe = (next(t for t in doc if t.text == word) for word in ("Doe", "Roe", "Poe"))
    assert [(roe.dep_, roe.head), (poe.dep_, poe.head)] == [("conj", doe), ("conj", doe)]


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


def test_the_state_behind_a_city_says_where_it_lies(annotated: Annotate) -> None:
    doc = annotated(
        "Norwegian Foreign Minister Joe Doe met with Peruvian Foreign Minister Ana Roe in Leeds, U.K. on Monday."
    )
    city, state = (next(t for t in doc if t.text == word) for word in ("Leeds", "U.K."))
    assert (state.dep_, state.head) == ("appos", city)


def test_the_second_of_two_officials_is_none_of_the_first_one_s_name(annotated: Annotate) -> None:
    doc = annotated("Doe met with Ghanaian Foreign Minister Ana Roe and Malian Foreign Minister Max Moe in Accra.")
    first, second, demonym = (next(t for t in doc if t.text == word) for word in ("Roe", "Moe", "Malian"))
    assert (first.dep_, first.head.lower_) == ("pobj", "with")
    assert (second.dep_, second.head) == ("conj", first)
    assert second in demonym.ancestors


def test_the_last_of_a_list_has_no_clause_of_its_own(annotated: Annotate) -> None:
    doc = annotated("A trilateral meeting of Chad, Ghana, and Mali was held in Accra.")
    meeting, held, last = (next(t for t in doc if t.text == word) for word in ("meeting", "held", "Mali"))
    assert (held.dep_, meeting.dep_, meeting.head) == ("ROOT", "nsubjpass", held)
    assert last.dep_ == "conj"


def test_who_acts_in_a_city_is_not_its_name(annotated: Annotate) -> None:
    doc = annotated("In Oslo, Assistant Secretary Doe will attend the third Kenya-Norway Energy Security Dialogue.")
    assert next((t.dep_, t.head.text) for t in doc if t.text == "Doe") == ("nsubj", "attend")


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Roe spoke by phone with Kenyan President Joe Doe on Monday.", "with", "prep", "spoke"),
        ("Under Secretary Hooker and the Kenyan delegation reviewed progress.", "Hooker", "nsubj", "reviewed"),
        ("Under Secretary Hooker separately met with Minister Doe to talk.", "Under", "compound", "Secretary"),
        ("President Doe spoke today with President Gabriel Boric of Chile to discuss trade.", "Boric", "pobj", "with"),
        ("Roe spoke today with Prime Minister Ali al-Doe of Kenya to reaffirm their ties.", "Doe", "pobj", "with"),
        ("A memorandum on lithium between Chad and Mali was signed.", "between", "prep", "memorandum"),
        ("Chad keeps threatening the ships, including by firing missiles.", "by", "prep", "threatening"),
        ("Peruvian President Luis Paz Monday welcomed the deal reached by Chad.", "Paz", "nsubj", "welcomed"),
        ("Peruvian President Luis Paz Monday welcomed the deal reached by Chad.", "Monday", "npadvmod", "welcomed"),
        ("In moves seen as harsh, Lima has since imposed restrictions on fruit.", "restrictions", "dobj", "imposed"),
        ("The minister departs on July 2 for Kenya.", "for", "prep", "departs"),
        ("Chad and Mali agreed to expand cooperation on grain at a meeting in Oslo on Monday.", "at", "prep", "agreed"),
        ("Chad and Mali agreed to expand cooperation on grain at a meeting in Oslo on Monday.", "Monday", "pobj", "on"),
        ("Danish Prime Minister Ana Roe called Kenyan President Joe Doe on Monday.", "Doe", "dobj", "called"),
        (
            "In the presence of President Doe of Chad and President Roe of Mali, a memorandum was signed on Monday.",
            "memorandum",
            "nsubjpass",
            "signed",
        ),
    ],
)
def test_phrases_hang_where_they_belong(annotated: Annotate, text: str, word: str, dep: str, head: str) -> None:
    assert next((t.dep_, t.head.text) for t in annotated(text) if t.text == word) == (dep, head)


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Chad and Mali agreed to sign the pact at a summit in Oslo.", "at", "sign"),
        ("Ties between Chad and Mali grew.", "between", "Ties"),
        ("Doe thanked Chad for its help, including by sending tents.", "by", "including"),
        ("The trade in grain between Chad and Mali grew.", "between", "grain"),
    ],
)
def test_phrases_stay(annotated: Annotate, text: str, word: str, head: str) -> None:
    assert next(t.head.text for t in annotated(text) if t.text == word) == head


def test_who_is_met_behind_an_honour() -> None:
    read = spacy.tokens.Doc(
        Vocab(),
        ["They", "met", "His", "Highness", "President", "Doe", "."],
        heads=[1, 1, 3, 1, 5, 3, 1],
        deps=["nsubj", "ROOT", "poss", "dobj", "compound", "appos", "punct"],
        pos=["PRON", "VERB", "PRON", "PROPN", "PROPN", "PROPN", "PUNCT"],
    )
    doc = Doc.of(read)
    courtesies.mend(doc[3])
    assert [(token.text, token.dep_, token.head.text) for token in doc[3:6]] == [
        ("Highness", "compound", "Doe"),
        ("President", "compound", "Doe"),
        ("Doe", "dobj", "met"),
    ]
