"""Who speaks in a statement as its own head says, whoever publishes it.

"Statement of the President of Peru and the Prime Minister of Chile", "G7 Leaders' Statement on trade", "The following
statement was released by the governments of Fiji and Palau", and under a title the line "Jane Doe, Spokesperson".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg_builder.gazetteer import Gazetteer
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, PartyWords, Referent, distinct, union
from kg_builder.people import Person
from kg_builder.tokens import Doc, Span

_LINES = 4  #: so many lines of the text may be its head
_LONGEST_BYLINE = 20  #: words
#: Where the speakers end and the matter begins: "on trade", "following their call".
_MATTER = re.compile(
    r"(?i)\b(?:on|regarding|about|concerning|following|after|ahead|before|condemning|marking|welcoming|calling|"
    r"announcing|supporting|at|upon|against)\b|\bin support\b|[:;]"
)
#: Behind these a name is a place, a portfolio, an addressee: "the envoy for Yemen", "ministers meeting in Oslo".
_NO_SPEAKER = re.compile(r"(?i)\b(?:for|to|in|with)(?: the)? $")
_STOPS = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class Issuers:
    """Reads the heads of statements; ``parents`` says whose organ a body is, ``members`` which states are its own."""

    words: PartyWords
    places: Gazetteer[Entity]
    parents: Mapping[str, str]
    members: Mapping[str, frozenset[str]]

    def several(self, doc: Doc) -> Referent:
        """The parties that the head says speak together, or the body that speaks for its members; else nobody."""
        for line in _head(doc):
            who = self._speakers(line)
            named = self._parties(who) | union(_office(person) for person in doc._.people if _is_named(person, who))
            named = Referent(self._listed(doc, self._whole(named.parties)), named.officials)
            if len(named.parties) > 1 or any(party.kind == "organization" for party in named.parties):
                return named
        return NOBODY

    def official(self, doc: Doc, party: Entity) -> Referent:
        """The one official of the party whose statement the head says it is, in its title or in a byline."""
        titles = [self._speakers(line) for line in _head(doc)]
        found = [p for p in doc._.people if any(_is_named(p, who) for who in titles)]
        found = found or [p for line in _lines(doc) for p in _byline(doc, line)]
        held = {p.tenure.official for p in found if p.tenure is not None}
        return Referent((party,), tuple(held)) if len(held) == 1 and {o.of for o in held} == {party} else NOBODY

    def _speakers(self, line: str) -> str:
        """The words of a head that say whose statement it is; none where it is no head of a statement."""
        kinds = "|".join(sorted(self.words.statements))
        by = re.match(
            rf"(?i)(?:[\w'’.-]+ ){{0,5}}?(?:{kinds})s?(?: (?:was|is) (\w+))? (?:of|by|from|between) (.+)", line
        )
        if by is not None and (by[1] or not line.endswith(_STOPS)):  # a sentence only if it says so itself
            matter = _MATTER.search(by[2])
            return by[2][: matter.start()] if matter else by[2]
        entitled = re.match(rf"(?i)(.+?)\b(?:{kinds})\b", line)
        return entitled[1] if entitled and self._only_names(entitled[1]) and not line.endswith(_STOPS) else ""

    def _only_names(self, words: str) -> bool:
        """Whether beside parties there are but words of rank: "G7 Foreign Ministers' ", "Joint Fiji-Palau "."""
        for hit in reversed(list(self.places.find(words))):
            words = f"{words[: hit.start]} {words[hit.end :]}"
        left = re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", words.lower()))
        return all(word in self.words.heading or word.removesuffix("s") in self.words.heading for word in left)

    def _parties(self, who: str) -> Referent:
        hits = (hit for hit in self.places.find(who) if not _NO_SPEAKER.search(who[: hit.start]))
        return Referent(distinct(hit.value for hit in hits))

    def _listed(self, doc: Doc, parties: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """The members of a grouping where the first sentence lists them all ("we, Chile, Peru and Mexico"), else it."""
        members = self.members.get(parties[0].id, frozenset()) if len(parties) == 1 else frozenset()
        first = next((s for s in doc.sents if any(t.lower_ == "we" for t in s)), None)
        if not members or first is None:
            return parties
        named = (doc._.mention_at.get(token.i) for token in first)
        states = distinct(m.entity for m in named if m is not None and m.entity.kind == "state")
        return states if {state.id for state in states} == members else parties

    def apart(self, parties: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """The parties without a grouping all of whose members are among them: it is these that act."""
        ids = {party.id for party in parties}
        return tuple(p for p in parties if not self.members.get(p.id) or not self.members[p.id] <= ids)

    def _whole(self, parties: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Two organs of one body together speak for it: the presidents of the Council and the Commission for the EU."""
        wholes = [self.parents.get(party.id, "") for party in parties]
        return distinct(
            Entity("organization", whole) if whole and wholes.count(whole) > 1 else party
            for party, whole in zip(parties, wholes, strict=True)
        )


def _head(doc: Doc) -> Iterator[str]:
    """The title, and the first lines of the text."""
    article = doc._.article
    if article is not None and article.title:
        yield article.title.strip()
    yield from (line.text.strip() for line in _lines(doc))


def _lines(doc: Doc) -> list[Span]:
    lines, start = [], 0
    for token in doc:
        if "\n" in token.text or token.i == len(doc) - 1:
            line = doc[start : token.i + 1]
            start = token.i + 1
            if line.text.strip():
                lines.append(line)
            if len(lines) == _LINES:
                break
    return lines


def _byline(doc: Doc, line: Span) -> Iterable[Person]:
    """ "Jane Doe, Spokesperson", "Attributable to Spokesperson Jane Doe:": who stands alone in a line."""
    text = line.text.strip()
    verbs = [t for t in line if t.tag_ in {"VBZ", "VBD", "VBP"} and t.lemma_ != "be"]
    within = [p for p in doc._.people if any(line.start <= start < line.end for start, _ in p.mentions)]
    if len(within) != 1 or verbs or text.endswith(_STOPS) or len(text.split()) > _LONGEST_BYLINE:
        return ()
    opens = doc[line.start : min(s for s, _ in within[0].mentions if s >= line.start)].text.strip()
    return within if not opens or text.endswith(":") else ()


def _office(person: Person) -> Referent:
    return Referent((person.tenure.official.of,), (person.tenure.official,)) if person.tenure else NOBODY


def _is_named(person: Person, words: str) -> bool:
    surname = person.name.split()[-1].strip(",.")
    return re.search(rf"(?i)\b{re.escape(surname)}\b", words) is not None
