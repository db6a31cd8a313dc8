"""What the name of the body that an office is of says of the office: "Fed Chair", "Department of Defense Secretary"."""

from collections.abc import Iterable

from kg_builder.office_words import Owner, Words
from kg_builder.offices import BODIES, Office


def name_bodies(words: Words, office: Office, owners: Iterable[Owner]) -> None:
    """A national body says what its head is: "Fed Chair", "European Central Bank President"."""
    for owner in owners:
        is_state = owner.entity.kind == "state"
        told = words.doc[owner.start : owner.end].text if is_state else owner.entity.id
        presides = owner.form == "agency" and office.title.head.private  # "EXIM President X" leads no state
        if owner.form == "region" or (presides and office.title.head.kind == "ruler"):
            office.ranks.add("below")
        if is_state and owner.form != "agency":
            continue
        if office.title.head.kind == "minister":
            _name_department(words, office, owner)
        for phrase, value in words.lexicon.part_at.items():
            known = value in BODIES and (is_state or len(phrase) > 1) and not _lends(words, value, told)
            if known and f" {' '.join(phrase)} " in f" {told.lower()} ":
                office.parts.add(value)


def _name_department(words: Words, office: Office, owner: Owner) -> None:
    """ "*Department of Defense* Secretary": the department says which secretary."""
    name = words.doc[owner.start : owner.end].text
    departments = words.lexicon.departments.items()
    office.parts |= {kind for kind, those in departments if name in those}


def _lends(words: Words, value: str, name: str) -> bool:
    """ "Export-Import Bank": a bank, no central one."""
    told = set(name.lower().replace("-", " ").split())
    return value == "central-banker" and bool(told & words.lexicon.lending)
