"""Reads the phrases of a text that name a public office: its words, class, status, and whose office it is.

    ``[former] [Japan's] deputy industry minister [-elect] [for trade] [of Japan]``

From its head ("minister") a phrase grows to the left over ranks and portfolios, then over what says whose and since
when; to the right over complements. Who holds the office is read in `appointments`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg_builder.model import Entity, OfficeClass, TenureStatus
from kg_builder.office_words import Owner, Title, Words

_JOINTS = {",", "&", "and", "/"}
#: Behind these stands what an office deals with, not whose it is ("ambassador to China", "minister for Europe").
_DEALING = {"to", "for", "on", "in", "responsible for", "in charge of"}
_PORTFOLIOS: tuple[OfficeClass, ...] = ("minister_first", "foreign-minister", "defence-minister", "finance-minister")  # type: ignore[assignment]
_BODIES: tuple[OfficeClass, ...] = ("legislator", "central-banker", "military-officer")


@dataclass(slots=True)
class Office:
    """One phrase. Token ranges: ``[start, end)`` the office's own words, ``[left, right)`` with all that belongs to it."""

    start: int
    end: int
    title: Title
    left: int = 0
    right: int = 0
    text: str = ""
    status: TenureStatus = "incumbent"
    ranks: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)  #: what portfolios and bodies say about the class
    of: tuple[Entity, ...] = ()  #: several where several holders share the phrase
    dealing: tuple[Entity, ...] = ()  #: with whom the office deals ("ambassador to China")
    owner: int | None = None  #: token of a person or pronoun that the office belongs to ("Biden's adviser")
    definite: bool = False  #: has a determiner, a state or a status: can stand beside a name as its apposition
    foreign: bool = False  #: belongs to a company, club or the like: no public office


def offices(words: Words) -> Iterator[Office]:
    """Every office phrase, in text order; none overlaps another's own words."""
    i, done = 0, 0
    while i < len(words.lower):
        found = words.longest(i, words.lexicon.head_at)
        if found is None or i in words.owners:
            i += 1
            continue
        end, title = found
        if title is not None:
            office = _Reader(words, Office(i, end, title), done).read()
            yield office
            end = max(end, office.right)
        i = done = end


def office_class(office: Office, of: Entity, civil_service: frozenset[str]) -> OfficeClass:
    """Class of the office as one of ``of``: a president of an organization is its head, one of a state is not."""
    head = office.title.head
    qualified = bool(office.ranks & {"below", "deputy"})
    if head.kind == "minister":
        return _minister_class(office, of, civil_service)
    if head.kind in {"fixed", "rank", "relative"}:
        return head.office_class
    body = next((name for name in _BODIES if name in office.parts), None)
    if body is not None and (head.kind == "chief" or head.private):
        return body
    if of.kind == "organization" and head.kind != "relative":
        return "organization-head" if head.leads and not qualified and not office.parts - {"none"} else "official"
    if qualified:
        return "official" if "below" in office.ranks else head.deputy or head.office_class
    return head.office_class


def _minister_class(office: Office, of: Entity, civil_service: frozenset[str]) -> OfficeClass:
    if "below" in office.ranks or (office.title.text == "secretary" and of.id in civil_service):
        return "official"
    if "deputy" in office.ranks:
        return "minister"
    told = next((name for name in _PORTFOLIOS if name in office.parts), None)
    if told is None:
        return "minister" if office.parts - {"none"} else office.title.head.office_class
    return "minister" if told == "minister_first" else told


@dataclass(slots=True)
class _Reader:
    """Fills in one office; does not look left of ``done``, where the office before ends."""

    words: Words
    office: Office
    done: int
    before: list[Owner] = field(default_factory=list)
    behind: list[Owner] = field(default_factory=list)
    prefix: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> Office:
        office = self.office
        office.left, office.right = office.start, office.end
        title_start = office.start
        self._grow_core()
        self._grow_left()
        self._grow_right()
        self._name_bodies()
        core = self.words.doc[office.start : title_start].text_with_ws
        office.text = _tidy(f"{' '.join(self.prefix)} {core}{office.title.text} {self._complements()}")
        office.of = tuple(owner.entity for owner in self.before or self.behind)
        return office

    def _complements(self) -> str:
        """The complements without the states whose office it is."""
        states = {i for owner in self.behind for i in range(owner.start, owner.end)}
        told = (token for start, end in self.spans for token in self.words.doc[start:end])
        return "".join(token.text_with_ws for token in told if token.i not in states)

    def _grow_core(self) -> None:
        """Leftwards over ranks and portfolios: "Economy, Trade & Industry", "deputy foreign"."""
        words, office = self.words, self.office
        while (i := words.before(office.start)) >= self.done and i not in words.owners:
            grown = self._part_before(i)
            if grown is None and words.at(i) in _JOINTS and self._is_part(office.start):
                before = words.before(i)
                before = words.before(before) if words.at(before) in _JOINTS else before
                same_case = words.capital(before) == words.capital(office.start)
                grown = self._part_before(before, joined=True) if same_case else None
            if grown is None and self._is_compound(i):
                grown = i
            if grown is None or grown < self.done:
                return
            office.start = office.left = grown

    def _part_before(self, i: int, *, joined: bool = False) -> int | None:
        words, office = self.words, self.office
        if i < self.done or i in words.owners or (words.capital(office.start) and not words.capital(i)):
            return None
        part = words.longest_before(i, words.lexicon.part_at)
        rank = None if joined else words.longest_before(i, words.lexicon.rank_at)
        if rank and (part is None or rank[0] < part[0] or words.lexicon.rank_at.get((words.at(i),)) != "none"):
            office.ranks.add(rank[1])
            return rank[0]
        if part:
            office.parts.add(part[1])
            return part[0]
        return None

    def _is_part(self, i: int) -> bool:
        return self.words.longest(i, self.words.lexicon.part_at) is not None

    def _is_compound(self, i: int) -> bool:
        token = self.words.doc[i]
        head = self.office.title.head
        return (
            token.pos_ == "NOUN"
            and token.dep_ in {"compound", "nmod"}
            and token.text.islower()
            and token.head.i >= self.office.start
            and not head.private
            and head.kind in {"minister", "fixed"}
        )

    def _grow_left(self) -> None:
        """Leftwards over whose office it is and since when: "former U.S.", "Biden's new", "his Chinese and Indian"."""
        words, office = self.words, self.office
        adjacent, loose = True, 0
        i = words.before(office.start)
        while i >= self.done and loose < 4:
            owner, word = words.owners.get(i), words.at(i)
            status = words.longest_before(i, words.lexicon.status_at)
            if owner and owner.start >= self.done:
                i = self._take_owner(owner)
            elif word in {"'s", "'"}:
                i = self._possessor(words.before(i))
            elif status and (rest := self._status(status)) is not None:
                i = rest
            elif word in words.lexicon.determiners:
                office.left, office.definite = i, True
                office.owner = i if word in words.lexicon.possessives and not self.before else office.owner
                return
            elif adjacent and self._is_private(i):
                office.foreign, office.left = True, i
                return
            elif (rank := words.longest_before(i, words.lexicon.rank_at)) and self.before:
                office.ranks.add(rank[1])
                self.prefix.insert(0, words.doc[rank[0] : i + 1].text)
                office.left, i = rank[0], words.before(rank[0])
            elif word in words.lexicon.parties or (words.doc[i].pos_ in {"ADJ", "ADV"} and not words.capital(i)):
                loose, i = loose + 1, words.before(i)
            else:
                return
            adjacent = False

    def _take_owner(self, owner: Owner) -> int:
        """Adds the owner, and those that share the phrase with it; gives the word before them."""
        words, office = self.words, self.office
        i = words.before(owner.start)
        office.left, office.definite = owner.start, True
        if self.before:
            if office.title.head.office_class == "diplomat" and owner.entity.kind == "state":
                self.before = [owner]
            return i
        self.before = [owner]
        if not office.title.plural:
            return i
        while i >= self.done and words.at(i) in _JOINTS and words.before(i) in words.owners:
            owner = words.owners[words.before(i)]
            self.before.insert(0, owner)
            office.left, i = owner.start, words.before(owner.start)
        return i

    def _possessor(self, i: int) -> int:
        """Whose "'s" this is: gives the word to go on from, -1 to stop."""
        words, office = self.words, self.office
        if i in words.owners:
            return i
        office.definite = True
        if words.at(i) in words.lexicon.nation_words:
            office.left = i
        elif words.capital(i) and not self.before:
            office.left, office.owner = i, i
        elif not self.before:
            office.foreign = office.title.head.private or office.title.head.owned
        return -1

    def _status(self, status: tuple[int, str]) -> int | None:
        start, value = status
        if value != "neutral":
            self.office.status = "former" if value == "former" else "designate"
            self.office.definite = True
        self.office.left = start
        return self.words.before(start)

    def _is_private(self, i: int) -> bool:
        """ "Toyota President", "club president": a name or noun right before that is no state's."""
        words, head, token = self.words, self.office.title.head, self.words.doc[i]
        if not head.private or words.lexicon.not_names & {words.at(i)} or not token.is_alpha:
            return False
        if words.at(i) in words.lexicon.private_words:
            return True
        if token.text[0].isupper():
            return token.pos_ == "PROPN" and not token.is_sent_start and words.at(i) not in words.lexicon.parties
        return token.pos_ == "NOUN" and token.dep_ in {"compound", "nmod"}

    def _grow_right(self) -> None:
        """Rightwards over "-elect" and complements: "of Foreign Affairs", "for trade", "of Japan"."""
        words, office = self.words, self.office
        after = words.longest(office.end, words.lexicon.status_at)
        if after and after[1] == "designate" and words.at(office.end) not in {"pick", "next"}:
            office.status, office.right = "designate", after[0]
        while True:
            following = words.after(office.right - 1)
            complement = words.longest(following, words.lexicon.complement_at)
            if complement is None:
                return
            end = _Complement(self, complement[1]).read(complement[0])
            if end is None:
                of_whom = complement[1] in {"of", "at"} and office.title.head.private and not self.before
                office.foreign = office.foreign or of_whom
                return
            self.spans.append((following, end))
            office.right = end

    def _name_bodies(self) -> None:
        """A national body says what its head is: "Fed Chair", "European Central Bank President"."""
        for owner in (*self.before, *self.behind):
            if owner.form in {"agency", "name"} and owner.end - owner.start < 5:
                for i in range(owner.start, owner.end):
                    part = self.words.longest(i, self.words.lexicon.part_at)
                    if part and part[1] in _BODIES and part[0] <= owner.end:
                        self.office.parts.add(part[1])


@dataclass(slots=True)
class _Complement:
    """What follows one preposition behind an office's head."""

    reader: _Reader
    preposition: str
    end: int | None = None
    joined: bool = False

    def read(self, i: int) -> int | None:
        """End of the complement that starts at ``i``; None if nothing there belongs to an office."""
        words = self.reader.words
        while 0 <= i < len(words.lower) and words.at(i) != "\n":
            taken = self._take(i)
            if taken is None:
                break
            i = words.after(taken - 1)
        if self.end is not None and self.reader.office.title.head.private:
            tail = [words.at(n) for n in range(self.end, min(self.end + 3, len(words.lower))) if words.capital(n)]
            if words.lexicon.private_words & set(tail[:1]):
                self.reader.office.foreign = True
        return self.end

    def _take(self, i: int) -> int | None:
        words, office = self.reader.words, self.reader.office
        word = words.at(i)
        owner = words.owners.get(i)
        if word in {"the", "a", "his", "her", "its", "'s", "'"} and not self._ends_in_name(i):
            return i + 1
        if owner and owner.start >= i:
            return self._take_owner(owner)
        if word in _JOINTS:
            return i + 1 if self._goes_on(words.after(i)) else None
        part = words.longest(i, words.lexicon.part_at) or words.longest(i, words.lexicon.rank_at)
        if part and not (self.end is not None and not self.joined and self._is_person(i)):
            office.parts.add(part[1] if part[1] not in {"below", "deputy"} else "none")
            self.end, self.joined = part[0], False
            return part[0]
        if word in words.lexicon.nation_words:
            self.end = i + 1
            return i + 1
        head = words.longest(i, words.lexicon.head_at)
        if head and self.preposition in {"to", "of"} and self.end is None and head[1] and words.at(i - 1) == "the":
            self.end = head[0]
            return head[0]
        if self._is_unknown_part(i):
            self.end, self.joined = i + 1, False
            office.parts.add("minister")
            return i + 1
        return None

    def _take_owner(self, owner: Owner) -> int | None:
        words, office = self.reader.words, self.reader.office
        adjective = owner.form == "demonym" and words.longest(owner.end, words.lexicon.part_at) is not None
        if self.joined and not office.title.plural and not adjective:
            return None
        if adjective and office.title.head.kind == "minister":
            return owner.end
        if self.preposition in _DEALING and office.title.head.office_class != "spokesperson":
            office.dealing += (owner.entity,)
        else:
            self.reader.behind.append(owner)
            office.definite = True
        self.end, self.joined = owner.end, False
        return owner.end

    def _goes_on(self, i: int) -> bool:
        """Whether a comma or "and" joins another part of the same complement."""
        words = self.reader.words
        if self.end is None:
            return False
        if words.at(i) in _JOINTS or words.at(i) == "the":
            i = words.after(i)
        i = words.after(i) if words.at(i) == "the" else i
        same_case = words.capital(i) == words.capital(self.end - 1)
        owner = words.owners.get(i)
        if owner:
            adjective = words.longest(owner.end, words.lexicon.part_at) is not None
            self.joined = self.reader.office.title.plural or (owner.form == "demonym" and adjective)
            return self.joined
        titled = words.longest(i, words.lexicon.head_at)
        part = words.longest(i, words.lexicon.part_at)
        if part and not (titled and titled[0] > part[0]) and same_case and not self._leads_to_head(part[0]):
            self.joined = True
        elif self._is_unknown_part(i) and words.at(i + 1) in _JOINTS | {"affairs"} and not titled:
            self.joined = same_case
        else:
            return False
        return self.joined

    def _leads_to_head(self, i: int) -> bool:
        """The part belongs to the next office: "Minister of Trade and Foreign Minister"."""
        words = self.reader.words
        for _ in range(4):
            if words.longest(i, words.lexicon.head_at):
                return True
            part = words.longest(i, words.lexicon.part_at)
            if part is None and words.at(i) not in _JOINTS:
                return False
            i = words.after((part[0] if part else i + 1) - 1)
        return False

    def _is_unknown_part(self, i: int) -> bool:
        """The first word behind "minister of", known or not."""
        words, office = self.reader.words, self.reader.office
        token = words.doc[i] if i < len(words.doc) else None
        if token is None or not token.is_alpha or office.title.head.kind != "minister":
            return False
        if self.end is not None and not self.joined or self.preposition not in {"of", "for"}:
            return bool(self.end is not None and words.at(i - 1) in _JOINTS and token.ent_type_ != "PERSON")
        return (
            not self._is_person(i)
            and token.pos_ in {"PROPN", "NOUN", "ADJ"}
            and token.ent_type_ not in {"DATE", "TIME"}
        )

    def _is_person(self, i: int) -> bool:
        token = self.reader.words.doc[i]
        return token.ent_type_ == "PERSON" and token.ent_iob_ == "B"

    def _ends_in_name(self, i: int) -> bool:
        return self.end is not None and self.reader.words.at(i) in {"a", "his", "her", "its"}


def _tidy(text: str) -> str:
    text = " ".join(text.lower().split())
    text = re.sub(r"\s+([,'])", r"\1", text)
    return re.sub(r"(?:[\s,]|\b(?:of|for|to|from|at|with|in|on|the|and)\b)+$", "", text)
