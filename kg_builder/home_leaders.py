"""Leaders that a text which a state publishes presents as its own, by whose administration it is or who comes first."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg_builder.appointments import Appointment
from kg_builder.office_words import Words
from kg_builder.persons import Named


@dataclass(frozen=True, slots=True)
class HomeLeaders:
    """Finds them among ``people``, whom it tells by their index."""

    words: Words
    people: list[Named]

    def of_administration(self) -> Iterator[tuple[int, Appointment]]:
        """ "President Doe", "Vice President Fall" beside "the Doe-Fall Administration"."""
        words = self.words
        ends = [i for i, word in enumerate(words.lower) if word == "administration" and words.capital(i)]
        lasts = [words.before(i) for i in ends]
        names = {words.at(i) for last in lasts for i in (last, words.before(last)) if words.capital(i)}
        for n, person in enumerate(self.people):
            if person.words[-1] in names:
                for one in self._titled(n):
                    if one.office.title.head.kind == "ruler":
                        yield n, one

    def pairs(self) -> Iterator[tuple[int, Appointment, int]]:
        """The first of "President A and President B", and who is the second."""
        for second in range(len(self.people)):
            for two in self._titled(second):
                i = self.words.before(two.office.left)
                end = self.words.before(i) + 1 if self.words.at(i) == "and" else -1
                for n, person in enumerate(self.people):
                    same = (one for one in self._titled(n) if one.office.text == two.office.text)
                    first = next(same, None) if any(stop == end for _, stop in person.spans) else None
                    if n != second and first is not None and not self._is_met(end):
                        yield n, first, second

    def _titled(self, n: int) -> list[Appointment]:
        return [one for one in self.people[n].appointments if one.titled]

    def _is_met(self, end: int) -> bool:
        """Whether the name that ends there is of one with whom somebody "met": none of both is at home, most likely."""
        words = self.words
        here = [one for n in range(len(self.people)) for one in self._titled(n) if one.name[1] == end]
        i = words.before(here[0].office.left) if here else -1
        return words.at(i) == "with" and words.at(words.before(i)) in words.lexicon.meeting
