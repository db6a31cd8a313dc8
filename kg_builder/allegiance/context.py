"""The evidence: what one article tells of its states and offices, and whose people are settled so far."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg_builder.allegiance.origin import Origin, origin
from kg_builder.appointments import Appointment
from kg_builder.gazetteer import capitals
from kg_builder.model import Entity, OfficeClass, TenureStatus
from kg_builder.office_words import Words
from kg_builder.offices import PORTFOLIOS, Office, office_class, sole_post
from kg_builder.persons import Held, Named

#: Offices of which a state or organization has one holder at a time.
SINGLE: frozenset[OfficeClass] = frozenset(
    {
        "head-of-state",
        "head-of-government",
        "foreign-minister",
        "defence-minister",
        "finance-minister",
        "organization-head",
    }
)
LEADERS: frozenset[OfficeClass] = frozenset({"head-of-state", "head-of-government"})


@dataclass
class Context:
    """Of one Doc. ``taken``, ``posts`` and ``spots`` grow as persons find their state, and narrow it for the rest."""

    words: Words
    people: list[Named]
    phrases: list[Office]
    overlay: Path | None
    taken: set[tuple[OfficeClass, Entity]] = field(default_factory=set)  #: offices that somebody holds now
    posts: set[tuple[str | None, Entity]] = field(default_factory=set)  #: the same of posts of one holder
    spots: dict[int, Entity] = field(default_factory=dict)  #: whose official is named at a token
    origin: Origin = field(init=False)
    counts: Counter[Entity] = field(init=False)  #: how often the text names a state or organization
    order: list[Entity] = field(init=False)  #: its states, in order of first mention
    lead: list[Entity] = field(init=False)  #: states in the first sentence, a headline mostly
    #: offices told with their state but no name, by class where it is single, else by title; and in which sentences
    unnamed: dict[tuple[str, Entity], set[int]] = field(init=False)

    def __post_init__(self) -> None:
        named = [owner for i, owner in sorted(self.words.owners.items()) if i == owner.start]
        self.origin = origin(self.words, self.overlay)
        self.counts = Counter(owner.entity for owner in named)
        self.order = list(dict.fromkeys(owner.entity for owner in named if owner.entity.kind == "state"))
        first = next((sentence.end for sentence in self.words.doc.sents if sentence.text.strip()), 0)
        self.lead = [entity for entity in self.order if any(o.entity == entity and o.start < first for o in named)]
        self.unnamed = self._unnamed()
        self._occupy_speaker()

    @cached_property
    def cities(self) -> dict[int, Entity]:
        """States whose capital is named at a token, if only as a place."""
        doc, found = self.words.doc, {}
        for hit in capitals(self.overlay).find(doc.text):
            span = doc.char_span(hit.start, hit.end)
            if span is not None and span.start not in self.words.owners:
                found[span.start] = hit.value
        return found

    def class_of(self, office: Office, of: Entity) -> OfficeClass:
        return office_class(office, of, self.words.lexicon.civil_service)

    def open(self) -> list[Named]:
        """Those in an office of nobody knows whom yet."""
        return [person for person in self.people if person.held is None and person.appointments]

    def contested(self) -> frozenset[OfficeClass]:
        """Single offices that two or more persons hold now, of whom nobody knows yet."""
        told: Counter[OfficeClass] = Counter()
        for person in self.open():
            best = person.fullest()
            if best.status == "incumbent" and not best.office.ranks:
                kinds = [part for part in PORTFOLIOS if part in best.office.parts]
                told[kinds[0] if kinds else best.office.title.head.office_class] += 1
        return frozenset(kind for kind, count in told.items() if count > 1 and kind in SINGLE)

    def is_led(self, entity: Entity, told: OfficeClass) -> bool:
        """Whether another leader of the state is told of: that one is near says nothing of this one's state."""
        return told in LEADERS and any((other, entity) in self.taken for other in LEADERS)

    def depends(self, one: Appointment) -> bool:
        """ "His counterpart X", "Doe's adviser X": another person tells whose X is, not the text around."""
        owner, owning = one.office.owner, {"its", "our", "my", "their", "his", "her", "your"}
        return one.is_relative or (owner is not None and self.words.at(owner) not in owning)

    def hold(self, person: Named, one: Appointment, of: Entity, like: Held | None = None) -> None:
        """Settles the person; ``like`` is whose office it is where the text only says "counterpart"."""
        office = like.office if like else one.office
        status: TenureStatus = "former" if one.office.title.text == "predecessor" else one.status
        for other in person.appointments:
            if status == "incumbent" and other.status != status and other.office.title.text == office.title.text:
                status = other.status
        told = like.office_class if like else self.class_of(office, of)
        told = self._department() or told if office.text == "secretary" else told
        person.held = Held(one, office, of, told, status)
        if status == "incumbent":
            self.taken.add((told, of))
            if (post := sole_post(office)) is not None:
                self.posts.add((post, of))
        self.spots |= {start: of for start, _ in person.spans}

    def _department(self) -> OfficeClass | None:
        """A bare "Secretary X" is the secretary of the department that speaks."""
        article = self.words.doc._.article
        publisher: str = (article.publisher if article is not None else None) or ""
        departments = self.words.lexicon.departments.items()
        return next((name for name, those in departments if any(one in publisher for one in those)), None)

    def _occupy_speaker(self) -> None:
        """ "Statement by President X" leaves no other president to its publisher."""
        publisher, speaker = self.origin.publisher, self.origin.speaker
        for end in range(len(speaker) - 1, 0, -1):
            title = self.words.lexicon.head_at.get(tuple(word.casefold() for word in speaker[:end]))
            if title is not None and publisher is not None:
                self.taken.add((self.class_of(Office(0, 0, title, text=title.text), publisher), publisher))
                return

    def _unnamed(self) -> dict[tuple[str, Entity], set[int]]:
        """ "the Philippine defence minister" tells whose a nameless state's "Defence Secretary X" is; by the first
        tokens of the sentences that tell it."""
        named = {id(appointment.office) for person in self.people for appointment in person.appointments}
        found: dict[tuple[str, Entity], set[int]] = {}
        for office in self.phrases:
            if len(office.of) == 1 and id(office) not in named and not office.title.plural and not office.foreign:
                told = self.class_of(office, office.of[0])
                key = (told if told in SINGLE else office.text, office.of[0])
                found.setdefault(key, set()).add(self.words.doc[office.start].sent.start)
        return found
