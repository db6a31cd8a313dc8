"""Which states, and for the heads of organizations these, could have an office, and whose is another's already."""

from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from kg_builder.allegiance.context import SINGLE, Context
from kg_builder.allegiance.origin import UNION
from kg_builder.gazetteer import entity_of
from kg_builder.model import Entity
from kg_builder.office_words import read
from kg_builder.offices import Office, sole_post
from kg_builder.state_cues import StateCues

TAKEN = 5.0  #: against a state whose office another holds
#: Of these a state has many, and a text names those of any state: nearness says little.
_LOOSE = {"diplomat", "military-officer", "legislator", "official"}


def candidates(context: Context, office: Office) -> list[Entity]:
    """In order of mention, the article's own first; one alone where the office is known to be of one."""
    one = default(context, office) or _named_last(context, office)
    if one is not None:
        return [one]
    presides = office.presides or defaults(context, office)
    if office.title.head.kind == "ruler" and presides:  # a "Commission President" leads no state
        return []
    pool = dict.fromkeys(_pool(context, office))
    return [entity for entity in pool if is_possible(office, entity) and entity not in office.dealing]


def is_possible(office: Office, entity: Entity) -> bool:
    """ "Chancellors" are of few states, and some states have no "prime minister"."""
    head = office.title.head
    return entity.id not in head.never and (not head.only or entity.id in head.only)


def is_of_region(context: Context, office: Office) -> bool:
    """ "Queensland will invest, premier X said": the last that the sentence named is a part of a state."""
    owners, place = context.words.owners, office.start
    start = context.words.doc[place].sent.start
    last = next((owners[i] for i in range(place - 1, start - 1, -1) if i in owners), None)
    return office.title.head.office_class == "head-of-government" and last is not None and last.form == "region"


def against(context: Context, office: Office, entity: Entity) -> float:
    """How much speaks against a state: somebody holds the office, or leads it in another."""
    told = context.class_of(office, entity)
    score = 2.0 * (entity.id in office.title.head.seldom)
    single = (told, entity) in context.taken and told in SINGLE
    if office.status == "incumbent" and (single or (sole_post(office), entity) in context.posts):
        score += TAKEN
    if office.status == "incumbent" and context.is_led(entity, told):
        score += 1.5
    return score


def defaults(context: Context, office: Office) -> tuple[Entity, ...]:
    """Whose office it is in a text that knows them."""
    return _defaults(office.text.replace("-", " "), context.overlay)


@lru_cache(maxsize=1 << 12)
def _defaults(text: str, overlay: Path | None) -> tuple[Entity, ...]:
    return tuple(
        entity_of(code)
        for code, titles in read(overlay).defaults.items()
        if any(fnmatchcase(text, title if "*" in title else f"*{title}") for title in titles)
    )


def default(context: Context, office: Office) -> Entity | None:
    """ "Secretary of State"; "Commission President" where the text speaks of the EU."""
    named = {entity.id for entity in (*context.counts, context.origin.publisher) if entity is not None}
    union = bool(named & UNION) or "european" in office.text
    for one in defaults(context, office):
        if one.kind == "state" or one in context.counts or (union and one.id in UNION):
            return one
    return None


def _named_last(context: Context, office: Office) -> Entity | None:
    """ "*Agency* spokesperson X", "the President of the *Court*, X": of the organization so named last before."""
    owners, lexicon = context.words.owners, context.words.lexicon
    first, *others = office.text.split()
    pointing = others and first in lexicon.pointing_bodies
    body = office.body if office.body in lexicon.presided else ""
    if not pointing and not body:
        return None
    bodies = {i: owner.entity for i, owner in owners.items() if owner.entity.kind == "organization"}
    before = [one for i, one in bodies.items() if i < office.start]
    here = [one for i, one in bodies.items() if i < context.words.doc[office.start].sent.end]
    named = [one for one in before or here if body and body in one.id.lower().split()]
    last = named or (before if pointing else [])
    return last[-1] if last else None


def _is_loose(context: Context, office: Office) -> bool:
    """Nearness of a state says little; of a legislator only where there is a choice."""
    told = office.title.head.office_class
    return told in _LOOSE and not _leads_body(office) and (len(context.order) > 1 or told != "legislator")


def _speaks_for_ministry(office: Office) -> bool:
    """ "*Foreign ministry* spokesman X": of a state, if no word tells of which."""
    return office.title.head.office_class == "spokesperson" and "ministry" in office.text.split()


def _leads_body(office: Office) -> bool:
    """ "NATO met. *Secretary General* X spoke": of one of the bodies told of; a "director general for trade" is not."""
    head = office.title.head
    return head.leads and head.kind == "chief" and not office.parts and not office.ranks


def _pool(context: Context, office: Office) -> list[Entity]:
    head, publisher = office.title.head, context.origin.publisher
    pool = [*context.origin.states, *context.order]
    if head.leads and head.kind == "chief":
        pool = [entity for entity in (publisher, *context.counts) if entity and entity.kind == "organization"]
    if head.kind == "ruler" and head.leads and publisher is not None and context.origin.is_presided:
        pool = [publisher, *pool]
    named = any(entity.kind == "organization" for entity in pool) or StateCues(context.words).is_led(office)
    named = named or (head.leads and bool(office.parts))
    # Only a bare "Secretary General" is the United Nations', and where the text tells of no other body.
    pool += [one for code in head.usual if (one := entity_of(code)).kind == "state" or not named]
    if head.only and not set(head.only) & {entity.id for entity in pool}:
        pool += [entity_of(code) for code in head.only[:1] if len(head.only) == 1]
    elif _speaks_for_ministry(office):  # news call it so of any state but the United States
        pool = [entity for entity in pool if entity.id != "USA"]
    elif head.owned:
        pool = [entity for entity in pool if entity == publisher]
    elif _is_loose(context, office):
        home = {publisher, context.origin.dateline}
        usual = () if head.leads and office.parts else head.usual  # "Secretary General of the Ministry of Trade"
        pool = [entity for entity in pool if entity in home or entity.id in usual]
    return pool
