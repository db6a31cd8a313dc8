"""What follows the head of an office behind a preposition: "of Foreign Affairs and Trade", "for Europe", "of Japan"."""

from dataclasses import dataclass, field

from kg_builder.office_words import Owner, Words
from kg_builder.offices import Office

JOINTS = {",", "&", "and", "/"}
#: Behind these stands what an office deals with, not whose it is ("ambassador to China", "minister for Europe").
_DEALING = {"to", "for", "on", "in", "responsible for", "in charge of"}


@dataclass(slots=True)
class Complement:
    """What follows one preposition behind an office's head."""

    words: Words
    office: Office
    preposition: str
    owners: list[Owner] = field(default_factory=list)  #: whose office it is, as the complement says
    end: int | None = None
    joined: bool = False

    def read(self, i: int) -> int | None:
        """End of the complement that starts at ``i``; None if nothing there belongs to an office."""
        words = self.words
        while 0 <= i < len(words.lower) and words.at(i) != "\n":
            taken = self._take(i)
            if taken is None:
                break
            i = words.after(taken - 1)
        if self.end is None and self.preposition in {"to", "for", "of"}:
            self.office.owner = self._served(i)
        if self.end is not None and self.office.title.head.private:
            tail = [words.at(n) for n in range(self.end, min(self.end + 3, len(words.lower))) if words.capital(n)]
            if words.lexicon.private_words & set(tail[:1]) or self._is_institute():
                self.office.foreign = True
        return self.end

    def _is_institute(self) -> bool:
        """ "Director of the *Australian* Studies Centre": the state is but its matter."""
        words = self.words
        if not self.owners or self.owners[-1].form != "demonym" or self.owners[-1].end != self.end:
            return False
        i = words.after(self.owners[-1].end - 1)
        while words.capital(i) and words.at(i) not in words.lexicon.private_words:
            i = words.after(i)
        return words.capital(i)

    def _served(self, i: int) -> int | None:
        """The name in "adviser to Supreme Leader Ayatollah X", "spokesman for Mr X"."""
        words, office = self.words, self.office
        if office.title.head.kind not in {"fixed", "chief"} or office.owner is not None:
            return office.owner
        titled = words.longest(i, words.lexicon.head_at)
        i = words.after(titled[0] - 1) if titled else i
        courteous = words.longest(i, words.lexicon.honorific_at)
        i = words.after(courteous[0] - 1) if courteous else i
        named = titled or courteous or (i < len(words.doc) and words.doc[i].ent_type_ == "PERSON")
        return i if named and words.capital(i) else None

    def _take(self, i: int) -> int | None:
        words, office = self.words, self.office
        word = words.at(i)
        owner = words.owners.get(i)
        if word in {"the", "a", "his", "her", "its", "their", "'s", "'"} and not self._ends_in_name(i):
            return i + 1
        if owner and owner.start >= i:
            return self._take_owner(owner)
        if word in words.lexicon.quarters and (place := self._quarter(i)) is not None:
            self.end, self.joined = place, False
            return place
        if word in JOINTS:
            return i + 1 if self._goes_on(words.after(i)) else None
        head = self._title(i)
        if head and self._is_served(i, head):
            self.end = head
            return head
        part = words.longest(i, words.lexicon.part_at) or words.longest(i, words.lexicon.rank_at)
        if part and self._is_anothers(part[0]):
            return None
        if part and not (self.end is not None and not self.joined and self._is_person(i)):
            office.parts.add(part[1] if part[1] not in {"below", "deputy"} else "none")
            self.end, self.joined = part[0], False
            return part[0]
        if word in words.lexicon.nation_words:
            self.end = i + 1
            office.foreign = office.foreign or words.doc[i].tag_ in {"NNS", "CD"}  # "of the two countries": nobody's
            return i + 1
        if self._is_unknown_part(i) or self._is_abstract(i):
            self.end, self.joined = i + 1, False
            office.parts.add("minister")
            return i + 1
        return None

    def _title(self, i: int) -> int | None:
        """End of a title that starts at ``i``, its rank included ("Vice President")."""
        words = self.words
        if self.preposition not in {"to", "of", "for"}:
            return None
        rank = words.longest(i, words.lexicon.rank_at)
        head = words.longest(i, words.lexicon.head_at) or (rank and words.longest(rank[0], words.lexicon.head_at))
        return head[0] if head and head[1] else None

    def _is_served(self, i: int, end: int) -> bool:
        """An office that this one serves ("adviser to the president"), not the title of a name that follows."""
        words = self.words
        if words.at(i - 1) == "the":
            return self.end is None
        owned = words.at(i - 1) == "'s" or (bool(self.owners) and self.owners[-1].end == i)
        return owned and not (words.capital(i) and words.capital(words.after(end - 1)))

    def _is_anothers(self, i: int) -> bool:
        """ "Head of Cabinet of Commission President X": the commission is what X presides over."""
        words = self.words
        titled = words.longest(i, words.lexicon.head_at) if self.end is None and words.at(i - 2) == "of" else None
        return bool(titled and titled[1] and titled[1].head.kind == "ruler" and words.capital(titled[0]))

    def _take_owner(self, owner: Owner) -> int | None:
        words, office = self.words, self.office
        adjective = owner.form == "demonym" and words.longest(owner.end, words.lexicon.part_at) is not None
        quarter = words.at(words.before(owner.start)) in words.lexicon.quarters
        if self.joined and not (office.title.plural or office.dealing or adjective or quarter):
            return None
        if adjective and office.title.head.kind == "minister":
            return owner.end
        served = words.at(words.after(owner.end - 1)) == "'s" or office.title.head.office_class == "spokesperson"
        # "minister for *Northern* Australia": a part of one's own state
        served = served or (quarter and office.title.head.kind == "minister")
        # "adviser *to the German Chancellor*" is Germany's, "envoy to Germany" is not
        served = served or words.longest(words.after(owner.end - 1), words.lexicon.head_at) is not None
        # "under secretary for the Bureau of Trade": nobody deals with an office of their own state
        served = served or (owner.form == "agency" and self.preposition == "for")
        if self.preposition in _DEALING and (office.title.head.office_class == "diplomat" or not served):
            office.dealing += (owner.entity,)
        else:
            self.owners.append(owner)
            office.definite = True
        self.end, self.joined = owner.end, False
        return owner.end

    def _goes_on(self, i: int) -> bool:
        """Whether a comma or "and" joins another part of the same complement."""
        words = self.words
        if self.end is None:
            return False
        if words.at(i) in JOINTS or words.at(i) == "the":
            i = words.after(i)
        i = words.after(i) if words.at(i) == "the" else i
        same_case = words.capital(i) == words.capital(self.end - 1)
        owner = words.owners.get(i)
        if owner:
            adjective = words.longest(owner.end, words.lexicon.part_at) is not None
            desk = bool(self.office.dealing and self.office.ranks & {"below", "deputy"})  # "for China and Mongolia"
            self.joined = self.office.title.plural or desk or (owner.form == "demonym" and adjective)
            return self.joined
        titled = words.longest(i, words.lexicon.head_at)
        part = words.longest(i, words.lexicon.part_at)
        if part and not (titled and titled[0] > part[0]) and same_case and not self._leads_to_head(part[0]):
            self.joined = True
        elif self._is_unknown_part(i) and self._is_joined(words.after(i)) and not titled:
            self.joined = same_case
        else:
            return False
        return self.joined

    def _is_joined(self, i: int) -> bool:
        """What follows an unknown word shows it as one of a portfolio: "Critical and *Emerging* Technology"."""
        words = self.words
        part = words.longest(i, words.lexicon.part_at)
        plain = part is not None and words.capital(i) and words.longest(i, words.lexicon.head_at) is None
        return words.at(i) in JOINTS | {"affairs"} or (plain and not self._leads_to_head(i))

    def _leads_to_head(self, i: int) -> bool:
        """The part belongs to the next office: "Minister of Trade and Foreign Minister"."""
        words = self.words
        for _ in range(4):
            if words.longest(i, words.lexicon.head_at):
                return True
            part = words.longest(i, words.lexicon.part_at)
            if part is None and words.at(i) not in JOINTS:
                return False
            i = words.after((part[0] if part else i + 1) - 1)
        return False

    def _is_unknown_part(self, i: int) -> bool:
        """The first word behind "minister of", known or not."""
        words, office = self.words, self.office
        token = words.doc[i] if i < len(words.doc) else None
        if token is None or not token.is_alpha or not (office.title.head.kind == "minister" or self._is_task(i)):
            return False
        if (self.end is not None and not self.joined) or self.preposition not in {"of", "for"}:
            return bool(self.end is not None and words.at(i - 1) in JOINTS and token.ent_type_ != "PERSON")
        return (
            not self._is_person(i)
            and token.pos_ in {"PROPN", "NOUN", "ADJ"}
            and token.ent_type_ not in {"DATE", "TIME"}
        )

    def _quarter(self, i: int) -> int | None:
        """End of the "Northern Triangle" in "Special Envoy for the Northern Triangle X": a place, no name."""
        words = self.words
        following = words.after(i)
        plain = words.capital(i) and words.capital(following) and following not in words.owners
        known = words.longest(following, words.lexicon.part_at)
        return following + 1 if plain and not known and words.at(i - 1) == "the" else None

    def _is_abstract(self, i: int) -> bool:
        """ "Minister for Economic *Revitalization* X": no name ends so, whatever the model takes it for."""
        words = self.words
        following = words.after(i)
        if self.end is None or self.joined or words.before(i) != words.before(self.end) or i in words.owners:
            return False
        word, lexicon = words.at(i), words.lexicon
        two = words.capital(following) and words.capital(words.after(following))
        return words.capital(i) and word.endswith(lexicon.abstract + lexicon.abstract_or_name * two)

    def _is_task(self, i: int) -> bool:
        """The capital words behind "Special Coordinator for": whatever they are, a government's task."""
        words, office = self.words, self.office
        special = {words.at(n) for n in range(office.start, office.end)} & words.lexicon.appointed
        if not special or self.preposition != "for" or not words.capital(i) or i in words.owners:
            return False
        following = words.after(i)
        ends = not words.capital(following) or self._is_person(following)
        return ends or words.longest(following, words.lexicon.part_at) is not None

    def _is_person(self, i: int) -> bool:
        token = self.words.doc[i]
        return token.ent_type_ == "PERSON" and token.ent_iob_ == "B"

    def _ends_in_name(self, i: int) -> bool:
        return self.end is not None and self.words.at(i) in {"a", "his", "her", "its", "their"}
