"""States of whose war the text tells: "President X's war" beside "Russia's invasion of Ukraine" is that of Russia."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg_builder.model import Entity
from kg_builder.office_words import Words

_FAR = 7  #: words between the possessor and its war


@dataclass(frozen=True, slots=True)
class Aggressors:
    """Reads them in one Doc."""

    words: Words

    def of_wars(self) -> Iterator[Entity]:
        """ "Russia's unprovoked and unjustified invasion of Ukraine"."""
        for i, owner in self.words.owners.items():
            if i == owner.start and owner.entity.kind == "state" and self.wages(owner.end):
                yield owner.entity

    def wages(self, end: int) -> bool:
        """Whether what ends there is the possessor of a war."""
        words = self.words
        if words.at(end) not in {"'s", "'"}:
            return False
        for i in range(end + 1, min(end + _FAR, len(words.doc))):
            if words.at(i) in words.lexicon.aggression:
                return True
            if words.doc[i].pos_ not in {"ADJ", "ADV", "CCONJ", "PUNCT", "NOUN", "VERB"} or words.at(i) == ".":
                return False
        return False
