"""Officials told beside what they took part in: "*co-chaired by X*", "X led the talks", "*X signed for Chile*"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from kg_builder import syntax
from kg_builder.model import Event, EventType, Official
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_DEFINITE = {"the", "this", "their", "its", "both", "our", "these"}
#: Behind these stands when, where and about what they met.
_BEYOND = {"in", "during", "after", "about", "regarding", "concerning", "over", "before", "ahead", "amid", ";", ":"}
#: How many sentences behind the meeting may tell who attended.
_SENTENCES = 4


def attended(event: Event, anchor: Token) -> Event:
    """The event with those officials of its parties who attended."""
    verbs = (*_participles(anchor), *_behind(anchor))
    found = [official for verb in verbs for official in _attending(verb)] + list(_delegates(anchor))
    present = (official for official in found if official.of in event.actors)
    return replace(event, officials=tuple(dict.fromkeys((*event.officials, *present))))


def signed(event: Event, anchor: Token) -> Event:
    """A deal with those of its parties who signed it ("*X signed* for Chile") or saw it ("*in the presence of X*")."""
    found = [official for verb in _signing(anchor) for official in _attending(verb)]
    witnesses = [t for t in anchor.sent if t.lower_ == "presence" and t.dep_ == "pobj"]
    found += [o for noun in witnesses for head in syntax.after(noun, "of") for o in _in_phrase(head.subtree)]
    present = (official for official in found if official.of in event.actors)
    return replace(event, officials=tuple(dict.fromkeys((*event.officials, *present))))


def _signing(anchor: Token) -> Iterator[Token]:
    """Verbs of signing behind the deal, of the same deal: "signed for Chile", "the pact was signed by"."""
    doc, end = anchor.doc, anchor.sent.end
    for _ in range(_SENTENCES):
        end = doc[min(end, len(doc) - 1)].sent.end
    for verb in doc[anchor.sent.end : end]:
        told = verb.dep_ not in {"relcl", "acl"} and signs_what_is_known(verb)
        if told and not _of_another(verb, anchor, "agreement"):
            yield verb


def signs_what_is_known(verb: Token) -> bool:
    """ "Signed *the agreement*", "*it* was signed", "signed *for Chile*": a deal of which the text has told."""
    words = lexicon(verb.doc)
    if verb.lemma_ not in words.signing or verb.tag_ not in {"VBD", "VBN"}:
        return False
    what = syntax.objects(verb) or (syntax.subjects(verb) if syntax.is_passive(verb) else [])
    if not what:
        return bool(syntax.after(verb, "for"))
    known = (n for n in what if syntax.lemma(n) in words.deals and _is_definite(n))
    return any(not any(m.pos_ in {"PROPN", "NUM"} for m in syntax.modifiers(n)) for n in known)


def _attending(verb: Token) -> Iterator[Official]:
    """All in the phrase: a long list of persons with offices is more than the parser follows."""
    yield from _in_phrase(_phrase(verb))
    for head in syntax.after(verb, "by") or syntax.subjects(verb):
        yield from verb.doc._.referents.of(head).officials


def _in_phrase(tokens: Iterable[Token]) -> Iterator[Official]:
    for token in tokens:
        people = token.doc._.referents.naming.person_at
        if token.i in people and people[token.i].tenure is not None:
            yield people[token.i].tenure.official


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


def _of_another(verb: Token, anchor: Token, type: EventType = "meeting") -> bool:
    """Whether another of the type is told between the two."""
    return any(anchor.i < i.trigger.i < verb.i and i.verb != verb and i.type == type for i in anchor.doc._.frames)


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


def met_with(verb: Token) -> Iterator[Official]:
    """ "Met with Minister X, Secretary Y, and Adviser Z *in Oslo*": those of the list, which the parser cuts short."""
    company = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" and c.i > verb.i), None)
    if company is None or verb.pos_ != "VERB":
        return
    behind = verb.doc[company.i + 1 : verb.sent.end]
    listed = takewhile(lambda t: t.pos_ not in {"VERB", "AUX"} and t.lower_ not in _BEYOND, behind)
    yield from _in_phrase(listed)


def _delegates(anchor: Token) -> Iterator[Official]:
    """ "*The Mexican delegation included* Secretary X; General Y; and Z", in a sentence behind the meeting."""
    doc, start = anchor.doc, anchor.sent.end
    words = lexicon(doc)
    for _ in range(_SENTENCES):
        if start >= len(doc) or _of_another(doc[start], anchor):
            return
        sentence = doc[start].sent
        lists = [t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and syntax.lemma(t) in words.parties_to]
        if any(syntax.lemma(t.head) in words.consisting for t in lists):
            listed = takewhile(lambda t: t.text not in {".", "\n", "\n\n"}, doc[lists[0].head.i :])
            yield from _in_phrase(listed)  # beyond the semicolons, at which the parser ends a sentence
        start = sentence.end


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)
