"""One stretch of text that tells an event: an instance of a frame with its date, place, name and evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg_builder import (
    assertion,
    attendance,
    clauses,
    dates,
    effects,
    event_dates,
    event_names,
    places,
    syntax,
    tense,
    topics,
)
from kg_builder.attribution import account, told_in_past
from kg_builder.frames import Instance
from kg_builder.model import MUTUAL, Event, EventType, Evidence, Status
from kg_builder.naming import Referent
from kg_builder.places import WORDS
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Doc, Span, Token

_AHEAD = {"before", "until", "once", "when"}
_POINTING = {"the", "this", "that", "these", "those", "their", "its", "his", "her", "our", "both", "such"}
_STAYING = {"remain", "stay"}
#: Acts that last; one that is done at a stroke ("have signed two pacts since 2019") has been done.
_LASTING: frozenset[EventType] = frozenset({"restriction", "aid", "military", "cooperation", "support"})
_TAKING_UP = {"this", "that", "these", "those"}
_FRESH = {"a", "an", "another"}


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one stretch of the text tells it."""

    event: Event
    anchor: int  #: token index of the trigger
    sentence: int  #: index of the first token of its sentence
    definite: bool  #: the words point to something known ("the meeting", "their talks")
    performative: bool  #: saying it in the present is doing it ("commits to", "we welcome")
    ours: bool  #: told by whoever did it ("we agreed")
    past: bool  #: told in the simple past, as news of the day is
    earlier: bool  #: told in the perfect: done before what the text reports
    fresh: bool  #: the words bring in something new ("a summit", "another round")
    words: frozenset[str]  #: lemmas of the clause's content words, without its parties


#: A one-sided "agreed to X" takes X's own type where there is one; it is then told by that frame.
OWN_TYPE: frozenset[EventType] = frozenset({"easing", "aid", "restriction", "visit", "threat", "military", "rejection"})


def instances(doc: Doc, room: str) -> Iterator[Instance]:
    """Instances of the room's frames; what an agreement promises or a request asks is no event of its own."""
    for instance in doc._.frames:
        if instance.room == room and not _promised(instance):
            yield instance


def without_forum(instance: Instance) -> Instance:
    """ "Met for the C5+1 summit", "deepened the AUKUS partnership": the body names the act; who met is its party."""
    named = instance.trigger.doc._.mention_at.get(instance.trigger.i)
    forum = (*instance.trigger.doc._.referents.beside(instance.trigger).parties, *([named.entity] if named else []))
    present = [p for p in instance.actors.parties if p.kind == "state" or p not in forum]
    joined = named is None and any(p.kind == "state" for p in forum)  # "the US-EU summit" is of those whom it names
    alone = len(present) == 1 and named is not None and instance.type == "cooperation"
    if instance.type not in {"meeting", "cooperation"} or joined or not (len(present) > 1 or alone):
        return instance
    return replace(instance, actors=Referent(tuple(present), instance.actors.officials))


def _promised(instance: Instance) -> bool:
    outer = instance.outer
    beside = instance.verb.dep_ == "advcl" and instance.verb.tag_ == "VBG"  # "froze aid, *calling* for talks"
    if outer is not None and beside and instance.type == "meeting" and instance.verb.i < outer.verb.i:
        return False  # "*meeting* in Oslo, they agreed"
    accepted = outer is not None and outer.verb.lemma_ == "invite" and instance.status == "planned"
    if outer is not None and outer.type in {"request", "rejection", "threat"} and not (beside or accepted):
        return True  # what is asked for, refused or threatened is told by that
    preposition = instance.verb.head if instance.verb.dep_ == "pcomp" else None
    accuser = outer.verb if outer is not None else preposition.head if preposition is not None else None
    if accuser is not None and accuser.lemma_ in lexicon(instance.verb.doc).alleging:
        return True  # what somebody is accused of, by whomever, is not thereby done
    by_means_of = preposition is not None and preposition.lower_ in {"by", "through"}
    renewed = instance.room == "agreements"
    if outer is not None and (by_means_of or renewed) and _promised(outer):
        # "agreed to deepen ties by *launching* talks", "agreed to strengthen their *commitment*": no more than that
        return True
    if outer is None or outer.room != "agreements" or not set(instance.actors.parties) <= set(outer.parties):
        return False
    return len(outer.actors.parties) > 1 or instance.type not in OWN_TYPE


def tell(instance: Instance, *, type: EventType | None = None, status: Status | None = None) -> Telling:
    """The instance as an event, its date, place, name and evidence read off the text around it."""
    trigger, verb = instance.trigger, instance.verb
    kind = type or instance.type
    start, end = clauses.around(verb)
    words = trigger.doc[min(start, trigger.i) : max(end, trigger.i + 1)]
    # "must withdraw *this year*": the day of what is demanded
    dated = None if instance.is_demand else event_dates.date(instance)
    officials = instance.actors.officials + (instance.targets.officials if kind in MUTUAL else ())
    if kind == "meeting":
        officials += tuple(o for o in attendance.met_with(verb) if o.of in instance.actors.parties)
    told_by = account(instance)
    if not officials:  # on whose announcement it rests
        officials = tuple(o for o in told_by.officials if o.of in instance.actors.parties)
    state = _in_time(status or _status(instance, kind, dated), kind, dated, instance)
    announced = any(_is_announcement(said, dated) for said in (verb, *verb.ancestors))
    if state in {"planned", "proposed"} and dated and not announced and event_dates.is_over(dated, instance):
        dated = None  # "will remove the duties of 2 April"
    if dated and event_dates.is_of_content(dated, instance, kind, state):
        dated = None  # only now is it known that what was read as planned is a promise
    event = Event(
        type=kind,
        actors=tuple(dict.fromkeys((*instance.actors.parties, *instance.companies))),
        targets=() if kind in MUTUAL else instance.targets.parties,
        officials=tuple(dict.fromkeys(officials)),
        goods=topics.goods(instance),
        date=dated,
        place=places.place(instance, kind),
        status=state,
        name=event_names.name(instance, kind),
        attributed_to=told_by.parties,
        confidence=confidence(instance),
        evidence=(evidence(words),),
    )
    return Telling(
        event,
        trigger.i,
        trigger.sent.start,
        definite=_is_definite(instance, kind),
        performative=_is_performed(instance, kind),
        ours=any(t.lower_ in {"we", "i"} for t in syntax.subjects(verb)),
        past=verb.tag_ == "VBD"
        or told_in_past(instance)
        or any(c.lower_ in {"was", "were"} and c.dep_ == "auxpass" for c in verb.children),
        earlier=any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children) and not _is_announced_now(verb),
        fresh=bool(_determiners(trigger) & (_FRESH | lexicon(trigger.doc).others)) or _is_besides(instance),
        words=_content(words),
    )


def _determiners(noun: Token) -> set[str]:
    """The words before a noun that say which it is; none before a verb."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return set()
    return {c.lower_ for c in noun.children if c.dep_ in {"det", "poss", "predet", "amod"} and c.i < noun.i}


def _is_definite(instance: Instance, kind: EventType) -> bool:
    """ "*The* summit" is known already, no stance is; "lifted *the* ban": known is the ban, not that it is lifted."""
    trigger, determiners = instance.trigger, _determiners(instance.trigger)
    pointed = bool(determiners & _POINTING) and syntax.lemma(trigger) not in lexicon(trigger.doc).stances
    lifted = kind == "easing" and instance.verb != trigger and not determiners & _TAKING_UP
    return attendance.signs_what_is_known(trigger) or (pointed and not lifted)


def _is_performed(instance: Instance, kind: EventType) -> bool:
    """Whether to say it is to do it: "we welcome", "announces that it *lifts*", "you *must* act"."""
    verb = instance.verb
    promised = kind in {"commitment", "threat"} and any(c.lower_ in {"will", "shall"} for c in verb.children)
    said = _is_present(verb) or _is_announced_now(verb) or assertion.is_courtesy(verb)
    return said or promised or instance.is_demand


def _is_announced_now(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.lemma_ == "announce" and _is_present(verb.head)


def _is_besides(instance: Instance) -> bool:
    """ "The minister *also met* Roe": another meeting than the one told before."""
    verb = instance.verb
    return instance.type == "meeting" and verb.lemma_ == "meet" and any(c.lower_ == "also" for c in verb.children)


def _is_present(verb: Token) -> bool:
    """ "We condemn", also where the tagger takes it for an infinitive behind a long subject or a first verb; "we
    continue to condemn"."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if verb.dep_ == "acomp" or (verb.tag_ == "VB" and verb.dep_ == "xcomp" and _goes_along(verb.head)):
        return _is_present(verb.head)  # "are committed to", "continue to condemn", "are pleased to announce"
    if verb.tag_ != "VB" or auxiliaries:
        return any(c.tag_ in {"VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for c in auxiliaries)
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _is_present(verb.head)
    return joined or any(c.dep_ == "nsubj" for c in verb.children)


def _is_announcement(verb: Token, day: str | None) -> bool:
    """ "*Announced* in May that it will": a plan has the day of its announcement."""
    announces = verb.tag_ == "VBD" and day and verb.lemma_ not in lexicon(verb.doc).planning
    told = dates.date_for(verb) if announces else None
    return told is not None and told.value == day


def _goes_along(governor: Token) -> bool:
    return governor.lemma_ == "continue" or (governor.pos_ == "ADJ" and governor.dep_ in {"acomp", "ROOT"})


def _in_time(status: Status, kind: EventType, date: str | None, instance: Instance) -> Status:
    """What lies ahead has not occurred; a measure that binds already and of which nobody says when is in force."""
    if date and event_dates.lies_ahead(date, instance) and status in {"occurred", "ongoing"} and kind not in WORDS:
        return "planned"
    if kind == "aid" and status == "occurred" and _is_pledged(instance):
        return "planned"
    alone = instance.verb == instance.trigger and instance.trigger.pos_ in {"NOUN", "PROPN"}
    return "ongoing" if kind == "restriction" and alone and status == "occurred" and not date else status


def _is_pledged(instance: Instance) -> bool:
    """ "*Announced an investment* of $2 billion": it is to be made; other money is given in announcing it."""
    return instance.verb.lemma_ == "announce" and syntax.lemma(instance.trigger) == "investment"


def evidence(span: Span) -> Evidence:
    """The span's exact words in the article as it came, white space at the ends left off."""
    article = span.doc._.article
    text = article.text if article else span.doc.text
    start, end = span.start_char, span.end_char
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(start, end, text[start:end])


def _status(instance: Instance, kind: EventType, dated: str | None) -> Status:
    """The asserted status, as the type bears it.

    An act of words is done when it is said ("Norway welcomes"), a meeting told in the present of captions and headlines
    has taken place, what somebody "is imposing today" is imposed.
    """
    verb = instance.verb
    if kind == "threat" and instance.status == "planned":
        return "occurred"  # what is threatened lies ahead; the threat does not
    if kind in OWN_TYPE and instance.outer is not None and instance.outer.room == "agreements":
        return "planned" if instance.status == "occurred" else instance.status
    worked_on = verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ == "work"
    if instance.status == "proposed" and ((kind == "agreement" and worked_on) or _will_try(verb)):
        return "planned"  # "will work to finalize the pact", "will seek to lift the ban"
    if instance.status == "planned" and _goes_on(instance, kind):
        return "ongoing" if kind == "restriction" else "occurred"
    ahead = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _AHEAD for c in verb.children)
    if verb.tag_ in {"VBZ", "VBP"} and ahead and instance.status in {"occurred", "ongoing"}:
        return "planned"  # "before she visits Oslo"
    lasting = instance.status == "occurred" and kind in _LASTING and _has_gone_on(verb)
    if lasting or (kind == "visit" and instance.status in {"occurred", "ongoing"} and _is_upon(instance)):
        return "ongoing"
    if instance.status != "ongoing":
        return instance.status
    article = verb.doc._.article
    today = article is not None and dated is not None and dated == article.published
    announced = (
        kind == "restriction"
        and verb.dep_ == "ccomp"
        and dated is not None
        and dated == event_dates.announced(instance)
    )
    if event_dates.is_under_way(verb) and (today or announced):
        return "occurred"
    if kind == "agreement" and event_dates.is_under_way(verb) and instance.trigger != verb:
        return "planned"  # "are negotiating, are finalizing a deal"
    if kind in WORDS or (kind in {"meeting", "visit"} and verb.tag_ in {"VBZ", "VBP"}):
        return "occurred"
    return instance.status


def _is_upon(instance: Instance) -> bool:
    """ "Doe *is on* a visit to Oslo", "*is on* a tour that has taken her to Oslo"."""
    journey = instance.verb.head if instance.verb.dep_ == "relcl" else instance.trigger
    on, verb = journey.head, journey.head.head
    return on.lower_ == "on" and on.dep_ == "prep" and verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"}


def _will_try(verb: Token) -> bool:
    """What one "*will* work to" do is promised; what one works to do is only sought."""
    while verb.dep_ == "conj":
        verb = verb.head
    trying = verb.head.lemma_ == "seek" or effects.on_clause(verb.head) == "try"
    return trying and verb.dep_ in {"xcomp", "advcl"} and tense.tense(verb.head) == "future"


def _has_gone_on(verb: Token) -> bool:
    """ "*Has suspended* imports *since late March*": what has been done since then is done still."""
    return tense.tense(verb) == "perfect" and any(c.dep_ == "prep" and c.lower_ == "since" for c in verb.children)


def _goes_on(instance: Instance, kind: EventType) -> bool:
    """ "Will *maintain* the tariffs": they are in force; "will *continue to* support Peru": it has the support."""
    verb, trigger = instance.verb, instance.trigger
    if kind == "restriction":
        stays = trigger.dep_ == "nsubj" and trigger.head.lemma_ in _STAYING  # "sanctions will *remain* until it leaves"
        return stays or (verb != trigger and (effects.on_object(verb) == "continue" or verb.lemma_ in _STAYING))
    return kind == "support" and verb.dep_ == "xcomp" and verb.head.lemma_ == "continue"


def confidence(instance: Instance) -> float:
    """From what supports it: a verb that says it, a second party, a plain assertion, a good or an official."""
    score = 0.5
    score += 0.15 if instance.trigger.pos_ == "VERB" else 0.05
    score += 0.1 if len(instance.parties) > 1 and not instance.apart else 0.0
    score += 0.1 if instance.status in {"occurred", "ongoing"} else 0.0
    score += 0.1 if instance.goods or instance.officials else 0.0
    return round(score, 2)


def _content(span: Span) -> frozenset[str]:
    mentions = span.doc._.mention_at
    return frozenset(
        t.lemma_.lower()
        for t in span
        if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"} and t.i not in mentions and not t.is_stop
    )
