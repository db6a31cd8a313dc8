"""States, organizations and groups that a Doc names: every form of the lexicons, kept or dropped by its context."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kg_builder import bodies, lexicons
from kg_builder.bodies import Bodies
from kg_builder.capitals import Capitals, stands_for_government
from kg_builder.gazetteer import FormKind, Gazetteer, Groups, Hit, Organization, Organizations, States, forms
from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity, Mention
from kg_builder.tokens import Doc, Span, Token

Trust = Literal["sure", "trusted", "unsure"]


class Bygone(Lexicon):
    """How a state was called up to a year."""

    until: int
    name: tuple[str, ...] = ()
    demonym: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()


class Contexts(Lexicon):
    """``data/lexicons/mentions.yaml``: what the words around a name tell about it."""

    masks: tuple[str, ...]
    trusted: frozenset[str]
    preferred: dict[str, str]
    bygone: dict[str, Bygone]
    rivals: dict[str, tuple[str, ...]]
    given_names: frozenset[str]
    venues: frozenset[str]
    languages: frozenset[str]
    speaking: frozenset[str]
    before_us: frozenset[str]
    titles: frozenset[str]
    capitals: Capitals
    bodies: Bodies


@dataclass(frozen=True, slots=True)
class Naming:
    """What a form may name; no owner at all where it is a mask."""

    owners: tuple[Entity, ...] = ()
    kind: FormKind = "name"
    trust: Trust = "sure"
    until: int | None = None


class PartyNames:
    """Finds states and organizations; built once, read-only afterwards."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._contexts = lexicons.read("mentions", Contexts, overlay)
        self._gazetteer: Gazetteer[Naming] = Gazetteer()
        listed = lexicons.read("organizations", Organizations, overlay).organizations
        self._listed = {name: Entity("organization", body.name) for body in listed for name in (body.name, *body.names)}
        self._parents = {
            Entity("organization", organization.name): Entity("organization", organization.parent)
            for organization in listed
            if organization.parent
        }
        states = lexicons.read("states", States, overlay).states
        self._capitals = {Entity("state", state.code): state.capitals for state in states}
        namings: dict[str, Naming] = {}
        for form, naming in self._namings(overlay):
            known = namings.setdefault(form, naming)
            if known.kind == naming.kind and naming.owners[0] not in known.owners:
                namings[form] = replace(known, owners=(*known.owners, *naming.owners))
        for mask in self._contexts.masks:
            namings.setdefault(mask, Naming())
        for form, naming in namings.items():
            self._gazetteer.add(form, naming)
        for form, naming in namings.items():
            if len(form) > 3 and form.upper() != form:
                self._gazetteer.add(form.upper(), naming)

    def find(self, doc: Doc) -> list[Mention]:
        """The mentions in text order, none overlapping another."""
        text = doc.text  # spaCy builds it anew each time it is asked
        hits = list(self._gazetteer.find(text))
        kept = {hit: mention for hit in hits if (mention := self._read(doc, text, hit)) is not None}
        certain = {m.entity for hit, m in kept.items() if hit.value.trust == "sure" and m.form != "capital"}
        about = certain | self._published(doc)  # a body's own news calls its organs by half their names
        known = certain | {entity for entity, parent in self._parents.items() if parent in about}
        found = [m for hit, m in kept.items() if hit.value.trust != "unsure" or m.entity in known]
        found = [self._settled(text, mention, certain) for mention in found]
        found = [mention for mention in found if not self._has_rival(text, mention, certain)]
        found += self._shared_heads(text, hits)
        taken = [(hit.start, hit.end) for hit in hits if not hit.value.owners] + [(m.start, m.end) for m in found]
        found += bodies.find(doc, self._contexts.bodies, found, taken, self._listed)
        return bodies.with_acronyms(doc, sorted(_apart(found)))

    def _published(self, doc: Doc) -> set[Entity]:
        """Whom the publisher's name names: "*UN* News"."""
        publisher = doc._.article.publisher if doc._.article else None
        hits = self._gazetteer.find(publisher) if publisher else ()
        return {owner for hit in hits if hit.value.trust == "sure" for owner in hit.value.owners}

    def find_within(self, doc: Doc, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """What else the names of organizations name: the UN in "UN Security Council", Iran in "Iran nuclear deal"."""
        text = doc.text
        for mention in mentions:
            if mention.entity.kind != "organization":
                continue
            words = text[mention.start : mention.end]
            for hit in self._gazetteer.find(words, shorter_than=len(words)):
                naming = hit.value
                named = naming.owners and naming.kind in {"name", "abbreviation"} and naming.trust == "sure"
                leads = words[hit.end : hit.end + 1] in {"", " ", "-", "'"} and words[hit.start - 1 : hit.start] in {
                    "",
                    "-",
                }
                inner = named and (naming.owners[0].kind == "state" or leads)
                if inner and naming.owners[0] != mention.entity:
                    start = mention.start + hit.start
                    yield Mention(start, mention.start + hit.end, naming.owners[0], _form(naming.kind))

    def _namings(self, overlay: Path | None) -> Iterator[tuple[str, Naming]]:
        """Every form with what it names; an organization's seat comes before the state whose capital it is."""
        organizations = lexicons.read("organizations", Organizations, overlay).organizations
        by_name = {organization.name: organization for organization in organizations}
        for organization in organizations:
            entity = Entity("organization", organization.name)
            for kind, words in _organization_forms(organization, by_name.get(organization.parent or "")):
                for form in words:
                    trust: Trust = "unsure" if form in organization.ambiguous else "sure"
                    yield re.sub(r"^[Tt]he ", "", form), Naming((entity,), kind, trust)
        for group in lexicons.read("groups", Groups, overlay).groups:
            entity = Entity("group", group.name)
            for form in (group.name, *group.names, *group.abbreviations):
                doubtful: Trust = "unsure" if form in group.ambiguous else "sure"
                yield form, Naming((entity,), "abbreviation" if form in group.abbreviations else "name", doubtful)
        for state in lexicons.read("states", States, overlay).states:
            entity = Entity("state", state.code)
            for form, kind in forms(state):
                unsure: Trust = "trusted" if form in self._contexts.trusted else "unsure"
                yield form, Naming((entity,), kind, unsure if form in state.ambiguous else "sure")
        for code, called in self._contexts.bygone.items():
            once: dict[FormKind, tuple[str, ...]] = {
                "name": called.name,
                "demonym": called.demonym,
                "capital": called.capital,
            }
            for kind, words in once.items():
                for form in words:
                    yield form, Naming((Entity("state", code),), kind, until=called.until)

    def _read(self, doc: Doc, text: str, hit: Hit[Naming]) -> Mention | None:
        """The mention that the hit is, unless its context says otherwise."""
        naming, words = hit.value, text[hit.start : hit.end]
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if not naming.owners or span is None:
            return None
        if naming.until is not None and not _is_of(doc, naming.until):
            return None
        if self._is_venue(doc, span) or (words in self._contexts.given_names and _is_in_person(span)):
            return None
        if naming.kind in {"capital", "seat"}:
            seat = naming.kind == "seat" and naming.owners[0].kind == "state"
            if not stands_for_government(span, self._contexts.capitals, seat=seat):
                return None
            return Mention(hit.start, hit.end, naming.owners[0], _form(naming.kind))
        if naming.kind == "demonym" and _is_language(span, self._contexts):
            return None
        if naming.kind == "abbreviation" and _is_shouted_word(span, self._contexts):
            return None
        if naming.owners[0].kind == "organization" and self._is_anothers(span, naming):
            return None
        inserted = re.search(r"\[(North|South)\] $", text[: hit.start])
        other = self._gazetteer.get(f"{inserted[1]} {words}") if inserted else None
        if other and other.owners:  # "[North] Korea"
            return Mention(hit.start, hit.end, other.owners[0], _form(naming.kind))
        owner = next((o for o in naming.owners if o.id == self._contexts.preferred.get(words)), naming.owners[0])
        return Mention(hit.start, hit.end, owner, _form(naming.kind))

    def _settled(self, text: str, mention: Mention, certain: set[Entity]) -> Mention:
        """Where several states bear the form, the one that the text names surely elsewhere."""
        naming = self._gazetteer.get(text[mention.start : mention.end])
        if naming is None or len(naming.owners) < 2 or mention.entity in certain:
            return mention
        sure = [owner for owner in naming.owners if owner in certain]
        return replace(mention, entity=sure[0]) if len(sure) == 1 else mention

    def _has_rival(self, text: str, mention: Mention, certain: set[Entity]) -> bool:
        """Whether the text speaks of what else bears the name, and of none of the state's other names and capitals."""
        rivals = self._contexts.rivals.get(text[mention.start : mention.end], ())
        if not rivals or mention.entity in certain or _names_one(text, self._capitals.get(mention.entity, ())):
            return False
        return _names_one(text, rivals)

    def _shared_heads(self, text: str, hits: list[Hit[Naming]]) -> Iterator[Mention]:
        """The "North" of "North and South Korea"."""
        for hit in hits:
            words = text[hit.start : hit.end].split(" ")
            before = re.search(r"\b([A-Z][a-z]+) (?:and|or) $", text[max(0, hit.start - 24) : hit.start])
            if len(words) == 2 and before and words[0] in {"North", "South", "East", "West"}:
                naming = self._gazetteer.get(f"{before[1]} {words[1]}")
                if naming and naming.owners and before[1] in {"North", "South", "East", "West"}:
                    start = hit.start - len(before[0])
                    yield Mention(start, start + len(before[1]), naming.owners[0], "name")

    def _is_venue(self, doc: Doc, span: Span) -> bool:
        """ "The Irish Pub", "American Daily": the name of a house, not of a state."""
        following = doc[span.end] if span.end < len(doc) else None
        return following is not None and following.text in self._contexts.venues

    def _is_anothers(self, span: Span, naming: Naming) -> bool:
        """Somebody's own body: "Russia's Security Council", "Gaston MSP"; parties and titles may stand before."""
        if span.start == 0 or not (naming.trust == "unsure" or naming.kind == "abbreviation"):
            return False
        before: Token = span.doc[span.start - 1]
        if before.tag_ == "POS":
            return naming.trust == "unsure"
        if before.is_sent_start or before.pos_ != "PROPN" or not before.is_title or bodies.is_title_line(span):
            return False
        return self._gazetteer.get(before.text) is None and before.lower_ not in self._contexts.titles


def _is_of(doc: Doc, year: int) -> bool:
    """Whether the text is surely of that year or of one before it."""
    published = doc._.article.published if doc._.article else None
    return published is not None and int(published[:4]) <= year


def _names_one(text: str, names: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}(?!\w)", text) for name in names)


def _organization_forms(
    organization: Organization, parent: Organization | None
) -> Iterator[tuple[FormKind, tuple[str, ...]]]:
    yield "name", (organization.name, *organization.names)
    above = (parent.name, *parent.names, *parent.abbreviations) if parent else ()
    yield "name", tuple(f"{name}{of} {word}" for name in above for of in ("", "'s") for word in organization.called)
    yield "abbreviation", organization.abbreviations
    # "Nato", "Opec": many papers write an acronym that is spoken as a word like a name.
    sure = {organization.name, *organization.abbreviations} - set(organization.ambiguous)
    spoken = sorted(acronym for acronym in sure if re.fullmatch(r"[A-Z]{4,}", acronym))
    yield "abbreviation", tuple(acronym.capitalize() for acronym in spoken)
    yield "seat", organization.seats


def _form(kind: FormKind) -> Literal["name", "abbreviation", "demonym", "capital"]:
    return "capital" if kind == "seat" else kind


def _is_in_person(span: Span) -> bool:
    """Part of a person's name: "Michael Jordan", "Israel Smith"; a possessive or a title beside it is not."""
    doc = span.doc
    return any(
        entity.label_ == "PERSON"
        and len(entity) > len(span)
        and not any(token.tag_ == "POS" or token.text == "'s" for token in doc[span.end : span.end + 1])
        for entity in span.sent.ents
        if entity.start <= span.start and entity.end >= span.end
    )


def _is_language(span: Span, words: Contexts) -> bool:
    """ "in Chinese", "French-speaking", "Spanish language"."""
    doc = span.doc
    after = [token.lower_ for token in doc[span.end : span.end + 2] if token.text not in {"-", "–"}]
    if after and after[0] in words.languages:
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    root: Token = span.root
    if before in {"in", "into"}:
        return root.dep_ == "pobj" and root.tag_ != "NNPS" and root.head.i == span.start - 1
    return before in words.speaking


def _is_shouted_word(span: Span, words: Contexts) -> bool:
    """Within a line of capitals, an abbreviation that is also a word: "WHO WON", "JOIN US"."""
    if span.text not in {"US", "WHO", "IS", "IT", "AU"}:
        return False
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc) and doc[i].is_alpha]
    long = [token for token in beside if len(token) > 2]
    if not long or not all(token.is_upper for token in long):
        return False
    if span.text != "US":
        return True
    followed = span.end < len(doc) and doc[span.end].is_alpha
    return not followed and span.start > 0 and doc[span.start - 1].lower_ in words.before_us


def _apart(mentions: list[Mention]) -> Iterator[Mention]:
    """Without overlaps: the longer one, then the earlier one, stays."""
    taken: list[tuple[int, int]] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= start or mention.start >= end for start, end in taken):
            taken.append((mention.start, mention.end))
            yield mention
