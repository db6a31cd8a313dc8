"""The words that tell who takes part in what a trigger tells, and in which role."""

from kg_builder import lexicons
from kg_builder.tokens import Doc


class RolesLexicon(lexicons.Lexicon):
    """``data/lexicons/roles.yaml``."""

    objects: dict[str, frozenset[str]]
    restrictions: frozenset[str]
    end_use: frozenset[str]
    counting: frozenset[str]
    undertaking: frozenset[str]
    statehood: frozenset[str]
    sport: frozenset[str]
    instruments: frozenset[str]
    negative: frozenset[str]
    positive: frozenset[str]
    trading: frozenset[str]
    documents: frozenset[str]
    enactments: frozenset[str]
    forums: frozenset[str]
    seated: frozenset[str]
    frameworks: frozenset[str]
    concert: frozenset[str]
    issued: frozenset[str]
    answers: frozenset[str]
    answering: frozenset[str]
    issuing: frozenset[str]
    minds: frozenset[str]
    journeys: frozenset[str]
    favours: frozenset[str]
    blows: frozenset[str]
    attacks: frozenset[str]
    deals: frozenset[str]
    concluding: frozenset[str]
    truces: frozenset[str]
    happening: frozenset[str]
    parts: frozenset[str]
    equipping: frozenset[str]
    enduring: frozenset[str]
    cases: frozenset[str]
    talks: frozenset[str]
    announcing: frozenset[str]
    binding: frozenset[str]
    bearing: frozenset[str]
    irregulars: frozenset[str]
    demands: frozenset[str]
    given: frozenset[str]
    retaliatory: frozenset[str]
    lists: frozenset[str]
    banning: frozenset[str]
    imposing: frozenset[str]
    getting: frozenset[str]
    qualifying: frozenset[str]
    posted: frozenset[str]
    moves: frozenset[str]
    echoing: frozenset[str]
    facing: frozenset[str]
    consequences: frozenset[str]
    dear: frozenset[str]
    whoever: frozenset[str]
    being: frozenset[str]
    reporting: frozenset[str]
    mourning: frozenset[str]
    bound: frozenset[str]
    owned: frozenset[str]
    backing: frozenset[str]


def lexicon(doc: Doc) -> RolesLexicon:
    """The words of the roles for a Doc, overlaid with those of the folder ``doc._.lexicons``."""
    words: RolesLexicon = lexicons.read("roles", RolesLexicon, doc._.lexicons)
    return words
