"""Legislators by their party and chamber: "represented in the Senate by Republican X"."""

from collections.abc import Iterator

from kg_builder.appointments import Appointment, Pairing
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.tokens import Token


def seats(pairing: Pairing) -> Iterator[Appointment]:
    """Of who bears no title besides; ``pairing`` has read the others."""
    words, lexicon = pairing.words, pairing.words.lexicon
    for i, word in enumerate(words.lower):
        if word not in lexicon.parties or not words.capital(i) or (end := pairing.names.read(i + 1)) == i + 1:
            continue
        chamber = _chamber(words, i)
        if chamber is None or end in pairing.titled:
            continue
        title = lexicon.head_at[(lexicon.party_seats[chamber.lower_],)]
        if title:
            office = Office(i, i + 1, title, i, i + 1, title.text)
            yield Appointment((i + 1, end), office, None, "incumbent", chamber.i, end, True)


def _chamber(words: Words, i: int) -> Token | None:
    """The chamber in which somebody is represented, before word ``i`` of its sentence."""
    sentence = words.doc[i].sent
    if "represented" not in words.lower[sentence.start : i]:
        return None
    return next((token for token in sentence if token.i < i and token.lower_ in words.lexicon.party_seats), None)
