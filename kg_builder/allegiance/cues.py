"""Whose office it is where no word says so: the state or organization for which the most cues speak.

"The prime minister, A, hosted Chancellor B" names no state. Known are the states that the article names, where it comes
from, which offices a state has at all, and who holds the others. What decides is a cue: where the article comes from,
the office told with its state elsewhere, a state beside it in the sentence, or that no other state is left. That a
state is named often only breaks ties; without a cue, or where two states are equally good, there is no answer.
"""

from functools import cached_property

from kg_builder.allegiance import others
from kg_builder.allegiance.candidates import TAKEN, against, candidates, is_of_region
from kg_builder.allegiance.context import LEADERS, SINGLE, Context
from kg_builder.allegiance.journeys import Journeys
from kg_builder.appointments import Appointment
from kg_builder.gazetteer import entities, entity_of
from kg_builder.model import Entity, OfficeClass
from kg_builder.office_words import Owner, Words
from kg_builder.persons import Named

_MARGIN = 0.5  #: between the best state and the next
_BEFORE = 0.5  #: how much a state in the sentence before tells
_BEHIND = 0.8  #: how much a state behind the office in its sentence tells
_CUE = 0.7  #: the least that cues must tell for a state, of several
_ACTS = 0.4  #: for the only state named, the subject of the sentence before
_FAR = 7  #: words between the possessor and its war


def by_cues(context: Context, person: Named, one: Appointment) -> Entity | None:
    """The one that fits best, by a clear margin: "*Egypt's* economy grows. President X praised the farmers"."""
    if context.depends(one) or is_of_region(context, one.office):
        return None
    return _Weighing(context, one).best()


class _Weighing:
    """Of the candidates for one office."""

    def __init__(self, context: Context, one: Appointment) -> None:
        self.context, self.words, self.origin = context, context.words, context.origin
        self.one, self.office, self.place = one, one.office, one.office.start
        self.sentence = self.words.doc[self.place].sent
        self.candidates = candidates(context, one.office)
        self.contested = context.contested()

    def best(self) -> Entity | None:
        apart = {others.counterpart(self.context, self.one), others.met_by(self.context, self.one)}
        pool = [entity for entity in self.candidates if entity not in self.visited | apart]
        cues = {entity: self._cues(entity) for entity in pool}
        held = {entity: against(self.context, self.office, entity) for entity in pool}
        scores = {entity: cues[entity] + self._prior(entity) - held[entity] for entity in pool}
        leads = others.beside(self.context, self.one)
        if leads in scores and self.office.title.head.office_class in LEADERS and self.office.status != "former":
            scores[leads] -= 2.0
        ranked = sorted(scores.items(), key=lambda item: (-item[1], self._rank(item[0])))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        best = ranked[0][0]
        if held[best] >= TAKEN:
            return None
        alone = sum(score < TAKEN for score in held.values()) == 1 and not self.visited
        return best if alone or cues[best] >= _CUE else None

    @cached_property
    def visited(self) -> set[Entity]:
        """States to which the one who holds the office comes as a guest, told by name or by a city."""
        words, found = self.words, set()
        for start, end in Journeys(words).places(self.office):
            found |= {words.owners[i].entity for i in range(start, end) if i in words.owners}
            found |= {hit.value for hit in entities(self.context.overlay).find(words.doc[start:end].text)}
        return found

    def _cues(self, entity: Entity) -> float:
        """What speaks for the state by itself."""
        told, office = self._class(entity), self.office
        score = self._usual(entity)
        if not {told, office.title.head.office_class} & self.contested:
            score += self._voice(entity) if entity == self.origin.publisher else 0.0
            score += self._home(entity) if entity == self.origin.dateline else 0.0
        score += 2.0 * (told in LEADERS and self._is_at_war(entity))
        score += 4.5 * self._is_told_elsewhere({(told, entity), (office.text, entity)})
        if told in SINGLE and (told, entity) in self.context.taken and office.status != "incumbent":
            score += 1.0  # beside the one who holds it now
        led = office.status == "incumbent" and self.context.is_led(entity, told)
        near = 0.0 if led else self._nearness(entity)
        if near <= _BEHIND and self.visited:  # who travels is not at home
            return score
        return score + near + self._is_left(entity) + _ACTS * self._acts_alone(entity)

    def _acts_alone(self, entity: Entity) -> bool:
        """ "*Peru* has approved a plant. Energy Minister X said": the subject, and no other state is named there."""
        if self._class(entity) in LEADERS or self.office.status != "incumbent":
            return False
        before = self.words.doc[self.sentence.start - 1].sent if self.sentence.start else self.sentence
        owners = self.words.owners
        named = [owners[i] for i in range(before.start, self.sentence.end) if i in owners and i == owners[i].start]
        others = {one.entity for one in named if one.entity in self.candidates} - {entity}
        roots = (self.words.doc[owner.start : owner.end].root for owner in named if owner.entity == entity)
        return not others and any(root.dep_ in {"nsubj", "nsubjpass"} for root in roots)

    def _class(self, entity: Entity) -> OfficeClass:
        return self.context.class_of(self.office, entity)

    def _prior(self, entity: Entity) -> float:
        """Named first and often; breaks ties."""
        counts = self.context.counts
        return max(0.0, 0.4 - 0.1 * self._rank(entity)) + 0.6 * counts[entity] / (sum(counts.values()) or 1)

    def _rank(self, entity: Entity) -> int:
        order = self.context.order
        return order.index(entity) if entity in order else len(order) + 4

    def _usual(self, entity: Entity) -> float:
        """Less where the article comes from another state that has the office too, or names only another."""
        head, counts = self.office.title.head, self.context.counts
        home = [one for one in (self.origin.publisher, self.origin.dateline) if one in self.candidates]
        if entity.id not in head.usual or any(one != entity for one in home):
            return 0.0
        elsewhere = any(counts[entity_of(code)] for code in head.only) or (head.kind == "ruler" and not head.only)
        if entity not in counts and elsewhere:
            return 0.0
        if entity.kind == "organization":
            return 1.5
        return 4.5 if entity in counts else 3.8

    def _voice(self, entity: Entity) -> float:
        """What the publisher tells; of its leaders a ministry says less, least where the sentence is set elsewhere."""
        if self.office.status == "designate":  # of whom others speak
            return 1.0
        if not self.origin.is_ministry or self._class(entity) not in LEADERS:
            return 5.0
        return 1.2 if self._is_elsewhere(entity) else 3.0

    def _home(self, entity: Entity) -> float:
        """What the dateline tells: less where the sentence speaks of another state, nothing where it is set there."""
        if max((self._nearness(one) for one in self.candidates if one != entity), default=0.0) < _BEHIND:
            return 2.0
        return 0.0 if self._is_elsewhere(entity) else 1.2

    def _is_elsewhere(self, entity: Entity) -> bool:
        """Whether a rival's capital stands in the sentence, and the state does not."""
        rivals = [one for one in self.candidates if one != entity]
        elsewhere = any(self._is_here(i) and of in rivals for i, of in self.context.cities.items())
        return elsewhere and self._nearness(entity) < _BEHIND

    def _is_at_war(self, entity: Entity) -> bool:
        """ "President X's war" beside "*Russia's* unprovoked and unjustified invasion of Ukraine"."""
        words, near = self.words, range(self.place + 1, self.place + 5)
        end = next((i for i in near if words.at(i) in {"'s", "'"}), self.place)
        owners = (owner for i, owner in words.owners.items() if i == owner.start and owner.entity == entity)
        return _wages(words, end) and entity.kind == "state" and any(_wages(words, owner.end) for owner in owners)

    def _is_told_elsewhere(self, keys: set[tuple[str, Entity]]) -> bool:
        """Beside a nameless colleague of the same sentence ("Minister X met the minister of Chad") one is another."""
        sentences = {start for key in keys for start in self.context.unnamed.get(key, ())}
        return bool(sentences - {self.sentence.start})

    def _is_left(self, entity: Entity) -> bool:
        """ "Japan and South Korea met": of the states in the first sentence the only one that nobody leads yet."""
        told, lead = self._class(entity), self.context.lead
        if entity not in lead or told not in SINGLE or len(lead) < 2:
            return False
        rivals = LEADERS if told in LEADERS else {told}
        free = [
            one
            for one in lead
            if one in self.candidates and not any((rival, one) in self.context.taken for rival in rivals)
        ]
        return free == [entity]

    def _nearness(self, entity: Entity) -> float:
        """Up to 2 for the last mention before the office in the same sentence, less behind it or in the one before."""
        place, sentence = self.place, self.sentence
        spots = [
            i for i, owner in self.words.owners.items() if owner.entity == entity and not _is_leading(self.words, owner)
        ]
        spots = [i for i in spots if not self._is_trade(entity, i)]
        spots += [i for i, of in self.context.spots.items() if of == entity]
        here = [place - i for i in spots if sentence.start <= i < place]
        if here:
            return 1.2 + 0.8 / (1 + min(here) / 8)
        cities = any(self._is_here(i) and of == entity for i, of in self.context.cities.items())
        behind = min((i for i in spots if place < i < sentence.end), default=None)
        if cities or (behind is not None and not self._is_said(behind)):
            return _BEHIND
        before = self.words.doc[sentence.start - 1].sent if sentence.start else None
        return _BEFORE if before is not None and any(before.start <= i < before.end for i in spots) else 0.0

    def _is_trade(self, entity: Entity, i: int) -> bool:
        """ "LIMA - *Chinese* apps need a licence, Minister X said": the goods and firms of others are spoken of."""
        owner, after = self.words.owners[i], self.words.doc[i : i + 2]
        things = owner.form == "demonym" and len(after) > 1 and after[1].tag_ == "NNS" and after[1].ent_type_ == ""
        return self.origin.dateline not in {None, entity} and things and not self.words.starts_office(i + 1)

    def _is_here(self, i: int) -> bool:
        return self.sentence.start <= i < self.sentence.end

    def _is_said(self, behind: int) -> bool:
        """ "President X said that Y", "told Z that Y": what is spoken of is not where one is from."""
        between = {self.words.at(i) for i in range(self.place, behind)}
        return bool(between & {"that", '"', "said", "says"} or between & self.words.lexicon.address)


def _is_leading(words: Words, owner: Owner) -> bool:
    """ "US-led forces": who led is not where they are."""
    hyphen = owner.end < len(words.doc) and words.doc[owner.end].text in {"-", "‑"}
    return hyphen and words.at(words.after(owner.end)) in words.lexicon.backing


def _wages(words: Words, end: int) -> bool:
    """Whether what ends there is the possessor of a war."""
    if words.at(end) not in {"'s", "'"}:
        return False
    for i in range(end + 1, min(end + _FAR, len(words.doc))):
        if words.at(i) in words.lexicon.aggression:
            return True
        if words.doc[i].pos_ not in {"ADJ", "ADV", "CCONJ", "PUNCT", "NOUN", "VERB"} or words.at(i) == ".":
            return False
    return False
