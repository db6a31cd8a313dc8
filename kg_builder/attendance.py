"""Officials who are told to lead or attend a meeting beside what tells it: "*co-chaired by X*", "X led the talks"."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder import syntax
from kg_builder.model import Event, Official
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_DEFINITE = {"the", "this", "their", "its", "both", "our", "these"}
#: How many sentences behind the meeting may tell who attended.
_SENTENCES = 4


def attended(event: Event, anchor: Token) -> Event:
    """The event with those officials of its parties who attended."""
    verbs = (*_participles(anchor), *_behind(anchor))
    found = (official for verb in verbs for official in _attending(verb) if official.of in event.actors)
    return replace(event, officials=tuple(dict.fromkeys((*event.officials, *found))))


def _attending(verb: Token) -> Iterator[Official]:
    """All in the phrase: a long list of persons with offices is more than the parser follows."""
    people = verb.doc._.referents.naming.person_at
    for token in _phrase(verb):
        if token.i in people and people[token.i].tenure is not None:
            yield people[token.i].tenure.official
    for head in syntax.after(verb, "by") or syntax.subjects(verb):
        yield from verb.doc._.referents.of(head).officials


def _phrase(verb: Token) -> Iterator[Token]:
    """The words of who does it: behind "by" up to the next verb, or below the subject."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    if by is None:
        yield from (t for head in syntax.subjects(verb) for t in head.subtree)
        return
    for token in verb.doc[by.i + 1 : verb.sent.end]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {";", ":"}:
            return
        yield token


def _participles(anchor: Token) -> Iterator[Token]:
    """Of "a meeting *led by* X", also where a comma stands between, in the clause of the anchor."""
    attending = lexicon(anchor.doc).attending
    for token in anchor.sent:
        nominal = token.dep_ in {"acl", "advcl"} and token.tag_ == "VBN" and token.i > anchor.i
        if nominal and syntax.lemma(token) in attending and not _of_another(token, anchor):
            yield token


def _of_another(verb: Token, anchor: Token) -> bool:
    """Whether another meeting is told between the two."""
    return any(anchor.i < i.trigger.i < verb.i and i.type == "meeting" for i in anchor.doc._.frames)


def _behind(anchor: Token) -> Iterator[Token]:
    words, doc = lexicon(anchor.doc), anchor.doc
    end = anchor.sent.end
    for _ in range(_SENTENCES):
        end = doc[min(end, len(doc) - 1)].sent.end
    for verb in doc[anchor.i + 1 : end]:
        if verb.pos_ != "VERB" or syntax.lemma(verb) not in words.attending or verb.tag_ not in {"VBD", "VBZ", "VBN"}:
            continue
        objects = [*syntax.objects(verb), *syntax.after(verb, "in", "at")]
        meant = any(syntax.lemma(t) in words.occasions | words.parties_to and _is_definite(t) for t in objects)
        if meant and not _of_another(verb, anchor):
            yield verb


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)
