"""Strategic goods that a Doc names: every name of the lexicon in either number, kept or dropped by its context."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Span

from kg_builder import lexicons
from kg_builder.gazetteer import Gazetteer, Goods, Hit, numbers
from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity, Mention


class Sense(Lexicon):
    """When a word that has other senses too means the good; all words lower case, lemmas or forms.

    Words before and after stand next to it, ``near`` anywhere in the sentence. A word that speaks against it outweighs
    one that speaks for it; where none speaks, ``default`` holds.
    """

    default: bool = False
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
    verbs: frozenset[str]
    surnames: frozenset[str]
    posts: frozenset[str]


Named = Entity | None


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
            self._unsure |= {(form.lower(), good.id) for name in good.ambiguous for form in numbers(name)}
        for mask in self._contexts.masks:
            for form in numbers(mask):
                self._gazetteer.add(form, None)
        self._senses = {form: sense for name, sense in self._contexts.senses.items() for form in numbers(name)}

    def find(self, doc: Doc, parties: list[Mention]) -> Iterator[Mention]:
        """The mentions in text order, outside the names of ``parties`` but for bodies that the text itself introduces."""
        closed = [(m.start, m.end) for m in parties] + list(self._posts(doc))
        hits = [*self._gazetteer.find(doc.text)]
        hits += self._shared_heads(doc, hits)
        for hit in sorted(hits, key=lambda h: h.start):
            inside = any(hit.start < end and hit.end > start for start, end in closed)
            if hit.value is not None and not inside and self._is_meant(doc, hit, hit.value):
                yield Mention(hit.start, hit.end, hit.value, "phrase")

    def _is_meant(self, doc: Doc, hit: Hit[Named], good: Entity) -> bool:
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if span is None:
            return False
        words = self._gazetteer.normal(doc.text[hit.start : hit.end])
        root = span.root
        if words in self._contexts.verbs and root.pos_ == "VERB" and root.tag_ not in {"VBN", "VBG"}:
            return False
        if words in self._contexts.surnames and _is_surname(span):
            return False
        sense = self._senses.get(words)
        if sense is not None:
            return _speaks_for(span, sense)
        return (words, good.id) not in self._unsure

    def _posts(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Stretches that name a post or an office: "Under Secretary for Energy and the Environment", "oil minister"."""
        posts = "|".join(sorted(map(re.escape, self._contexts.posts)))
        of = rf"\b(?:{posts})s? (?:of|for|on)(?: the)?(?:,? (?:[A-Z][\w'-]*|and|of|the|for|&))*"
        before = rf"(?:[\w-]+ )(?:{posts})s?\b(?! of)"
        for match in re.finditer(of, doc.text):
            yield match.span()
        for match in re.finditer(before, doc.text, re.IGNORECASE):
            yield match.span()

    def _shared_heads(self, doc: Doc, hits: list[Hit[Named]]) -> Iterator[Hit[Named]]:
        """The "quantum" of "quantum and space technologies": a name whose head stands at the end of the list."""
        text = self._gazetteer.normal(doc.text)
        for match in re.finditer(r"\b(\w+)(?:, (\w+))?(?:, (\w+))?,? (?:and|or) (\w+) (\w+)\b", text):
            head = match[5]
            for group in (1, 2, 3):
                if match[group] is None:
                    continue
                start, end = match.span(group)
                named = self._gazetteer.get(f"{match[group]} {head}")
                if named is not None and not any(start < hit.end and end > hit.start for hit in hits):
                    yield Hit(start, end, named)


def _speaks_for(span: Span, sense: Sense) -> bool:
    doc = span.doc
    left = _words(doc, range(span.start - 1, -1, -1))
    right = _words(doc, range(span.end, len(doc)))
    if left & sense.not_before or right & sense.not_after:
        return False
    around: set[str] = set()
    if sense.near or sense.not_near:
        sentence = span.sent
        around = {form for token in sentence if not span.start <= token.i < span.end for form in (token.lower_, token.lemma_.lower())}
    if around & sense.not_near:
        return False
    return bool(left & sense.before or right & sense.after or around & sense.near) or sense.default


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
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.text.rstrip(".") in {"Mr", "Mrs", "Ms", "Dr", "Sen", "Senator", "Rep", "Secretary"}
