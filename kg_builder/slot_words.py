"""The words that tell the slots of an event: where it happens, who says so, what it is about."""

from kg_builder import lexicons
from kg_builder.tokens import Doc


class SlotWords(lexicons.Lexicon):
    """``data/lexicons/slots.yaml``."""

    occasions: frozenset[str]
    exchanges: frozenset[str]
    appearances: frozenset[str]
    trips: frozenset[str]
    arriving: frozenset[str]
    hosting: frozenset[str]
    welcoming: frozenset[str]
    capitals: frozenset[str]
    settlements: frozenset[str]
    buildings: frozenset[str]
    landmarks: frozenset[str]
    continents: frozenset[str]
    convening: frozenset[str]
    wares: frozenset[str]
    works: frozenset[str]
    deals: frozenset[str]
    curbs: frozenset[str]
    taxes: frozenset[str]
    bars: frozenset[str]
    gifts: frozenset[str]
    flows: frozenset[str]
    holders: frozenset[str]
    users: frozenset[str]
    circumstances: frozenset[str]
    protecting: frozenset[str]
    blows: frozenset[str]
    crafts: frozenset[str]
    bodies: dict[str, str]
    stances: frozenset[str]
    attending: frozenset[str]
    consisting: frozenset[str]
    signing: frozenset[str]
    parties_to: frozenset[str]
    discussing: frozenset[str]
    themes: frozenset[str]
    figuring: frozenset[str]
    listing: frozenset[str]
    reporting: frozenset[str]
    named: frozenset[str]
    generic: frozenset[str]
    creating: frozenset[str]
    alleging: frozenset[str]
    planning: frozenset[str]
    others: frozenset[str]
    situations: frozenset[str]
    directions: frozenset[str]
    previous: frozenset[str]
    mere: frozenset[str]
    other: frozenset[str]
    swaps: frozenset[str]
    aims: dict[str, frozenset[str]]
    qualified: frozenset[str]
    remarks: frozenset[str]
    habitual: frozenset[str]
    moves: frozenset[str]
    momentary: frozenset[str]
    steps: frozenset[str]
    leaving: frozenset[str]
    pledging: frozenset[str]
    saying: frozenset[str]
    entering: frozenset[str]
    force: frozenset[str]
    beginning: frozenset[str]


def lexicon(doc: Doc) -> SlotWords:
    """The words of the slots for a Doc, overlaid with those of the folder ``doc._.lexicons``."""
    words: SlotWords = lexicons.read("slots", SlotWords, doc._.lexicons)
    return words
