"""Goods that an act is about though its clause does not name them: "such goods", "the pipeline", what was discussed."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder import about, syntax
from kg_builder.frames import Instance
from kg_builder.model import Entity, Event
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_POINTING = {"the", "this", "that", "these", "those", "such", "said", "its", "their", "both", "any"}
_SUCH = {"such", "these", "those", "said"}
_THEM = {"these", "those", "they"}
_TOLD = {"ROOT", "conj", "ccomp", "relcl"}


def goods(instance: Instance) -> tuple[Entity, ...]:
    """The goods of the act's clause; where it names none, those that its words point back to or that restrict them."""
    if instance.goods:
        return instance.goods
    clause = [t for t in instance.verb.subtree if not _in_other_clause(t, instance.verb)]
    pointed = [good for t in clause for good in _pointed(t)]
    return tuple(dict.fromkeys(pointed or (*_restricting(instance.verb),) or _listed_next(instance.verb, clause)))


def with_topics(event: Event, anchor: Token) -> Event:
    """A meeting with the goods that it is said to have discussed in the sentences behind it."""
    found = [good for verb in _discussing(anchor, event) for good in about.named(verb.subtree)]
    return replace(event, goods=tuple(dict.fromkeys((*event.goods, *found))))


def _in_other_clause(token: Token, verb: Token) -> bool:
    while token != verb and token.head != token:
        if token.dep_ in {"relcl", "advcl", "nsubj"} or (token.dep_ == "conj" and token.head == verb):
            return True
        token = token.head
    return False


def _pointed(noun: Token) -> Iterator[Entity]:
    """The goods of what a definite noun was when it was named: "the pipeline" of "the oil pipeline" told before."""
    if noun.pos_ != "NOUN" or not any(c.lower_ in _POINTING for c in noun.children):
        return
    words, lemma = lexicon(noun.doc), noun.lemma_.lower()
    if lemma in words.wares:
        if any(c.lower_ in _SUCH for c in noun.children):
            yield from _named_last(noun)
        return
    if lemma not in words.works:
        return
    for earlier in reversed(noun.doc[: noun.i]):
        if earlier.lemma_.lower() == lemma and earlier.pos_ in {"NOUN", "PROPN"}:
            named = tuple(about.named(c for m in syntax.modifiers(earlier) for c in m.subtree))
            named += tuple(about.named(t for h in syntax.after(earlier, "of", "on", "for") for t in h.subtree))
            if named:
                yield from named
                return


def _named_last(noun: Token) -> Iterator[Entity]:
    """The goods named before in this sentence, or in the one before it; none if others of that name stand between."""
    doc, sentence = noun.doc, noun.sent
    for stretch in (doc[sentence.start : next(iter(noun.subtree)).i], doc[max(0, sentence.start - 1)].sent):
        named = tuple(about.named(stretch))
        if named or any(t.lemma_.lower() == noun.lemma_.lower() for t in stretch):
            yield from named
            return


def _restricting(verb: Token) -> Iterator[Entity]:
    """Those of a relative clause that says which: "steps that strengthen chip supply"; not behind a comma."""
    for token in verb.subtree:
        if token.dep_ == "relcl" and token.head in verb.subtree and token.head.i > verb.i:
            first = next(iter(token.subtree))
            if first.i > 0 and verb.doc[first.i - 1].text != ",":
                yield from about.named(token.subtree)


def _listed_next(verb: Token, clause: list[Token]) -> Iterator[Entity]:
    """Of "curbs on several metals. *These include tungsten.*" the goods that the next sentence lists."""
    words, doc = lexicon(verb.doc), verb.doc
    if verb.sent.end == len(doc) or not any(t.lemma_.lower() in words.wares for t in clause):
        return
    root = doc[verb.sent.end].sent.root
    subjects = syntax.subjects(root)
    meant = any(t.lower_ in _THEM or (t.lemma_.lower() in words.wares and _is_definite(t)) for t in subjects)
    if root.lemma_ in words.listing and meant:
        yield from about.named(t for t in root.subtree if t.i > root.i)


def _discussing(anchor: Token, event: Event) -> Iterator[Token]:
    """Verbs behind the anchor that tell what its meeting discussed, up to the next meeting of others."""
    words, doc = lexicon(anchor.doc), anchor.doc
    for token in doc[anchor.i + 1 :]:
        if token.lemma_ not in words.discussing or token.pos_ != "VERB" or token.dep_ not in _TOLD:
            continue
        subjects = syntax.subjects(token)
        parties = set(doc._.referents.all(subjects).parties)
        meant = any(t.lemma_.lower() in words.occasions and _is_definite(t) for t in subjects)
        if (parties and parties == set(event.actors)) or (meant and _is_latest(anchor, token)):
            yield token


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in _POINTING for c in noun.children)


def _is_latest(anchor: Token, verb: Token) -> bool:
    """Whether no other meeting is told between the two."""
    between = (i for i in anchor.doc._.frames if i.type == "meeting" and anchor.i < i.trigger.i < verb.i)
    return not any(between)
