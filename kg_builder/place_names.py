"""Mends of the parse around names of places: "in Leeds, U.K." is one place, whomever one met there.

"Met Roe *in Leeds, U.K.*" is read as if the United Kingdom were said of Roe. Needs ``doc._.mention_at``.
"""

from kg_builder.model import Mention
from kg_builder.tokens import Doc, Token

_PLACED = {"in", "at", "to", "from", "near", "for", "outside", "through", "via"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_NAMED = {"name", "abbreviation"}


def mend(doc: Doc) -> Doc:
    """The Doc with its misread places corrected in place."""
    for token in doc:
        if token.text == ",":
            _state_behind_city(token)
        elif token.dep_ == "pobj" and token.ent_type_ == "PERSON":
            _person_behind_state(token)
    return doc


def _state_behind_city(comma: Token) -> None:
    """ "Leeds, *U.K.*" says of the city where it lies, wherever the parser hangs the state."""
    doc = comma.doc
    if comma.i == 0 or comma.i + 2 >= len(doc):
        return
    city, first = doc[comma.i - 1], doc[comma.i + 1]
    first = doc[first.i + 1] if first.lower_ == "the" else first
    mention = doc._.mention_at.get(first.i)
    if mention is None or mention.entity.kind != "state" or mention.form not in _NAMED or not _is_city(city):
        return
    name = doc.char_span(mention.start, mention.end)
    behind = doc[name.end] if name is not None and name.end < len(doc) else None
    if name is None or behind is None or behind.sent != city.sent or _goes_on(behind):
        return
    capital = doc._.mention_at.get(city.i)
    if capital is not None and capital.entity != mention.entity:
        return  # "officials from Oslo, Peru and Chile"
    if name.root.dep_ != "appos" or name.root.head != city:
        name.root.hang(city, "appos")


def _is_city(token: Token) -> bool:
    """The object of "in", "to" and the like that is no state itself."""
    mention: Mention | None = token.doc._.mention_at.get(token.i)
    known = mention is not None and mention.form != "capital"
    return not known and token.dep_ == "pobj" and token.head.lower_ in _PLACED and token.pos_ == "PROPN"


def _goes_on(behind: Token) -> bool:
    """ "In Oslo, *Norway and* Peru signed", "in Oslo, *Norway's* minister", "in Oslo, *Norway said*": it acts."""
    return behind.tag_ in _FINITE | {"POS", "CC", "NN", "NNS", "NNP", "HYPH"} or behind.text in {"-", "&"}


def _person_behind_state(person: Token) -> None:
    """ "Secretary of State of the United States of *America Joe Doe*, Minister Roe, and": nobody is called America."""
    part = next((c for c in person.children if c.dep_ == "compound"), None)
    mention = person.doc._.mention_at.get(part.i) if part is not None else None
    if part is None or mention is None or mention.entity.kind != "state" or mention.start == part.idx:
        return
    preposition = office = person.head
    while office.dep_ in {"prep", "pobj"}:
        office = office.head
    if preposition.i != part.i - 1 or office.pos_ != "PROPN" or office is preposition:
        return
    part.hang(preposition, "pobj")
    following = office.head
    if office.dep_ in {"nmod", "compound"} and following.i > person.i:  # the next of a list was taken for its owner
        person.hang(following.head, following.dep_)
        following.hang(person, "conj")
        for own in [c for c in following.children if c.i < part.i and c is not office]:
            own.hang(person, own.dep_)
    else:
        person.hang(following, office.dep_)
    office.hang(person, "nmod")
