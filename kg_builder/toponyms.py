"""Which token heads the name of a place, and the name as the article writes it."""

import re

from kg_builder import syntax
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Span, Token

_LONGEST_SEAT = 4  #: words of a capital's name
_PLACES = {"GPE", "FAC", "LOC"}


#: "In *E.O.* 13224": an abbreviation that stands for no state.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


def is_place(token: Token) -> bool:
    """Whether the token heads the name or the description of a city, state, region or building."""
    return _named(token) is not None or _capital(token) is not None


def words(token: Token) -> str:
    """The place that the token heads, as the article writes it, without an article before it; a capital by its name."""
    named = _named(token)
    return _spelled(named) if named is not None else _capital(token) or token.text


def _named(token: Token) -> Token | None:
    """The token if it heads a name of a place, or the name behind it: "the city of Oslo", "the capital, Oslo"."""
    mention = token.doc._.mention_at.get(token.i)
    if mention is not None:
        named = mention.entity.kind == "state" and mention.form in {"name", "capital", "abbreviation"}
        return token if named else None
    if is_numbered(token) or _INITIALS.fullmatch(token.text):
        return None
    if _seat(token) is not None or token.ent_type_ in {"GPE", "FAC"}:
        return token
    if token.ent_type_ == "LOC" and not _is_continent(token):
        return token
    if _is_landmark(token) or _is_in_state(token):
        return token
    if token.pos_ == "PROPN" and syntax.lemma(token) in lexicon(token.doc).buildings:
        return token if is_building(token) else None
    if syntax.lemma(token) not in lexicon(token.doc).settlements:
        return None
    behind = [*syntax.after(token, "of"), *(c for c in token.children if c.dep_ == "appos")]
    return next((t for t in behind if t.ent_type_ == "GPE"), None)


def _is_continent(token: Token) -> bool:
    """ "Peace in *the Middle East*" is spoken of there and everywhere; one travels "*to* the Middle East"."""
    return token.lower_ in lexicon(token.doc).continents and token.head.lower_ != "to"


def is_building(token: Token) -> bool:
    """ "The White *House*"."""
    named = token.pos_ == "PROPN" and syntax.lemma(token) in lexicon(token.doc).buildings
    return named and any(c.dep_ == "compound" for c in token.children)


def _is_landmark(token: Token) -> bool:
    """ "At *the Kremlin*": one word names the building."""
    there = token.dep_ == "pobj" and token.head.lower_ in {"at", "in"}
    return there and token.is_title and token.lower_ in lexicon(token.doc).landmarks


def _is_in_state(token: Token) -> bool:
    """ "To *Barranquilla*, Colombia": what stands before its state is a city, whatever the model takes it for."""
    behind = token.doc[token.i + 1 : token.i + 4]
    name = token.pos_ == "PROPN" and token.ent_type_ in {"", *_PLACES}  # "in *January*, Peru", "to *Congress*, Peru"
    if not name or token.dep_ != "pobj" or len(behind) < 2 or behind[0].text != ",":
        return False
    head = behind[1].head if behind[1].dep_ == "compound" else behind[1]
    state = token.doc._.mention_at.get(head.i)
    named = state is not None and state.entity.kind == "state" and state.form == "name"
    return named and head.dep_ == "appos" and behind[-1].lower_ not in {"'s", "and", "'"}


def _seat(token: Token) -> Span | None:
    """The capital whose name ends with the token, whatever the model takes it for: "in *Santo Domingo*"."""
    doc = token.doc
    for start in range(max(token.sent.start, token.i - _LONGEST_SEAT + 1), token.i + 1):
        if doc[start : token.i + 1].text in doc._.referents.seats:
            return doc[start : token.i + 1]
    return None


def is_numbered(token: Token) -> bool:
    """ "COP30", "G20": an occasion or forum, whatever the model takes it for."""
    return token.pos_ == "PROPN" and any(sign.isdigit() for sign in token.text)


def _capital(token: Token) -> str | None:
    """The city that "the Chilean capital" is."""
    if syntax.lemma(token) not in lexicon(token.doc).capitals:
        return None
    referents = token.doc._.referents
    states = [party.id for party in referents.beside(token).parties if party.kind == "state"]
    seats = [city for city, code in referents.seats.items() if [code] == states]
    return seats[0] if seats else None


def _spelled(token: Token) -> str:
    doc = token.doc
    start, end = token.i, token.i + 1
    for span in (e for e in doc.ents if e.start <= token.i < e.end and e.label_ in _PLACES):
        start, end = span.start, span.end
    mention = doc._.mention_at.get(token.i)
    named = doc.char_span(mention.start, mention.end) if mention is not None else _seat(token)
    if named is not None:
        start, end = min(start, named.start), max(end, named.end)
    if end - start == 1 and token.ent_type_ not in _PLACES and mention is None:  # a building by its last word
        start = min(t.i for t in _compounded(token))
    occasions = lexicon(doc).occasions  # "the Oslo Summit", taken for one name
    end = next((t.i for t in doc[token.i + 1 : end] if syntax.lemma(t) in occasions), end)
    if start > token.sent.start and doc[start - 1].lower_ in lexicon(doc).directions:
        start -= 1
    if doc[end : end + 2].text.startswith((", D.C", ", DC")):  # "Washington, D.C." is one name
        end += 2
    article = doc._.article
    text = article.text if article else doc.text
    name = " ".join(text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])].split())  # lines may break in it
    return _as_elsewhere(name if name in doc._.referents.seats else re.sub(r"^[Tt]he ", "", name), token)


def _compounded(token: Token) -> list[Token]:
    """ "United States Naval *Academy*": the name with all that stands before it."""
    return [token, *(t for c in token.children if c.dep_ == "compound" for t in _compounded(c))]


def _as_elsewhere(name: str, token: Token) -> str:
    """ "Nara City", where the text has "Nara" too; Mexico City is not Mexico."""
    short = name.removesuffix(" City")
    others = (
        e for e in token.doc.ents if e.text == short and e.label_ in _PLACES and e.start not in token.doc._.mention_at
    )
    return short if short != name and any(others) else name
