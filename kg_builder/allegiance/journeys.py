"""Where the text says that the holder of an office is abroad, or speaks to a state: their own is another one."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg_builder.office_words import Words
from kg_builder.offices import Office

_FAR = 9  #: words behind the office in which the verb of a journey is looked for


@dataclass(frozen=True, slots=True)
class Journeys:
    """Reads them in one Doc; a place is a range of tokens ``[start, end)`` in which a state or city may be named."""

    words: Words

    def places(self, office: Office) -> Iterator[tuple[int, int]]:
        """ "President X arrived in Y", "a visit by President X to Y", "On a trip to Y, President X", "Y hosted X"."""
        sentence = self.words.doc[office.start].sent
        yield from self._behind_verb(office.right, sentence.end)
        yield from self._addressed(office.right, sentence.end)
        yield from self._behind_noun(office, sentence.start, sentence.end)
        yield from self._opening(office.left, sentence.start)
        yield from self._hosts(office.left, sentence.start)

    def _behind_verb(self, right: int, stop: int) -> Iterator[tuple[int, int]]:
        words, stop = self.words, min(stop, right + _FAR)
        verb = next((i for i in range(right, stop) if words.at(i) in words.lexicon.travel | {",", "and", "with"}), stop)
        if words.at(verb) in words.lexicon.travel and verb < stop:
            yield verb + 1, min(stop, verb + 5)

    def _addressed(self, right: int, stop: int) -> Iterator[tuple[int, int]]:
        """ "President X thanked Y"; not "X thanked Y's voters"."""
        words = self.words
        verb = next((i for i in range(right, min(stop, right + 6)) if words.at(i) in words.lexicon.address), stop)
        start = words.after(verb) + (words.at(words.after(verb)) == "the")
        owner = words.owners.get(start)
        if verb == stop or owner is None or owner.form not in {"name", "abbreviation", "capital"}:
            return
        alone = owner.end >= stop or words.doc[owner.end].pos_ not in {"NOUN", "PROPN", "PART"}
        if alone and words.at(owner.end) not in {"'s", "'"}:
            yield owner.start, owner.end

    def _behind_noun(self, office: Office, start: int, stop: int) -> Iterator[tuple[int, int]]:
        words, stop = self.words, min(stop, office.right + _FAR)
        before = {words.at(i) for i in range(max(start, office.left - 3), office.left)}
        if before & words.lexicon.trips and before & {"by", "of", "from"}:
            to = next((i for i in range(office.right, stop) if words.at(i) in {"to", "in"}), stop)
            yield to, min(stop, to + 4)

    def _opening(self, left: int, start: int) -> Iterator[tuple[int, int]]:
        words = self.words
        first = words.after(start - 1)
        if words.at(first) in {"on", "during"} and words.at(words.after(first)) in words.lexicon.determiners:
            trip = next((i for i in range(first, left) if words.at(i) in words.lexicon.trips), left)
            yield trip, min(left, trip + 5)

    def _hosts(self, left: int, start: int) -> Iterator[tuple[int, int]]:
        words = self.words
        verbs = [i for i in range(max(start, left - 3), left) if words.at(i) in words.lexicon.hosting]
        for verb in verbs:
            yield from ((child.i, child.i + 1) for child in words.doc[verb].children if child.dep_ == "nsubj")
