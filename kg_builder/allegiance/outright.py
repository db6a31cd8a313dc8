"""Whose somebody is outright: by the office's own phrase, a possessor before the name, or the article's title."""

from kg_builder.allegiance import headline
from kg_builder.allegiance.context import Context
from kg_builder.allegiance.origin import UNION
from kg_builder.appointments import Appointment
from kg_builder.gazetteer import entities
from kg_builder.model import Entity
from kg_builder.persons import Named
from kg_builder.state_cues import StateCues

#: Bodies that send ambassadors of their own.
_SENDING = {"African Union", "Organization of American States"}


def by_phrase(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*Peru's* foreign minister, X", "Minister X of *Peru*"."""
    return None if one.is_relative or _is_accredited(context, one) else one.of


def _is_accredited(context: Context, one: Appointment) -> bool:
    """ "The U.N. ambassador, X": some state's, at the body; that of the Union is its own."""
    office = one.office
    body = one.of is not None and one.of.kind == "organization" and one.of.id not in UNION | _SENDING
    return body and office.title.text == "ambassador" and not office.dealing


def by_possessor(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*Germany's* X" anywhere in the text, for whom an office is told without its state."""
    owners = (StateCues(context.words).possessor(start) for start, _ in person.spans)
    return next((owner for owner in owners if owner is not None and owner.kind == "state"), None)


def by_title(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "Readout of the Meeting with President of *Egypt* X", above a text that names X without a state.

    Who speaks in a text, in the office that the title tells, is its publisher's.
    """
    article = context.words.doc._.article
    if article is None or not article.title:
        return None
    owner = headline.owner_of(person.words[-1], article.title, entities(context.overlay))
    *office, name = [word.casefold() for word in context.origin.speaker] or [""]
    speaks = name == person.words[-1] and not person.titles.isdisjoint({*office, " ".join(office)})
    return context.origin.publisher if owner is None and speaks else owner
