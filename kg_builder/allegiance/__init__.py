"""Whose official somebody is: every way to tell it, the surest first.

A way is a function of the `Context` (what the article tells, and who is settled), a person, and one of the offices that
the text gives this person. It answers with the state or organization, or with None, and leaves the question to the
next. To add one, write the function in the module of its kind and set it in `WAYS`.
"""

from collections.abc import Callable
from pathlib import Path

from kg_builder.allegiance.candidates import candidates, is_possible
from kg_builder.allegiance.context import Context
from kg_builder.allegiance.cues import by_cues
from kg_builder.allegiance.delegations import by_delegation
from kg_builder.allegiance.home_leaders import by_administration, by_precedence
from kg_builder.allegiance.leaders import by_renown, recognize, retire
from kg_builder.allegiance.origin import issuer
from kg_builder.allegiance.others import by_colleague, by_other_side, by_post, by_relation, by_superior, related
from kg_builder.allegiance.outright import by_phrase, by_possessor, by_title
from kg_builder.allegiance.venues import by_venue
from kg_builder.appointments import Appointment
from kg_builder.model import Entity
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.persons import Named, fullness

__all__ = ["WAYS", "Way", "issuer", "settle"]

Way = Callable[[Context, Named, Appointment], Entity | None]

#: What the article says itself goes before what every reader knows, and that before what the article only suggests.
WAYS: tuple[Way, ...] = (
    # Said of the person, the closest to the office before all.
    by_phrase,
    by_possessor,
    by_title,
    # Said by way of another person, of whom it is known.
    by_relation,
    by_superior,
    by_post,
    by_colleague,
    by_other_side,
    by_delegation,
    # General knowledge: it sets right no word of the article, only its silence.
    by_renown,
    # Suggested: by the publisher's own leaders, by where they are met, and last by what all the rest speaks for.
    by_administration,
    by_precedence,
    by_venue,
    by_cues,
)


def settle(words: Words, people: list[Named], phrases: list[Office], overlay: Path | None) -> None:
    """Gives each person ``held``, the office and whose it is; it stays None where nobody knows.

    A way is asked of everybody before the next. Whom it settles tells of others, so then the surest is asked again.
    """
    context = Context(words, people, phrases, overlay)
    for person in people:
        recognize(context, person)
        retire(context, person)
    while any(_settled(context, way) for way in WAYS):
        pass


def _settled(context: Context, way: Way) -> int:
    """How many persons the way settles."""
    return sum(_is_settled(context, person, way) for person in _fewest_first(context))


def _fewest_first(context: Context) -> list[Named]:
    """Those with the fewest possible states first, so that each answer narrows the others."""
    return sorted(context.open(), key=lambda person: len(candidates(context, person.fullest().office)))


def _is_settled(context: Context, person: Named, way: Way) -> bool:
    for one in person.surest():
        of = way(context, person, one)
        if of is not None:
            told = one if one.is_relative else _best(person, one, of)
            context.hold(person, told, of, related(context, person, one))
            return True
    return False


def _best(person: Named, one: Appointment, of: Entity) -> Appointment:
    """The fullest of the person's offices that can be of this state."""
    fitting = [a for a in person.appointments if not a.is_relative and a.of in {None, of} and is_possible(a.office, of)]
    return min(fitting, key=fullness, default=one)
