"""Which office each person of a Doc holds, of whom, and since when: the best of the person's appointments."""

from dataclasses import dataclass, field
from pathlib import Path

from kg_builder.allegiance import SINGLE, Allegiance
from kg_builder.appointments import Appointment
from kg_builder.model import Entity, Evidence, OfficeClass, Official, Tenure, TenureStatus
from kg_builder.office_words import Words
from kg_builder.offices import Office, office_class
from kg_builder.persons import Named, name_of

_BARE = {"secretary", "minister", "representative", "commissioner", "leader"}


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

    def read(self) -> list[Tenure | None]:
        """One per person, in order; None for who holds no office, or one of nobody knows whom."""
        self._explicit()
        self._dependent()
        self._by_context()
        self._dependent()
        return [self._tenure(n) for n in range(len(self.people))]

    def _explicit(self) -> None:
        for n, person in enumerate(self.people):
            told = [appointment for appointment in person.appointments if appointment.of and not _relative(appointment)]
            if told:
                sure = min(told, key=_preference)
                fuller = [one for one in person.appointments if one.of in {None, sure.of} and one.status == sure.status]
                bare = sure.office.text in _BARE and fuller and min(fuller, key=_preference)
                chosen = bare or sure
                if sure.of is not None:
                    self._hold(n, chosen, chosen.office, sure.of)

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
                        self._hold(n, appointment, appointment.office, other.of)
                elif (of := self._coordinated(appointment)) is not None:
                    self._hold(n, appointment, appointment.office, of)

    def _relative(self, n: int, appointment: Appointment) -> None:
        office = appointment.office
        owner = office.owner if office.owner is not None else office.start
        other = self._person_at(owner, n)
        if other is None:
            return
        if office.title.text in {"counterpart", "opposite number"}:
            if appointment.of is not None:
                self._hold(n, appointment, other.office, appointment.of, other.office_class)
            return
        status: TenureStatus = "former" if office.title.text == "predecessor" else appointment.status
        self._hold(n, appointment, other.office, appointment.of or other.of, other.office_class, status)

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
        i = self.words.before(appointment.office.left)
        joints = 0
        while self.words.at(i) in {"and", ",", "&"}:
            i, joints = self.words.before(i), joints + 1
        if not joints or not appointment.titled:
            return None
        for m, held in self.held.items():
            for start, end in self.people[m].spans:
                if start <= i < end:
                    return self._shared(held, appointment)
        return None

    def _shared(self, held: _Held, appointment: Appointment) -> Entity | None:
        head = appointment.office.title.head
        told = self._class(appointment.office, held.of)
        same = told == held.office_class and told in SINGLE
        impossible = held.of.id in head.never or (bool(head.only) and held.of.id not in head.only) or bool(head.usual)
        usual = head.usual and held.of.id in head.usual
        if same or told in {"head-of-state", "head-of-government"} or (impossible and not usual):
            return None
        return held.of

    def _by_context(self) -> None:
        """The rest, those with the fewest possible states first, so that each answer narrows the others."""
        unnamed = self._unnamed()
        allegiance = Allegiance(self.words, self.overlay, unnamed)
        for n in self.held:
            self._occupy(allegiance, n)
        open_ones = [
            (n, appointment)
            for n, person in enumerate(self.people)
            if n not in self.held
            for appointment in sorted(person.appointments, key=_preference)[:1]
            if not _relative(appointment) and not self._is_owned_by_person(appointment)
        ]
        nobody = Entity("state", "")
        open_ones.sort(
            key=lambda one: (
                len(allegiance.candidates(one[1].office, self._class(one[1].office, nobody))),
                one[1].start,
            )
        )
        for n, appointment in open_ones:
            told = self._class(appointment.office, nobody)
            of = self._coordinated(appointment) or allegiance.of(appointment.office, told, appointment.office.start)
            if of is not None:
                self._hold(n, appointment, appointment.office, of)
                self._occupy(allegiance, n)

    def _occupy(self, allegiance: Allegiance, n: int) -> None:
        held = self.held[n]
        if held.status == "incumbent":
            allegiance.taken.add((held.office_class, held.of))
        allegiance.spots |= {start: held.of for start, _ in self.people[n].spans}

    def _is_owned_by_person(self, appointment: Appointment) -> bool:
        owner = appointment.office.owner
        return owner is not None and self.words.at(owner) not in {"its", "our", "my", "their", "his", "her", "your"}

    def _unnamed(self) -> list[tuple[OfficeClass, Entity]]:
        named = {id(appointment.office) for person in self.people for appointment in person.appointments}
        return [
            (self._class(office, office.of[0]), office.of[0])
            for office in self.phrases
            if len(office.of) == 1 and id(office) not in named and not office.title.plural and not office.foreign
        ]

    def _class(self, office: Office, of: Entity) -> OfficeClass:
        return office_class(office, of, self.words.lexicon.civil_service)

    def _hold(
        self,
        n: int,
        appointment: Appointment,
        office: Office,
        of: Entity,
        told: OfficeClass | None = None,
        status: TenureStatus | None = None,
    ) -> None:
        status = status or appointment.status
        for other in self.people[n].appointments:
            if status == "incumbent" and other.status != status and other.office.title.text == office.title.text:
                status = other.status
        self.held[n] = _Held(appointment, office, of, told or self._class(office, of), status)

    def _tenure(self, n: int) -> Tenure | None:
        held = self.held.get(n)
        if held is None:
            return None
        official = Official(name_of(self.words, self.people[n]), held.of)
        return Tenure(official, held.office.text, held.office_class, held.status, (self._evidence(held.appointment),))

    def _evidence(self, appointment: Appointment) -> Evidence:
        doc = self.words.doc
        span = doc[appointment.start : appointment.end]
        article = doc._.article if doc.has_extension("article") else None
        text: str = article.text if article is not None else doc.text
        return Evidence(span.start_char, span.end_char, text[span.start_char : span.end_char])


def _relative(appointment: Appointment) -> bool:
    return appointment.office.title.head.kind == "relative"


def _preference(appointment: Appointment) -> tuple[bool, bool, bool, int]:
    """Surest first: an office held now, told with its state, in more than one word."""
    bare = appointment.office.text in _BARE
    return bare, appointment.status != "incumbent", appointment.of is None, appointment.start
