"""Whose a leader is whom a text that a state publishes presents as its own: by its administration, or named first."""

from collections.abc import Iterator

from kg_builder.allegiance.candidates import is_possible
from kg_builder.allegiance.context import SINGLE, Context
from kg_builder.appointments import Appointment
from kg_builder.model import Entity
from kg_builder.persons import Named


def by_administration(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "President Doe", "Vice President Fall" beside "the *Doe-Fall Administration*"."""
    words, home = context.words, _vacant(context, one)
    if home is None or one.office.title.head.kind != "ruler" or not is_possible(one.office, home):
        return None
    ends = [i for i, word in enumerate(words.lower) if word == "administration" and words.capital(i)]
    lasts = [words.before(i) for i in ends]
    names = {words.at(i) for last in lasts for i in (last, words.before(last)) if words.capital(i)}
    return home if person.words[-1] in names else None


def by_precedence(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*President Doe* and President Vega agreed": in a text that a state publishes its own president comes first."""
    home = _vacant(context, one)
    if home is None or context.class_of(one.office, home) not in SINGLE:
        return None
    ends = {end for _, end in person.spans}
    seconds = (two for other in context.people if other is not person and other.held is None for two in _titled(other))
    first_of = (_first_of(context, two) for two in seconds if two.office.text == one.office.text)
    return home if any(end in ends and not _is_met(context, end) for end in first_of) else None


def _first_of(context: Context, second: Appointment) -> int:
    """The end of the name in "*X* and President Y"; -1 where it is not so joined."""
    words = context.words
    i = words.before(second.office.left)
    return words.before(i) + 1 if words.at(i) == "and" else -1


def _vacant(context: Context, one: Appointment) -> Entity | None:
    """The publisher, if nobody else is known to hold this office of it."""
    home = context.origin.publisher
    if home is None or not one.titled or not (home.kind == "state" or context.origin.is_presided):
        return None
    return None if (context.class_of(one.office, home), home) in context.taken else home


def _titled(person: Named) -> Iterator[Appointment]:
    return (one for one in person.appointments if one.titled)


def _is_met(context: Context, end: int) -> bool:
    """Whether the name that ends there is of one with whom somebody "met": none of both is at home, most likely."""
    words = context.words
    here = [one for person in context.people for one in _titled(person) if one.name[1] == end]
    i = words.before(here[0].office.left) if here else -1
    return words.at(i) == "with" and words.at(words.before(i)) in words.lexicon.meeting
