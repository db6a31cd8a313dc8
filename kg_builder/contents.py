"""What a deal or a measure is about that its own clause does not say: the sentences behind it, where it was named.

"Signed a memorandum. *The memorandum covers gas.*", "a deal to buy jets ... signed *the agreement* on Friday".
"""

import re
from collections.abc import Iterator

from kg_builder import about, syntax
from kg_builder.model import Entity
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Doc, Span, Token

_POINTING = {"the", "this", "that", "these", "those", "such", "said", "its", "their", "both", "any"}
_FAR = 3  # sentences behind an act in which its deal or measure may say what it is about
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ITEM = re.compile(r"\s*(?:[-–—•·*▪]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])\s")
_NOTHING: frozenset[str] = frozenset()


def is_definite(noun: Token) -> bool:
    """Whether the words of a noun phrase point to something told before."""
    return any(c.lower_ in _POINTING for c in noun.children)


def kin(noun: Token) -> frozenset[str]:
    """Lemmas of the nouns that may take up what ``noun`` has named: a pact is "the deal", a ban "the measures"."""
    words, lemma = lexicon(noun.doc), syntax.lemma(noun)
    return next(
        (group for group in (words.deals, words.curbs, words.gifts, words.flows) if lemma in group), frozenset({lemma})
    )


def of_noun(noun: Token) -> tuple[Entity, ...]:
    """The goods in a noun's own phrase: its modifiers, what stands behind "of", "on", "for", "in", what it allows."""
    beside = (c for m in syntax.modifiers(noun) for c in m.subtree)
    behind = list(syntax.after(noun, "of", "on", "for", "in", "regarding", "concerning"))
    behind += [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    return tuple(about.named((*beside, *(t for h in behind for t in h.subtree))))


def listed_below(sentence: Span) -> Iterator[Entity]:
    """Of "will work together in the following areas:" the goods of the list that the next lines make."""
    if any(word.lower_ == "following" for word in sentence):
        yield from _list_below(sentence)


def _list_below(sentence: Span) -> Iterator[Entity]:
    words = [word for word in sentence if not word.is_space]
    if not words or words[-1].text != ":":
        return
    doc: Doc = sentence.doc
    text = doc._.article.text if doc._.article else doc.text  # with the bullets, which are not read
    for found in _LINE.finditer(text, words[-1].idx + 1):
        if not _ITEM.match(found[0]):
            return
        yield from (
            m.entity for m in doc._.mentions if m.entity.kind == "good" and found.start() <= m.start < found.end()
        )


def told_behind(sentence: Span, nouns: list[Token], *, main: bool) -> Iterator[Entity]:
    """The goods of the first of the next sentences in which a noun for one of ``nouns`` says what it is about.

    Where the sentence tells the act in its ``main`` clause, "this includes" behind it says so too.
    """
    doc: Doc = sentence.doc
    group = frozenset(lemma for noun in nouns for lemma in kin(noun))
    end = sentence.end
    for step in range(_FAR):
        if end >= len(doc) or not group:
            return
        following = doc[end].sent
        if main and step == 0 and _goes_on(following.root):
            yield from about.goods(following.root, following.root, _NOTHING, _NOTHING)
            return
        for noun in following:
            if noun.pos_ not in {"NOUN", "PROPN"} or syntax.lemma(noun) not in group:
                continue
            if not is_definite(noun):
                return  # another of its kind
            found = tuple(_said_of(noun))
            if found:
                yield from found
                return
        end = following.end


def _said_of(noun: Token) -> Iterator[Entity]:
    """ "The pact provides for trade *in grain*", "under it, Chile will supply *gas*", "*meat* is covered by it"."""
    verb = syntax.governing_verb(noun)
    if verb is None or not _is_told(verb):
        return
    under = noun.dep_ == "pobj" and noun.head.lower_ == "under" and verb == noun.sent.root
    if noun.dep_ == "nsubj" or under:
        yield from about.goods(verb, verb, _NOTHING, _NOTHING)
        yield from _list_below(noun.sent)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "by" and verb.lemma_ in lexicon(noun.doc).listing:
        yield from about.named(noun.sent)


def _goes_on(verb: Token) -> bool:
    """ "*This includes* gas lines", "*It covers* grain"."""
    this = any(c.dep_ == "nsubj" and c.lower_ in {"this", "it", "these", "they"} for c in verb.children)
    return this and verb.lemma_ in lexicon(verb.doc).listing


def _is_told(verb: Token) -> bool:
    """Told by the text itself, or by somebody's words alone; not what somebody's claim is about."""
    return verb.dep_ in {"ROOT", "conj"} or (verb.dep_ == "ccomp" and verb.head == verb.sent.root)
