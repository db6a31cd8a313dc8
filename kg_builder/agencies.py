"""Which national bodies a text names, and whose they are."""

from functools import cache
from pathlib import Path

from kg_builder import lexicons
from kg_builder.gazetteer import Gazetteer, entity_of
from kg_builder.model import Entity
from kg_builder.tokens import Doc

_POSSESSIVE = {"'s", "’s", "'", "’"}
_OWNER = 3  #: words behind the name of an agency in which whose it is may stand


class Agencies(lexicons.Lexicon):
    """``data/lexicons/agencies.yaml``: names by alpha-3 code of the state, or by the organization."""

    agencies: dict[str, tuple[str, ...]]
    home_agencies: dict[str, tuple[str, ...]]


def read(overlay: Path | None) -> Agencies:
    """The shipped names, with the user's."""
    known: Agencies = lexicons.read("agencies", Agencies, overlay)
    return known


@cache
def gazetteer(overlay: Path | None) -> Gazetteer[Entity]:
    """Whose each body is."""
    known: Gazetteer[Entity] = Gazetteer()
    for code, names in read(overlay).agencies.items():
        for name in names:
            known.add(name, entity_of(code))
    return known


def named(doc: Doc, known: Gazetteer[Entity]) -> dict[int, Entity]:
    """Token index -> state whose national body is named there; needs ``doc._.mention_at``."""
    found: dict[int, Entity] = {}
    for hit in known.find(doc.text):
        span = doc.char_span(hit.start, hit.end)
        if span is not None:
            owner = _owner(doc, span.end) or _possessor(doc, span.start) or hit.value
            found.update((token.i, owner) for token in span)
    return found


def _owner(doc: Doc, end: int) -> Entity | None:
    """ "The Department of Energy *of Fiji*" is of no other state that has one of that name."""
    behind = [t for t in doc[end : end + _OWNER] if t.lower_ != "the"]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return None
    mention = doc._.mention_at.get(behind[1].i)
    return mention.entity if mention is not None and mention.entity.kind == "state" else None


def _possessor(doc: Doc, start: int) -> Entity | None:
    """ "The *Philippine* Coast Guard", "*Norway's* National Security Council": no other state's."""
    before = [t for t in doc[max(0, start - 2) : start] if t.lower_ not in _POSSESSIVE]
    mention = doc._.mention_at.get(before[-1].i) if before else None
    return mention.entity if mention is not None and mention.entity.kind == "state" else None
