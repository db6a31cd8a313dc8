"""Whether a capital or a seat of government stands for the government or is only a place.

"Tokyo and Seoul agreed" and "pressure on Beijing" name governments; "met in Tokyo", "flew to Beijing" and
"Tokyo's Nihon University" name places. What decides is the grammatical function of the name.
"""

import re

from kg_builder.lexicons import Lexicon
from kg_builder.tokens import Span, Token

_IN = {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "through", "within", "off", "into"}
_TOWARDS = {"to", "from", "for", "between", "toward", "towards", "via", "over", "of"}
_DATELINE = re.compile(r"[^\n.]{0,30}?(?:\([^)\n]{2,30}\))?\s*(?:—|–|--|-|\]|:)\s+\S")
_NAMED = {"ORG", "FAC", "PERSON", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}


class Capitals(Lexicon):
    """The words whose company decides (lemmas, lower case)."""

    visited: frozenset[str]
    motion: frozenset[str]
    government_nouns: frozenset[str]
    government_in: frozenset[str]
    places: frozenset[str]
    place_participles: frozenset[str]
    located: frozenset[str]


#: Before a city they are part of a surname.
_PARTICLES = {"de", "la", "del", "di", "da", "van", "von"}


def stands_for_government(name: Span, words: Capitals, *, seat: bool = False) -> bool:
    """Whether the text means the government; a ``seat`` ("Kremlin") is one even before a noun ("Kremlin aides")."""
    if _is_dateline(name) or _is_located_by_apposition(name):
        return False
    if not seat and _is_in_longer_name(name):
        return False
    return _acts(name.root, words, seat=seat, depth=0)


def _is_dateline(name: Span) -> bool:
    text = name.doc.text
    line = text.rfind("\n", 0, name.start_char) + 1
    return not text[line : name.start_char].strip("[( \t") and bool(_DATELINE.match(text, name.end_char))


def _is_located_by_apposition(name: Span) -> bool:
    """ "Geneva, Switzerland", "Washington, D.C.", "the capital, Tokyo"."""
    doc = name.doc
    follows = doc[name.end : name.end + 3]
    if name.text.endswith(("D.C.", "DC")):
        return True
    if len(follows) < 2 or follows[0].text != ",":
        return False
    return follows[1].lower_ in {"d.c.", "dc", "d.c"} or (
        follows[1].ent_type_ == "GPE"
        and follows[1].dep_ == "appos"
        and (len(follows) == 2 or follows[2].text in {",", "."})
        and not name.root.conjuncts
    )


def _is_in_longer_name(name: Span) -> bool:
    """ "Tokyo University", "Greater London", "Miguel de la Madrid": compounds of names, or so says the model."""
    root = name.root
    if root.dep_ == "compound" and root.head.i >= name.end and root.head.text[:1].isupper() and not _hyphenated(name):
        return root.head.pos_ in {"PROPN", "NOUN"}
    before = [child for child in root.children if child.dep_ == "compound" and child.i == name.start - 1]
    named = any(child.text[:1].isupper() or child.lower_ in _PARTICLES for child in before)
    if named and not _hyphenated(name):
        return True
    around = [e for e in name.sent.ents if e.start <= name.start and e.end >= name.end]
    return any(entity.label_ in _NAMED and len(entity) > len(name) + 1 for entity in around)


def _hyphenated(name: Span) -> bool:
    doc = name.doc
    sides = [doc[i].text[:1] for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    return any(sign in {"-", "–", "/"} for sign in sides)


def _acts(token: Token, words: Capitals, *, seat: bool, depth: int) -> bool:
    head, dep = token.head, token.dep_
    for clause in token.children:
        if clause.dep_ == "relcl":  # "Ankara, which has mediated"; "Ankara, where they met"
            return any(child.lower_ == "which" and child.dep_ == "nsubj" for child in clause.children)
    if depth > 8 or head is token:
        return False
    if dep in {"conj", "appos"}:
        return head.pos_ == "PROPN" and _acts(head, words, seat=seat, depth=depth + 1)
    if dep in {"nsubj", "nsubjpass", "csubj"}:
        return not _is_scene(token, words)
    if dep in {"dobj", "dative"}:
        return head.lemma_.lower() not in words.visited
    if dep == "poss":
        common = head.pos_ == "NOUN" or head.text.islower()
        return common and head.lemma_.lower() not in words.places and head.lower_ not in words.places
    if dep == "pobj":
        return _acts_behind(head, words)
    if _is_listed_before_subject(token):
        return True
    if dep in {"compound", "nmod", "amod", "npadvmod", "nummod", "advmod"}:
        return _acts_before(token, words, seat=seat, depth=depth)
    return False


def _is_listed_before_subject(token: Token) -> bool:
    """ "Seoul, Washington hold talks": in a headline a comma stands for "and"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    if token.head.pos_ != "VERB" or len(behind) < 2:
        return False
    return behind[0].text == "," and behind[1].dep_ == "nsubj" and behind[1].ent_type_ == "GPE"


def _is_scene(token: Token, words: Capitals) -> bool:
    """The subject of lying somewhere, of being hit, or of being what a place is."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_.lower() in words.visited | words.located
    if verb.lemma_ == "be":
        return any(child.dep_ == "attr" and child.lemma_.lower() in words.places for child in verb.children)
    return verb.lemma_.lower() in words.located


def _acts_behind(preposition: Token, words: Capitals) -> bool:
    governor = preposition.head
    while governor.dep_ == "prep":
        governor = governor.head
    lemma, kind = governor.lemma_.lower(), preposition.lower_
    if kind in _IN:
        return kind == "in" and lemma in words.government_in
    if kind == "of":
        return lemma not in words.places and governor.pos_ != "PROPN"
    if kind in _TOWARDS:
        objects = {child.lemma_.lower() for child in governor.children if child.dep_ == "dobj"}
        return not ({lemma} | objects) & words.motion and lemma not in words.places
    return True


def _acts_before(token: Token, words: Capitals, *, seat: bool, depth: int) -> bool:
    """Before a noun or participle: "Tokyo policymakers", "Moscow-backed", "Washington-Beijing ties"."""
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and following[0].text in {"-", "–"}:
        joined = following[1]
        if joined.tag_ in {"VBN", "VBD", "JJ", "NN", "VBG"} and joined.text.islower():
            return joined.lemma_.lower() not in words.place_participles and joined.lower_ not in words.place_participles
    head = token.head
    if head.ent_type_ == "GPE" and head.pos_ == "PROPN" and head.dep_ != token.dep_:
        return _acts(head, words, seat=seat, depth=depth + 1)
    if head.dep_ == "compound" and head.pos_ == "PROPN":
        return _acts(head, words, seat=seat, depth=depth + 1)
    return seat or head.lemma_.lower() in words.government_nouns
