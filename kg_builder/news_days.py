"""Of which day news are: an act told without a day has that on which its doer spoke, or did the act told just before.

"Peru's ministry *on Friday* defended its guards. It also accused Chad", "condemned it. The remarks *on Sunday* ...".
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kg_builder import dates, syntax
from kg_builder.model import Entity, EventType
from kg_builder.slot_words import lexicon
from kg_builder.tellings import Telling
from kg_builder.tokens import Doc, Token

#: Acts of words: done at the meeting that the text reports, on its day and in its city.
SPOKEN: frozenset[EventType] = frozenset({"agreement", "commitment", "support", "criticism", "request"})
#: Acts of words, which follow one another within a day; deeds take their time.
_SAID: frozenset[EventType] = SPOKEN | {"rejection", "threat"}
#: Acts that news reports with their day, on which their doer speaks of them too.
_REPORTED: frozenset[EventType] = _SAID | {"restriction", "easing", "aid", "policy", "meeting", "cooperation"}
#: Words that set what is told apart from the news of the day.
_OTHER_TIME = {"upon", "after", "since", "earlier", "previously", "originally", "initially", "already", "before"}
_MEASURES: frozenset[EventType] = frozenset({"restriction", "easing"})
_ALSO = {"also", "additionally", "furthermore", "moreover", "likewise"}
_POINTING = {"the", "this", "these", "those", "his", "her", "their", "its"}
#: The line that says what a text is, up to its end.
_HEAD = re.compile(r"(?i)\s*(?:joint |press |opening )?(?:statement|declaration|remarks|intervention|speech)\b[^\n]*")
_SET_OFF = {",", "(", "-", "–", "—", ":", "|"}
_WEEK = 7
_LEAD_SENTENCES = 3
_EARLY_SENTENCES = 12  #: in which a report tells of which day its news are


def lead(doc: Doc) -> int:
    """The end of an article's first sentences."""
    return max((s.end for s in islice(doc.sents, _LEAD_SENTENCES)), default=0)


def is_background(telling: Telling, doc: Doc) -> bool:
    """ "Staff left in May *after Peru ordered* it", "Peru *has since* ...", "has *repeatedly* ...": not of that day."""
    word, sentence = doc[telling.anchor], doc[telling.anchor].sent
    for clause in (word, *word.ancestors):
        marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
        after = clause.dep_ == "advcl" and marks & {"after", "since", "once"} and clause.head.tag_ == "VBD"
        if after and (told := dates.date_for(clause.head)) is not None:
            return not is_news(told.value or "", doc)
        if clause.pos_ == "VERB" and clause.tag_ == "VBN" and marks & {"since", "already"}:
            return True
        if marks & lexicon(doc).habitual:
            return True
    return any(t.lower_ == "recent" and t.head.lower_ in {"years", "months", "decades"} for t in sentence)


def day_of_news(doc: Doc) -> str | None:
    """The day on which somebody "said on Wednesday", "told reporters on Wednesday" early in a report."""
    end = max((s.end for s in islice(doc.sents, _EARLY_SENTENCES)), default=0)
    for mention in (m for m in doc._.dates if m.start < end and m.role == "at" and m.kind in {"weekday", "day"}):
        verb = next((t for t in doc[mention.start : mention.end].root.ancestors if t.pos_ == "VERB"), None)
        if verb is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
            verb = verb.head  # "*addressing reporters on Wednesday*, he said"
        if verb is None or verb.lemma_ not in lexicon(doc).reporting:
            continue
        of_old = verb.dep_ == "advcl" and verb.tag_ == "VBN"  # "*confirmed on Monday*, the rule restricts"
        if not of_old and is_news(mention.value or "", doc):
            return str(mention.value)
    return None


def day_of_statement(doc: Doc) -> str | None:
    """The day that the head of a statement bears, if it came out later: "Statement by Minister Doe, 14 April 2024"."""
    head = _HEAD.match(doc.text)
    end = head.end() if head else 0
    for mention in (m for m in doc._.dates if m.kind == "day" and doc[m.start].idx < end):
        before = doc.text[: doc[mention.start].idx].rstrip()
        told = mention.value or ""
        if before[-1:] in _SET_OFF and is_news(told, doc):
            return told
    return None


def is_news(date: str, doc: Doc) -> bool:
    """Whether the date lies within a week before publication."""
    published = doc._.article.published if doc._.article else None
    if not published or len(date) < 10 or len(published) < 10:
        return False
    return 0 <= (datetime.date.fromisoformat(published) - datetime.date.fromisoformat(date)).days <= _WEEK


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody said or did something on a day of the news."""

    sentence: int  #: index of the first token of its sentence
    parties: frozenset[Entity]
    day: str


def lent(told: Sequence[Telling], doc: Doc) -> list[Telling]:
    """Acts told in the past without a day have that of what the same party did or said in the lead, or just before."""
    end = lead(doc)
    spoken = list(_spoken(doc))
    found: list[Telling] = []
    for telling in told:
        day = None
        if _may_be_lent(telling, doc):
            day = _day_of_deed(telling, found, doc, end) or _day_of_word(telling, spoken, doc, end)
        day = day or _day_of_remarks(telling, doc)
        found.append(replace(telling, event=replace(telling.event, date=day)) if day else telling)
    return found


def _may_be_lent(telling: Telling, doc: Doc) -> bool:
    event = telling.event
    if event.date or event.status != "occurred" or not telling.past or telling.earlier:
        return False
    if event.type not in _SAID and not _is_added(telling, doc):
        return False
    if is_background(telling, doc):
        return False
    return not any(word.lower_ in _OTHER_TIME for word in doc[telling.anchor].sent)


def _is_added(telling: Telling, doc: Doc) -> bool:
    """ "Chile banned grain today. It *also banned* rice": a measure at one stroke with the one told before."""
    root = doc[telling.anchor].sent.root
    return telling.event.type in _MEASURES and any(c.lower_ in _ALSO for c in root.children)


def _day_of_deed(telling: Telling, before: Sequence[Telling], doc: Doc, end: int) -> str | None:
    event = telling.event
    previous = _previous(telling, doc)
    days = [
        other.event.date
        for other in before
        if other.event.date
        and other.event.type in _REPORTED
        and other.event.status == "occurred"
        and set(other.event.actors) == set(event.actors)
        and (other.sentence < end or other.sentence >= previous)
        and is_news(other.event.date, doc)
    ]
    return days[-1] if days else None


def _day_of_word(telling: Telling, spoken: Sequence[Spoken], doc: Doc, end: int) -> str | None:
    """ "The ministry *on Friday* defended its guards. It also accused Chad": the same speaker, on one day."""
    previous = _previous(telling, doc)
    actors = frozenset(telling.event.actors)
    near = (s for s in spoken if s.sentence <= telling.sentence and (s.sentence < end or s.sentence >= previous))
    days = [s.day for s in near if s.parties == actors]
    return days[-1] if days else None


def _previous(telling: Telling, doc: Doc) -> int:
    return doc[max(0, telling.sentence - 1)].sent.start


def _spoken(doc: Doc) -> Iterator[Spoken]:
    """What parties said or did on a day of the week before publication."""
    for mention in doc._.dates:
        if mention.role != "at" or mention.kind not in {"day", "weekday"} or not is_news(mention.value or "", doc):
            continue
        verb = next((t for t in doc[mention.start : mention.end].root.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.tag_ != "VBD":
            continue
        found = dates.date_for(verb)
        speaker = doc._.referents.all(syntax.subjects(verb))
        if found == mention and speaker.parties:
            yield Spoken(verb.sent.start, frozenset(speaker.parties), str(mention.value))


def _day_of_remarks(telling: Telling, doc: Doc) -> str | None:
    """ "Chad accused Mali of it. *The remarks late on Sunday* came amid a row", "*The move came on* Friday"."""
    event, sentence = telling.event, doc[telling.anchor].sent
    if event.status != "occurred" or telling.earlier or sentence.end >= len(doc):
        return None
    following = doc[sentence.end].sent
    noun = next((t for t in following if t.dep_ == "nsubj"), None)
    if noun is None or not _points_back(noun, event.type):
        return None
    found = dates.date_for(noun) or (dates.date_for(noun.head) if noun.head.lemma_ in {"come", "follow"} else None)
    if found is None or found.value is None or not is_news(found.value, doc):
        return None
    return found.value if event.date is None or found.value.startswith(event.date) else None


def _points_back(noun: Token, kind: EventType) -> bool:
    """Whether the noun takes up what the sentence before tells: words said, or a measure taken."""
    if not any(c.dep_ in {"det", "poss"} and c.lower_ in _POINTING for c in noun.children):
        return False
    lemma = noun.lemma_.lower()
    words = lexicon(noun.doc)
    return (lemma in words.remarks and kind in _SAID) or (lemma in words.moves and kind in _REPORTED)
