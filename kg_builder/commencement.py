"""When a measure begins to bind, where a text tells it apart from its announcement.

"Tariffs that will take effect on 4 July", "a ban effective Oct. 1", "imposed duties ... The duties apply from Monday".
"""

from collections.abc import Iterator

from kg_builder import dates, effects, slot_words, syntax
from kg_builder.model import EventType
from kg_builder.tokens import Doc, Token

#: Types whose events are measures, which bind from a day on.
MEASURES: frozenset[EventType] = frozenset({"restriction", "easing", "policy"})
_SENTENCES = 2  # after that of the measure


def begins(trigger: Token) -> str | None:
    """The time from which the measure that ``trigger`` tells holds, in its sentence or in one right behind it."""
    sentence = trigger.sent
    found = _stated(trigger) or next((d for v in _entering(list(sentence)) if (d := _day(v))), None)
    if found:
        return found
    doc, end = trigger.doc, sentence.end
    for _ in range(_SENTENCES):
        if end >= len(doc):
            return None
        following = doc[end].sent
        for verb in _entering(list(following)):
            if any(_is_the_measure(s) for s in syntax.subjects(verb)):
                return _day(verb)
        end = following.end
    return None


def _entering(words: list[Token]) -> Iterator[Token]:
    """Verbs of coming into force: "takes effect", "enter into force"."""
    known = slot_words.lexicon(words[0].doc)
    for word in words:
        if word.pos_ == "VERB" and word.lemma_ in known.entering:
            heads = [*syntax.objects(word), *syntax.after(word, "into", "in")]
            if any(h.lemma_ in known.force for h in heads):
                yield word
        elif word.pos_ == "VERB" and word.lemma_ == "apply" and not syntax.objects(word):
            yield word


def _is_the_measure(noun: Token) -> bool:
    known = {child.lower_ for child in noun.children} & {"the", "these", "this", "both", "new", "its", "their"}
    return noun.lower_ in {"they", "it", "these"} or (bool(known) and noun.lemma_ in effects.lexicon(noun.doc).measures)


def _day(verb: Token) -> str | None:
    found = dates.date_for(verb)
    return found.value if found else _behind(verb.doc, verb.i, verb.sent.end)


def _stated(trigger: Token) -> str | None:
    """ "Effective Oct. 1", "starting on Monday", "as of 1 May", "from 1 May": behind it, within its sentence."""
    return _behind(trigger.doc, trigger.i, trigger.sent.end)


def _behind(doc: Doc, start: int, end: int) -> str | None:
    for mention in doc._.dates:
        if not start < mention.start < end:
            continue
        words = [word.lower_ for word in doc[max(start, mention.start - 3) : mention.start]]
        words = [word for word in words if word not in {"on", "the", "from", "in"}] or [""]
        opens = words[-1] in slot_words.lexicon(doc).beginning or words[-2:] == ["as", "of"]
        if opens or (mention.kind == "day" and doc[mention.start - 1].lower_ == "from"):
            return str(mention.value) if mention.value else None
    return None
