"""Strategic goods that a Doc names: every name of the lexicon in either number, kept or dropped by its context."""

import re
from collections.abc import Iterator
from pathlib import Path

from kg_builder import bodies, lexicons
from kg_builder.gazetteer import Gazetteer, Goods, Hit, Organizations, numbers
from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity, Mention
from kg_builder.tokens import Doc, Span


class Sense(Lexicon):
    """When a word that has other senses too means the good; all words lower case, lemmas or forms.

    Words before and after stand next to it, ``near`` anywhere in the sentence. A word that speaks against it outweighs
    one that speaks for it; where none speaks, ``default`` holds. Where the word does not mean the good, it means
    ``otherwise`` if that is given.
    """

    default: bool = False
    listed: bool = False  #: an item of a list without a word of its own means the good: "energy, water and transport"
    otherwise: str | None = None
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()


class GoodContexts(Lexicon):
    """``data/lexicons/good_contexts.yaml``."""

    masks: tuple[str, ...]
    senses: dict[str, Sense]
    descriptions: dict[str, tuple[str, ...]]
    verbs: frozenset[str]
    surnames: frozenset[str]
    firms: frozenset[str]
    posts: frozenset[str]


Named = Entity | None

_NOT = {"non-", "non ", "non–"}
_BEFORE_SURNAMES = {"Mr", "Mrs", "Ms", "Dr", "Sen", "Senator", "Rep", "Secretary", "De", "Van"}
_LIST = re.compile(r"\b(\w+)(?:, (\w+))?(?:, (\w+))?,? (?:and|or) (\w+) (\w+)\b")


class GoodNames:
    """Finds goods; built once, read-only afterwards."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._contexts = lexicons.read("good_contexts", GoodContexts, overlay)
        self._gazetteer: Gazetteer[Named] = Gazetteer(fold=True)
        self._unsure: set[tuple[str, str]] = set()
        for good in lexicons.read("goods", Goods, overlay).goods:
            entity = Entity("good", good.id)
            for name in dict.fromkeys((good.label, *good.names)):
                for form in numbers(name):
                    self._gazetteer.add(form, entity)
            unsure = [form for name in good.ambiguous for form in numbers(name)]
            self._unsure |= {(self._gazetteer.normal(form), good.id) for form in unsure}
        for mask in self._contexts.masks:
            for form in numbers(mask):
                self._gazetteer.add(form, None)
        normal = self._gazetteer.normal
        self._senses = {normal(form): sense for name, sense in self._contexts.senses.items() for form in numbers(name)}
        organizations = lexicons.read("organizations", Organizations, overlay).organizations
        self._open = {organization.name for organization in organizations if organization.kind == "pact"}
        self._descriptions = [
            (re.compile(pattern), Entity("good", good))
            for good, patterns in self._contexts.descriptions.items()
            for pattern in patterns
        ]
        posts = "|".join(sorted(map(re.escape, self._contexts.posts)))
        self._post_patterns = (
            re.compile(rf"\b(?:{posts})s? (?:of|for|on)(?: the)?(?:,? (?:[A-Z][\w'-]*|and|of|the|for|&))*"),
            re.compile(rf"\b[\w-]+ (?:{posts})s?\b(?! of)", re.IGNORECASE),
        )
        firms = "|".join(sorted(map(re.escape, self._contexts.firms)))
        self._firm_pattern = re.compile(rf"\b(?:[A-Z][\w'&-]* (?:of |and |& )?){{2,6}}(?:{firms})\b")

    def find(self, doc: Doc, parties: list[Mention]) -> Iterator[Mention]:
        """The mentions in text order, outside posts and the names of organizations, pacts excepted.

        A good that is described may overlap one that is named: "materials for chips".
        """
        text = doc.text
        closed = [(m.start, m.end) for m in parties if m.entity.id not in self._open]
        closed += [*self._posts(text), *self._firms(doc)]
        hits = list(self._gazetteer.find(text))
        found = [mention for hit in hits for mention in self._read(doc, text, hit)]
        for mention in self._shared_heads(text):
            if not any(mention.start < hit.end and mention.end > hit.start and hit.value for hit in hits):
                found.append(mention)
        found += self._described(text)
        for mention in sorted(set(found)):
            if not any(mention.start < end and mention.end > start for start, end in closed):
                yield mention

    def _read(self, doc: Doc, text: str, hit: Hit[Named]) -> Iterator[Mention]:
        """The good that the hit names, or else those that shorter names within it do."""
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if hit.value is None or span is None or text[: hit.start][-4:].lower() in _NOT:
            return
        good = self._meant(span, text[hit.start : hit.end], hit.value)
        if good is not None:
            yield Mention(hit.start, hit.end, good, "phrase")
            return
        for inner in self._gazetteer.find(text[hit.start : hit.end], shorter_than=hit.end - hit.start):
            yield from self._read(doc, text, Hit(hit.start + inner.start, hit.start + inner.end, inner.value))

    def _meant(self, span: Span, words: str, good: Entity) -> Named:
        words = self._gazetteer.normal(words)
        root = span.root
        if words in self._contexts.verbs and root.pos_ == "VERB" and root.tag_ not in {"VBN", "VBG"}:
            return None
        if words in self._contexts.surnames and _is_surname(span):
            return None
        sense = self._senses.get(words)
        if sense is None:
            return None if (words, good.id) in self._unsure else good
        if _speaks_for(span, sense):
            return good
        return Entity("good", sense.otherwise) if sense.otherwise else None

    def _posts(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches that name a post or an office: "Under Secretary for Energy and the Environment", "oil minister"."""
        for pattern in self._post_patterns:
            for match in pattern.finditer(text):
                yield match.span()

    def _firms(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Names of firms and societies, outside of headlines in capitals: "National Steel Corporation"."""
        for match in self._firm_pattern.finditer(doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is not None and not bodies.is_title_line(span):
                yield match.span()

    def _shared_heads(self, text: str) -> Iterator[Mention]:
        """The "quantum" of "quantum and space technologies": a name whose head stands at the end of the list."""
        for match in _LIST.finditer(self._gazetteer.normal(text)):
            for group in (1, 2, 3):
                named = match[group] and self._gazetteer.get(f"{match[group]} {match[5]}")
                if named:
                    yield Mention(*match.span(group), named, "phrase")

    def _described(self, text: str) -> Iterator[Mention]:
        normal = self._gazetteer.normal(text)
        for pattern, good in self._descriptions:
            for match in pattern.finditer(normal):
                yield Mention(*match.span(), good, "phrase")


def _speaks_for(span: Span, sense: Sense) -> bool:
    doc = span.doc
    left = _words(doc, range(span.start - 1, -1, -1))
    right = _words(doc, range(span.end, len(doc)))
    if left & sense.not_before or right & sense.not_after:
        return False
    around: set[str] = set()
    if sense.near or sense.not_near:
        others = [token for token in span.sent if not span.start <= token.i < span.end]
        around = {form for token in others for form in (token.lower_, token.lemma_.lower())}
    if around & sense.not_near:
        return False
    if sense.listed and _is_listed(span):
        return True
    return bool(left & sense.before or right & sense.after or around & sense.near) or sense.default


def _is_listed(span: Span) -> bool:
    doc = span.doc
    if span.start == 0 or span.end == len(doc):
        return False
    before, after = doc[span.start - 1].lower_, doc[span.end].lower_
    return before in {",", ";", "and", "or", "from", ":"} and after in {",", ";", "and", "or", "to", "."}


def _words(doc: Doc, indices: range) -> set[str]:
    """Form and lemma of the next word in that direction, over a hyphen; empty at a sentence's or clause's end."""
    for index in indices:
        token = doc[index]
        if token.text in {"-", "–", "/"}:
            continue
        return set() if token.is_punct or token.is_space else {token.lower_, token.lemma_.lower()}
    return set()


def _is_surname(span: Span) -> bool:
    """ "Senator Cotton", "Ms Rice said": capitalised behind a name or a title, or so says the model."""
    first = span[0]
    if not first.text[:1].isupper() or first.is_upper:
        return False
    if any(e.label_ == "PERSON" and e.start <= span.start and e.end >= span.end for e in span.sent.ents):
        return True
    return span.start > 0 and span.doc[span.start - 1].text.rstrip(".") in _BEFORE_SURNAMES
