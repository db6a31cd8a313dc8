"""Where a traveller is while a paragraph goes on: "*In Guyana*, Roe met Doe. *She also met* Poe, and signed ...".

Needs ``doc._.referents``. Looked for in the paragraph alone, for the person who is told to be there.
"""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.tokens import Span, Token
from kg_builder.toponyms import is_place

_OPENING = {"in", "at", "while", "then", "and", ",", "also"}
_PAST = {"VBD", "VBZ", "VBP"}


def at(verb: Token) -> Token | None:
    """The place with which an earlier sentence of the paragraph begins, where whoever acts here acted there."""
    main = syntax.governing_verb(verb) if verb.pos_ not in {"VERB", "AUX"} else verb
    actors = set(_persons(main)) if main is not None else set()
    if not actors:
        return None
    for sentence in _before(verb):
        place = _opening(sentence)
        if place is not None:
            return place if actors & set(_persons(sentence.root)) else None
    return None


def _before(token: Token) -> Iterator[Span]:
    """The sentences of the paragraph before that of the token, nearest first."""
    doc, start = token.doc, token.sent.start
    while start > 0 and "\n" not in doc[start - 1].text:
        sentence = doc[start - 1].sent
        yield sentence
        start = sentence.start


def _opening(sentence: Span) -> Token | None:
    """The place told before the subject of the main verb: "In Guyana, ...", "While in Peru, ..."."""
    subjects = syntax.subjects(sentence.root)
    first = min((s.i for s in subjects), default=sentence.start)
    for token in sentence.doc[sentence.start : first]:
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"} and is_place(token):
            words = {t.lower_ for t in sentence.doc[sentence.start : token.head.i + 1]}
            return token if words <= _OPENING else None
    return None


def _persons(verb: Token) -> tuple[object, ...]:
    """The officials who do what the verb tells, or what it is done in doing ("met Roe *to discuss*")."""
    while verb.dep_ in {"xcomp", "advcl", "conj"} and not syntax.subjects(verb) and verb.head is not verb:
        verb = verb.head
    return tuple(verb.doc._.referents.all(syntax.subjects(verb)).officials) if verb.tag_ in _PAST else ()
