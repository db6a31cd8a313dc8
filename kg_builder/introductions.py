"""Who a text names after telling only the office: "Peru's foreign minister flew to Chad. *Ana Rojas* met ...".

News opens so. A full name without any description must be known by then, from the office that stood before it.
"""

from collections.abc import Iterable

from kg_builder.appointments import Appointment
from kg_builder.name_spans import Span
from kg_builder.office_words import Words
from kg_builder.offices import Office
from kg_builder.persons import Named
from kg_builder.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_SENTENCES = 2  #: behind the office, in which the name is looked for
#: Before a name these leave it undescribed: what begins its clause, and what joins it to who is spoken of.
_OPEN = {"ADV", "SCONJ", "CCONJ", "PUNCT", "SPACE", "VERB", "AUX", "ADP"}


def introduce(words: Words, people: list[Named], offices: Iterable[Office]) -> None:
    """Gives the office of the only unnamed holder in a sentence to who is named next, as a subject, without one."""
    named = {id(one.office) for person in people for one in person.appointments}
    bearers = [office for office in offices if id(office) not in named and _is_bearer(words, office)]
    for office in bearers:
        sentence = words.doc[office.start].sent
        others = [one for one in bearers if one is not office and words.doc[one.start].sent == sentence]
        found = None if others else _next(words, people, sentence.end)
        if found is not None and not _is_held(people, office):
            person, span = found
            told = Appointment(span, office, office.of[0], office.status, office.left, office.right, titled=False)
            person.appointments.append(told)


def _is_bearer(words: Words, office: Office) -> bool:
    """ "*Peru's foreign minister* arrived": one holder, of whom the sentence tells."""
    token = words.doc[office.end - 1]
    single = len(office.of) == 1 and not office.title.plural and not office.foreign and office.status == "incumbent"
    return single and token.dep_ in _SUBJECTS and token.tag_ in {"NN", "NNP"} and _is_definite(words, office)


def _is_definite(words: Words, office: Office) -> bool:
    """Not "*a* Peruvian minister"; of advisers and spokespersons there are many."""
    return words.at(office.left) not in {"a", "an"} and not office.title.head.private and _is_chief(office)


def _is_chief(office: Office) -> bool:
    return office.title.head.kind in {"ruler", "minister", "chief"} or bool(office.parts)


def _next(words: Words, people: list[Named], end: int) -> tuple[Named, Span] | None:
    """The first whom one of the next sentences names, if nothing else has told who that is."""
    stop = end
    for _ in range(_SENTENCES):
        stop = words.doc[stop].sent.end if stop < len(words.doc) else stop
    first = next((person for person in people if person.spans[0][0] >= end), None)  # in order of first mention
    if first is None or first.spans[0][0] >= stop:
        return None
    span = first.spans[0]
    bare = not first.appointments and len(first.words) > 1 and _is_undescribed(words, span)
    return (first, span) if bare else None


def _is_undescribed(words: Words, span: Span) -> bool:
    """The name is a subject by itself: no "economist Ana Rojas", "Ana Rojas, an economist", "Ana Rojas of Doegas"."""
    name = words.doc[span[0] : span[1]]
    courteous = words.longest_before(words.before(span[0]), words.lexicon.honorific_at)
    first = words.doc[courteous[0] if courteous else span[0]]
    before = words.doc[first.i - 1]
    root: Token = name.root
    own = {t.i for t in name}
    described = {t for t in root.children if t.i not in own and t.dep_ in {"appos", "prep", "relcl", "acl", "poss"}}
    behind = words.at(span[1])
    if behind == "," and words.at(span[1] + 1) == "whose":  # "whose country had asked for talks": of nobody's work
        described, behind = {t for t in described if t.dep_ != "relcl"}, ""
    return (
        root.dep_ in _SUBJECTS
        and not described
        and behind not in {",", "(", "'s", "of", "from", "and", "-", "–", "—"}
        and (first.is_sent_start or before.pos_ in _OPEN)
    )


def _is_held(people: list[Named], office: Office) -> bool:
    """Whether somebody is named with the same office of the same state elsewhere."""
    return any(
        one.of == office.of[0] and one.office.text == office.text for person in people for one in person.appointments
    )
