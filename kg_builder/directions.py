"""Where the tense of what a time belongs to points: "met on Friday" is the last one, "will meet on Friday" the next."""

from kg_builder import effects, slot_words, tense
from kg_builder.assertion import assertion
from kg_builder.reckoning import Direction
from kg_builder.tokens import Span, Token

#: What may stand between "effective" and its day.
_FROM = {"from", "on", "of", "effective", "starting", "beginning"}
_EDGES = {"mid", "-", "early", "late", "the", "end", "start", "beginning", "middle", "close", "of"}
#: Dependencies of a time that names its noun: "the *July 7* accord".
MODIFIERS = {"compound", "nmod", "amod", "nummod", "poss"}


def direction(span: Span) -> Direction | None:
    """Where the tense of what the date belongs to points."""
    word = span.root
    before = [t.lower_ for t in span.doc[max(0, span.start - 2) : span.start]]
    if set(before) & slot_words.lexicon(span.doc).beginning and set(before[1:]) <= _FROM:
        return "nearest"
    if "earlier" in before:  # "earlier on Monday"
        return "past"
    leading = [t for t in span.doc[max(0, span.start - 4) : span.start] if t.lower_ not in _EDGES]
    if leading and leading[-1].lower_ == "from" and _is_from_now_on(word):
        return "nearest"
    for _ in range(8):
        if _is_ahead(word):
            return "future"
        if word.head == word:
            return None
        word = word.head
        if word.pos_ == "VERB" and _is_put_off(word, span):
            return "future"
        if word.dep_ == "acl" and word.tag_ == "VBN" and before[-1:] == ["for"] and _is_set(word):
            return "nearest"  # "the talks *scheduled for July 2*"
        if word.lower_ in _EDGES:
            continue  # "by the *middle* of October"
        if word.pos_ in {"VERB", "AUX", "NOUN"} and word not in span:
            of_object = any(
                _is_ahead(child) for child in word.children if child.dep_ == "dobj" and child.i < span.start
            )
            pointed = "nearest" if _invites(word, span) else "future" if of_object else _pointed(word)
            named = word.pos_ in {"NOUN", "PROPN"} and span.root.dep_ in MODIFIERS
            # "to implement the July 7 accord", "ahead of his July visit"
            return "nearest" if named and (pointed == "future" or _is_awaited(word)) else pointed
    return None


def _is_awaited(noun: Token) -> bool:
    """ "Ahead of *his visit*", "before *the summit*"."""
    if noun.dep_ != "pobj":
        return False
    return noun.head.lower_ == "before" or noun.head.head.lower_ in {"ahead", "advance"}


def _is_from_now_on(word: Token) -> bool:
    """ "*Has banned* it from 20 July", "*would stop* it from 1 January": what holds from a day may hold yet."""
    verb = next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"pcomp", "acl"}), None)
    return verb is not None and tense.tense(verb) in {"perfect", "present", "future", "modal"}


def _invites(word: Token, span: Span) -> bool:
    """ "*Invited* him to a summit *on 9 July*"."""
    if word.dep_ == "pobj" and word.head.lower_ == "to":
        return word.head.head.lemma_ == "invite"
    return word.lemma_ == "invite" and any(c.lower_ == "to" and c.i < span.start for c in word.children)


def _is_put_off(verb: Token, span: Span) -> bool:
    """ "Postponed *to September*", "delayed *until Monday*"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in {"to", "until", "till", "for"} and effects.on_object(verb) == "delay"


def _is_set(participle: Token) -> bool:
    words = effects.lexicon(participle.doc)
    return participle.lemma_ in words.calendar or effects.on_object(participle) == "plan"


def _is_ahead(noun: Token) -> bool:
    return any(child.lower_ in effects.lexicon(noun.doc).ahead for child in noun.children if child.dep_ == "amod")


def _pointed(governor: Token) -> Direction | None:
    told = assertion(governor)
    verb = governor.head if governor.pos_ == "NOUN" and governor.dep_ == "dobj" else governor
    if tense.tense(verb) == "present" and verb.lemma_ in effects.lexicon(verb.doc).scheduled:
        return "future"  # "arrives on Thursday", "begins a visit on Thursday"
    if _is_on_the_calendar(governor):
        return "future"
    if governor.pos_ == "NOUN" and told.status == "proposed" and tense.tense(_main(governor)) == "past":
        return None  # "demanded a halt on Wednesday": the day of the demand, not of what is demanded
    if told.status in {"planned", "proposed"} or told.reason == "plan given up" or tense.tense(verb) == "future":
        return "future"  # also "*will not* take place in June"
    if told.reason == "purpose" and governor.head != governor:
        return _pointed(governor.head)
    if told.status == "ongoing" and tense.tense(governor) == "progressive":
        return "future"
    return "past" if told.status in {"occurred", "not-occurred"} else None


def _is_on_the_calendar(verb: Token) -> bool:
    """ "Is *scheduled for Thursday*", "are *due* on Thursday"."""
    words = effects.lexicon(verb.doc).calendar
    now = any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return (verb.lemma_ in words and now) or (verb.tag_ in {"VBZ", "VBP"} and is_due(verb))


def is_due(verb: Token) -> bool:
    words = effects.lexicon(verb.doc).calendar
    return verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in words for c in verb.children)


def _main(word: Token) -> Token:
    return next((above for above in word.ancestors if above.pos_ == "VERB"), word)
