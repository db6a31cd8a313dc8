"""The times that a Doc tells, resolved against its day of publication, and which of them belongs to an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kg_builder import directions, effects, slot_words, syntax, tense
from kg_builder.assertion import assertion
from kg_builder.reckoning import Direction, Standpoint, value
from kg_builder.time_expressions import Expression, Kind, expressions
from kg_builder.tokens import Doc, Span, Token

Role = Literal["at", "since", "until", "by", "before", "after", "dateline"]

_ON: frozenset[Role] = frozenset({"at", "since"})
_CLAUSES = {"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis", "conj", "dep"}
_ROLES: dict[str, Role] = {
    "since": "since", "from": "since", "until": "until", "till": "until", "through": "until", "by": "by",
    "than": "by", "before": "before", "to": "until", "of": "at", "after": "after", "following": "after",
}  # fmt: skip
_EDGES = {"the", "early", "late", "mid", "-", "end", "start", "beginning", "of", "at", "about", "around", "middle"}
_APART = {"after", "before", "ahead", "following", "since", "until", "despite", "from", "like"}
_RELATIVE = {"today", "yesterday", "tomorrow"}
_REASONS = {"over", "about", "for", "against"}
_HAPPENED = {"past", "perfect"}
_RELATING = {"mark", "be", "come"}  # "the talks marked their first in May"
_DATELINE = re.compile(r"(?m)^[ \t]*[A-Z][A-Z .'-]+,[^.!?\n]{0,25}$")

_FARTHEST = 12  # steps up the parse from a date to what it dates
_TURNS = {"last", "next", "this", "that", "same"}
_BEHIND = 4  # tokens from a noun to the month behind it: "the 2022 summit in early November"
_OWN = 2  # steps up the parse from a day to the noun that it is the day of: "in a response on Friday"
_FAR = 6  # steps up the parse from a day that is over to the infinitive that cannot have it


@dataclass(frozen=True, slots=True)
class DateMention:
    """Tokens ``start:end`` tell a time; ``value`` is ISO 8601 at its precision, None where it cannot be resolved.

    ``role`` says how it bounds what is dated: ``until``, ``by`` and ``before`` are no date on which an event
    happens.
    """

    start: int
    end: int
    value: str | None
    kind: Kind
    role: Role = "at"


def resolve(words: str, published: str | None, direction: Direction | None = None) -> str | None:
    """ISO value of the first time told in ``words``, seen from ``published``; None where there is none or no knowing.

    ``direction`` is where the tense points: without it "on Tuesday" and "in May" are the latest ones.
    """
    now = Standpoint.parse(published)
    return next((value(found, now, direction) for found in expressions(words)), None)


def annotate(doc: Doc) -> Doc:
    """Set ``doc._.dates``, in text order."""
    now = _standpoint(doc)
    found: list[DateMention] = []
    latest: date | None = None
    for expression in expressions(doc.text, doc._.lexicons):
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None or _is_name(span):
            continue
        direction = directions.direction(span)
        if direction == "nearest" and expression.kind == "weekday":
            direction = "future"
        told = value(_of_year_beside(expression, span, found), now, direction)
        if direction == "future" and expression.kind == "weekday" and told:
            latest = _on_the_way(date.fromisoformat(told), latest, now)
            told = latest.isoformat()
        if "same" in expression.words and told:
            told = next((m.value for m in reversed(found) if _is_the_day(m, told)), told)
        if "anaphor" in expression.words:
            told = _taken_up(expression, span, found)
        if found and _says_more(doc, found[-1], span.start, expression.kind):
            found.pop()
        found.append(DateMention(span.start, span.end, told, expression.kind, _role(span, expression)))
    doc._.dates = tuple(found if now else _in_year_of_sentence(found, doc))
    return doc


def _of_year_beside(expression: Expression, span: Span, before: list[DateMention]) -> Expression:
    """ "The *2022* summit in *November*", "*last year's* summit on *2 May*": right behind what bears its year."""
    if expression.kind not in {"month", "day"} or "month" not in expression.words or not before:
        return expression
    year = span.doc[before[-1].start : before[-1].end].root
    if (
        before[-1].kind != "year"
        or year.dep_ not in directions.MODIFIERS
        or not 0 < span.start - year.head.i <= _BEHIND
    ):
        return expression
    return _with_year(expression, before[-1].value)


def _with_year(expression: Expression, year: str | None) -> Expression:
    if year is None or expression.words.keys() & {"year", "shift", "which"}:
        return expression
    return replace(expression, words={**expression.words, "year": year})


def _taken_up(expression: Expression, span: Span, before: list[DateMention]) -> str | None:
    """ "Accused Peru in May. *That same month* ...": the month, day or year told last, at most a sentence before."""
    if expression.words["anaphor"].lower() not in _TURNS:
        return None  # "the following day" is another
    start = span.doc[max(0, span.sent.start - 1)].sent.start
    length = {"year": 4, "month": 7, "day": 10}[expression.kind]
    told = (m.value for m in reversed(before) if m.start >= start and m.value and m.role in _ON)
    last = next(told, None)
    return last[:length] if last and len(last) >= length else None


def _is_the_day(mention: DateMention, published: str) -> bool:
    """Whether "later in the day" can be later on that day: one told before, just before publication."""
    if mention.kind not in {"weekday", "day"} or mention.value is None or len(mention.value) != len(published):
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(mention.value)).days <= 1


def _in_year_of_sentence(found: list[DateMention], doc: Doc) -> list[DateMention]:
    """ "On 4 April and from 5 to 6 April *2016*", in a text of no known day: the year that the sentence tells."""
    years: dict[int, set[str]] = {}
    for mention in found:
        if mention.value:
            years.setdefault(doc[mention.start].sent.start, set()).add(mention.value[: len("2016")])
    told: list[DateMention] = []
    for mention in found:
        year = years.get(doc[mention.start].sent.start, set())
        if mention.value is None and mention.kind in {"month", "day"} and len(year) == 1:
            text = doc[mention.start : mention.end].text
            read = next((_with_year(e, next(iter(year))) for e in expressions(text) if "month" in e.words), None)
            mention = replace(mention, value=value(read, None) if read else None)
        told.append(mention)
    return told


def _says_more(doc: Doc, before: DateMention, start: int, kind: Kind) -> bool:
    """ "*Today, June 24*": the day by its date, whenever the text came out."""
    between = doc[before.end : start]
    mark = len(between) == 1 and between.text.strip() in {",", "("}
    return kind == "day" and mark and doc[before.start : before.end].text.lower() == "today"


def _standpoint(doc: Doc) -> Standpoint | None:
    article = doc._.article
    return Standpoint.parse(article.published if article else None)


def date_for(token: Token, roles: frozenset[Role] = _ON) -> DateMention | None:
    """The date of the event whose trigger is ``token``: the one attached closest, never another clause's.

    ``roles`` are those of the dates looked for: the date on which it happens, if not told otherwise.
    """
    own = _nearest(token, roles)
    if own:
        return own
    return next((found for governor in _sharing(token) if (found := _nearest(governor, roles))), None)


def _nearest(token: Token, roles: frozenset[Role]) -> DateMention | None:
    """Of a year and a day of it ("the *2024* Dialogue on 2 July", "*overnight* on Tuesday") the day."""
    found: list[tuple[int, int, DateMention]] = []
    sentence = token.sent
    for mention in token.doc._.dates:
        if mention.role not in roles or mention.end <= sentence.start or sentence.end <= mention.start:
            continue
        root = token.doc[mention.start : mention.end].root
        distance = _distance(root, token, root.dep_ not in directions.MODIFIERS and _is_over(mention, token.doc))
        if distance is not None:
            found.append((distance, abs(root.i - token.i), mention))
    near = [mention for _, _, mention in sorted(found, key=lambda one: one[:2])]
    if len(near) > 1 and near[0].value is None and token.doc[near[1].start].head.i in range(near[0].start, near[0].end):
        near = near[1:]  # "yesterday and *today*", of which only the month is known
    first = near[0].value if near else None
    return next((m for m in near if first and m.value and m.value.startswith(f"{first}-")), near[0] if near else None)


def _is_over(mention: DateMention, doc: Doc) -> bool:
    now = _standpoint(doc)
    if now is None or mention.value is None:
        return False
    told = now.iso[: len(mention.value)]
    return mention.value < told or (mention.kind in {"weekday", "day"} and mention.value == told)


def _distance(word: Token, token: Token, is_over: bool) -> int | None:
    """Steps up the parse from a date to the event it dates; None where another event or clause stands between."""
    verbal = token.pos_ in {"VERB", "AUX"}
    start, steps = word, 0
    while word != token:
        above = word.head
        if above == word or steps > _FARTHEST:
            return None
        if word is not start and _is_clause(word) and not _transparent(word, above, token, is_over and steps < _FAR):
            return None
        if word.dep_ in {"prep", "advmod"} and word.lower_ in _APART and steps > 1:
            return None  # "after the May 3 summit" dates the summit
        if verbal and word.dep_ == "prep" and word.lower_ in _REASONS and start.dep_ in directions.MODIFIERS:
            return None  # "protested over Friday's raid"
        if verbal and steps > _OWN and word.lemma_.lower() in effects.lexicon(token.doc).other_days:
            return None  # "on the anniversary of the attack of May 3", "in response to the raid on Friday"
        argument = word is not start and word.dep_ in {"nsubj", "nsubjpass", "dobj"}
        if verbal and above == token and argument and not _shares_with(word, token):
            return None
        word, steps = above, steps + 1
    return steps


def _is_clause(word: Token) -> bool:
    return word.dep_ in _CLAUSES and (word.pos_ in {"VERB", "AUX"} or word.dep_ not in {"conj", "dep"})


def _transparent(clause: Token, above: Token, token: Token, is_over: bool) -> bool:
    """Whether a date in ``clause`` may date what stands above the clause.

    "Talks held in May", "the pact, which was signed in 2015", but not "the pact that he praised in May"; and "signed a
    loan to finance the project in July", for what is only intended is not dated, least of all in the past.
    """
    if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in slot_words.lexicon(clause.doc).attending:
        return True  # "hosted a delegation *led by Roe* on Friday": nobody leads one on a day
    if token.pos_ in {"VERB", "AUX"}:
        given_out = clause.lemma_ in effects.lexicon(clause.doc).given_out
        if given_out and clause.dep_ == "acl" and clause.tag_ in {"VBN", "VBD"}:
            return above.head.lower_ == "in" and above.head.head == token  # "in a statement *issued on Friday*, urged"
        return tense.tense(clause) == "infinitive" and (is_over or assertion(clause).reason == "purpose")
    if clause.dep_ == "acl" and clause.tag_ == "VBG" and above == token:
        return True  # "talks bringing together ministers in July"
    if clause.dep_ == "acl" and clause.tag_ in {"VBN", "VBD"}:
        part = above.head.lower_ == "of" and above.head.head == token  # "a round of talks *held in May*"
        return above == token or (part and clause.lemma_ in effects.lexicon(clause.doc).hold)
    return above == token and clause.dep_ == "relcl" and effects.on_object(clause) != "presuppose"


def _shares_with(noun: Token, verb: Token) -> bool:
    """Whether a date in the noun phrase dates the verb too: in "held Tuesday's talks", not in "welcomed Tuesday's"."""
    words = effects.lexicon(noun.doc)
    if noun.dep_ == "dobj":
        return effects.on_object(verb) != "presuppose"
    if noun.pos_ == "PROPN":  # "Chile and Peru on Friday signed": a name has no date
        return True
    if noun.dep_ == "nsubj" and verb.lemma_ in words.acts | words.reports:  # "the ministers on Friday condemned"
        return True
    if noun.dep_ == "nsubj" and noun.lemma_.lower() in words.documents | words.enacted:  # "the order of 3 May bans"
        return True
    return verb.lemma_ in words.happen or (noun.dep_ == "nsubjpass" and verb.lemma_ in words.hold)


def _sharing(token: Token) -> Iterator[Token]:
    """What lends its date to ``token``, closest first."""
    head = token.head
    if token.pos_ in {"VERB", "AUX"}:
        yield from _sharing_verbs(token)
    elif token.dep_ in {"dobj", "nsubjpass", "attr", "nsubj"} and head.pos_ in {"VERB", "AUX"}:
        known = effects.on_object(head) == "presuppose" and not _is_told_of_day(head)
        if not known and (token.dep_ != "nsubj" or _happens(token, head)):
            yield head
            yield from _sharing_verbs(head)
            yield from (c for word in head.children if word.dep_ == "acomp" for c in word.children if c.dep_ == "xcomp")
    elif token.dep_ == "pobj" and head.lower_ in {"in", "during", "at", "on", "into", "of", "for", "to", "with"}:
        governor = head.head
        if head.lower_ == "of" and governor.lemma_.lower() not in effects.lexicon(head.doc).parts:
            return
        yield governor
        yield from _sharing(governor) if governor != token else ()
    elif token.dep_ in {"compound", "conj"} and head != token:
        yield head
        yield from _sharing(head)


def _is_told_of_day(verb: Token) -> bool:
    """ "*Today marks* the signing": the day does, and nobody else."""
    return any(c.ent_type_ == "DATE" and c.i == verb.i - 1 for c in verb.children) and not any(
        c.dep_ == "nsubj" and c.ent_type_ != "DATE" for c in verb.children
    )


def _happens(subject: Token, verb: Token) -> bool:
    """ "The talks *took place*, *are due*" on a day; what an occasion did ("the talks *failed*"), it did on its day."""
    words = effects.lexicon(verb.doc)
    if verb.lemma_ in words.happen or directions.is_due(verb):
        return True
    return subject.lemma_.lower() in words.occasions and verb.tag_ == "VBD" and verb.lemma_ not in _RELATING


def _sharing_verbs(verb: Token) -> Iterator[Token]:
    head, words = verb.head, effects.lexicon(verb.doc)
    if head == verb or head.pos_ not in {"VERB", "AUX", "ADJ", "ADP"}:
        pass
    elif verb.dep_ in {"xcomp", "oprd"} and ({head.lemma_, head.lower_} & words.along or head.lemma_ == "be"):
        yield head
        yield from _sharing_verbs(head)
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > head.i:
        yield head
    elif verb.dep_ == "pcomp" and head.lower_ in {"by", "in", "through"} and head.head.pos_ == "VERB":
        yield head.head
    elif verb.dep_ == "ccomp" and head.lemma_ in words.reports and tense.tense(verb) == "present":
        yield head
    elif verb.dep_ == "conj" and _same_time(verb, head):
        yield head
        yield from _sharing_verbs(head)
    if verb.lemma_ in words.along:
        yield from (child for child in verb.children if child.dep_ == "xcomp")
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and _same_time(child, verb):
            yield child
    for child in syntax.meanwhile(verb):
        before = {f"{child.lemma_} {c.lower_}" for c in child.children if c.dep_ == "prep"} & words.succeeding
        if child.i < verb.i and tense.tense(child) == "gerund" and not before:
            yield child  # "*speaking* on Tuesday, she accused", not "*building on* last year's pact, they agreed"


def _same_time(a: Token, b: Token) -> bool:
    times = {tense.tense(a), tense.tense(b)}
    return len(times) == 1 or times == _HAPPENED


def _is_name(span: Span) -> bool:
    """A person called April, May or June, a March Air Base; a product called by its year is for the parser to tell."""
    following = span.doc[span.end : span.end + 1].text[:1]
    # "*Today* President Obi met", "*Last March* Peru agreed", "in *May* Peru agreed"
    is_day = (span[-1].lower_ in _RELATIVE and span.start == span.sent.start) or span[0].lower_ in _TURNS
    is_day = is_day or span.root.dep_ in {"npadvmod", "pobj"}
    bears_more = span[-1].is_alpha and following.isupper() and not is_day
    return any(word.ent_type_ == "PERSON" for word in span) or (bears_more and span[-1].ent_type_ != "DATE")


def _role(span: Span, expression: Expression) -> Role:
    doc, at = span.doc, span.start - 1
    if _is_of_one_before(span):
        return "before"
    if expression.kind == "day" and _starts_dateline(span):
        return "dateline"
    if span.root.dep_ in directions.MODIFIERS:  # "after the May 3 summit": the summit is in May
        return "at"
    while at >= 0 and doc[at].lower_ in _EDGES:
        at -= 1
    word = doc[at].lower_ if at >= 0 else ""
    if word == "to" and not (at and doc[at - 1].ent_type_ == "DATE"):
        return "at"
    if word == "for" and expression.kind == "year" and effects.on_object(doc[at].head, "for") is None:
        return "until"  # "a budget for 2025", not "scheduled for 2025"
    if word == "than" and not (at and doc[at - 1].lower_ in {"later", "earlier"}):
        return "at"
    return _ROLES.get(word, "at")


def _is_of_one_before(span: Span) -> bool:
    """ "Their *first* meeting *since 2017*": when the last one was, and not this one."""
    since = span.root.head
    noun = next((c for c in since.head.children if c.dep_ in {"dobj", "attr"} and c.i < since.i), since.head)
    while noun.dep_ in {"pobj", "prep"} and noun.dep_ != "ROOT" and not _is_ordinal(noun):
        noun = noun.head
    return since.lower_ == "since" and noun.pos_ in {"NOUN", "PROPN"} and _is_ordinal(noun)


def _is_ordinal(noun: Token) -> bool:
    first = effects.lexicon(noun.doc).first
    return any(c.lower_ in first or c.tag_ == "JJS" for c in noun.children if c.i < noun.i)


def _starts_dateline(span: Span) -> bool:
    line = span.doc.text.rfind("\n", 0, span.start_char) + 1
    before = span.doc.text[line : span.end_char]
    following = span.doc.text[span.end_char : span.end_char + 25]
    return bool(_DATELINE.match(before) and re.match(r"\s*(?:\([^)]*\))?\s*[–—-]", following))


def _on_the_way(day: date, latest: date | None, now: Standpoint | None) -> date:
    """The weekday of publication, told after a later day of an itinerary, is that of the week after."""
    today = now.date if now else None
    return day + timedelta(days=7) if day == today and latest is not None and latest > day else day
