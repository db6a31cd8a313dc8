"""The words by which the parse is read and mended: verbs that share their subjects, documents that say something."""

from kg_builder import lexicons
from kg_builder.tokens import Doc


class ParseWords(lexicons.Lexicon):
    """``data/lexicons/parsing.yaml``, whose comments say what each class holds."""

    object_control: frozenset[str]
    asking: frozenset[str]
    calling_upon: frozenset[str]
    binding: frozenset[str]
    wishing: frozenset[str]
    stative: frozenset[str]
    felt: frozenset[str]
    calling: frozenset[str]
    judging: frozenset[str]
    proposed: frozenset[str]
    issuing: frozenset[str]
    documents: frozenset[str]
    letters: frozenset[str]
    addressing: frozenset[str]
    before_bare: frozenset[str]
    transitive: frozenset[str]
    third_persons: frozenset[str]
    titles: frozenset[str]
    demanding: frozenset[str]
    giving: frozenset[str]
    resolving: frozenset[str]
    scheduling: frozenset[str]
    spoken: frozenset[str]
    saying: frozenset[str]
    appearances: frozenset[str]
    telephones: frozenset[str]
    timing: frozenset[str]
    telephoning: frozenset[str]
    people: frozenset[str]
    sitting: frozenset[str]
    offices: frozenset[str]


def lexicon(doc: Doc) -> ParseWords:
    """The words of the parse for a Doc, overlaid with those of the folder ``doc._.lexicons``."""
    words: ParseWords = lexicons.read("parsing", ParseWords, doc._.lexicons)
    return words
