"""Pairs offices with the names of those who hold them: "Foreign Minister X", "X, the minister", "X became ..."."""

from dataclasses import dataclass, field

from kg_builder import office_times
from kg_builder.letterheads import Letterheads
from kg_builder.model import Entity, TenureStatus
from kg_builder.name_spans import NameReader, Span
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.state_cues import StateCues

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

    @property
    def is_relative(self) -> bool:
        """ "His counterpart", "her successor": an office as another person has it."""
        return self.office.title.head.kind == "relative"


@dataclass(slots=True)
class Pairing:
    """Reads the appointments of one Doc."""

    words: Words
    names: NameReader
    offices: list[Office]
    runs: dict[int, int] = field(default_factory=dict)  #: start of a name by its end
    titled: dict[int, Office] = field(default_factory=dict)  #: the title before a name, by the name's end

    def appointments(self) -> list[Appointment]:
        self.runs = {end: start for start, end in self.names.runs}
        found: list[Appointment] = []
        for office in self.offices:
            if not office.foreign and not StateCues(self.words).leads_region(office) and not self._is_firms(office):
                self._inherit(office, found)
                found += self._of_office(office)
        return found

    def _of_office(self, office: Office) -> list[Appointment]:
        names = self._title(office)
        titled = bool(names)
        status: TenureStatus | None = None
        if not names and self._stands_alone(office):
            beside = self._apposition(office) or self._copula(office) or self._above(office)
            if beside is not None:
                names, status = [beside[0]], beside[1]
        if not names:
            names = self._joined(office)
            titled = bool(names)
        if not names and (office.definite or self.words.capital(office.start)):
            names = self._behind_comma(office)
        if not names:
            return []
        joined = [] if titled else self._chain(office)
        held = (office, *joined)
        owned = titled or any(one.of or one.owner is not None or not self._needs_owner(one) for one in held)
        if not owned and not self._letterheads.is_publishers(office) and not self._is_states_own(names[0]):
            return []
        found = self._appoint(office, names, status, titled=titled)
        return found + [told for one in joined for told in self._appoint(one, names, status, titled=False)]

    def _next(self, office: Office) -> Office | None:
        """The office in "X, prime minister *and minister of defence*", or behind a comma in a list of them."""
        words = self.words
        i = words.after(office.right - 1)
        if words.at(i) not in {"and", "&", "/", ","} or office.title.plural:
            return None
        following = words.after(i)
        following = words.after(following) if words.at(i) == "," and words.at(following) == "and" else following
        found = next((one for one in self.offices if one.left == one.start == following), None)
        if found is None or found.title.plural or found.foreign:
            return None
        return found if words.at(i) != "," or self._is_listed(office, found) else None

    def _is_listed(self, office: Office, other: Office) -> bool:
        """ "Deputy Prime Minister, Minister of Trade": both in capitals, without a name behind that parts them."""
        words = self.words
        capital = words.capital(office.start) and words.capital(other.start)
        named = self.names.read(self.names.after_titles(words.after(other.right - 1))) > other.right
        behind = office.of and office.left == office.start
        return capital and not behind and office.owner is None and (not named or words.at(office.left - 1) != ",")

    def _chain(self, office: Office) -> list[Office]:
        """The offices that one person holds, as they are joined behind this one."""
        found = [office]
        while (other := self._next(found[-1])) is not None:
            found.append(other)
        return found[1:]

    def _inherit(self, office: Office, found: list[Appointment]) -> None:
        """ "Biden's chief of staff, A, and press secretary, B": B's office is of whom A's is."""
        words = self.words
        i = words.before(office.left)
        if not found or office.definite or office.of or words.at(i) != "and":
            return
        i = words.before(i) if words.at(words.before(i)) == "," else i
        last = found[-1]
        abroad = last.office.dealing and office.title.head.kind in {"minister", "ruler"}  # an envoy and whom he meets
        if last.name[1] == i and not last.titled and not abroad and not self._is_others(office):
            office.of, office.owner, office.definite = last.office.of, last.office.owner, True

    def _is_others(self, office: Office) -> bool:
        """ "Peru's minister, A, and *President B of Chad*": the name behind the office tells its own state."""
        end = self.names.read(self.names.after_titles(self.words.after(office.right - 1)))
        return StateCues(self.words).behind(end)[0] is not None

    def _needs_owner(self, office: Office) -> bool:
        """ "X, a director": of what? A capitalised title with a portfolio is an office all the same."""
        head = office.title.head
        return (head.private or head.owned) and not (office.parts and self.words.capital(office.start))

    def _is_states_own(self, name: Span) -> bool:
        """ "Kenya's X became president", "Kenya's parliament elected X president"."""
        if StateCues(self.words).possessor(name[0]) is not None:
            return True
        verb = self.words.doc[name[0] - 1] if name[0] else None
        if verb is None or verb.lemma_ not in self.words.lexicon.appoint:
            return False
        subjects = [child.lower_ for child in verb.children if child.dep_ == "nsubj"]
        return any((subject,) in self.words.lexicon.part_at for subject in subjects)

    def _is_firms(self, office: Office) -> bool:
        """ "said Ann Roe, president of *Peru Mountain* Tours": the holder stands before, the state in a longer name."""
        words = self.words
        owner = words.owners.get(words.before(office.right))
        longer = owner is not None and owner.form == "name" and words.capital(words.after(office.right - 1))
        lower = not words.capital(office.start) and office.left == office.start
        return bool(longer) and lower and self._apposition(office) is not None

    @property
    def _letterheads(self) -> Letterheads:
        return Letterheads(self.words, self.names, self.runs)

    def _above(self, office: Office) -> tuple[Span, None] | None:
        """A line that is a name, above the office as a line: a letterhead or a signature."""
        name = self._letterheads.above(office)
        return (name, None) if name is not None else None

    def _stands_alone(self, office: Office) -> bool:
        return self.words.at(self.words.after(office.right - 1)) != "'s"

    def _title(self, office: Office) -> list[Span]:
        """ "Prime Minister X", "Presidents X and Y", "his counterpart X"."""
        words = self.words
        i = words.after(office.right - 1)
        if self.names.casing[office.start] == "capitals" and not self._is_speaker(i):
            return []
        if office.title.head.kind == "rank" and (not words.capital(office.start) or self._is_given(office)):
            return []
        i = words.after(i + 2) if self._is_acronym(i) else i
        names = self._list(self.names.after_titles(i), plural=office.title.plural)
        return [] if office.right > office.end and self._is_place(names) else names

    def _is_given(self, office: Office) -> bool:
        """The "Gen" of "Minister Gen X"."""
        titled = self.words.longest_before(self.words.before(office.start), self.words.lexicon.head_at)
        return bool(titled and titled[1]) and self.names.is_given(office.start, office.end)

    def _is_acronym(self, i: int) -> bool:
        """ "Minister of Trade (MOT) X"."""
        signs = self.words.doc[i : i + 3]
        return (
            len(signs) == 3
            and signs[0].text == "("
            and signs[1].is_upper
            and len(signs[1]) > 1
            and signs[2].text == ")"
        )

    def _is_place(self, names: list[Span]) -> bool:
        """ "Special Representative for the South Caucasus": the last word of a complement is no surname."""
        places = {"LOC", "GPE", "FAC", "NORP", "EVENT"}
        return any(end - start == 1 and self.words.doc[start].ent_type_ in places for start, end in names)

    def _joined(self, office: Office) -> list[Span]:
        """ "Deputy Prime Minister and Foreign Minister X": both are X's, unless "the" sets the first apart."""
        words, others = self.words, self._chain(office)
        apart = any(one.kind == "state" for other in others for one in other.of)
        if not others or apart or words.at(office.left) == "the":
            return []
        return self._title(others[-1]) if all(words.capital(one.start) for one in (office, *others)) else []

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
        """Over "MP" and "of Germany" between the names of a list."""
        words = self.words
        i = words.after(i) if words.at(i) in words.lexicon.post_nominals else i
        j = words.after(i) if words.at(i) in {"of", "from", "("} else i
        j = words.after(j) if words.at(j) == "the" else j
        if j == i or j not in words.owners:
            return i
        end = words.after(words.owners[j].end - 1)
        return words.after(end) if words.at(i) == "(" and words.at(end) == ")" else end

    def _is_body(self, start: int, end: int) -> bool:
        """ "King Abdulaziz University", "General Motors", "General Border Committee": the name is not a person's."""
        words = self.words
        if (
            words.capital(end)
            and words.longest(end, words.lexicon.part_at)
            and words.at(end) in words.lexicon.assemblies
        ):
            return True
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
        if words.at(comma) not in {",", ":", "(", "–", "—"}:
            return []
        i = self.names.after_titles(words.after(comma))
        names = self._list(i, plural=office.title.plural)
        if not names or (office.title.plural and len(names) < 2):  # "of the two leaders, X said"
            return []
        honored = i > words.after(comma)
        sure = honored or not self.names.is_surname_only(names[0]) or office.title.plural
        closed = (honored and not self._is_spoken(office, names[-1])) or self._is_closed(office, names[-1])
        closed = closed or office.title.plural
        return names if sure and closed else []

    def _is_spoken(self, office: Office, name: Span) -> bool:
        """ "They would meet the president of Peru, *Mr. X said*": who speaks of the office."""
        words = self.words
        begins = words.doc[office.left].is_sent_start or words.at(words.before(office.left)) in {",", '"', "\n", ""}
        return not begins and name[1] < len(words.doc) and words.doc[name[1]].lemma_ in words.lexicon.telling

    def _is_closed(self, office: Office, name: Span) -> bool:
        """Whether the name behind the comma is all there is to the office, and no subject of its own.

        The second comma is forgotten often: "met the minister of Chad, *X in* Oslo", "*The minister* of Chad, *X
        arrived*"; but "At the side of the minister of Chad, X spoke".
        """
        words, end = self.words, self._behind_state(name[1])
        if words.at(end) in _STOPS:
            return True
        if not (office.of or office.parts) or end >= len(words.doc):
            return False
        opens = words.doc[office.left].is_sent_start and words.doc[end].tag_ in {"VBD", "VBZ", "VBP", "MD"}
        return bool(opens) or (words.doc[end].tag_ == "IN" and words.at(end) not in {"of", "from", "that"})

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
        end = end - 1 if self.words.at(end - 1) in self.words.lexicon.post_nominals else end
        start = self.runs.get(end)
        title = self.titled.get(end)
        if start is None or (title is not None and (title.of or title.title.head.kind in {"minister", "ruler"})):
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
            if set(said) & set(lexicon.copulas[status]) and not set(said) & lexicon.entering:
                return (start, end), status
        return (start, end), None

    def _appoint(
        self, office: Office, names: list[Span], status: TenureStatus | None, *, titled: bool
    ) -> list[Appointment]:
        found, cues = [], StateCues(self.words)
        for n, name in enumerate(names):
            of, end = cues.behind(name[1])
            if titled:
                self.titled[name[1]] = office
            if len(office.of) > 1:
                of = office.of[n] if n < len(office.of) and len(office.of) == len(names) else of
            elif office.of and not (office.of_agency and of is not None and of.kind == "state"):
                of = office.of[0]
            elif of is None:
                of = (
                    cues.leads(office)
                    or cues.includes(office)
                    or cues.signs_for(max(office.right, name[1]))
                    or cues.accompanied(name[1])
                    or cues.before(office)
                    or cues.line(office.left if titled else name[0])
                    or (None if titled else cues.possessor(name[0]))
                )
            start = min(office.left, name[0])
            stop = max(office.right, end if not office.of and of else name[1])
            if n and titled:
                start = office.left
            past = office.status == "incumbent" and office_times.is_over(self.words, max(office.right, name[1], end))
            told = "former" if past else status or office.status
            found.append(Appointment(name, office, of, told, start, stop, titled))
        if office.title.head.kind not in {"ruler", "minister"}:
            for appointment in found:
                appointment.of = appointment.of or found[-1].of  # "Directors A and B from the U.S. Council"
        return found
