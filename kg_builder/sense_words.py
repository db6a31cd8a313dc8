"""The words that tell which sense a trigger has: what the needs of frames look for beside it."""

from functools import cache
from pathlib import Path

from kg_builder import lexicons
from kg_builder.tokens import Doc


class SenseWords(lexicons.Lexicon):
    """``data/lexicons/senses.yaml``, whose comments say what each class holds."""

    armed: frozenset[str]
    operations: frozenset[str]
    helping: frozenset[str]
    bloodless: frozenset[str]
    verbal: frozenset[str]
    criticized: frozenset[str]
    wars: frozenset[str]
    turning: frozenset[str]
    changing: frozenset[str]
    policies: frozenset[str]
    intended: frozenset[str]
    upheld: frozenset[str]
    moral: frozenset[str]
    protected: frozenset[str]
    joint: frozenset[str]
    arms: frozenset[str]
    controlled: frozenset[str]
    defence: frozenset[str]
    hardware: frozenset[str]
    telephones: frozenset[str]
    spacecraft: frozenset[str]
    intents: frozenset[str]
    in_talks: frozenset[str]
    weighing: frozenset[str]
    sections: frozenset[str]
    bought: frozenset[str]
    aims: frozenset[str]
    restrictive: frozenset[str]
    sanctioned: frozenset[str]
    terms: frozenset[str]
    carrying: frozenset[str]
    conforming: frozenset[str]
    keeping: frozenset[str]
    networks: frozenset[str]
    dealing: frozenset[str]
    lowering: frozenset[str]
    deciding: frozenset[str]
    business: frozenset[str]
    errands: frozenset[str]
    frozen: frozenset[str]
    barring: frozenset[str]
    divesting: frozenset[str]
    sittings: frozenset[str]
    recurring: frozenset[str]
    further: frozenset[str]
    first: frozenset[str]
    going_on: frozenset[str]
    convened: frozenset[str]
    assembling: frozenset[str]
    urgent: frozenset[str]
    tying: frozenset[str]
    bonds: frozenset[str]
    courtesies: frozenset[str]
    undertakings: frozenset[str]
    shares: frozenset[str]
    missions: frozenset[str]
    allies: frozenset[str]
    closing: frozenset[str]
    counted: frozenset[str]
    wealth: frozenset[str]
    civil: frozenset[str]
    ties: frozenset[str]
    jointly: frozenset[str]
    bases: frozenset[str]
    candidates: frozenset[str]


@cache
def _lexicon(overlay: Path | None) -> SenseWords:
    words: SenseWords = lexicons.read("senses", SenseWords, overlay)
    return words


def lexicon(doc: Doc) -> SenseWords:
    """The words of the senses for a Doc, overlaid with those of the folder ``doc._.lexicons``."""
    return _lexicon(doc._.lexicons)
