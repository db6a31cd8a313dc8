"""The proper name of the treaty, pact, law, forum or summit that an event makes or is, as the article writes it."""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.frames import Instance
from kg_builder.model import EventType
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Doc, Token

#: Types whose object is what they make.
_MAKING: frozenset[EventType] = frozenset({"agreement", "commitment", "cooperation", "policy", "military", "meeting"})
#: Between the capitalised words of a name.
_LINKS = {"of", "on", "for", "and", "the", "concerning", "against", "&"}
_JOINS = {"-", "–", "+", "/"}
_GATHERED = ("at", "for", "in")
_LONGEST = 16


def name(instance: Instance, kind: EventType) -> str | None:
    """Of the noun that tells the event, or of what its verb makes ("signed *the Arica Treaty*"); None without one."""
    found = (_body(noun, instance.verb) or proper_name(noun) for noun in _candidates(instance, kind))
    return next((title for title in found if title), None)


def _candidates(instance: Instance, kind: EventType) -> Iterator[Token]:
    trigger, verb = instance.trigger, instance.verb
    if trigger.pos_ != "VERB":
        yield trigger
        yield from syntax.after(trigger, "of")  # "a session of the Andes Dialogue"
    if kind not in _MAKING:
        return
    for noun in syntax.objects(verb):
        yield from syntax.conjuncts(noun)
    if kind == "agreement" and trigger == verb:
        yield from syntax.after(verb, "to", "on")
    if kind == "meeting":
        yield from syntax.after(verb, *_GATHERED)


def proper_name(noun: Token) -> str | None:
    """The capitalised words around a noun for a deal, law or forum; None where they only say what kind it is."""
    words = lexicon(noun.doc)
    if syntax.lemma(noun) not in words.named:
        return None
    start, end = _extent(noun)
    doc = noun.doc
    own = [t for t in doc[start:end] if t.text[:1].isalnum() and t.lower_ not in _LINKS]
    if not any(t.text[:1].isupper() for t in own) or all(_is_common(t, words.generic | words.named) for t in own):
        return None
    return _text(doc, start, end)


def _body(noun: Token, verb: Token) -> str | None:
    """The body or pact that the verb founds or signs, under the name by which it is known."""
    mention = noun.doc._.mention_at.get(noun.i)
    if mention is None or mention.entity.kind != "organization" or noun == verb:
        return None
    return str(mention.entity.id) if syntax.lemma(verb) in lexicon(noun.doc).creating else None


def _is_common(token: Token, generic: frozenset[str]) -> bool:
    return token.text[:1].islower() or token.lower_ in generic or syntax.lemma(token) in generic


def _extent(noun: Token) -> tuple[int, int]:
    """Range of the name: to the left as far as capitals go, to the right over "of", "on" and capitals."""
    doc, sentence = noun.doc, noun.sent
    if not noun.text[:1].isupper():
        return noun.i, noun.i + 1
    start = noun.i
    while start > sentence.start and noun.i - start < _LONGEST and _belongs(doc[start - 1]):
        start -= 1
    while start < noun.i and (not _opens(doc[start]) or _is_first_word(doc[start])):
        start += 1
    end = noun.i + 1
    ahead = end
    while ahead < sentence.end and ahead - end < 3:
        token = doc[ahead]
        goes_on = ahead > end or end > noun.i + 1  # a capital right behind the noun starts something else
        if token.text in _JOINS or (goes_on and _is_capital(token)):
            end = ahead + 1
        elif token.lower_ not in _LINKS:
            break
        ahead += 1
    while doc[end - 1].text in _JOINS:
        end -= 1
    return start, end if end - noun.i <= _LONGEST else noun.i + 1


def _belongs(token: Token) -> bool:
    return _is_capital(token) or token.text in _JOINS or token.lower_ in _LINKS - {"against"}


def _is_capital(token: Token) -> bool:
    return token.ent_type_ != "DATE" and (token.text[:1].isupper() or token.text[:1].isdigit())


def _opens(token: Token) -> bool:
    return _is_capital(token) and token.lower_ not in {"the", "a", "an", "this", "its", "their", "our"}


def _is_first_word(token: Token) -> bool:
    """A capital that may only be that of the sentence: a verb, adverb or ordinal ("Third")."""
    first = token.i == token.sent.start
    return first and (token.pos_ not in {"PROPN", "NOUN", "ADJ"} or token.ent_type_ == "ORDINAL")


def _text(doc: Doc, start: int, end: int) -> str:
    article = doc._.article
    text = article.text if article else doc.text
    found = text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1].text)]
    return " ".join(str(found).split())
