"""Whose somebody is by another person, of whom it is known: counterparts, aides, colleagues named in one breath."""

from kg_builder.allegiance.candidates import TAKEN, against, default, is_possible
from kg_builder.allegiance.context import LEADERS, SINGLE, Context
from kg_builder.allegiance.leaders import by_renown
from kg_builder.allegiance.origin import UNION
from kg_builder.appointments import Appointment
from kg_builder.model import Entity
from kg_builder.offices import sole_post
from kg_builder.persons import Held, Named

_VERB = 4  #: words behind the second name in which it is told what both did
_NEAR = 14  #: words from the envoy to whoever is met
_SAID = {"that", "said", "says", "told", '"', ";", "who", "which"}


def by_relation(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "X met her *Chilean counterpart*, Y", "X's *predecessor* Y": in the office that X holds."""
    other = related(context, person, one)
    if other is None:
        return None
    return one.of or (other.of if _succeeds(one) else None)


def by_superior(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*Biden's* adviser X"."""
    if one.is_relative or one.office.owner is None:
        return None
    other = _person_at(context, one.office.owner, person)
    return other.of if other else None


def by_post(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "The U.S. ambassador to *Peru* and Energy Minister X": of the state to which the envoy is sent."""
    office, head = one.office, one.office.title.head
    if not one.titled or context.depends(one) or head.kind not in {"ruler", "minister"}:
        return None
    words = context.words
    start = max(words.doc[office.start].sent.start, office.left - _NEAR)
    envoys = [two for two in context.phrases if start <= two.right <= office.left and len(two.dealing) == 1]
    envoys = [two for two in envoys if two.title.head.office_class == "diplomat"]
    if not envoys or _SAID & {words.at(i) for i in range(envoys[-1].right, office.left)}:
        return None
    if by_renown(context, person, one) is not None:
        return None
    host = envoys[-1].dealing[0]
    others = {words.owners[i].entity for i in range(envoys[-1].right, office.left) if i in words.owners} - {host}
    possible = (
        host.kind == "state"
        and host.id in (head.usual or (host.id,))
        and is_possible(office, host)
        and against(context, office, host) < TAKEN
    )
    return host if possible and not others else None


def by_colleague(context: Context, person: Named, one: Appointment) -> Entity | None:
    """ "*Japanese Foreign Minister A* and Economy Minister B": B is Japan's too, unless both hold the same office."""
    held = _joined(context, one) if one.titled and not context.depends(one) else None
    if held is None:
        return None
    head = one.office.title.head
    told = context.class_of(one.office, held.of)
    same = told == held.office_class and told in SINGLE
    same = same or (sole_post(one.office) is not None and sole_post(one.office) == sole_post(held.office))
    possible = head.only or head.usual
    impossible = held.of.id in head.never or (bool(possible) and held.of.id not in possible)
    another = default(context, one.office) not in {None, held.of}  # "European Commissioner B"
    impossible = impossible or (another and held.of.id not in UNION)
    return None if same or told in LEADERS or impossible else held.of


def by_other_side(context: Context, person: Named, one: Appointment) -> Entity | None:
    """Of two states: "Peru and Chad agreed. Minister A and *Chadian* Minister B met" has A as Peru's."""
    words, lead = context.words, context.lead
    joint = words.after(one.name[1] - 1)
    following = words.after(joint)
    others = [two for two in _told(context) if two.titled and two.office.left == following and two.of in lead]
    if len(lead) != 2 or words.at(joint) != "and" or not others or one.office.title.head.kind != "minister":
        return None
    verbs = {words.at(i) for i in range(others[0].end, min(others[0].end + _VERB, len(words.lower)))}
    of = next(state for state in lead if state != others[0].of)
    both = words.lexicon.meeting | words.lexicon.signing | words.lexicon.holding
    return of if verbs & both and one.titled and not context.depends(one) and is_possible(one.office, of) else None


def _told(context: Context) -> list[Appointment]:
    return [two for person in context.people for two in person.appointments]


def beside(context: Context, one: Appointment) -> Entity | None:
    """Whose the other is in "President A and Prime Minister B": not B's, most likely."""
    held = _joined(context, one)
    return held.of if held and held.office_class in LEADERS else None


def counterpart(context: Context, one: Appointment) -> Entity | None:
    """ "Minister X and her Chilean counterpart": X is not Chile's."""
    end = one.name[1]
    stop = min(context.words.doc[one.name[0]].sent.end, end + 8)
    behind = [office for office in context.phrases if end <= office.left < stop]
    relative = next((office for office in behind if office.title.head.kind == "relative" and len(office.of) == 1), None)
    return relative.of[0] if relative else None


def met_by(context: Context, one: Appointment) -> Entity | None:
    """ "Secretary X met with *Vice President Y*": Y is not of X's state, which publishes the text."""
    words = context.words
    i = words.before(one.office.left)
    i = words.before(i) if words.at(i) == "with" else i
    if not one.titled or words.at(i) not in words.lexicon.meeting:
        return None
    start = words.doc[one.office.start].sent.start
    before = [
        (spot, other.held.of)
        for other in context.people
        for spot, end in other.spans
        if other.held is not None and start <= spot and end <= i
    ]
    of = max(before, key=lambda found: found[0])[1] if before else None
    return of if of == context.origin.publisher else None


def related(context: Context, person: Named, one: Appointment) -> Held | None:
    """The one whose counterpart, predecessor or the like the person is; None where the appointment says no such."""
    if not one.is_relative:
        return None
    owner = one.office.owner if one.office.owner is not None else one.office.start
    other = _respective(context, person, one, owner)
    if other is not None and other.appointments:
        return other.held
    return _person_at(context, owner, person) or _counterpart_of(context, person, one, owner)


def _succeeds(one: Appointment) -> bool:
    return one.office.title.text in {"predecessor", "successor"}


def _respective(context: Context, person: Named, one: Appointment, i: int) -> Named | None:
    """ "Ministers A and B met *their counterparts*, C and D": C is A's, D is B's."""
    told = [other for other in context.people if any(two.office is one.office for two in other.appointments)]
    start = context.words.doc[i].sent.start
    before = [other for other in context.people if any(start <= spot and end <= i for spot, end in other.spans)]
    if len(told) < 2 or len(before) != len(told) or person not in told:
        return None
    return before[told.index(person)]


def _counterpart_of(context: Context, person: Named, one: Appointment, i: int) -> Held | None:
    """The office that "his Chilean counterpart" holds, where of the other nobody knows yet whose person it is."""
    if one.of is None or _succeeds(one):
        return None
    before = [
        (start, other.fullest())
        for other in context.people
        for start, end in other.spans
        if other is not person
        and other.held is None
        and other.appointments
        and _reach(context, i) <= start
        and end <= i
    ]
    other = max(before, key=lambda found: found[0])[1] if before else None
    if other is None or other.is_relative:
        return None
    return Held(other, other.office, one.of, context.class_of(other.office, one.of), other.status)


def _person_at(context: Context, i: int, person: Named) -> Held | None:
    """Who is named at token ``i``, or last before it where a pronoun or nothing stands there."""
    words = context.words
    latest: tuple[int, Held] | None = None
    for other in context.people:
        if other is person or other.held is None:
            continue
        if any(start <= i < end for start, end in other.spans):
            return other.held
        before = max((start for start, end in other.spans if end <= i), default=-1)
        if before >= 0 and (latest is None or before > latest[0]):
            latest = before, other.held
    pointing = words.at(i) in words.lexicon.possessives | {"the"} or not words.capital(i)
    return latest[1] if latest and pointing and latest[0] >= _reach(context, i) else None


def _reach(context: Context, i: int) -> int:
    """Start of the sentence before the one that token ``i`` stands in."""
    sentence = context.words.doc[i].sent
    return context.words.doc[sentence.start - 1].sent.start if sentence.start else 0


def _joined(context: Context, one: Appointment) -> Held | None:
    """Who is named right before, joined by "and" or a comma."""
    words = context.words
    i = words.before(one.office.left)
    joints = 0
    while words.at(i) in {"and", ",", "&"}:
        i, joints = words.before(i), joints + 1
    there = (one.held for one in context.people if joints and any(start <= i < end for start, end in one.spans))
    return next((held for held in there if held is not None), None)
