"""The component ``people``: the persons of a Doc, every mention of their names, and the offices they hold.

Sets ``doc._.people``. Runs behind the model's tagger, parser and entities and behind ``mentions``.
"""

from dataclasses import dataclass
from pathlib import Path

from kg_builder import office_words
from kg_builder.allegiance import issuer
from kg_builder.appointments import Pairing
from kg_builder.introductions import introduce
from kg_builder.model import Tenure
from kg_builder.name_spans import NameReader, Span
from kg_builder.office_phrases import offices
from kg_builder.office_words import Words
from kg_builder.persons import name_of, persons
from kg_builder.seats import seats
from kg_builder.tenures import tenures
from kg_builder.tokens import Doc


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the text names. ``mentions`` are token ranges ``[start, end)`` of the name without titles."""

    name: str
    mentions: tuple[Span, ...]
    tenure: Tenure | None


class People:
    """The component. ``overlay`` is the folder of a user's own lexicons."""

    def __init__(self, overlay: Path | None) -> None:
        self._overlay = overlay
        self._lexicon = office_words.read(overlay)

    def __call__(self, doc: Doc) -> Doc:
        words = Words(doc, self._lexicon, issuer(doc._.article, self._overlay), self._overlay)
        names = NameReader(words)
        phrases = list(offices(words))
        pairing = Pairing(words, names, phrases)
        appointments = [*pairing.appointments(), *seats(pairing)]
        known = persons(words, names, appointments)
        introduce(words, known, phrases)
        held = tenures(words, known, phrases, self._overlay)
        doc._.people = tuple(
            Person(name_of(words, person), tuple(person.spans), tenure)
            for person, tenure in zip(known, held, strict=True)
        )
        _clear_surnames(doc)
        return doc


def _clear_surnames(doc: Doc) -> None:
    """ "Deputy Attorney General Lisa *Monaco*" names no state; "Saint Lucia" may look like a person."""
    at = doc._.mention_at
    spans = [span for person in doc._.people for span in person.mentions]
    behind = {at[i] for start, end in spans for i in range(start + 1, end) if i in at and at[i] != at.get(start)}
    named = {mention for mention in behind if mention.entity.kind == "state"}
    if named:
        doc._.mentions = tuple(mention for mention in doc._.mentions if mention not in named)
        doc._.mention_at = {i: mention for i, mention in at.items() if mention not in named}
