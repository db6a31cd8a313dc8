"""Pairs offices with the names of those who hold them: "Foreign Minister X", "X, the foreign minister", "X became ..."."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg_builder.model import Entity, TenureStatus
from kg_builder.name_spans import NameReader, Span
from kg_builder.office_words import Words
from kg_builder.offices import Office

_STOPS = {",", ".", ";", ":", ")", "\n", "-", "--", "—", "–", '"', "and", "who", "?", "!", ""}


@dataclass(slots=True)
class Appointment:
    """One place where the text gives a person an office; ``of`` is None where only the context can tell."""

    name: Span
    office: Office
    of: Entity | None
    status: TenureStatus
    start: int
    end: int
    titled: bool  #: the office stands before the name as a title


@dataclass(slots=True)
class Pairing:
    """Reads the appointments of one Doc."""

    words: Words
    names: NameReader
    offices: list[Office]
    runs: dict[int, int] = field(default_factory=dict)  #: start of a name by its end
    titled: set[int] = field(default_factory=set)  #: ends of names that a title before them has claimed

    def appointments(self) -> list[Appointment]:
        self.runs = {end: start for start, end in self.names.runs()}
        found: list[Appointment] = []
        for office in self.offices:
            if not office.foreign:
                found += self._of_office(office)
        return found + list(self._seats())

    def _of_office(self, office: Office) -> list[Appointment]:
        names = self._title(office)
        titled = bool(names) and names[0][0] == self.names.after_titles(self.words.after(office.right - 1))
        status: TenureStatus | None = None
        if not names and self._stands_alone(office):
            beside = self._apposition(office) or self._copula(office)
            if beside is not None:
                names, status = [beside[0]], beside[1]
        if not names and (office.definite or self.words.capital(office.start)):
            names = self._behind_comma(office)
        if not names:
            return []
        if not titled and not office.of and office.owner is None and self._needs_owner(office):
            return []
        return self._appoint(office, names, status, titled=titled)

    def _needs_owner(self, office: Office) -> bool:
        """ "X, a director": of what? A capitalised title with a portfolio is an office all the same."""
        head = office.title.head
        return (head.private or head.owned) and not (office.parts and self.words.capital(office.start))

    def _stands_alone(self, office: Office) -> bool:
        return self.words.at(self.words.after(office.right - 1)) != "'s"

    def _title(self, office: Office) -> list[Span]:
        """ "Prime Minister X", "Presidents X and Y", "his counterpart X"."""
        words = self.words
        i = words.after(office.right - 1)
        if self.names.casing[office.start] == "capitals" and not self._is_speaker(i):
            return []
        if office.title.head.kind == "rank" and not words.capital(office.start):
            return []
        return self._list(self.names.after_titles(i), plural=office.title.plural)

    def _is_speaker(self, i: int) -> bool:
        """ "SECRETARY BLINKEN:" in a transcript."""
        end = self.names.read(i)
        return end > i and self.words.at(end) == ":"

    def _list(self, i: int, *, plural: bool) -> list[Span]:
        names: list[Span] = []
        while (end := self.names.read(i)) > i and not self._is_body(i, end):
            names.append((i, end))
            if not plural:
                break
            i = self._behind_state(end)
            while self.words.at(i) in {",", "and", "&"}:
                i = self.words.after(i)
            i = self.names.after_titles(i)
        return names

    def _behind_state(self, i: int) -> int:
        """Over "of Germany" between the names of a list."""
        words = self.words
        j = words.after(i) if words.at(i) in {"of", "from", "("} else i
        j = words.after(j) if words.at(j) == "the" else j
        return words.after(words.owners[j].end - 1) if j > i and j in words.owners else i

    def _is_body(self, start: int, end: int) -> bool:
        """ "King Abdulaziz University", "General Motors": the name is not a person's."""
        words = self.words
        if {words.at(end), words.at(end - 1)} & words.lexicon.private_words and words.capital(
            end - 1 if words.at(end - 1) in words.lexicon.private_words else end
        ):
            return True
        entity = next((ent for ent in words.doc[start:end].sent.ents if ent.start < start and ent.end >= end), None)
        return entity is not None and entity.label_ in {"FAC", "LAW", "WORK_OF_ART", "EVENT"} and entity.end > end

    def _behind_comma(self, office: Office) -> list[Span]:
        """ "the foreign minister, X, said", "Minister of Trade of Canada, Mr. X."."""
        words = self.words
        comma = words.after(office.right - 1)
        if words.at(comma) not in {",", ":", "("}:
            return []
        i = self.names.after_titles(words.after(comma))
        names = self._list(i, plural=office.title.plural)
        if not names:
            return []
        honored = i > words.after(comma)
        sure = honored or not self.names.is_surname_only(names[0]) or office.title.plural
        follows = words.at(names[-1][1])
        return names if sure and (follows in _STOPS or office.title.plural or honored) else []

    def _apposition(self, office: Office) -> tuple[Span, TenureStatus | None] | None:
        """ "X, the foreign minister", "X, 54, a former president of Y"."""
        words = self.words
        comma = words.before(office.left)
        if words.at(comma) not in {",", "(", "—", "–"}:
            return None
        end = comma
        age = words.before(comma)
        if words.doc[age].like_num and words.at(words.before(age)) == ",":
            end = words.before(age)
        return self._named_before(end, office)

    def _named_before(self, end: int, office: Office) -> tuple[Span, TenureStatus | None] | None:
        end = self.words.before(end) + 1
        start = self.runs.get(end)
        if start is None or end in self.titled:
            return None
        if not office.definite and not office.of and self.names.is_surname_only((start, end)):
            return None
        if self.words.at(self.words.after(office.right - 1)) not in _STOPS and not office.definite and not office.of:
            return None
        return (start, end), None

    def _copula(self, office: Office) -> tuple[Span, TenureStatus | None] | None:
        """ "X is the foreign minister", "X, who served as ...", "X was elected president", "named X as ..."."""
        words, lexicon = self.words, self.words.lexicon
        said: list[str] = []
        i = words.before(office.left)
        while words.at(i) and len(said) < 7 and any(words.at(i) in told for told in lexicon.copulas.values()):
            said.append(words.at(i))
            i = words.before(i)
        i = words.before(i) if said and words.at(i) == "," else i
        end = i + 1
        start = self.runs.get(end)
        if start is None:
            return None
        if not said or set(said) <= {"as", "to", "be", "serve"}:
            verbs = words.doc[max(0, start - 5) : start]
            verb = next(
                (token for token in reversed(list(verbs)) if token.lemma_ in lexicon.appoint and token.pos_ == "VERB"),
                None,
            )
            if verb is None:
                return None
            said.append(verb.lower_)
        if set(said) <= {"and", "as", "in", "into", "over", "has", "who", "also"}:
            return None
        for status in ("designate", "former"):
            if set(said) & set(lexicon.copulas[status]) and not set(said) & {
                "appointed",
                "elected",
                "sworn",
                "reelected",
            }:  # type: ignore[index]
                return (start, end), status  # type: ignore[return-value]
        return (start, end), None

    def _appoint(
        self, office: Office, names: list[Span], status: TenureStatus | None, *, titled: bool
    ) -> list[Appointment]:
        found = []
        for n, name in enumerate(names):
            of, end = self._state_behind(name[1])
            if titled:
                self.titled.add(name[1])
            if len(office.of) > 1:
                of = office.of[n] if n < len(office.of) and len(office.of) == len(names) else of
            elif office.of:
                of = office.of[0] if office.of[0].kind == "state" or of is None else office.of[0]
            elif of is None:
                of = self._led(office) or self._signed(max(office.right, name[1]))
            start = min(office.left, name[0])
            stop = max(office.right, end if not office.of and of else name[1])
            if n and titled:
                start = office.left
            found.append(Appointment(name, office, of, status or office.status, start, stop, titled))
        return found

    def _led(self, office: Office) -> Entity | None:
        """ "the Government of Iraq, led by Prime Minister X", "a U.S. delegation headed by"."""
        words = self.words
        i = words.before(office.left)
        if words.at(i) != "by" or words.at(words.before(i)) not in words.lexicon.leading:
            return None
        near = [words.owners[j].entity for j in range(max(0, i - 7), i) if j in words.owners]
        return near[-1] if near else None

    def _signed(self, i: int) -> Entity | None:
        """ "X, Deputy Minister for Trade, signed for Ghana"."""
        words = self.words
        i = words.after(i) if words.at(i) == "," else i
        if words.at(i) not in words.lexicon.signing:
            return None
        for j in range(i + 1, min(i + 6, len(words.lower))):
            if j in words.owners:
                return words.owners[j].entity
            if words.at(j) not in {"for", "on", "behalf", "of", "the", "it", "government"}:
                return None
        return None

    def _state_behind(self, i: int) -> tuple[Entity | None, int]:
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

    def _seats(self) -> Iterator[Appointment]:
        """ "represented in the Senate by Republican X": a party and a chamber make a legislator."""
        words, lexicon = self.words, self.words.lexicon
        for i, word in enumerate(words.lower):
            if word not in lexicon.parties or not words.capital(i) or (end := self.names.read(i + 1)) == i + 1:
                continue
            sentence = words.doc[i].sent
            chamber = next(
                (
                    token
                    for token in sentence
                    if token.i < i and token.lower_ in lexicon.party_seats and words.capital(token.i)
                ),
                None,
            )
            if chamber is None or end in self.titled:
                continue
            title = lexicon.head_at[(lexicon.party_seats[chamber.lower_],)]
            if title:
                self.titled.add(end)
                office = Office(i, i + 1, title, i, i + 1, title.text)
                yield Appointment((i + 1, end), office, None, "incumbent", chamber.i, end, True)
