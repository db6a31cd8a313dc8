"""The narrow waist: what the language side hands to the graph side.

What stands before a ``Fact`` knows no RDF, what stands behind it knows no spaCy. Everything here is frozen, hashable
and ordered as the text is, so that the same article always gives the same facts in the same order.

Offsets are in Unicode code points of ``Article.text``, end exclusive (Web Annotation, TextPositionSelector).
Dates are ISO 8601 at the precision known: ``2024-06-26``, ``2024-06``, ``2024``.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

EntityKind = Literal["state", "organization", "company", "group", "good"]
EventType = Literal[
    "agreement", "commitment", "meeting", "visit", "cooperation", "aid", "support", "policy",
    "restriction", "easing", "criticism", "request", "rejection", "threat", "military",
]  # fmt: skip
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
#: Types in which all parties act alike: they are all actors, and there are no targets.
MUTUAL: frozenset[EventType] = frozenset({"agreement", "meeting", "cooperation"})
Status = Literal["occurred", "ongoing", "planned", "proposed", "not-occurred"]
TenureStatus = Literal["incumbent", "former", "designate"]
OfficeClass = Literal[
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "finance-minister", "minister",
    "diplomat", "legislator", "central-banker", "military-officer", "spokesperson", "organization-head", "official",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact words of the article: ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it came. ``body`` are the stretches that extraction reads; the rest is captions, links, tags."""

    id: str  #: stable name: the path below the folder given, or FILE#N for line N of a JSONL file
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    body: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: its name, and the reason with its mend."""

    article: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing with an identity of its own.

    ``id`` is an ISO 3166-1 alpha-3 code (XKX for Kosovo) for a state, the lexicon's name for an organization or a
    group, the text's words for a company, the scheme's id for a good.
    """

    kind: EntityKind
    id: str

    @property
    def record(self) -> str:
        """As docs/annotation.md writes a party: ``JPN``, ``European Commission``, ``org:Sojitz``, ``org:Hamas``."""
        return f"org:{self.id}" if self.kind in {"company", "group"} else self.id


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where the text names an entity. ``form`` says how, since a demonym and a name bear different weight."""

    start: int
    end: int
    entity: Entity
    form: Literal["name", "abbreviation", "demonym", "capital", "phrase"] = "name"


@dataclass(frozen=True, slots=True, order=True)
class Official:
    """A person in a public office of a state or an organization; ``name`` is the fullest form without title."""

    name: str
    of: Entity


@dataclass(frozen=True, slots=True)
class Reference:
    """The article names a state, an organization or a good."""

    entity: Entity
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds, held or will hold an office; ``office`` is in the text's words, lower case, without the state."""

    official: Official
    office: str
    office_class: OfficeClass
    status: TenureStatus
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0


#: Within an article a meeting or a visit is its own subject: two parties meet once on a day, but may agree on much.
_OWN_SUBJECT: frozenset[EventType] = frozenset({"meeting", "visit"})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that parties did, do, plan or refuse (docs/annotation.md gives the meaning of each type)."""

    type: EventType
    actors: tuple[Entity, ...]
    targets: tuple[Entity, ...] = ()
    officials: tuple[Official, ...] = ()
    goods: tuple[Entity, ...] = ()
    date: str | None = None
    place: str | None = None
    status: Status = "occurred"
    name: str | None = None
    attributed_to: tuple[Entity, ...] = ()
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def is_known_by_itself(self) -> bool:
        """Whether type, parties, date and subject (goods or a name) tell it from all others, in whatever article.

        If not, it belongs to the words that tell it.
        """
        return self.date is not None and bool(self.goods or self.name)

    @property
    def is_known_in_its_article(self) -> bool:
        """Whether a second telling with the same people is the same one: of a meeting or visit the day is enough."""
        to_the_day = self.date is not None and len(self.date) == len("2024-06-26")
        return self.is_known_by_itself or (self.type in _OWN_SUBJECT and to_the_day)


Fact: TypeAlias = Reference | Tenure | Event
