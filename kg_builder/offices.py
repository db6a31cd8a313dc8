"""A public office as a text names it, and the class of officials that it makes."""

from dataclasses import dataclass, field

from kg_builder.model import Entity, OfficeClass, TenureStatus
from kg_builder.office_words import Title

#: In this order the portfolios and bodies in an office's phrase decide its class.
PORTFOLIOS: tuple[OfficeClass, ...] = ("foreign-minister", "defence-minister", "finance-minister")
BODIES: tuple[OfficeClass, ...] = ("legislator", "central-banker", "military-officer")


@dataclass(slots=True)
class Office:
    """One phrase. Token ranges: ``[start, end)`` the office's own words, ``[left, right)`` all that belongs to it."""

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
    of_agency: bool = False  #: ``of`` is told by an agency's name alone
    dealing: tuple[Entity, ...] = ()  #: with whom the office deals ("ambassador to China")
    owner: int | None = None  #: token of a person or pronoun that the office belongs to ("Biden's adviser")
    definite: bool = False  #: has a determiner, a state or a status: can stand beside a name as its apposition
    presides: bool = False  #: over a court, a council or the like: no office of a state's leader
    foreign: bool = False  #: belongs to a company, club or the like: no public office

    @property
    def body(self) -> str:
        """The bare word for a body in "*court* president", "president of the *Court*"; empty where there is none."""
        words, title = self.text.split(), self.title.text.split()
        told = len(words) > len(title)
        if told and words[1:] == title:
            return words[0]
        of = words[len(title) :]
        return of[-1] if told and words[: len(title)] == title and of[:-1] in (["of"], ["of", "the"]) else ""

    @property
    def presided(self) -> tuple[str, ...]:
        """The words for a body that "*Supreme Court* president", "president of the *Energy Agency*" may end with."""
        told = f" {self.text} ".partition(f" {self.title.text} ")
        before, behind = told[0].split(), told[2].split()
        return (*before[-1:], *behind[-1:]) if behind[:1] in ([], ["of"]) else ()


def office_class(office: Office, of: Entity, civil_service: frozenset[str]) -> OfficeClass:
    """Class of the office as one of ``of``: a president of an organization is its head, one of a state is not."""
    head = office.title.head
    if of.id in head.classes:
        return head.classes[of.id]
    qualified = bool(office.ranks & {"below", "deputy"})
    if head.kind == "minister":
        return _minister_class(office, of, civil_service)
    if head.kind in {"fixed", "rank", "relative"}:
        return head.office_class
    if of.kind == "organization" and head.leads and not qualified and office.body in of.id.lower().split():
        return "organization-head"
    body = next((name for name in BODIES if name in office.parts), None)
    if body is not None and (head.kind == "chief" or head.private):
        return body
    if of.kind == "organization" and head.kind != "relative":
        return "organization-head" if head.leads and not qualified and not office.parts else "official"
    if office.presides:
        return "official"
    if qualified:
        return "official" if "below" in office.ranks else head.deputy or head.office_class
    return head.office_class


def sole_post(office: Office) -> str | None:
    """What makes the office one that a state gives to one person at a time, beside those of a class."""
    head = office.title.head
    if head.sole and not office.ranks and office.text == office.title.text:
        return head.phrases[0]
    return office.text if head.kind == "ruler" and office.text == "vice president" else None


def _minister_class(office: Office, of: Entity, civil_service: frozenset[str]) -> OfficeClass:
    if "below" in office.ranks or (office.title.text.endswith("secretary") and of.id in civil_service):
        return "official"
    if "deputy" in office.ranks:
        return "minister"
    told = next((name for name in PORTFOLIOS if name in office.parts), None)
    if told is None:
        return "minister" if office.parts - {"none"} else office.title.head.office_class
    return told
