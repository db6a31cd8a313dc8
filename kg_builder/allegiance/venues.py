"""Whose official is met where a sentence is set: "In Y, Mr. X met with President Z", "X travelled to Y. He met ...".

Who is met abroad is the host's, if nothing else is said, whoever publishes the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg_builder.allegiance.candidates import TAKEN, against, defaults, is_of_region, is_possible
from kg_builder.allegiance.context import Context
from kg_builder.appointments import Appointment
from kg_builder.model import Entity
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.persons import Named

_FAR = 7  #: sentences before in which a journey still sets the scene
_NEAR = 8  #: words behind the verb of a journey in which its goal stands
_NAMES = {"name", "abbreviation", "capital"}
_APART = {"who", "which", "that", "where", ";", "after", "before", "as", "because"}
_TRAVELLERS = {"he", "she", "they", "his", "her", "their", "delegation", "also"}


def by_venue(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "In *Y*, Mr. X met with President Z": Z is of Y, if Y can have the office and nobody holds it there."""
    office = one.office
    if context.depends(one) or is_of_region(context, office):
        return None
    host = _Venue(context, office).host()
    return host if host is not None and _is_hosts(context, office, host) else None


def _is_hosts(context: Context, office: Office, host: Entity) -> bool:
    """Whether the office can be that of the state where its holder is met; ambassadors are met there too."""
    head = office.title.head
    told = head.kind in {"ruler", "minister"} or (head.kind == "fixed" and head.office_class == "official")
    named = host in context.order or host == context.origin.destination
    possible = is_possible(office, host) and not defaults(context, office)
    return told and named and possible and against(context, office, host) < TAKEN


@dataclass(frozen=True, slots=True)
class _Venue:
    """Where one sentence is set, in which an office is told."""

    context: Context
    office: Office

    @property
    def words(self) -> Words:
        return self.context.words

    def host(self) -> Entity | None:
        """The one state where somebody meets the holder; None where several are named, or a gathering."""
        office, destination = self.office, self.context.origin.destination
        sentence = self.words.doc[office.start].sent
        verb = self._met(sentence.start, office.left)
        if verb is None or self.words.lexicon.gatherings & set(self.words.lower[sentence.start : office.left]):
            return None
        opening = self._opening(sentence.start, verb)
        here = opening if opening else self._journey(sentence.start, verb)
        here = here or self._before(sentence.start, sentence.end)
        here = here or ({destination} if destination else set())
        guests = self._rulers(sentence.start, verb)
        return next(iter(here)) if len(here) == 1 and guests.isdisjoint({None, *here}) else None

    def _rulers(self, start: int, verb: int) -> set[Entity | None]:
        """Whose leaders do the meeting: one of the host meets others; None for one of nobody knows whom."""
        words = self.words
        titles = [words.longest(i, words.lexicon.head_at) for i in range(start, verb) if words.capital(i)]
        ends = [found[0] for found in titles if found and found[1] and found[1].head.kind == "ruler"]
        return {self.context.spots.get(end) for end in ends}

    def _met(self, start: int, left: int) -> int | None:
        """The verb of meeting whose object the office is, or one of its objects."""
        words = self.words
        for i in range(left - 1, start - 1, -1):
            if words.at(i) in _APART:
                return None
            received = words.at(i) in words.lexicon.hosting and words.at(words.after(i)) == "by"
            if words.at(i) in words.lexicon.meeting or received:
                return i
        return None

    def _opening(self, start: int, verb: int) -> set[Entity]:
        """ "In Accra, Ghana, X met": the places up to the last comma of names."""
        words = self.words
        i = words.after(start - 1)
        i = words.after(i) if words.at(i) == "while" else i
        if words.at(i) != "in":
            return set()
        end = last = words.after(i)
        while end < verb and (words.capital(end) or words.at(end) in {"the", "of", "and", ","}):
            last = end if words.at(end) == "," else last
            end = words.after(end)
        return set(self._named(i, last))

    def _journey(self, start: int, verb: int) -> set[Entity]:
        """Where the last journey before the verb leads: "travelled to Y to meet with", "visited Y and met"."""
        words = self.words
        travels = words.lexicon.travel | words.lexicon.trips | {"delegation"}
        for i in range(verb - 1, start - 1, -1):
            if words.at(i) in travels:
                to = next((j for j in range(i + 1, min(i + 4, verb)) if words.at(j) in {"to", "in"}), i)
                if to == i and words.at(i) == "delegation":  # "a delegation from Y" has come from there
                    continue
                found = set(self._named(to, min(verb, to + _NEAR)))
                if found:
                    return found
        return set()

    def _before(self, start: int, end: int) -> set[Entity]:
        """Where the one who meets has travelled, as a sentence before says."""
        words, doc = self.words, self.words.doc
        subject = self._people(start, end) | ({words.at(i) for i in range(start, end)} & _TRAVELLERS)
        for _ in range(_FAR):
            if start == 0:
                return set()
            sentence = doc[start - 1].sent
            start = sentence.start
            found = self._opening(start, sentence.end) or self._journey(start, sentence.end)
            if found:
                return found if subject & (self._people(start, sentence.end) | _TRAVELLERS) else set()
        return set()

    def _people(self, start: int, end: int) -> set[str]:
        """The words of names between."""
        words, doc = self.words, self.words.doc
        return {words.at(i) for i in range(start, end) if doc[i].ent_type_ == "PERSON" and words.capital(i)}

    def _named(self, start: int, end: int) -> Iterator[Entity]:
        """The states in this stretch, by their own names or a capital; "Y's neighbours" are not in Y."""
        words = self.words
        for i in range(start, end):
            owner = words.owners.get(i)
            if owner is None and i in self.context.cities:
                yield self.context.cities[i]
            elif owner is not None and owner.form in _NAMES and i == owner.start and owner.entity.kind == "state":
                yield from () if words.at(owner.end) in {"'s", "'"} else (owner.entity,)
