"""Which office each person of a Doc holds, of whom, and since when: the best of the person's appointments."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kg_builder import headline
from kg_builder.allegiance import SINGLE, Allegiance, places
from kg_builder.appointments import Appointment
from kg_builder.home_leaders import HomeLeaders
from kg_builder.leaders import Renown
from kg_builder.model import Entity, Evidence, OfficeClass, Official, Tenure, TenureStatus
from kg_builder.office_words import Words
from kg_builder.offices import PORTFOLIOS, Office, office_class, sole_post
from kg_builder.persons import Named, name_of
from kg_builder.state_cues import StateCues

_STATUSES: tuple[TenureStatus, ...] = ("incumbent", "designate", "former")
_BARE = {
    "secretary",
    "minister",
    "representative",
    "commissioner",
    "leader",
    "ambassador",
    "director",
    "envoy",
    "undersecretary",
}


@dataclass(slots=True)
class _Held:
    """What is settled of one person."""

    appointment: Appointment
    office: Office
    of: Entity
    office_class: OfficeClass
    status: TenureStatus


@dataclass(slots=True)
class Tenures:
    """Settles the tenures of one Doc, surest first."""

    words: Words
    people: list[Named]
    phrases: list[Office]
    overlay: Path | None
    held: dict[int, _Held] = field(default_factory=dict)  #: by index in ``people``
    allegiance: Allegiance = field(init=False)
    renown: Renown = field(init=False)
    speaker: tuple[str, ...] = field(init=False)  #: office and name of who speaks, by the article's title

    def __post_init__(self) -> None:
        self.renown = Renown(self.words, self.phrases, self.overlay)
        self.allegiance = Allegiance(self.words, self.overlay, self._unnamed())
        article = self.words.doc._.article
        official = article is not None and article.title and self.allegiance.publisher is not None
        self.speaker = headline.speaker(article.title) if official else ()

    def read(self) -> list[Tenure | None]:
        """One per person, in order; None for who holds no office, or one of nobody knows whom."""
        self._explicit()
        self._dependent()
        self._by_context()
        self._dependent()
        return [self._tenure(n) for n in range(len(self.people))]

    def _explicit(self) -> None:
        for n, person in enumerate(self.people):
            person.appointments += self.renown.told_apart(person)
            told = [one for one in person.appointments if one.of and not _relative(one)]
            said = min(told, key=_preference).of if told else self._possessor(person) or self._by_title(person)
            of = said or self.renown.of(person)
            if of is not None:
                fitting = [one for one in person.appointments if one.of in {None, of} and not _relative(one)]
                if fitting:
                    self._hold(n, min(fitting, key=_fullness), of)

    def _possessor(self, person: Named) -> Entity | None:
        """ "Germany's X" anywhere in the text, for whom an office is told without its state."""
        owners = (StateCues(self.words).possessor(start) for start, _ in person.spans)
        return next((owner for owner in owners if owner is not None and owner.kind == "state"), None)

    def _by_title(self, person: Named) -> Entity | None:
        """Whose the article's title makes a person whom the text names without a state.

        Who speaks in a text, in the office that the title tells, is its publisher's.
        """
        article = self.words.doc._.article
        if article is None or not article.title or not person.appointments:
            return None
        owner = headline.owner_of(person.words[-1], article.title, places(self.overlay))
        *office, name = [word.casefold() for word in self.speaker] or [""]
        speaks = name == person.words[-1] and not person.titles.isdisjoint({*office, " ".join(office)})
        return self.allegiance.publisher if owner is None and speaks else owner

    def _occupy_speakers(self) -> None:
        """ "Statement by President X" leaves no other president to its publisher."""
        publisher = self.allegiance.publisher
        for end in range(len(self.speaker) - 1, 0, -1):
            title = self.words.lexicon.head_at.get(tuple(word.casefold() for word in self.speaker[:end]))
            if title is not None and publisher is not None:
                office = Office(0, 0, title, text=title.text)
                self.allegiance.taken.add((self._class(office, publisher), publisher))
                return

    def _dependent(self) -> None:
        """What hangs on another person: counterparts, predecessors, "Biden's adviser", "Japanese ministers A and B"."""
        for n, person in enumerate(self.people):
            for appointment in sorted(person.appointments, key=_preference):
                if n in self.held:
                    break
                if _relative(appointment):
                    self._relative(n, appointment)
                elif appointment.office.owner is not None:
                    other = self._person_at(appointment.office.owner, n)
                    if other is not None:
                        self._hold(n, appointment, other.of)
                elif (of := self._coordinated(appointment)) is not None:
                    self._hold(n, appointment, of)

    def _relative(self, n: int, appointment: Appointment) -> None:
        office = appointment.office
        owner = office.owner if office.owner is not None else office.start
        other = self._person_at(owner, n) or self._counterpart_of(appointment, owner, n)
        if other is None:
            return
        if office.title.text not in {"predecessor", "successor"}:
            if appointment.of is not None:
                self._hold(n, appointment, appointment.of, like=other)
            return
        status: TenureStatus = "former" if office.title.text == "predecessor" else appointment.status
        self._hold(n, appointment, appointment.of or other.of, like=other, status=status)

    def _counterpart_of(self, appointment: Appointment, i: int, n: int) -> _Held | None:
        """The office that "his Chilean counterpart" holds, where of the other nobody knows yet whose person it is."""
        if appointment.of is None or appointment.office.title.text in {"predecessor", "successor"}:
            return None
        before = [
            (start, min(person.appointments, key=_fullness))
            for m, person in enumerate(self.people)
            for start, end in person.spans
            if m != n and m not in self.held and person.appointments and self._reach(i) <= start and end <= i
        ]
        one = max(before, key=lambda found: found[0])[1] if before else None
        if one is None or _relative(one):
            return None
        return _Held(one, one.office, appointment.of, self._class(one.office, appointment.of), one.status)

    def _person_at(self, i: int, n: int) -> _Held | None:
        """Who is named at token ``i``, or last before it where a pronoun or nothing stands there."""
        latest: tuple[int, _Held] | None = None
        for m, person in enumerate(self.people):
            if m == n or m not in self.held:
                continue
            if any(start <= i < end for start, end in person.spans):
                return self.held[m]
            before = max((start for start, end in person.spans if end <= i), default=-1)
            if before >= 0 and (latest is None or before > latest[0]):
                latest = before, self.held[m]
        pronoun = self.words.at(i) in self.words.lexicon.possessives | {"the"} or latest is None
        in_reach = latest is not None and latest[0] >= self._reach(i)
        return latest[1] if latest and in_reach and (pronoun or not self.words.capital(i)) else None

    def _reach(self, i: int) -> int:
        """Start of the sentence before the one that token ``i`` stands in."""
        sentence = self.words.doc[i].sent
        return self.words.doc[sentence.start - 1].sent.start if sentence.start else 0

    def _coordinated(self, appointment: Appointment) -> Entity | None:
        """ "Japanese Foreign Minister A and Economy Minister B": B is Japan's too, unless both hold the same office."""
        held = self._joined(appointment) if appointment.titled else None
        return self._shared(held, appointment) if held else None

    def _beside(self, appointment: Appointment) -> Entity | None:
        """Whose the other is in "President A and Prime Minister B": not B's, most likely."""
        held = self._joined(appointment)
        return held.of if held and held.office_class in {"head-of-state", "head-of-government"} else None

    def _joined(self, appointment: Appointment) -> _Held | None:
        """Who is named right before, joined by "and" or a comma."""
        i = self.words.before(appointment.office.left)
        joints = 0
        while self.words.at(i) in {"and", ",", "&"}:
            i, joints = self.words.before(i), joints + 1
        for m, held in self.held.items() if joints else ():
            if any(start <= i < end for start, end in self.people[m].spans):
                return held
        return None

    def _shared(self, held: _Held, appointment: Appointment) -> Entity | None:
        head = appointment.office.title.head
        told = self._class(appointment.office, held.of)
        same = told == held.office_class and told in SINGLE
        possible = head.only or head.usual
        impossible = held.of.id in head.never or (bool(possible) and held.of.id not in possible)
        if same or told in {"head-of-state", "head-of-government"} or impossible:
            return None
        return held.of

    def _by_context(self) -> None:
        """The rest, those with the fewest possible states first, so that each answer narrows the others."""
        allegiance = self.allegiance
        self._occupy_speakers()
        for n in self.held:
            self._occupy(allegiance, n)
        self._own_leaders()
        waiting = True
        while waiting:  # each answer may leave an office to one person
            waiting = False
            for n in sorted(self._open(), key=lambda n: (self._choices(allegiance, n), n)):
                allegiance.contested = self._contested()
                waiting |= self._settle(allegiance, n)

    def _own_leaders(self) -> None:
        """In a text that a state publishes, its own president comes first."""
        home, taken, leaders = self.allegiance.publisher, self.allegiance.taken, HomeLeaders(self.words, self.people)
        if home is None or not (home.kind == "state" or self.allegiance.is_presided):
            return
        for n, one in leaders.of_administration():
            if n not in self.held and _fits(one.office, home) and (self._class(one.office, home), home) not in taken:
                self._hold(n, one, home)
                self._occupy(self.allegiance, n)
        for n, one, second in leaders.pairs():
            told = self._class(one.office, home)
            if not {n, second} & self.held.keys() and told in SINGLE and (told, home) not in taken:
                self._hold(n, one, home)
                self._occupy(self.allegiance, n)

    def _settle(self, allegiance: Allegiance, n: int) -> bool:
        """Whether the context tells whose person ``n`` is."""
        choices = sorted(self.people[n].appointments, key=_fullness)
        for one in choices:
            if _relative(one) or self._is_owned_by_person(one):
                continue
            of = self._coordinated(one) or allegiance.of(
                one.office, one.office.start, apart=self._beside(one), other=self._counterpart(one)
            )
            if of is not None:
                self._hold(n, choices[0] if _fits(choices[0].office, of) else one, of)
                self._occupy(allegiance, n)
                return True
        return False

    def _contested(self) -> frozenset[OfficeClass]:
        """Single offices that two or more persons hold now, of whom nobody knows yet."""
        told: Counter[OfficeClass] = Counter()
        for n in self._open():
            best = min(self.people[n].appointments, key=_fullness)
            if best.status == "incumbent" and not best.office.ranks:
                kinds = [part for part in PORTFOLIOS if part in best.office.parts] or [
                    best.office.title.head.office_class
                ]
                told[kinds[0]] += 1
        return frozenset(kind for kind, count in told.items() if count > 1 and kind in SINGLE)

    def _counterpart(self, appointment: Appointment) -> Entity | None:
        """ "Minister X and her Chilean counterpart": X is not Chile's."""
        end = self.words.doc[appointment.name[0]].sent.end
        behind = [one for one in self.phrases if appointment.name[1] <= one.left < min(end, appointment.name[1] + 8)]
        relative = next((one for one in behind if one.title.head.kind == "relative" and len(one.of) == 1), None)
        return relative.of[0] if relative else None

    def _open(self) -> list[int]:
        return [n for n, person in enumerate(self.people) if n not in self.held and person.appointments]

    def _choices(self, allegiance: Allegiance, n: int) -> int:
        return len(allegiance.candidates(min(self.people[n].appointments, key=_fullness).office))

    def _occupy(self, allegiance: Allegiance, n: int) -> None:
        held = self.held[n]
        if held.status == "incumbent":
            allegiance.taken.add((held.office_class, held.of))
            if (post := sole_post(held.office)) is not None:
                allegiance.posts.add((post, held.of))
        allegiance.spots |= {start: held.of for start, _ in self.people[n].spans}

    def _is_owned_by_person(self, appointment: Appointment) -> bool:
        owner = appointment.office.owner
        return owner is not None and self.words.at(owner) not in {"its", "our", "my", "their", "his", "her", "your"}

    def _unnamed(self) -> dict[tuple[str, Entity], set[int]]:
        """ "the Philippine defence minister" tells whose a nameless state's "Defence Secretary X" is; by the first
        tokens of the sentences that tell it."""
        named = {id(appointment.office) for person in self.people for appointment in person.appointments}
        found: dict[tuple[str, Entity], set[int]] = {}
        for office in self.phrases:
            if len(office.of) == 1 and id(office) not in named and not office.title.plural and not office.foreign:
                told = self._class(office, office.of[0])
                key = (told if told in SINGLE else office.text, office.of[0])
                found.setdefault(key, set()).add(self.words.doc[office.start].sent.start)
        return found

    def _class(self, office: Office, of: Entity) -> OfficeClass:
        return office_class(office, of, self.words.lexicon.civil_service)

    def _hold(
        self,
        n: int,
        appointment: Appointment,
        of: Entity,
        *,
        like: _Held | None = None,
        status: TenureStatus | None = None,
    ) -> None:
        """Settles person ``n``; ``like`` is whose office it is when the text only says "counterpart"."""
        office = like.office if like else appointment.office
        status = status or appointment.status
        for other in self.people[n].appointments:
            if status == "incumbent" and other.status != status and other.office.title.text == office.title.text:
                status = other.status
        told = like.office_class if like else self._class(office, of)
        told = self._secretary(told) if office.text == "secretary" else told
        self.held[n] = _Held(appointment, office, of, told, status)

    def _secretary(self, told: OfficeClass) -> OfficeClass:
        """A bare "Secretary X" is the secretary of the department that speaks."""
        article = self.words.doc._.article
        publisher: str = (article.publisher if article is not None else None) or ""
        for name, departments in self.words.lexicon.departments.items():
            if any(department in publisher for department in departments):
                return name
        return told

    def _tenure(self, n: int) -> Tenure | None:
        held = self.held.get(n)
        if held is None:
            return None
        official = Official(name_of(self.words, self.people[n]), held.of)
        evidence = self._evidence(held.appointment)
        return Tenure(official, held.office.text, held.office_class, held.status, evidence)

    def _evidence(self, appointment: Appointment) -> tuple[Evidence, ...]:
        """The office and the name in one stretch, or in two where the name stands in another sentence."""
        start, end = appointment.name
        if start < appointment.end and end > appointment.start:
            return (self._words_of(appointment.start, appointment.end),)
        return self._words_of(appointment.start, appointment.end), self._words_of(start, end)

    def _words_of(self, start: int, end: int) -> Evidence:
        doc = self.words.doc
        span = doc[start:end]
        article = doc._.article
        text: str = article.text if article is not None else doc.text
        return Evidence(span.start_char, span.end_char, text[span.start_char : span.end_char])


def _fits(office: Office, of: Entity) -> bool:
    head = office.title.head
    return of.id not in head.never and (not head.only or of.id in head.only) and head.kind != "relative"


def _relative(appointment: Appointment) -> bool:
    return appointment.office.title.head.kind == "relative"


def _preference(appointment: Appointment) -> tuple[bool, int, bool, int, int]:
    """Surest first: an office held now, told with its state, in more than one word."""
    return (*_fullness(appointment)[:2], appointment.of is None, *_fullness(appointment)[2:])


def _fullness(appointment: Appointment) -> tuple[bool, int, int, int]:
    """What the person is, best told: held now rather than once, the higher office, in more than one word."""
    office = appointment.office
    bare = office.text in _BARE or office.title.head.kind == "rank"
    return bare, _STATUSES.index(appointment.status), _weight(office), appointment.start


def _weight(office: Office) -> int:
    """The office that a person is known for comes first: "Deputy Prime Minister and Foreign Minister"."""
    if office.ranks & {"deputy", "below"}:
        return 2
    kind = office.title.head.kind
    return 0 if kind == "ruler" else 1 if kind != "chief" and office.parts & set(PORTFOLIOS) else 2
