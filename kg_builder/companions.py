"""Who acts along with a subject: "Japan, *together with Norway*, ...", "*in coordination with* Peru"."""

from collections.abc import Iterable, Iterator

from kg_builder import syntax
from kg_builder.tokens import Token

_TOGETHER = {"together", "along", "jointly"}
_THEIRS = {"its", "their", "his", "her"}


def companions(verb: Token, subjects: Iterable[Token], concert: frozenset[str]) -> list[Token]:
    """Heads of the phrases that name further doers of the verb, in text order.

    ``concert`` are nouns for acting as one ("in *coordination* with"). A bare "with" names none: whom the act is done
    with is the frame's to say.
    """
    found: dict[int, Token] = {}
    for host in (verb, *subjects):
        for head in _along(host, concert):
            if not (host == verb and _is_of_object(head, verb)):
                found[head.i] = head
    return [found[i] for i in sorted(found)]


def _is_of_object(head: Token, verb: Token) -> bool:
    """ "Sanctioned two banks along with *their owners*": what is the object's own shares its lot."""
    owned = any(c.dep_ == "poss" and c.lower_ in _THEIRS for c in head.children)
    return owned and any(o.i < head.i for o in verb.children if o.dep_ == "dobj")


def joined(verb: Token) -> list[Token]:
    """ "Japan joined *Norway and Mali* in condemning": whom the subject of the participle acts with."""
    preposition = verb.head
    if verb.dep_ != "pcomp" or preposition.lower_ != "in" or preposition.head.lemma_ != "join":
        return []
    return syntax.objects(preposition.head)


def _along(host: Token, concert: frozenset[str]) -> Iterator[Token]:
    for child in host.children:
        if child.dep_ == "acl" and child.lemma_ == "join":
            yield from syntax.after(child, "by")
        if child.dep_ not in {"prep", "advmod"}:
            continue
        if child.lower_ == "alongside" or (child.lower_ == "with" and _is_together(child)):
            yield from _objects(child)
        elif child.lower_ in _TOGETHER:
            yield from syntax.after(child, "with")
        elif child.lower_ == "in":
            for noun in _objects(child):
                if syntax.lemma(noun) in concert:
                    yield from syntax.after(noun, "with")


def _is_together(preposition: Token) -> bool:
    before = preposition.doc[preposition.i - 1] if preposition.i else None
    return before is not None and before.lower_ in _TOGETHER


def _objects(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ == "pobj"]
