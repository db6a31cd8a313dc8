"""Whose somebody is as a member of a delegation: "The *Mexican* delegation included Secretary A; General B; and C"."""

from kg_builder.allegiance.candidates import is_possible
from kg_builder.allegiance.context import Context
from kg_builder.appointments import Appointment
from kg_builder.model import Entity
from kg_builder.persons import Named

_BEFORE = 6  #: words before the delegation in which it is told whose it is
_BEHIND = 6  #: and behind it
_ENDS = {".", "?", "!", "\n", "\n\n"}  #: not where the parser ends a sentence, which is at each semicolon
_FINITE = {"VBD", "VBZ", "VBP", "MD"}  #: behind one of these somebody does something else


def by_delegation(context: Context, person: Named, one: Appointment) -> Entity | None:
    """Of the delegation that the sentence told last, and says to consist of those behind."""
    words, office = context.words, one.office
    if context.depends(one) or office.foreign:
        return None
    start = next((i + 1 for i in range(office.left - 1, -1, -1) if words.doc[i].text in _ENDS), 0)
    told = [i for i in range(start, office.left) if words.at(i) in words.lexicon.delegations]
    lists = [i for i in range(told[-1], office.left) if words.at(i) in words.lexicon.consisting] if told else []
    if not lists or any(words.doc[i].tag_ in _FINITE for i in range(lists[-1] + 1, office.left)):
        return None
    of = _sent_by(context, told[-1], start)
    return of if of is not None and is_possible(office, of) else None


def _sent_by(context: Context, delegation: int, start: int) -> Entity | None:
    """ "The *Mexican* delegation", "*Doe's* high-level delegation", "the delegation of *Peru*"."""
    words = context.words
    for i in range(delegation - 1, max(start, delegation - _BEFORE) - 1, -1):
        if i in words.owners:
            return words.owners[i].entity
        if i in context.spots:
            return context.spots[i]
    for i in range(delegation + 1, min(delegation + _BEHIND, len(words.lower))):
        if words.at(i) in words.lexicon.consisting:
            return None
        if i in words.owners:
            return words.owners[i].entity
    return None
