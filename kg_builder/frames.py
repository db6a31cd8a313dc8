"""One matcher for all event types: trigger lexicons read over the dependency parse.

A frame of ``data/lexicons`` says which verbs or nouns evoke an event of a type (after PLOVER's modes and FrameNet's
lexical units), in which grammatical functions its parties stand, and what must hold so that it is that sense and no
other. The component ``frames`` finds every instance in a Doc; the rooms of ``extract`` make events of theirs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from kg_builder import (
    assertion,
    carriers,
    deeds,
    effects,
    lexicons,
    own_clause,
    roles,
    sense_words,
    syntax,
    trade_terms,
)
from kg_builder.filled import Filled
from kg_builder.model import Entity, EventType, Official, Status
from kg_builder.naming import NOBODY, Referent
from kg_builder.role_words import RolesLexicon
from kg_builder.senses import NEEDS, ROLES
from kg_builder.tokens import Doc, Token

#: The lexicons of event frames, one a room, in the order in which their events are told.
ROOMS = ("agreements", "meetings", "cooperation", "assistance", "policies", "restrictions", "statements", "military")

Role = Literal[
    "subject", "object", "dative", "beside",
    "with", "between", "among", "of", "by", "for", "to", "in", "into", "on", "upon", "against", "from", "at", "about",
    "over", "out", "near", "toward", "towards", "involving", "including", "through", "targeting",
    "behind", "around", "off", "alongside", "across", "throughout",
    "content", "context", "clause", "any", "owner", "host", "other", "occasion", "that", "judged", "bound", "condition",
    "traveller", "guests", "hosts", "linked", "pointed", "doer", "blamed", "issuer", "seat",
    "faced", "voice", "holder", "empowered", "barred", "sender", "setting",
    "imposer", "stops", "concluded", "posted", "whose", "modified", "receiver", "shared", "giver",
]  # fmt: skip


def _known(need: str) -> str:
    if need not in NEEDS:
        raise ValueError(f"{need!r} is no need; the needs are {', '.join(NEEDS)}")
    return need


Need = Annotated[str, AfterValidator(_known)]

#: Types whose nouns a light verb only carries.
_CARRIED: frozenset[EventType] = frozenset(
    {"agreement", "meeting", "visit", "cooperation", "aid", "restriction", "policy"}
)
_DEMANDED = "demanded"  #: the need of the frames that any verb with a modal evokes
_TURNING = {"plan", "propose", "refuse", "cancel", "fail", "deny", "prevent", "delay"}
#: Dependencies through which a clause or noun is part of what governs it, and how far up to look.
_WITHIN = {"xcomp", "ccomp", "pcomp", "prep", "dobj", "pobj", "acl", "advcl", "nsubj", "compound", "acomp"}
_DEPTH = 12
_SEVERAL = 2
_PLAYED = 3  #: a text of which one sentence in so many is of sport is a report of games
#: Behind these stands when something was done, not what was said ("appealed for calm *during* a visit").
_BESIDE = {"during", "after", "before", "following", "since", "ahead", "amid", "at", "upon"}
_APART = {"while", "whereas", "after", "before", "when", "as", "although", "though", "because", "since"}
#: What is tagged so triggers nothing, whatever the parser makes of it.
_NO_TRIGGERS = {"ADP", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"}
_COPULAS = {"be", "remain", "stay", "stand"}
_VERBAL = {"ROOT", "relcl", "advcl", "xcomp", "ccomp"}


class Frame(lexicons.Lexicon):
    """One way of telling an event."""

    type: EventType
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    #: Verbs with which the nouns make the event; without them the noun stands alone.
    light: frozenset[str] = frozenset()
    actors: tuple[Role, ...]
    targets: tuple[Role, ...] = ()
    needs: tuple[Need, ...] = ()
    status: Status | None = None
    sense: str | None = None  #: the sense that the entry does not cover


class FrameLexicon(lexicons.Lexicon):
    """``data/lexicons/ROOM.yaml`` of a room of events."""

    plover: str | None
    frames: list[Frame]


@dataclass(frozen=True, slots=True)
class Instance:
    """A frame found in a Doc, with its roles filled.

    ``verb`` carries tense and modality, ``trigger`` the meaning; they are the same token where a verb is the trigger.
    """

    room: str
    frame: Frame
    trigger: Token
    verb: Token
    actors: Referent
    targets: Referent
    goods: tuple[Entity, ...]
    companies: tuple[Entity, ...]
    status: Status
    apart: bool = False  #: whether the targets stand apart from the phrase of the act
    outer: "Instance | None" = None

    @property
    def type(self) -> EventType:
        return self.frame.type

    @property
    def parties(self) -> tuple[Entity, ...]:
        return tuple(dict.fromkeys((*self.actors.parties, *self.targets.parties)))

    @property
    def is_demand(self) -> bool:
        """ "Rome *must* act": whatever the act, it is demanded."""
        return _DEMANDED in self.frame.needs

    @property
    def officials(self) -> tuple[Official, ...]:
        return self.actors.officials


class Matcher:
    """Finds the frames of all rooms in a Doc."""

    def __init__(self, overlay: Path | None = None) -> None:
        self.verbs: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        self.nouns: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        self.adjectives: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        self.words = lexicons.read("roles", RolesLexicon, overlay)
        sport = sorted(word.lower() for word in self.words.sport)
        self.sport = re.compile(rf"\b(?:{'|'.join(map(re.escape, sport))})s?\b")
        for room in ROOMS:
            for frame in lexicons.read(room, FrameLexicon, overlay).frames:
                for lemma in frame.verbs:
                    self.verbs[lemma].append((room, frame))
                for lemma in frame.nouns:
                    self.nouns[lemma].append((room, frame))
                for lemma in frame.adjectives:
                    self.adjectives[lemma].append((room, frame))

    def __call__(self, doc: Doc) -> Doc:
        sport = {s.start for s in doc.sents if self.sport.search(s.text.lower())}
        if len(sport) > 1 and len(sport) * _PLAYED >= sum(1 for _ in doc.sents):
            return doc  # a report of games, in which teams are called by their states
        triggers = (t for t in doc if t.pos_ not in _NO_TRIGGERS and t.sent.start not in sport)
        found = _narrowest([i for t in triggers for i in self._at(t)])
        by_token: dict[int, Instance] = {}
        for instance in found:
            by_token.setdefault(instance.verb.i, instance)
        doc._.frames = tuple(_within_outer(i, by_token) for i in found)
        return doc

    def _at(self, token: Token) -> Iterator[Instance]:
        """The instances that a token triggers: at most one of each type."""
        types: set[tuple[EventType, int]] = set()
        readings: dict[int, roles.Roles] = {}
        carried = False
        for room, frame, verb in sorted(self._candidates(token), key=lambda c: not c[1].light):
            if (frame.type, verb.i) in types or (carried and not frame.light and verb == token):
                continue
            instance = fill(room, frame, readings.setdefault(verb.i, roles.Roles(token, verb, self.words)))
            if instance is not None:
                types.add((frame.type, verb.i))
                carried = carried or bool(frame.light)
                yield instance

    def _candidates(self, token: Token) -> Iterator[tuple[str, Frame, Token]]:
        forms = syntax.forms(token)
        if token.pos_ == "VERB" or (token.dep_ in _VERBAL and token.tag_.startswith("VB")):
            phrasal = [form for form in forms if " " in form and form in self.verbs]  # who "hits out" hits nobody
            modals = [c.lower_ for c in token.children if c.tag_ == "MD"]  # "*must* act", whatever the act
            for form in (*(phrasal or forms), *modals):
                for room, frame in self.verbs.get(form, ()):
                    yield room, frame, token
        if (
            (token.pos_ == "ADJ" or token.tag_ == "VBN")
            and token.dep_ in {"acomp", "attr"}
            and token.head.lemma_ in _COPULAS
        ):
            for room, frame in self.adjectives.get(forms[0], ()):
                yield room, frame, token.head
        if token.pos_ in {"NOUN", "PROPN", "SYM", "NUM"} or (token.pos_ == "VERB" and token.dep_ in {"dobj", "pobj"}):
            evoked = self.nouns.get(forms[0], ())
            lights = list(carriers.light_verbs(token, self.words.counting)) if evoked else []
            for room, frame in evoked:
                if not frame.light:
                    yield room, frame, token
                for verb in lights:
                    if not frame.light.isdisjoint(syntax.forms(verb)):
                        yield room, frame, verb


def fill(room: str, frame: Frame, reading: "roles.Roles") -> Instance | None:
    """The frame with its roles read off the parse; None where its needs are not met or nothing is asserted."""
    trigger, verb = reading.trigger, reading.verb
    if frame.type == "aid" and (_of_restriction(trigger, reading.words.restrictions) or deeds.is_frozen(trigger)):
        return None
    if trigger == verb and any(c.lower_ == "any" and c.dep_ == "det" for c in trigger.children):
        return None  # "will review any request by Peru": nobody has made one
    above = trigger.head.head if trigger.dep_ == "pobj" else trigger
    if frame.type == "easing" and verb != trigger and syntax.lemma(above) == "plan":
        return None  # "suspended plans for tariffs": there are none to ease
    filled = Filled(reading, frame.type, frame.actors, frame.targets)
    if not all(NEEDS[need](filled) for need in frame.needs if need not in ROLES):
        return None
    actors, companies = filled.actors, filled.companies
    if not (actors.parties or companies) or not all(ROLES[need](filled) for need in frame.needs if need in ROLES):
        return None
    targets, goods = filled.targets, filled.goods
    if frame.type == "restriction" and companies and not any(p.kind != "company" for p in targets.parties):
        return None
    if frame.type == "aid" and not actors.parties and not NEEDS["good-or-money"](filled) and verb == trigger:
        return None  # "the museum lent Oslo a statue"
    of_noun = verb != trigger and (_turns(frame, reading) or _tells_host(verb, trigger))
    told = assertion.assertion(trigger if of_noun else verb)
    journey = deeds.journey(verb) if frame.type == "meeting" and told.reason == "purpose" else None
    if journey is not None:  # "will travel to Oslo to meet her"
        told = assertion.assertion(journey)
    status = frame.status or told.status
    conditional = frame.status is not None and told.reason == "conditional"  # "should it act, we will respond"
    conditional = conditional and not own_clause.is_condition(verb)  # "whether it will keep its promise depends on"
    if status is None or (told.status is None and not conditional):
        return None
    if frame.type == "restriction" and status == "planned" and _is_ordered(verb):
        status = "occurred"
    if frame.type == "request" and trigger == verb and effects.on_object(trigger.head) == "refuse":
        status = "occurred"  # a demand that is refused has been made
    if frame.type == "agreement" and told.reason == "efforts":
        status = "proposed"  # "ongoing efforts to reach a deal": it is not reached
    if frame.type in {"criticism", "support"} and status == "proposed" and _is_stressed(verb):
        status = "occurred"
    if "asks-no-more" in frame.needs:  # "will not require licences": that is what is lifted
        status = "planned" if trade_terms.is_ahead(verb) else "occurred"
    if frame.status in {"planned", "proposed"} and told.status in {"not-occurred", "proposed"}:
        status = told.status
    if frame.status == "proposed" and told.reason == "future":
        status = "planned"  # "will introduce a bill"
    several = len(actors.parties) > _SEVERAL  # whom so many address the sentence says, or nobody knows
    apart = NOBODY if targets or several else reading.addressee(frame.type, actors.parties)
    return Instance(room, frame, trigger, verb, actors, targets or apart, goods, companies, status, bool(apart))


def _tells_host(verb: Token, noun: Token) -> bool:
    """ "The forum *hosted by Peru* will not be held": whether it is held, the rest of the sentence says."""
    return (
        verb.head is noun
        and verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and verb.lemma_ in effects.lexicon(verb.doc).hold
    )


def _is_ordered(verb: Token) -> bool:
    """ "*Has ordered* officials *to block* imports": they are blocked; a minister told to impose duties has yet to."""
    order, stops = verb.head, verb.lemma_ in sense_words.lexicon(verb.doc).stopping
    if not stops or verb.dep_ not in {"xcomp", "ccomp", "advcl"} or verb.tag_ != "VB":
        return False
    commands = order.lemma_ in effects.lexicon(verb.doc).commanding
    return commands and assertion.assertion(order).status == "occurred"


def _is_stressed(verb: Token) -> bool:
    """ "Stressed the importance of *condemning* the attack": in saying so one condemns it."""
    return verb.dep_ == "pcomp" and verb.head.head.lemma_ in sense_words.lexicon(verb.doc).stressing


def _of_restriction(noun: Token, restrictions: frozenset[str]) -> bool:
    """ "A *sanctions* package", "*tariffs on* 200 billion dollars of goods", "a package of measures *against* Peru": no
    money that is given."""
    sum_of = noun.head if noun.dep_ == "nummod" else noun
    above = sum_of.head.head if sum_of.dep_ == "pobj" else sum_of
    near = [
        above,
        *noun.children,
        *syntax.after(noun, "of"),
        *(c for c in above.children if c.dep_ == "dobj" and c.i < noun.i),
    ]
    against = [t for word in (noun, *syntax.after(noun, "of")) for t in syntax.after(word, "against")]
    return any(map(noun.doc._.referents.one, against)) or any(syntax.lemma(word) in restrictions for word in near)


def _turns(frame: Frame, reading: "roles.Roles") -> bool:
    """Whether a light verb says that its noun has not happened ("postponed the summit"), rather than making it happen.

    Where the verb is the act itself ("suspended the tariffs", "halted imports"), it is the verb that is asserted. Who
    "decided to maintain the sanctions" has them already.
    """
    effect, above = effects.on_object(reading.verb), reading.trigger.head.head
    if reading.trigger.head.lower_ == "for" and above.pos_ == "NOUN" and effects.on_object(above) == "plan":
        return True  # "announced *plans for* curbs"
    if frame.type == "restriction" and effect == "continue":
        return True
    if (
        frame.type not in {"meeting", "visit"}
        and syntax.lemma(reading.verb) in sense_words.lexicon(reading.verb.doc).raising
    ):
        return False  # tariffs are raised up or applied, a matter is raised for talk, a post applied for
    trade = frame.type == "restriction" and syntax.lemma(reading.trigger) not in reading.words.restrictions
    stopped = trade and effect not in {"plan", "propose"}
    return frame.type in _CARRIED and not stopped and effect in _TURNING


def _narrowest(found: list[Instance]) -> list[Instance]:
    """One instance of a type for each verb; a noun it carries ("hit with sanctions") beats the verb's own sense.

    What somebody demands ("Rome must lift its sanctions") is no event besides the demand.
    """
    demanded = {i.verb.i for i in found if i.is_demand}
    found = [i for i in found if i.verb.i not in demanded or i.is_demand]
    carried = {i.verb.i: i.type for i in found if i.verb != i.trigger}
    best: dict[tuple[int, EventType], Instance] = {}
    for instance in found:
        other = carried.get(instance.verb.i)
        own = instance.verb == instance.trigger and instance.verb.pos_ == "VERB"
        for_talks = instance.type == "visit" and other == "meeting"  # who travels for a meeting does both
        # who "hosted her for a visit" has met her
        received = instance.type == "meeting" and other == "visit" and instance.verb.tag_ != "VB"
        if own and other not in {None, instance.type} and not (for_talks or received):
            continue
        key = (instance.verb.i, instance.type)
        if key not in best or len(instance.parties) > len(best[key].parties):
            best[key] = instance
    return sorted(best.values(), key=lambda i: i.trigger.i)


def _within_outer(instance: Instance, by_token: dict[int, Instance]) -> Instance:
    """The instance with the one around it, and that with the one around it in turn."""
    outer = _outer(instance, by_token)
    return instance if outer is None else replace(instance, outer=_within_outer(outer, by_token))


def _outer(instance: Instance, by_token: dict[int, Instance]) -> Instance | None:
    """The instance in whose content this one stands ("agreed to *launch talks*"), if any."""
    token = instance.verb
    for _ in range(_DEPTH):
        if token.head == token:
            return None
        if token.dep_ == "prep" and token.i < token.head.i and token.head.pos_ == "VERB":
            return None  # "on a visit to Laos, he pledged": where it was said
        if token.dep_ == "prep" and (token.lower_ in _BESIDE or (token.lower_ == "in" and instance.type == "meeting")):
            return None
        # A coordinated verb stands beside, not within; but "vowed to deepen ties and *work* together" goes on.
        if token.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} and c.lower_ in _APART for c in token.children):
            return None  # "while Rome denied it": what else happened
        goes_on = token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ in {"VBD", "VBZ", "VBP"}
        within = token.dep_ in _WITHIN or goes_on
        token = token.head
        outer = by_token.get(token.i)
        if outer is not None and outer.trigger.i != instance.trigger.i and within:
            return outer
    return None
