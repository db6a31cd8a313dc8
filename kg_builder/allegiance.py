"""Whose office it is where the phrase does not say: read from the rest of the article.

"The prime minister, A, hosted Chancellor B" names no state. Known are the states that the article names, where it comes
from, which offices a state has at all, and who holds the others. What decides is a cue: where the article comes from,
the office told with its state elsewhere, a state beside it in the sentence, or that no other state is left. That a
state is named often only breaks ties; without a cue, or where two states are equally good, there is no answer.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from kg_builder import headline, lexicons
from kg_builder.aggressors import Aggressors
from kg_builder.gazetteer import Gazetteer, Organizations, States, forms
from kg_builder.journeys import Journeys
from kg_builder.model import Article, Entity, OfficeClass
from kg_builder.office_words import OfficeLexicon, Owner, Words, entity_of
from kg_builder.offices import Office, office_class, sole_post
from kg_builder.venues import Venues

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
_TOP = {"head-of-state", "head-of-government"}
_DATELINE = re.compile(
    r"(?m)^\s*(?:date [\d-]+ )?([A-ZÀ-Ü][A-ZÀ-Ü.' ]{2,24}?)(?:,[^—–\n]{0,40}?)?(?: ?\([^)\n]{2,30}\))? ?(?:—|–|--?|:)\s"
)
#: Of these a state has many, and a text names those of any state: nearness says little.
_LOOSE = {"diplomat", "military-officer", "legislator", "official"}
_UNION = {"EU", "European Commission", "European Council", "European Parliament"}
_MARGIN = 0.5  #: between the best state and the next
_TAKEN = 5.0  #: against a state whose office another holds
_BEFORE = 0.5  #: how much a state in the sentence before tells
_BEHIND = 0.8  #: how much a state behind the office in its sentence tells
_CUE = 0.7  #: the least that cues must tell for a state, of several


@dataclass(slots=True)
class Allegiance:
    """What one article tells about the states in it; ``taken`` grows as offices find their state."""

    words: Words
    overlay: Path | None
    #: offices told with their state but no name, by class where it is single, else by title; and in which sentences
    unnamed: dict[tuple[str, Entity], set[int]]
    taken: set[tuple[OfficeClass, Entity]] = field(default_factory=set)
    posts: set[tuple[str | None, Entity]] = field(default_factory=set)  #: the same of posts of one holder
    contested: frozenset[OfficeClass] = frozenset()  #: what several hold of whom the text tells no state
    spots: dict[int, Entity] = field(default_factory=dict)  #: whose official is named at a token
    publisher: Entity | None = field(init=False)
    dateline: Entity | None = field(init=False)
    destination: Entity | None = field(init=False)  #: where the article's title says that somebody travels
    is_presided: bool = field(init=False)  #: the publisher, a body of the Union whose "President X" leads it
    is_ministry: bool = field(init=False)  #: the publisher; it speaks of its own president less than of others'
    counts: Counter[Entity] = field(init=False)
    order: list[Entity] = field(init=False)
    cities: dict[int, Entity] = field(init=False)  #: states whose capital is named at a token, if only as a place
    aggressors: frozenset[Entity] = field(init=False)  #: of whose war the text tells
    lead: list[Entity] = field(init=False)  #: states in the first sentence, a headline mostly

    def __post_init__(self) -> None:
        named = [owner for i, owner in sorted(self.words.owners.items()) if i == owner.start]
        self.counts = Counter(owner.entity for owner in named)
        self.order = list(dict.fromkeys(owner.entity for owner in named if owner.entity.kind == "state"))
        article = self.words.doc._.article
        self.publisher = self.words.publisher
        self.is_presided = self.publisher is not None and self.publisher.id in _UNION - {"EU"}
        told = (article.publisher if article is not None else None) or ""
        self.is_ministry = bool(re.search(r"(?i)department|ministry|embassy", told))
        self.destination = headline.destination(article.title or "", places(self.overlay)) if article else None
        found = _DATELINE.search(article.text[:600] if article is not None else self.words.doc.text[:600])
        of_many = found is not None and found[1].lower() in self.words.lexicon.shared_seats
        self.dateline = places(self.overlay).get(found[1].title()) if found and not of_many else None
        self.aggressors = frozenset(Aggressors(self.words).of_wars())
        self.cities = dict(self._cities())
        first = next((sentence.end for sentence in self.words.doc.sents if sentence.text.strip()), 0)
        self.lead = [entity for entity in self.order if any(o.entity == entity and o.start < first for o in named)]

    def _cities(self) -> Iterator[tuple[int, Entity]]:
        for hit in _capitals(self.overlay).find(self.words.doc.text):
            span = self.words.doc.char_span(hit.start, hit.end)
            if span is not None and span.start not in self.words.owners:
                yield span.start, hit.value

    def of(
        self, office: Office, place: int, *, apart: Entity | None = None, other: Entity | None = None
    ) -> Entity | None:
        """The one state or organization that fits best, by a clear margin; ``place`` is the office's token, ``apart``
        the state of the other of two leaders, ``other`` that of the holder's counterpart."""
        if office.title.head.office_class == "head-of-government" and self._is_of_region(place):
            return None
        host = Venues(self.words, self.cities, self.spots, self.destination).host(office)
        if host is not None and self._is_hosts(host, office):
            return host
        visited = self._visited(office)
        candidates = [entity for entity in self.candidates(office) if entity not in visited and entity != other]
        cues = {entity: self._cues(entity, office, place) for entity in candidates}
        scores = {entity: cues[entity] + self._prior(entity) - self._against(entity, office) for entity in candidates}
        if apart in scores and office.title.head.office_class in _TOP and office.status != "former":
            scores[apart] -= 2.0
        ranked = sorted(scores.items(), key=lambda item: (-item[1], self._rank(item[0])))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        best = ranked[0][0]
        if self._against(best, office) >= _TAKEN:
            return None
        free = [entity for entity in scores if self._against(entity, office) < _TAKEN]
        alone = len(free) == 1 and not visited
        return best if alone or cues[best] >= _CUE else None

    def _is_hosts(self, host: Entity, office: Office) -> bool:
        """Whether the office can be that of the state where its holder is met; ambassadors are met there too."""
        head = office.title.head
        told = head.kind in {"ruler", "minister"} or (head.kind == "fixed" and head.office_class == "official")
        possible = host.id not in head.never and (not head.only or host.id in head.only) and not self._defaults(office)
        named = host in self.order or host == self.destination
        return told and possible and named and self._against(host, office) < _TAKEN

    def candidates(self, office: Office) -> list[Entity]:
        """States, and for the heads of organizations these, that could have the office."""
        default = self._default(office)
        if default is not None:
            return [default]
        body = self._named_last(office)
        if body is not None:
            return [body]
        head = office.title.head
        if head.kind == "ruler" and self._defaults(office):  # a "Commission President" leads no state
            return []
        pool = [
            entity for entity in (self.publisher, self.dateline) if entity is not None and entity.kind == "state"
        ] + self.order
        if head.leads and head.kind == "chief":
            pool = [entity for entity in (self.publisher, *self.counts) if entity and entity.kind == "organization"]
        if head.kind == "ruler" and head.leads and self.is_presided:
            pool = [entity for entity in (self.publisher, *pool) if entity is not None]
        pool += [entity_of(code) for code in head.usual]
        if head.only and not set(head.only) & {entity.id for entity in pool}:
            pool += [entity_of(code) for code in head.only[:1] if len(head.only) == 1]
        elif head.owned:
            pool = [entity for entity in pool if entity == self.publisher]
        elif head.office_class in _LOOSE and (len(self.order) > 1 or head.office_class != "legislator"):
            pool = [entity for entity in pool if entity in {self.publisher, self.dateline} or entity.id in head.usual]
        return [
            entity
            for entity in dict.fromkeys(pool)
            if entity.id not in head.never
            and (not head.only or entity.id in head.only)
            and entity not in office.dealing
        ]

    def _default(self, office: Office) -> Entity | None:
        """ "Secretary of State"; "Commission President" where the text speaks of the EU."""
        named = {entity.id for entity in (*self.counts, self.publisher) if entity is not None}
        union = bool(named & _UNION) or "european" in office.text
        return next((one for one in self._defaults(office) if self._is_spoken_of(one, union=union)), None)

    def _is_spoken_of(self, entity: Entity, *, union: bool) -> bool:
        return entity.kind == "state" or entity in self.counts or (union and entity.id in _UNION)

    def _defaults(self, office: Office) -> list[Entity]:
        """Whose office it is in a text that knows them."""
        text = office.text.replace("-", " ")
        return [
            entity_of(code)
            for code, titles in self.words.lexicon.defaults.items()
            if any(fnmatchcase(text, title if "*" in title else f"*{title}") for title in titles)
        ]

    def _named_last(self, office: Office) -> Entity | None:
        """ "*Agency* spokesperson X": of the organization that was named last."""
        first, *others = office.text.split()
        if not others or first not in self.words.lexicon.pointing_bodies:
            return None
        before = [i for i, owner in self.words.owners.items() if owner.entity.kind == "organization"]
        last = max((i for i in before if i < office.start), default=None)
        return self.words.owners[last].entity if last is not None else None

    def _cues(self, entity: Entity, office: Office, place: int) -> float:
        """What speaks for the state by itself."""
        told = self._class(office, entity)
        score = self._usual(entity, office)
        if not {told, office.title.head.office_class} & self.contested:
            score += self._voice(entity, office, place) if entity == self.publisher else 0.0
            score += self._home(entity, office, place) if entity == self.dateline else 0.0
        score += 2.0 * (entity in self.aggressors and told in _TOP and self._is_at_war(place))
        score += 4.5 * self._is_told_elsewhere({(told, entity), (office.text, entity)}, place)
        if told in SINGLE and (told, entity) in self.taken and office.status != "incumbent":
            score += 1.0  # beside the one who holds it now
        led = office.status == "incumbent" and self._is_led(entity, told)
        near = 0.0 if led else self._nearness(entity, place)
        if near <= _BEHIND and self._visited(office):  # who travels is not at home
            return score
        return score + near + self._is_left(entity, office)

    def _is_told_elsewhere(self, keys: set[tuple[str, Entity]], place: int) -> bool:
        """Beside a nameless colleague of the same sentence ("Minister X met the minister of Chad") one is another."""
        sentences = {start for key in keys for start in self.unnamed.get(key, ())}
        return bool(sentences - {self.words.doc[place].sent.start})

    def _voice(self, entity: Entity, office: Office, place: int) -> float:
        """What the publisher tells; of its leaders a ministry says less, least where the sentence is set elsewhere."""
        if office.status == "designate":  # of whom others speak
            return 1.0
        if not self.is_ministry or self._class(office, entity) not in _TOP:
            return 5.0
        return 1.2 if self._is_elsewhere(entity, office, place) else 3.0

    def _is_elsewhere(self, entity: Entity, office: Office, place: int) -> bool:
        """Whether a rival's capital stands in the sentence, and the state does not."""
        sentence = self.words.doc[place].sent
        rivals = [one for one in self.candidates(office) if one != entity]
        elsewhere = any(sentence.start <= i < sentence.end and of in rivals for i, of in self.cities.items())
        return elsewhere and self._nearness(entity, place) < _BEHIND

    def _home(self, entity: Entity, office: Office, place: int) -> float:
        """What the dateline tells: less where the sentence speaks of another state, nothing where it is set there."""
        rivals = [one for one in self.candidates(office) if one != entity]
        if max((self._nearness(one, place) for one in rivals), default=0.0) < _BEHIND:
            return 2.0
        return 0.0 if self._is_elsewhere(entity, office, place) else 1.2

    def _prior(self, entity: Entity) -> float:
        """Named first and often; breaks ties."""
        return max(0.0, 0.4 - 0.1 * self._rank(entity)) + 0.6 * self.counts[entity] / (sum(self.counts.values()) or 1)

    def _against(self, entity: Entity, office: Office) -> float:
        told = self._class(office, entity)
        score = 2.0 * (entity.id in office.title.head.seldom)
        single = (told, entity) in self.taken and told in SINGLE
        if office.status == "incumbent" and (single or (sole_post(office), entity) in self.posts):
            score += _TAKEN
        if office.status == "incumbent" and self._is_led(entity, told):
            score += 1.5
        return score

    def _is_led(self, entity: Entity, told: OfficeClass) -> bool:
        """Whether another leader of the state is told of: that one is near says nothing of this one's state."""
        return told in _TOP and any((other, entity) in self.taken for other in _TOP)

    def _is_of_region(self, place: int) -> bool:
        """ "Queensland will invest, premier X said": the last that the sentence named is a part of a state."""
        start = self.words.doc[place].sent.start
        last = next((self.words.owners[i] for i in range(place - 1, start - 1, -1) if i in self.words.owners), None)
        return last is not None and last.form == "region"

    def _visited(self, office: Office) -> set[Entity]:
        """States to which the one who holds the office comes as a guest, told by name or by a city."""
        words, found = self.words, set()
        for start, end in Journeys(words).places(office):
            found |= {words.owners[i].entity for i in range(start, end) if i in words.owners}
            found |= {hit.value for hit in places(self.overlay).find(words.doc[start:end].text)}
        return found

    def _is_left(self, entity: Entity, office: Office) -> bool:
        """ "Japan and South Korea met": of the states in the first sentence the only one that nobody leads yet."""
        told = self._class(office, entity)
        if entity not in self.lead or told not in SINGLE or len(self.lead) < 2:
            return False
        rivals = _TOP if told in _TOP else {told}
        candidates = set(self.candidates(office))
        free = [
            one for one in self.lead if one in candidates and not any((rival, one) in self.taken for rival in rivals)
        ]
        return free == [entity]

    def _class(self, office: Office, entity: Entity) -> OfficeClass:
        return office_class(office, entity, self.words.lexicon.civil_service)

    def _usual(self, entity: Entity, office: Office) -> float:
        """Less where the article comes from another state that has the office too, or names only another."""
        head = office.title.head
        home = [one for one in (self.publisher, self.dateline) if one in self.candidates(office)]
        if entity.id not in head.usual or any(one != entity for one in home):
            return 0.0
        elsewhere = any(self.counts[entity_of(code)] for code in head.only) or (head.kind == "ruler" and not head.only)
        if entity not in self.counts and elsewhere:
            return 0.0
        if entity.kind == "organization":
            return 1.5
        return 4.5 if entity in self.counts else 3.8

    def _nearness(self, entity: Entity, place: int) -> float:
        """Up to 2 for the last mention before the office in the same sentence, less behind it or in the one before."""
        doc = self.words.doc
        sentence = doc[place].sent
        spots = [i for i, owner in self.words.owners.items() if owner.entity == entity and not self._is_leading(owner)]
        spots += [i for i, of in self.spots.items() if of == entity]
        here = [place - i for i in spots if sentence.start <= i < place]
        if here:
            return 1.2 + 0.8 / (1 + min(here) / 8)
        cities = any(sentence.start <= i < sentence.end and of == entity for i, of in self.cities.items())
        behind = min((i for i in spots if place < i < sentence.end), default=None)
        if cities or (behind is not None and not self._is_said(place, behind)):
            return _BEHIND
        before = doc[sentence.start - 1].sent if sentence.start else None
        return _BEFORE if before is not None and any(before.start <= i < before.end for i in spots) else 0.0

    def _is_at_war(self, place: int) -> bool:
        """ "President X's war"."""
        end = next((i for i in range(place + 1, place + 5) if self.words.at(i) in {"'s", "'"}), place)
        return Aggressors(self.words).wages(end)

    def _is_leading(self, owner: Owner) -> bool:
        """ "US-led forces": who led is not where they are."""
        doc, words = self.words.doc, self.words
        hyphen = owner.end < len(doc) and doc[owner.end].text in {"-", "‑"}
        return hyphen and words.at(words.after(owner.end)) in words.lexicon.backing

    def _is_said(self, place: int, behind: int) -> bool:
        """ "President X said that Y", "told Z that Y": what is spoken of is not where one is from."""
        between = {self.words.at(i) for i in range(place, behind)}
        return bool(between & {"that", '"', "said", "says"} or between & self.words.lexicon.address)

    def _rank(self, entity: Entity) -> int:
        return self.order.index(entity) if entity in self.order else len(self.order) + 4


def issuer(article: Article | None, lexicon: OfficeLexicon, overlay: Path | None) -> Entity | None:
    """The state or union that the publisher speaks for: "U.S. Department of State", "Embassy of Uzbekistan"."""
    publisher = (article.publisher if article is not None else None) or ""
    found = list(dict.fromkeys(hit.value for hit in places(overlay).find(publisher)))
    for code, names in lexicon.agencies.items():
        if any(re.search(rf"\b{re.escape(name)}\b", publisher) for name in names):
            found.append(entity_of(code))
    return found[0] if found else None


@cache
def _capitals(overlay: Path | None) -> Gazetteer[Entity]:
    """Capitals by name, those apart that are also something else ("Victoria")."""
    names: Gazetteer[Entity] = Gazetteer()
    for state in lexicons.read("states", States, overlay).states:
        for city in state.capitals:
            if city not in state.ambiguous:
                names.add(city, Entity("state", state.code))
    return names


@cache
def places(overlay: Path | None) -> Gazetteer[Entity]:
    """Every name, demonym and capital of a state, and the names of organizations."""
    names: Gazetteer[Entity] = Gazetteer()
    for state in lexicons.read("states", States, overlay).states:
        for form, _ in forms(state):
            names.add(form, Entity("state", state.code))
    for body in lexicons.read("organizations", Organizations, overlay).organizations:
        for form in (body.name, *body.names, *body.abbreviations):
            names.add(form, Entity("organization", body.name))
    return names
