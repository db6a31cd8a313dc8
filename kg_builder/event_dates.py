"""When the act that an instance of a frame tells took place, at the precision told.

The day stands with the trigger, with a verb of the same time, with the announcement, or in the dateline.
"""

import datetime
from collections.abc import Iterator

from kg_builder import commencement, datelines, dates, deeds, effects, syntax, tense
from kg_builder.assertion import is_said_along
from kg_builder.frames import Instance
from kg_builder.model import EventType, Status
from kg_builder.places import WORDS
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_AT_ONCE = {"when", "as"}
#: Acts that news reports on the day on which they are done, or on the next.
_REPORTED: frozenset[EventType] = frozenset({
    "agreement", "commitment", "support", "criticism", "request", "rejection", "threat", "restriction", "easing", "aid",
    "policy", "meeting", "cooperation",
})  # fmt: skip
_DAY = len("2024-06-26")
_YEAR = len("2024")


def date(instance: Instance) -> str | None:
    """The first day told, in the order of ``_told``, on which the act can have been done.

    "The *2024* dialogue *on 24 June*": a year, which may be part of the name, gives way to a day of that year.
    """
    days = (day for day in _told(instance) if day is not None)
    told = (day for day in days if not is_of_content(day, instance, instance.type, instance.status))
    first = next(told, None)
    if first is None or len(first) > _YEAR:
        return first
    return next((day for day in told if day.startswith(first) and len(day) > _YEAR), first)


def _told(instance: Instance) -> Iterator[str | None]:
    """The surest first."""
    trigger, verb = instance.trigger, instance.verb
    opening = trigger if trigger.i < verb.i else verb
    begins = commencement.begins(opening) if instance.type in commencement.MEASURES else None
    if begins and lies_ahead(begins, instance):
        yield begins
    eased = instance.type == "easing" and verb != trigger and _is_of_clause_behind(trigger)
    yield None if eased else _dated(trigger)
    yield _dated(verb) if verb != trigger else None
    yield _dated_before(trigger)
    yield _dated_beside(verb)
    yield _dated_above(instance)
    yield _of_decision(verb)
    yield _of_goal(instance)
    journey = deeds.journey(verb) if instance.type == "meeting" else None
    yield _dated(journey) if journey is not None else None
    yield begins
    yield announced(instance)
    yield _at_that_time(instance)
    yield in_saying_so(instance)
    yield _of_document(instance)
    yield _of_dateline(instance)
    yield _at_the_latest(instance)


def is_of_content(date: str, instance: Instance, kind: EventType, status: Status) -> bool:
    """ "Agreed to meet *in March*", "will buy grain *in 2027*", a promise: words are not spoken on days to come.

    Nor on days gone by, where they are spoken now: "condemns the raid *of May 3*".
    """
    if kind not in WORDS or status not in {"occurred", "ongoing"}:
        return False
    spoken_now = instance.verb.tag_ in {"VBP", "VBZ"} and is_over(date, instance)
    return spoken_now or lies_ahead(date, instance)


def announced(instance: Instance) -> str | None:
    """ "Said *on Friday* that it will restrict exports", "that it would not comply": the day of the announcement.

    So has a measure to come, and an act of words that is done in saying so; not what "had been" refused before.
    """
    verb = instance.verb
    if is_said_along(verb):
        return _dated(verb.head.head)
    clause = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb
    to_come = instance.type in {"restriction", "easing"} and instance.status in {"planned", "proposed"}
    if clause.dep_ == "xcomp" and clause.head.lemma_ in lexicon(instance.verb.doc).pledging and to_come:
        return _dated(clause.head)
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in lexicon(instance.verb.doc).saying:
        return None
    measure = to_come or (instance.type in {"restriction", "aid"} and is_under_way(verb))
    in_saying = instance.type in WORDS and (tense.modal(verb) in {"will", "would"} or verb.tag_ in {"VBZ", "VBP"})
    return _dated(clause.head) if measure or in_saying else None


def in_saying_so(instance: Instance) -> str | None:
    """ "The Union *is imposing* sanctions", "*is launching* a fund", in a text of its own: the day on which it says so.

    Measures take effect at a stroke; other acts only where the verb is one of a moment: who "is providing aid" goes on.
    """
    verb, doc = instance.verb, instance.verb.doc
    if not is_under_way(verb) or instance.status != "ongoing":
        return None
    measure = instance.type in {"restriction", "easing"} and effects.on_object(verb) != "continue"
    at_once = measure or verb.lemma_ in lexicon(doc).momentary
    if not at_once or not set(doc._.referents.home) & set(instance.actors.parties):
        return None
    published: str | None = doc._.article.published if doc._.article else None
    return published if published and len(published) == _DAY else None


def _of_decision(verb: Token) -> str | None:
    """ "Welcomed its *decision in May to lift* the ban": done in deciding it; "*today* took *steps to lift*" it."""
    above = verb.head
    steps = lexicon(verb.doc).steps
    if verb.dep_ == "advcl" and any(t.lemma_ in steps for t in syntax.objects(above)):
        return _dated(above)
    if verb.dep_ == "acl" and above.dep_ == "dobj" and above.lemma_ in steps:
        return _dated(above.head)
    return _dated(above) if verb.dep_ == "acl" and above.lemma_ in effects.lexicon(verb.doc).decisions else None


def _of_goal(instance: Instance) -> str | None:
    """ "Will welcome the delegation *to the December summit*": who is asked to an occasion comes on its day."""
    if instance.type != "meeting" or instance.trigger != instance.verb:
        return None
    occasions = effects.lexicon(instance.verb.doc).occasions
    goals = [noun for noun in syntax.after(instance.verb, "to", "for", "at") if noun.lemma_.lower() in occasions]
    return next((day for noun in goals if (day := _dated(noun))), None)


def _of_document(instance: Instance) -> str | None:
    """ "Today she signed a proclamation on steel. *The proclamation imposes* a duty": on the day of its signing."""
    verb = instance.verb
    if instance.type not in commencement.MEASURES or instance.status != "occurred" or verb.tag_ not in {"VBZ", "VBD"}:
        return None
    document = next((s for s in syntax.subjects(verb) if any(c.lower_ == "the" for c in s.children)), None)
    words = effects.lexicon(verb.doc)
    if document is None or document.lemma_.lower() not in words.enacted:
        return None
    named = dates.date_for(document)
    if named is not None and document.doc[named.start : named.end].root.head == document:
        return named.value  # "the *June 2023* order lifted the ban"
    for word in reversed(document.doc[: document.i]):
        enacts = word.head.pos_ == "VERB" and word.head.lemma_ in words.enacting and word.dep_ in {"dobj", "nsubjpass"}
        if word.lemma_.lower() == document.lemma_.lower() and enacts:
            return _dated(word.head)
    return None


def lies_ahead(date: str, instance: Instance) -> bool:
    """Not so for "*met* on October 28" in a text of the 27th: where they met it was the next day already."""
    article = instance.verb.doc._.article
    published = article.published if article else None
    if published is None or date[: len(published)] <= published[: len(date)]:
        return False
    return not (instance.verb.tag_ == "VBD" and len(date) == len(published) == _DAY and _is_next_day(published, date))


def _is_next_day(day: str, following: str) -> bool:
    return (datetime.date.fromisoformat(following) - datetime.date.fromisoformat(day)).days == 1


def is_over(date: str, instance: Instance) -> bool:
    article = instance.verb.doc._.article
    published = article.published if article else None
    return published is not None and date[: len(published)] < published[: len(date)]


def is_under_way(verb: Token) -> bool:
    """ "Is imposing"."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.children)


def _dated(token: Token) -> str | None:
    """The date that belongs to the token, unless it is part of another noun's name ("their 2006 pact")."""
    found = dates.date_for(token)
    if found is None:
        return _date_in_name(token) or _date_behind(token)
    head = token.doc[found.end - 1]
    while head.head.i in range(found.start, found.end) and head.head != head:
        head = head.head
    of_noun = head.dep_ in {"nummod", "amod", "compound", "nmod"} and head.head.pos_ in {"NOUN", "PROPN"}
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head not in (token, head.head):
        whole = head.head.head  # "called on it to heed the order *of May 3*"
        in_time = whole.ent_type_ in {"DATE", "TIME"}  # "on the evening of May 3"
        stated_in = whole.head.head if whole.dep_ == "pobj" and whole.head.lower_ == "in" else None
        states = whole.head if whole.dep_ == "nsubj" else None
        spoken = token in {stated_in, states} and _is_document(whole)
        return found.value if in_time or spoken or whole.pos_ not in {"NOUN", "PROPN"} else None
    return None if of_noun and head.head != token else found.value


def _is_document(noun: Token) -> bool:
    """ "In its *conclusions* of 3 May, the Council condemned", "the *order* of 3 May bans"."""
    words = effects.lexicon(noun.doc)
    return syntax.lemma(noun) in words.documents | words.enacted


def _is_of_clause_behind(noun: Token) -> bool:
    """ "Will lift the ban *that it imposed in May*": when the ban was imposed, not when it is lifted."""
    found = dates.date_for(noun)
    if found is None:
        return False
    clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB" and c.i > noun.i]
    return any(t.i == found.end - 1 for clause in clauses for t in clause.subtree)


def _date_behind(noun: Token) -> str | None:
    """ "The third round of the Dialogue, *held September 29*", "the pact *of May 3*, signed by": the parser hangs the
    participle elsewhere; "since *2021*, when Peru accused"."""
    if noun.dep_ in {"acl", "relcl"} and noun.head.ent_type_ == "DATE":
        above = (d for d in noun.doc._.dates if d.start <= noun.head.i < d.end)
        return next((str(d.value) for d in above if d.value), None)
    words = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]]
    if len(words) < 2 or words[0] not in {",", "("} or words[1] != "held":
        return None
    near = (d for d in noun.doc._.dates if noun.i + 3 <= d.start <= noun.i + 5)
    return next((str(d.value) for d in near if d.value), None)


def _dated_before(noun: Token) -> str | None:
    """ "*Held on Wednesday*, the talks were led by Roe", "the meeting followed *their talks in May*"."""
    verb, words = noun.head, effects.lexicon(noun.doc)
    if noun.dep_ == "pobj" and (day := _within_front(noun)):
        return day
    if noun.dep_ == "dobj" and verb.lemma_ in words.succeeding:
        found = dates.date_for(verb)
        return found.value if found is not None and found.start > noun.i else None
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    fronted = (c for c in verb.children if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBN" and c.i < noun.i)
    done = (c for c in fronted if c.lemma_ in words.hold | words.enacting)
    return next((day for c in done if (day := _dated(c))), None)


def _within_front(noun: Token) -> str | None:
    """ "*After talks with Roe on Friday*, Chile pledged aid": told before the comma, it is the day of the talks."""
    verb = noun.head.head
    if verb.pos_ != "VERB" or noun.head.dep_ != "prep" or not noun.head.i < noun.i < verb.i:
        return None
    comma = next((t.i for t in noun.doc[noun.i : verb.i] if t.text == ","), noun.i)
    inside = (d for d in noun.doc._.dates if noun.i < d.start and d.end <= comma and d.role == "at")
    return next((str(d.value) for d in inside if d.value), None)


def _date_in_name(noun: Token) -> str | None:
    """ "The Joint Declaration *of December 22, 2020*"."""
    for mention in noun.doc._.dates:
        words = noun.doc[mention.start : mention.end]
        if any(t.head.lower_ == "of" and t.head.head == noun for t in words) and mention.value:
            return str(mention.value)
    return None


def _dated_beside(verb: Token) -> str | None:
    """ "signed a pact and pledged aid *on Friday*": verbs of one subject share the date that one of them has."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children if verb.dep_ == "conj"):
        return None
    found = {_dated(other) for other in verb.conjuncts if other.pos_ == "VERB"} - {None}
    return found.pop() if len(found) == 1 else None


def _at_that_time(instance: Instance) -> str | None:
    """ "*When he came to Oslo in May*, he signed a pact", "rejected it on Monday *as it accused Peru*": at one time."""
    verb = instance.verb
    clause = verb if verb.pos_ in {"VERB", "AUX"} else syntax.governing_verb(verb)
    if clause is not None and clause.dep_ == "conj" and clause.head.dep_ == "relcl" and clause.tag_ == clause.head.tag_:
        clause = clause.head  # "their talks in May, where they condemned it and *resolved* to act"
    main = next((t for t in clause.ancestors if t.pos_ in {"VERB", "AUX"}), None) if clause is not None else None
    if clause is not None and main is not None and clause.dep_ == "relcl":
        within = clause.tag_ == "VBD" and _is_within(clause)
        occasion = next((day for noun in _around(clause) if (day := _dated(noun))), None) if within else None
        return occasion or (_dated(main) if _is_part(instance, clause, main) else None)
    if instance.status != "occurred" or verb.tag_ != "VBD":
        return None
    below = [c for c in verb.children if _is_at_once(c)]
    above = [verb.head] if _is_at_once(verb, "while") else []  # a "while" before it may be a contrast
    found = {_dated(other) for other in (*below, *above) if tense.tense(other) == "past"} - {None}
    return found.pop() if len(found) == 1 else None


def _around(clause: Token) -> Iterator[Token]:
    """What the clause hangs on, then the occasion around it: "their *meeting* last month with Roe of Peru, where"."""
    yield clause.head
    above = clause.head
    while above.pos_ in {"NOUN", "PROPN", "ADP"} and above.head != above:
        above = above.head
        if above.pos_ == "NOUN" and above.lemma_.lower() in effects.lexicon(above.doc).occasions:
            yield above


def _is_part(instance: Instance, clause: Token, main: Token) -> bool:
    """Whether what the relative clause tells was done in, or on, what the main verb tells.

    "Was in Oslo on Monday, *where he met* Roe", "signed an order in June *that bans* exports", "leaves on Friday on a
    trip *that begins with a visit* to Peru".
    """
    words = lexicon(clause.doc)
    if instance.type == "visit" and instance.status == "planned":
        return main.lemma_ in words.arriving | words.leaving
    if instance.status not in {"occurred", "ongoing"} or main.tag_ != "VBD":
        return False
    if instance.type in commencement.MEASURES:
        return main.lemma_ in effects.lexicon(main.doc).enacting and clause.tag_ in {"VBZ", "VBP", "VBD"}
    return clause.tag_ == "VBD" and _is_within(clause)


def _is_within(clause: Token) -> bool:
    """ "Oslo, *where* they met", "a statement *in which* they agreed": where and when that is."""
    words = [t.lower_ for t in clause.subtree if not t.is_punct][:2]
    return words[:1] == ["where"] or words == ["in", "which"]


def _is_at_once(clause: Token, *further: str) -> bool:
    joined = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < clause.i}
    return clause.dep_ == "advcl" and not joined.isdisjoint({*_AT_ONCE, *further})


def _dated_above(instance: Instance) -> str | None:
    """ "*On Monday* he signed an order imposing tariffs", "*today* voted to extend the ban": done in doing the other.

    Only what is told as done: "agreed on Monday to extend it" does not say when it will be.
    """
    verb = instance.verb
    if instance.status != "occurred" or verb.dep_ not in {"acl", "xcomp"} or verb.tag_ not in {"VB", "VBG"}:
        return None
    above = syntax.governing_verb(verb.head) if verb.dep_ == "acl" else verb.head
    if above is None or above.pos_ != "VERB" or (verb.dep_ == "acl" and effects.on_object(above) == "presuppose"):
        return None  # "defended *on Monday* the decision to impose duties": they were imposed before
    return _dated(above)


def _at_the_latest(instance: Instance) -> str | None:
    """ "Will meet *by the end of 2024*", said in that year: in it; a measure "*by July 29*": then."""
    article = instance.verb.doc._.article
    if instance.status != "planned" or article is None or not article.published:
        return None
    limit = dates.date_for(instance.verb, roles=frozenset({"by"}))
    if limit is None or limit.value is None:
        return None
    if limit.kind == "year":
        return limit.value if limit.value == article.published[:_YEAR] else None
    measure = instance.type in commencement.MEASURES | {"military"}
    return limit.value if measure and lies_ahead(limit.value, instance) else None


def _of_dateline(instance: Instance) -> str | None:
    """The day of the dateline for what the sentence behind it tells first, as its news."""
    verb, doc = instance.verb, instance.verb.doc
    if instance.type not in _REPORTED or instance.status not in {"occurred", "not-occurred"}:
        return None
    if not _is_told_first(verb):
        return None
    article = doc._.article
    dateline = datelines.find(article.text) if article else None
    if dateline is None or not _is_behind(verb, dateline.end):
        return None
    day = dates.resolve(dateline.words, article.published)
    return day if day and len(day) == _DAY else None


def _is_told_first(verb: Token) -> bool:
    """In the main clause, or in what somebody is said to have said; a noun in passing is no news."""
    if verb.pos_ not in {"VERB", "AUX"} or any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children):
        return False
    root = verb.sent.root
    return verb == root or (verb.head == root and verb.dep_ in {"conj", "ccomp", "xcomp"})


def _is_behind(verb: Token, end: int) -> bool:
    """Whether the verb stands in the sentence that begins at the character ``end``."""
    first = next((token for token in verb.doc if token.idx >= end and not token.is_space), None)
    return first is not None and first.sent == verb.sent
