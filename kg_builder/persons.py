"""Which spans of a text name the same person: full names first, then surnames alone.

Two people of one surname stay two where their given names differ; a surname alone goes to the one who bears the same
title or was named last.
"""

from dataclasses import dataclass, field

from kg_builder.appointments import Appointment
from kg_builder.model import Entity, OfficeClass, TenureStatus
from kg_builder.name_spans import NameReader, Span
from kg_builder.office_words import Words
from kg_builder.offices import PORTFOLIOS, Office
from kg_builder.personal_names import same_person

_SUFFIXES = ("Jr.", "Sr.")
_STATUSES: tuple[TenureStatus, ...] = ("incumbent", "designate", "former")


@dataclass(frozen=True, slots=True)
class Held:
    """The office that is settled of a person: whose it is, and which of the person's appointments tells it best."""

    appointment: Appointment
    office: Office
    of: Entity
    office_class: OfficeClass
    status: TenureStatus


@dataclass(slots=True)
class Named:
    """A person under construction; ``spans`` in text order, the first being no better than the others."""

    words: list[str]  #: of the fullest name, folded
    full: Span
    spans: list[Span]
    appointments: list[Appointment] = field(default_factory=list)
    held: Held | None = None

    @property
    def titles(self) -> set[str]:
        return {appointment.office.title.text for appointment in self.appointments}

    def fullest(self) -> Appointment:
        """What the person is, best told: held now rather than once, the higher office, in more than one word."""
        return min(self.appointments, key=fullness)

    def surest(self) -> list[Appointment]:
        """Surest first: an office held now, told with its state, in more than one word."""
        return sorted(self.appointments, key=lambda one: (*fullness(one)[:2], one.of is None, *fullness(one)[2:]))


def fullness(appointment: Appointment) -> tuple[bool, int, int, int]:
    office = appointment.office
    presides = office.presides  # "the President of the Council, Ambassador X of Peru"
    alone = office.title.bare and office.text == office.title.text
    bare = alone or office.text in {"mp", "mep"} or office.title.head.kind == "rank"
    return bare or presides, _STATUSES.index(appointment.status), _weight(office) + 3 * presides, appointment.start


def _weight(office: Office) -> int:
    """The office that a person is known for comes first: "Deputy Prime Minister and Foreign Minister"."""
    if office.ranks & {"deputy", "below"}:
        return 2
    kind = office.title.head.kind
    return 0 if kind == "ruler" else 1 if kind != "chief" and office.parts & set(PORTFOLIOS) else 2


def persons(words: Words, names: NameReader, appointments: list[Appointment]) -> list[Named]:
    """Everybody named in the Doc, in order of first mention."""
    return _Clusters(words, names, appointments).read()


def name_of(words: Words, person: Named) -> str:
    """The fullest form in the text; a name known only from capitals ("SECRETARY BLINKEN:") in usual letters."""
    text = " ".join(words.doc[person.full[0] : person.full[1]].text.replace("ʼ", "'").split())
    if text.endswith(".") and not text.endswith(_SUFFIXES):  # the full stop of the sentence ("met Naoto Kan.")
        text = text[:-1]
    return text.title() if text.isupper() and len(text) > 3 else text


@dataclass(slots=True)
class _Clusters:
    words: Words
    names: NameReader
    appointments: list[Appointment]
    people: list[Named] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)

    def read(self) -> list[Named]:
        by_name: dict[Span, list[Appointment]] = {}
        for appointment in self.appointments:
            by_name.setdefault(appointment.name, []).append(appointment)
        claimed = {i for start, end in by_name for i in range(start, end)}
        runs = [run for run in self.names.runs if not claimed & set(range(*run)) and self._is_person(run)]
        for span in sorted([*by_name, *runs], key=lambda span: (len(self._parts(span)) < 2, span)):
            self._add(span, by_name.get(span, []))
        self._surnames()
        for person in self.people:
            person.spans = sorted(set(person.spans))
        return sorted(self.people, key=lambda person: person.spans[0])

    def _is_person(self, span: Span) -> bool:
        """A run of capitals alone is no person; the model or a courtesy title must say so."""
        courteous = self.words.longest_before(self.words.before(span[0]), self.words.lexicon.honorific_at)
        if courteous is not None:
            return True
        kinds = [token.ent_type_ for token in self.words.doc[span[0] : span[1]]]
        return not self.names.is_surname_only(span) and kinds.count("PERSON") * 2 > len(kinds)

    def _parts(self, span: Span) -> list[str]:
        doc, lexicon = self.words.doc, self.words.lexicon
        text = doc[span[0] : span[1]].text
        told = [part.strip('.,"()') for part in text.replace("-", " ").split()]
        parts = [part.casefold() for part in told if part]
        beside = {part.casefold() for part in told if part.isupper() or part in {"Jr", "Sr"}} & lexicon.suffixes
        return [part for part in parts if part not in beside and part not in lexicon.particles] or parts

    def _add(self, span: Span, appointments: list[Appointment]) -> None:
        parts = self._parts(span)
        person = self._same_full(span, parts) if len(parts) > 1 else self._same_surname(span, parts, appointments)
        if person is None:
            person = Named(parts, span, [])
            self.people.append(person)
        person.spans.append(span)
        person.appointments += appointments
        if len(self._text(span)) > len(self._text(person.full)) and not self._text(span).isupper():
            person.words, person.full = parts, span
        self.covered.update(range(*span))

    def _text(self, span: Span) -> str:
        return self.words.doc[span[0] : span[1]].text

    def _same_full(self, span: Span, parts: list[str]) -> Named | None:
        return next(
            (
                person
                for person in self.people
                if len(person.words) > 1 and same_person(self._text(span), self._text(person.full))
            ),
            None,
        )

    def _same_surname(self, span: Span, parts: list[str], appointments: list[Appointment]) -> Named | None:
        """The best bearer of one word: same title, surname in its usual place, named last."""
        told = {entity for appointment in appointments if (entity := appointment.of)}
        titles = {appointment.office.title.text for appointment in appointments}
        best: tuple[tuple[float, int], Named] | None = None
        for person in self.people:
            fit = _fit(parts[0], person.words)
            held = {entity for appointment in person.appointments if (entity := appointment.of)}
            if not fit or (told and held and not told & held):
                continue
            if titles and fit < 0.9 and not titles & person.titles:
                continue
            fit += 2.0 * bool(titles & person.titles) + 0.5 * bool(person.appointments)
            last = max((start for start, _ in person.spans if start < span[0]), default=-1)
            if best is None or (fit, last) > best[0]:
                best = (fit, last), person
        return best[1] if best else None

    def _surnames(self) -> None:
        """Single words that repeat somebody's surname."""
        words = self.words
        known = {part for person in self.people for part in person.words if len(part) > 1}
        for i, word in enumerate(words.lower):
            if word.casefold() not in known or i in self.covered or not words.capital(i) or i in words.owners:
                continue
            if word in words.lexicon.word_names and words.doc[i].is_sent_start:  # "He left": a pronoun, most likely
                continue
            if not self._leans(i):
                self._mention(i)

    def _mention(self, i: int) -> None:
        word = self.words.lower[i].casefold()
        person = self._same_surname((i, i + 1), [word], [])
        if person is not None:
            start = i
            while (
                start > 0 and self.words.at(start - 1) in self.words.lexicon.particles and start - 1 not in self.covered
            ):
                start -= 1
            person.spans.append((start, i + 1))
            self.covered.add(i)

    def _leans(self, i: int) -> bool:
        """Part of somebody else's name or of a thing's: "Jill Biden", "Trump Tower"."""
        words = self.words
        if self.names.casing[i] != "sentence":
            return False
        return self._belongs(words.before(i), i) or self._belongs(i + 1, i)

    def _belongs(self, other: int, i: int) -> bool:
        words = self.words
        if not 0 <= other < len(words.lower) or abs(other - i) > 1 or not words.capital(other) or other in words.owners:
            return False
        word, token = words.at(other), words.doc[other]
        if other > i:
            ending = word in words.lexicon.not_names or word in words.lexicon.suffixes or token.is_sent_start
            return not ending and not words.starts_office(other) and token.pos_ == "PROPN" and token.is_alpha
        title, courtesy = words.lexicon.head_at, words.lexicon.honorific_at
        titled = words.longest_before(other, title) is not None or words.longest_before(other, courtesy) is not None
        plain = (
            token.is_sent_start or word in words.lexicon.not_names or token.pos_ != "PROPN" or not token.text.isalpha()
        )
        return not titled and not plain


def _fit(word: str, name: list[str]) -> float:
    """How well a word alone stands for a name: as its last word, as its first (Lee Jae Myung), in between."""
    if word == name[-1]:
        return 1.0
    if word == name[0]:
        return 0.9
    return 0.6 if word in name[1:-1] and len(word) > 2 else 0.0
