"""Whose somebody is by general knowledge: heads of state, of government and of bodies, with the years they held office.

It decides only where an article gives a title and a name, and no state: "President Doe said". What the article says
itself always comes first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kg_builder import lexicons
from kg_builder.allegiance.context import Context
from kg_builder.appointments import Appointment
from kg_builder.gazetteer import Code, Form
from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity, TenureStatus
from kg_builder.offices import Office
from kg_builder.personal_names import folded, name_words, same_person
from kg_builder.persons import Named, name_of

Year = Annotated[int, Field(ge=1900, le=2100)]
#: News come out some months before or after a change of office.
_MARGIN = 1
_GENERATION = 25  #: years


class Leader(Lexicon):
    """One tenure; ``until`` is left out for who holds the office still."""

    name: Form
    names: tuple[Form, ...] = ()
    office: str
    since: Year
    until: Year | None = None

    def bears(self, name: str) -> bool:
        return any(same_person(name, own) for own in (self.name, *self.names))

    def holds(self, status: TenureStatus, year: int) -> bool:
        """Whether the office is theirs, was or will be in that year, give or take one."""
        until = self.until or year
        if status == "former":
            return until <= year + _MARGIN
        begun = self.since - _MARGIN <= year
        return begun and (status == "designate" or year <= until + _MARGIN)


class LeaderLexicon(Lexicon):
    """``data/lexicons/leaders.yaml``: of states by alpha-3 code, of bodies by their name."""

    leaders: dict[Code, tuple[Leader, ...]]
    heads: dict[str, tuple[Leader, ...]]


@cache
def _by_word(overlay: Path | None) -> Mapping[str, tuple[tuple[Entity, Leader], ...]]:
    """Leaders by each word of their names, so that few are compared."""
    lexicon = lexicons.read("leaders", LeaderLexicon, overlay)
    found: dict[str, list[tuple[Entity, Leader]]] = defaultdict(list)
    everyone = [(Entity("state", code), one) for code, those in lexicon.leaders.items() for one in those]
    everyone += [(Entity("organization", name), one) for name, those in lexicon.heads.items() for one in those]
    for entity, leader in everyone:
        for word in {word for name in (leader.name, *leader.names) for word in folded(name)}:
            found[word].append((entity, leader))
    return {word: tuple(those) for word, those in found.items()}


def known(name: str, office: str, status: TenureStatus, published: str | None, overlay: Path | None) -> Entity | None:
    """Whose office it is that somebody of this name holds at the time; None where nobody does, or several.

    ``office`` in lower case, as ``leaders`` writes it; ``published`` is the day, month or year of the article. Without
    it the full name alone must tell.
    """
    if published is None and len(folded(name)) < 2:
        return None
    fitting = {entity for entity, leader in _fitting(name, office, overlay) if _in_time(leader, status, published)}
    return fitting.pop() if len(fitting) == 1 else None


def _fitting(name: str, office: str, overlay: Path | None) -> Iterator[tuple[Entity, Leader]]:
    for entity, leader in _by_word(overlay).get((name_words(name) or [""])[-1], ()):
        if leader.office.replace("-", " ") == office and leader.bears(name):
            yield entity, leader


def _in_time(leader: Leader, status: TenureStatus, published: str | None) -> bool:
    return published is None or leader.holds(status, int(published[:4]))


def by_renown(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*President Doe*", where the text says nothing of whose president that is."""
    office = one.office
    if one.is_relative or office.owner is not None or office.foreign:
        return None
    whose = _whose(context, person, office)
    return None if whose in office.dealing else whose


def retire(context: Context, person: Named) -> None:
    """ "In 2003 they overthrew *President Doe*", told when Doe's term was long over: of Doe's state, and former.

    Nobody of that name may hold the office at the time; a surname alone tells of those of one generation.
    """
    article = context.words.doc._.article
    published = article.published if article is not None else None
    if not published:
        return
    name, year = name_of(context.words, person), int(published[:4])
    earliest = 0 if len(folded(name)) > 1 else year - _GENERATION
    for i, one in enumerate(person.appointments):
        office = one.office
        if one.status != "incumbent" or one.is_relative or office.ranks or office.owner is not None or office.foreign:
            continue
        terms = list(_fitting(name, office.text, context.overlay))
        states = {entity for entity, _ in terms}
        over = terms and all(leader.until is not None and earliest <= leader.until < year for _, leader in terms)
        if over and len(states) == 1 and (one.of is None or {one.of} == states):
            person.appointments[i] = replace(one, of=states.pop(), status="former")


def recognize(context: Context, person: Named) -> None:
    """ "*Jane Doe* met the minister. *The Foreign Secretary* said": the office stands beside no name of hers."""
    if person.appointments or len(person.words) < 2:
        return
    for office in context.phrases:
        alone = not (office.ranks or office.foreign or office.title.plural or len(office.of) > 1)
        if office.definite and alone and office.status == "incumbent":
            whose = _whose(context, person, office)
            if whose is not None and (not office.of or office.of == (whose,)):
                told = Appointment(person.full, office, whose, office.status, office.left, office.right, titled=False)
                person.appointments.append(told)
                return


def _whose(context: Context, person: Named, office: Office) -> Entity | None:
    article = context.words.doc._.article
    published = article.published if article is not None else None
    return known(name_of(context.words, person), office.text, office.status, published, context.overlay)
