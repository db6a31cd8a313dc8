"""Lines that name who speaks: "Jane Doe, Spokesperson", or a name and below it the office, above or under a text."""

from dataclasses import dataclass

from kg_builder.name_spans import NameReader, Span
from kg_builder.office_words import Words
from kg_builder.offices import Office

_ENDS = {"\n", ""}


@dataclass(frozen=True, slots=True)
class Letterheads:
    """Reads them in one Doc; ``runs`` are the starts of its names by their ends."""

    words: Words
    names: NameReader
    runs: dict[int, int]

    def above(self, office: Office) -> Span | None:
        """The name that is the line above a line that is the office."""
        words, doc = self.words, self.words.doc
        line = words.before(office.left)
        if words.at(line) != "\n" or not self._ends_line(office) or not words.capital(office.start):
            return None
        end = next((i + 1 for i in range(line, -1, -1) if not doc[i].is_space), 0)
        end = end - 1 if words.at(end - 1) in words.lexicon.post_nominals else end
        start = self.runs.get(end)
        if start is None or self.names.is_surname_only((start, end)):
            return None
        courteous = words.longest_before(words.before(start), words.lexicon.honorific_at)
        before = words.before(courteous[0] if courteous else start)
        return (start, end) if words.at(before) in _ENDS else None

    def is_publishers(self, office: Office) -> bool:
        """Whether name and office fill a line, or two below a publisher that is a government's: one of its own."""
        words = self.words
        if self.words.publisher is not None and self.above(office) is not None:
            return True
        comma = words.before(office.left)
        start = self.runs.get(comma) if words.at(comma) == "," else None
        if start is None or not words.capital(office.start) or not self._ends_line(office):
            return False
        before = words.before(start)
        return words.at(words.before(before) if words.at(before) == "by" else before) in _ENDS

    def _ends_line(self, office: Office) -> bool:
        """The line ends behind the office, or behind its bureau: "Assistant Secretary, *Bureau of Trade*"."""
        words = self.words
        i = words.after(office.right - 1)
        if words.at(i) == "," and words.at(words.after(i)) in words.lexicon.houses:
            i = next((j for j in range(i, len(words.lower)) if words.at(j) in {"\n", "."}), len(words.lower))
        return words.at(i) in _ENDS
