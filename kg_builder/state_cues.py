"""Words around an official's name that say of which state, outside of the office's own phrase."""

from dataclasses import dataclass

from kg_builder.model import Entity
from kg_builder.office_words import Words
from kg_builder.offices import Office


@dataclass(frozen=True, slots=True)
class StateCues:
    """Reads them in one Doc."""

    words: Words

    def possessor(self, start: int) -> Entity | None:
        """ "Canada's X, minister of finance"."""
        words = self.words
        i = words.before(start)
        owner = words.owners.get(words.before(i)) if words.at(i) == "'s" else None
        return owner.entity if owner else None

    def leads(self, office: Office) -> Entity | None:
        """ "the Government of Iraq, led by Prime Minister X", "a U.S. delegation headed by"."""
        words = self.words
        i = self._led(office)
        near = [words.owners[j].entity for j in range(max(0, i - 7), i) if j in words.owners]
        return near[-1] if near else None

    def includes(self, office: Office) -> Entity | None:
        """ "Officials in the court, *including* chief prosecutor X", "from Chad, including Minister X"."""
        words = self.words
        i = words.before(office.left)
        i = words.before(i) if words.at(i) == "and" else i
        if words.at(i) != "including":
            return None
        end = next((j for j in range(i - 1, max(-1, i - 6), -1) if j in words.owners), None)
        return words.owners[end].entity if end is not None else None

    def leads_region(self, office: Office) -> bool:
        """ "the Northern Regional Government, led by Prime Minister X": of a part of a state."""
        led = self._led(office)
        near = range(led - 1, max(-1, led - 6), -1)
        told = next((i for i in near if i in self.words.owners or self.words.at(i) in self.words.lexicon.regional), led)
        return told not in self.words.owners and self.words.at(told) in self.words.lexicon.regional

    def is_led(self, office: Office) -> bool:
        return self._led(office) > 0

    def _led(self, office: Office) -> int:
        """The "led" of "led by" before the office and its courtesies; 0 if it is not there."""
        words = self.words
        i = words.before(office.left)
        courteous = words.longest_before(i, words.lexicon.honorific_at)
        i = words.before(courteous[0]) if courteous else i
        verb = words.before(i)
        return verb if words.at(i) == "by" and words.at(verb) in words.lexicon.leading else 0

    def accompanied(self, i: int) -> Entity | None:
        """ "X and a delegation from the Government of Chad", "X led the Chadian delegation": by the end of the name.

        Not "X *and the Chadian delegation* discussed": these may be the two sides.
        """
        words = self.words
        with_them = words.at(i) in {"and", "with"} and words.at(i + 1) in words.lexicon.determiners
        if not with_them and words.at(i) not in words.lexicon.leading:
            return None
        for j in range(i + 1, min(i + 5, len(words.lower))):
            if words.at(j) in {",", ".", "and", "with"}:
                return None
            if words.at(j) in words.lexicon.sides:
                told = next((words.owners[n].entity for n in range(i + 1, j) if n in words.owners), None)
                return self._of_side(j) if words.at(i) == "and" else told or self._of_side(j)
        return None

    def _of_side(self, side: int) -> Entity | None:
        """ "a delegation *from the Government of Chad*"."""
        words = self.words
        of = words.after(side)
        if words.at(of) not in {"from", "of"}:
            return None
        for j in range(of + 1, min(of + 6, len(words.lower))):
            if j in words.owners:
                return words.owners[j].entity
            if words.at(j) not in {"the", "of"} | words.lexicon.nation_words:
                return None
        return None

    def signs_for(self, i: int) -> Entity | None:
        """ "X, Deputy Minister for Trade, signed for Ghana"."""
        words = self.words
        i = words.after(i) if words.at(i) == "," else i
        if words.at(i) in {"for", "on"} and self._is_signed(i):
            return self._signed_for(i)
        if words.at(i) not in words.lexicon.signing:
            return None
        for j in range(i + 1, min(i + 6, len(words.lower))):
            if j in words.owners:
                return words.owners[j].entity
            if words.at(j) not in {"for", "on", "behalf", "of", "the", "it", "government"}:
                return None
        return None

    def _is_signed(self, i: int) -> bool:
        words = self.words
        return any(words.at(j) in words.lexicon.signing for j in range(words.doc[i].sent.start, i))

    def _signed_for(self, i: int) -> Entity | None:
        """ "It was signed by X *for Ghana* and Y *on behalf of Peru*"; not "for Ghana's sake"."""
        words = self.words
        j = i + 1
        while words.at(j) in {"behalf", "of", "the", "government"}:
            j += 1
        owner = words.owners.get(j)
        return owner.entity if owner and words.at(owner.end) in {",", ".", ";", ")", "and", "\n", ""} else None

    def before(self, office: Office) -> Entity | None:
        """ "On the *Peruvian* side, Minister X", "the *Peruvian* side by X", "signed on behalf of *Peru* by X"."""
        words = self.words
        joint = words.before(office.left)
        if words.at(joint) not in {"by", ",", "was", "were"}:
            return None
        i = words.before(joint)
        if words.at(i) in words.lexicon.sides:
            owner = words.owners.get(words.before(i))
            return owner.entity if owner else None
        owner = words.owners.get(i)
        if owner is None or words.at(joint) == ",":
            return None
        i = words.before(owner.start)
        while words.at(i) in {"the", "government"} or (words.at(i) == "of" and words.at(words.before(i)) != "behalf"):
            i = words.before(i)
        return owner.entity if words.at(i) in {"for", "of"} and self._is_signed(i) else None

    def line(self, start: int) -> Entity | None:
        """ "*Peru*: X, Minister of Energy" as a line."""
        words = self.words
        colon = words.before(start)
        owner = words.owners.get(words.before(colon)) if words.at(colon) == ":" else None
        opens = owner is not None and words.at(words.before(owner.start)) in {"\n", "", "-", "•", "*"}
        return owner.entity if owner is not None and opens else None

    def behind(self, i: int) -> tuple[Entity | None, int]:
        """ "X of Costa Rica", "X (Japan)", "X (R-Maine)"."""
        words = self.words
        j = i
        if words.at(j) in {"of", "from"}:
            j = words.after(j)
            j = words.after(j) if words.at(j) == "the" else j
        elif words.at(j) == "(" or (words.at(j) == "," and words.at(words.after(j)) in {"r", "d"}):
            j = words.after(j)
            j = words.after(j) if words.at(j) in {"r", "d"} else j
        if j > i and j in words.owners:
            owner = words.owners[j]
            return owner.entity, owner.end
        if j > i:
            return self._body_behind(j)
        return None, i

    def _body_behind(self, i: int) -> tuple[Entity | None, int]:
        """ "X from the National Security Secretariat of Japan": the state within a body's name."""
        words = self.words
        while i < len(words.lower):
            part = words.longest(i, words.lexicon.part_at)
            if part:
                i = words.after(part[0] - 1)
            elif words.at(i) in {"of", "the"}:
                i = words.after(i)
            else:
                break
        owner = words.owners.get(i)
        return (owner.entity, owner.end) if owner else (None, i)
