"""Reads the phrases of a text that name a public office: its words, class, status, and whose office it is.

    ``[former] [Japan's] deputy industry minister [-elect] [for trade] [of Japan]``

From its head ("minister") a phrase grows to the left over ranks and portfolios, then over what says whose and since
when; to the right over complements. Who holds the office is read in `appointments`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg_builder.complements import JOINTS, Complement
from kg_builder.office_bodies import name_bodies
from kg_builder.office_words import Owner, Title, Words
from kg_builder.offices import BODIES, Office


def offices(words: Words) -> Iterator[Office]:
    """Every office phrase, in text order; none overlaps another's own words."""
    i, done = 0, 0
    last: list[Owner] = []
    while i < len(words.lower):
        found = words.longest(i, words.lexicon.head_at)
        owner = words.owners.get(i)
        if (
            found is None
            or words.is_title_name(i)
            or (owner is not None and (owner.entity.kind == "state" or owner.end < found[0]))
            or _is_rank(words, *found)
        ):
            i += 1
            continue
        end, title = found
        if owner is not None and title is not None:  # "UN High Commissioner for Refugees" is an organization's name too
            inner = Office(i, end, title, owner.start, owner.end, title.text, of=(owner.entity,), definite=True)
            yield inner
            i = done = owner.end
            continue
        if title is not None:
            reader = _Reader(words, Office(i, end, title), done, last)
            office = reader.read()
            last = reader.before or reader.behind
            yield office
            end = max(end, office.right)
        i = done = end


def _is_rank(words: Words, end: int, title: Title | None) -> bool:
    """The "chief" of "chief trade negotiator"."""
    ranked = title is not None and not title.plural and (title.text,) in words.lexicon.rank_at
    part = words.longest(end, words.lexicon.part_at) if ranked else None
    return part is not None and words.longest(part[0], words.lexicon.head_at) is not None


_ENDS = {".", ",", ";", ")", "\n", ""}


@dataclass(slots=True)
class _Reader:
    """Fills in one office; does not look left of ``done``, where the office before ends."""

    words: Words
    office: Office
    done: int
    last: list[Owner] = field(default_factory=list)  #: whose the office before is
    before: list[Owner] = field(default_factory=list)
    behind: list[Owner] = field(default_factory=list)
    prefix: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> Office:
        office = self.office
        office.left, office.right = office.start, office.end
        title_start = office.start
        if office.title.head.kind != "rank":
            self._grow_core()
            self._grow_house()
        self._grow_left()
        self._share()
        self._grow_right()
        self._read_address()
        self._read_house()
        name_bodies(self.words, self.office, (*self.before, *self.behind))
        core = self.words.doc[office.start : title_start].text_with_ws
        office.text = _tidy(f"{' '.join(self.prefix)} {core}{office.title.text} {self._complements()}")
        office.presides = office.title.head.kind == "ruler" and bool({*office.presided} & self.words.lexicon.presided)
        owners = [owner.entity for owner in self.before or self.behind]
        office.of = tuple(owners if office.title.plural else dict.fromkeys(owners))  # "the U.S. Treasury Department"
        office.of_agency = bool(owners) and all(owner.form == "agency" for owner in self.before or self.behind)
        if office.title.head.agency:  # "CEO" is an office only in a body of a government
            office.foreign = all(owner.form != "agency" for owner in self.before or self.behind)
        return office

    def _complements(self) -> str:
        """The complements without the states whose office it is."""
        quarters = self.words.lexicon.quarters  # "for Northern Australia"
        owners = (o for o in self.behind if self.words.at(self.words.before(o.start)) not in quarters)
        states = {i for owner in owners for i in range(owner.start, owner.end)}
        told = (token for start, end in self.spans for token in self.words.doc[start:end])
        return "".join(token.text_with_ws for token in told if token.i not in states and token.text not in self._unsaid)

    @property
    def _unsaid(self) -> frozenset[str]:
        """ "Of *their* ministries", "of the two *countries*"."""
        return self.words.lexicon.nation_words | self.words.lexicon.possessives

    def _grow_core(self) -> None:
        """Leftwards over ranks and portfolios: "Economy, Trade & Industry", "deputy foreign"."""
        words, office = self.words, self.office
        while (i := words.before(office.start)) >= self.done and i not in words.owners:
            grown = self._part_before(i)
            if grown is None and words.at(i) in JOINTS and self._is_part(office.start):
                before = words.before(i)
                before = words.before(before) if words.at(before) in JOINTS else before
                same_case = words.capital(before) == words.capital(office.start)
                grown = self._part_before(before, joined=True) if same_case else None
            if grown is None and (self._is_compound(i) or self._is_unknown_part(i)):
                grown = i
            if grown is None or grown < self.done:
                return
            office.start = office.left = grown

    def _grow_house(self) -> None:
        """ "Peru's *Ministry of Foreign Affairs* Special Secretary": the ministry of who serves in it."""
        words, office = self.words, self.office
        of = words.before(office.start)
        house = words.before(of)
        known = words.at(of) in {"of", "for"} and words.at(house) in words.lexicon.ministries and words.capital(house)
        if known and house >= self.done and house not in words.owners:
            office.start = office.left = house

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

    def _is_unknown_part(self, i: int) -> bool:
        """ "Bolivian Hydrocarbons Minister": what stands between state and minister is a portfolio, known or not."""
        token = self.words.doc[i]
        before = self.words.before(i)
        return (
            self.office.title.head.kind in {"minister", "fixed"}
            and not self.office.title.head.private
            and (self.words.capital(self.office.start) or self.office.title.head.kind == "fixed")
            and token.text.istitle()
            and self.words.at(i) not in self.words.lexicon.not_names
            and (before in self.words.owners or self.words.at(before) == "'s")
            and before >= self.done
        )

    def _grow_left(self) -> None:
        """Leftwards over whose office it is and since when: "former U.S.", "Biden's new", "his Chinese and Indian"."""
        words, office = self.words, self.office
        adjacent, loose = True, 0
        i = words.before(office.start)
        while i >= self.done and loose < 4:
            owner, word = words.owners.get(i), words.at(i)
            status = words.longest_before(i, words.lexicon.status_at)
            if owner and owner.start >= self.done and not (adjacent and self._is_venue(owner)):
                i = self._take_owner(owner)
            elif word in {"'s", "'"}:
                ministry = self._ministry(words.before(i))
                i = self._possessor(words.before(i)) if ministry is None else ministry
            elif (opening := self._acronym(i)) is not None:
                i = opening
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

    def _share(self) -> None:
        """ "aide to German Chancellor X": Germany is whom the aide serves, and whose the chancellor is."""
        words, office = self.words, self.office
        owner = words.owners.get(words.before(office.start))
        if owner is not None and owner.start < self.done and not self.before and words.capital(office.end):
            self.before, office.definite = [owner], True

    def _is_venue(self, owner: Owner) -> bool:
        """ "In Turkey Minister X met them": where the sentence is set, a comma forgotten."""
        words = self.words
        before = words.before(owner.start)
        return owner.form == "name" and words.at(before) == "in" and words.doc[before].is_sent_start is True

    def _take_owner(self, owner: Owner) -> int:
        """Adds the owner, and those that share the phrase with it; gives the word before them."""
        words, office = self.words, self.office
        i = words.before(owner.start)
        office.left, office.definite = owner.start, True
        office.foreign = office.foreign or self._is_company(owner)
        named = words.at(i) in {"of", "in", "for"} and words.capital(words.before(i)) and office.title.head.private
        if named and words.longest_before(words.before(i), words.lexicon.part_at) is None and owner.form != "agency":
            office.foreign = True  # "American Institute in Taiwan Director"
        if self.before:
            if office.title.head.office_class == "diplomat" and owner.entity.kind == "state":
                self.before = [owner]
            return i
        self.before = [owner]
        if not office.title.plural:
            return i
        while i >= self.done and words.at(i) in JOINTS and words.before(i) in words.owners:
            owner = words.owners[words.before(i)]
            self.before.insert(0, owner)
            office.left, i = owner.start, words.before(owner.start)
        return i

    def _is_company(self, owner: Owner) -> bool:
        """ "Korea Electric Power chairman": a state's name and lines of business, in capitals."""
        words, office = self.words, self.office
        business = office.parts and not office.parts & {"none", *BODIES} and words.capital(office.start)
        adjacent = words.after(owner.end - 1) == office.start
        return bool(business and adjacent and owner.form == "name" and owner.entity.kind == "state") and (
            office.title.head.private
        )

    def _acronym(self, i: int) -> int | None:
        """The word before the bracket in "Pacific Pact (PP) Secretary-General", where a body or "'s" stands there."""
        words = self.words
        inner = words.before(i)
        opening = words.before(inner)
        if words.at(i) != ")" or words.at(opening) != "(" or not words.doc[inner].is_upper:
            return None
        before = words.before(opening)
        return before if before in words.owners or words.at(before) in {"'s", "'"} else None

    def _possessor(self, i: int) -> int:
        """Whose "'s" this is: gives the word to go on from, -1 to stop."""
        words, office = self.words, self.office
        if i in words.owners:
            return i
        office.definite = True
        if i < self.done and self.last and not self.before:  # "the German Chancellor's aide"
            self.before = list(self.last)
            return -1
        if words.at(i) in words.lexicon.nation_words:
            office.left = i
        elif words.capital(i) and not self.before:
            office.left, office.owner = i, i
        elif not self.before:
            office.foreign = office.title.head.private or office.title.head.owned
        return -1

    def _ministry(self, i: int) -> int | None:
        """The word before "Trade, Industry and Energy Ministry" in "... Ministry's Director"; None for others."""
        words, start = self.words, i
        if words.at(i) not in words.lexicon.ministries or i in words.owners:
            return None
        while (part := words.longest_before(start, words.lexicon.part_at)) is not None and part[0] >= self.done:
            start = words.before(part[0])
            joint = start
            while words.at(joint) in JOINTS:
                joint = words.before(joint)
            start = joint if words.longest_before(joint, words.lexicon.part_at) else start
        self.office.left, self.office.definite = words.after(start), True
        return start

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
            if token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and not words.capital(self.office.start):
                return False  # "elected Ana Rojas president"
            starts = token.is_sent_start and token.ent_type_ not in {"ORG", "PERSON", "FAC"}
            return token.pos_ == "PROPN" and not starts and words.at(i) not in words.lexicon.parties
        return token.pos_ == "NOUN" and token.dep_ in {"compound", "nmod"}

    def _grow_right(self) -> None:
        """Rightwards over "-elect" and complements: "of Foreign Affairs", "for trade", "of Japan"."""
        words, office = self.words, self.office
        after = words.longest(words.after(office.end - 1), words.lexicon.status_at)
        if after and after[1] == "designate":
            office.status, office.right = "designate", after[0]
        while True:
            following = words.after(office.right - 1)
            complement = words.longest(following, words.lexicon.complement_at)
            if complement is None:
                return
            read = Complement(words, office, complement[1])
            end = read.read(complement[0])
            self.behind += read.owners
            if end is None:
                served = office.owner is not None or self.before
                of_whom = complement[1] in {"of", "at"} and office.title.head.private and not served
                office.foreign = office.foreign or of_whom
                return
            self.spans.append((following, end))
            office.right = end

    def _read_address(self) -> None:
        """ "Minister for Foreign Affairs, Japan": the state behind a comma, and nothing more behind it."""
        words, office = self.words, self.office
        comma = words.after(office.right - 1)
        owner = words.owners.get(words.after(comma)) if words.at(comma) == "," else None
        if owner is None or self.before or self.behind or owner.form not in {"name", "abbreviation"}:
            return
        following = words.after(owner.end - 1)
        lists = words.at(following) == "," and words.after(following) in words.owners
        bracketed = words.at(words.before(office.left)) == "(" and words.at(following) == ")"
        told = self.spans or bracketed
        if words.at(following) in _ENDS and not lists and words.capital(office.start) and told:
            self.behind, office.right = [owner], owner.end

    def _read_house(self) -> None:
        """ "Director General (Americas), Ministry of Energy and Mines of *Peru*": the state behind the ministry."""
        words, office = self.words, self.office
        i = words.after(office.right - 1)
        if words.at(i) == "(":
            i = words.after(next((j for j in range(i, i + 6) if words.at(j) == ")"), i))
        if words.at(i) != "," or self.before or self.behind or not words.capital(office.start):
            return
        lexicon, first, housed = words.lexicon, words.after(i), False
        i = first
        while i not in words.owners and i < first + 20:
            part = words.longest(i, lexicon.part_at) or words.longest(i, lexicon.rank_at)
            unit = words.capital(i) and not housed and words.doc[i].ent_type_ != "PERSON"  # "Strategic Planning Group"
            if part is None and not unit and words.at(i) not in {"of", "for", "the", *JOINTS}:
                return
            housed = housed or words.at(i) in lexicon.ministries
            i = words.after(part[0] - 1 if part else i)
        owner = words.owners.get(i)
        if owner is not None and housed and owner.form in {"name", "abbreviation"} and owner.entity.kind == "state":
            self.behind = [owner]


def _tidy(text: str) -> str:
    text = " ".join(text.lower().split())
    text = re.sub(r"\b(of|for|to|from|at|with) ?'s\b", r"\1", text)
    text = re.sub(r"\s+([,'])", r"\1", text).removeprefix("'s ")
    return re.sub(r"(?:[\s,]|\b(?:of|for|to|from|at|with|in|on|the|and)\b)+$", "", text)
