"""Which office each person of a Doc holds, of whom, and in which words the text says so."""

from pathlib import Path

from kg_builder import allegiance
from kg_builder.appointments import Appointment
from kg_builder.model import Evidence, Official, Tenure
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.persons import Named, name_of


def tenures(words: Words, people: list[Named], phrases: list[Office], overlay: Path | None) -> list[Tenure | None]:
    """One per person, in order; None for who holds no office, or one of nobody knows whom."""
    allegiance.settle(words, people, phrases, overlay)
    return [_tenure(words, person) for person in people]


def _tenure(words: Words, person: Named) -> Tenure | None:
    held = person.held
    if held is None:
        return None
    official = Official(name_of(words, person), held.of)
    return Tenure(official, held.office.text, held.office_class, held.status, _evidence(words, held.appointment))


def _evidence(words: Words, appointment: Appointment) -> tuple[Evidence, ...]:
    """The office and the name in one stretch, or in two where the name stands in another sentence."""
    start, end = appointment.name
    told = _words_of(words, appointment.start, appointment.end)
    apart = start >= appointment.end or end <= appointment.start
    return (told, _words_of(words, start, end)) if apart else (told,)


def _words_of(words: Words, start: int, end: int) -> Evidence:
    span, article = words.doc[start:end], words.doc._.article
    text: str = article.text if article is not None else words.doc.text
    return Evidence(span.start_char, span.end_char, text[span.start_char : span.end_char])
