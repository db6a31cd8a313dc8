"""What a verb, noun or adjective does to the event it governs: plans it, proposes it, refuses it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from kg_builder import lexicons, syntax
from kg_builder.model import Status
from kg_builder.tokens import Doc, Token

Effect = Literal[
    "plan", "propose", "refuse", "fail", "cancel", "deny", "prevent", "delay", "continue", "able", "fear", "try",
    "realize", "presuppose",
]  # fmt: skip
Scope = Literal["clause", "object"]

_LONGEST = 3  # words after the lemma that an entry may have: "look forward to", "stop short of"


@dataclass(frozen=True, slots=True)
class Assertion:
    """``status`` is None where the text states no fact; ``reason`` names the rule, for those who ask why."""

    status: Status | None
    reason: str

    @property
    def is_fact(self) -> bool:
        return self.status in {"occurred", "ongoing"}


class VerbEffects(lexicons.Lexicon):
    """Verbs by what they do to a clause, to a noun, or to both."""

    both: dict[Effect, list[str]]
    clause: dict[Effect, list[str]]
    object: dict[Effect, list[str]]


class AssertionLexicon(lexicons.Lexicon):
    """Schema of ``data/lexicons/assertion.yaml``."""

    verbs: VerbEffects
    nouns: dict[Effect, list[str]]
    adjectives: dict[Effect, list[str]]
    acts: frozenset[str]
    states: frozenset[str]
    pondering: frozenset[str]
    replies: frozenset[str]
    commenting: frozenset[str]
    ways: frozenset[str]
    steps: frozenset[str]
    happen: frozenset[str]
    hold: frozenset[str]
    occasions: frozenset[str]
    parts: frozenset[str]
    other_days: frozenset[str]
    succeeding: frozenset[str]
    courtesies: frozenset[str]
    documents: frozenset[str]
    signs: frozenset[str]
    gathering: frozenset[str]
    affirming: frozenset[str]
    uttering: frozenset[str]
    comprising: frozenset[str]
    enacting: frozenset[str]
    enacted: frozenset[str]
    first: frozenset[str]
    consequences: frozenset[str]
    conditions: frozenset[str]
    topics: frozenset[str]
    scheduled: frozenset[str]
    calendar: frozenset[str]
    unreached: frozenset[str]
    measures: frozenset[str]
    ahead: frozenset[str]
    along: frozenset[str]
    reports: frozenset[str]
    commanding: frozenset[str]
    announcing: frozenset[str]
    wishing: frozenset[str]
    wanting: frozenset[str]
    decisions: frozenset[str]
    talks: frozenset[str]
    passing: frozenset[str]
    given_out: frozenset[str]
    ongoing: frozenset[str]
    unaffected: frozenset[str]


def lexicon(doc: Doc) -> AssertionLexicon:
    """The lexicon of assertion for a Doc: the shipped one, overlaid with that of the folder ``doc._.lexicons``."""
    return _lexicon(doc._.lexicons)


@cache
def _lexicon(overlay: Path | None) -> AssertionLexicon:
    words: AssertionLexicon = lexicons.read("assertion", AssertionLexicon, overlay)
    return words


def on_clause(governor: Token, preposition: str | None = None) -> Effect | None:
    """Effect of ``governor`` on its clause; ``preposition`` is what stands between ("committed *to* strengthening")."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _nouns(governor.doc._.lexicons).get(syntax.lemma(governor))
    if governor.pos_ == "ADJ":
        return _adjectives(governor.doc._.lexicons).get(governor.lower_)
    found = _verb_effect(governor, "clause", preposition)
    return found or (_adjectives(governor.doc._.lexicons).get(governor.lower_) if governor.tag_ == "VBN" else None)


def on_object(governor: Token, preposition: str | None = None) -> Effect | None:
    """Effect of ``governor`` on a noun: its object, or the object of ``preposition`` below it."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _nouns(governor.doc._.lexicons).get(syntax.lemma(governor))
    if governor.pos_ == "ADJ":
        return _adjectives(governor.doc._.lexicons).get(governor.lower_)
    return _verb_effect(governor, "object", preposition)


def of_adjective(word: Token) -> Effect | None:
    """Effect of a modifier on its noun: "a *planned* visit", "no" excepted."""
    return _adjectives(word.doc._.lexicons).get(word.lower_)


def under(effect: Effect, above: Assertion, own: Assertion) -> Assertion:
    """The status of what a word of this ``effect`` governs, the word itself being asserted as ``above``."""
    if above.status is None:
        return above
    denied, negated = above.status == "not-occurred", own.status == "not-occurred"
    if effect == "realize":
        return own if negated else above
    if effect in {"fear", "able"}:
        return Assertion(None, "feared" if effect == "fear" else "possibility")
    if effect in {"refuse", "fail", "cancel", "deny", "prevent"}:
        if effect == "prevent" and not above.is_fact:
            return Assertion(None, "prevented")
        if denied:
            return Assertion("occurred" if effect == "fail" else "proposed", f"not {effect}")
        return Assertion("not-occurred", effect)
    if denied or negated:
        unasked = effect == "propose" and above.reason in {"negated", "not proposed"}
        return Assertion(None, "not proposed") if unasked else Assertion("not-occurred", f"not {effect}")
    if effect == "continue":
        return above if above.status in {"planned", "proposed"} else Assertion("ongoing", "continue")
    if effect in {"plan", "delay"}:
        return Assertion("proposed" if above.status == "proposed" else "planned", effect)
    if effect in {"propose", "try"}:
        return Assertion("proposed", effect)
    return Assertion("occurred", "presupposed")


def _verb_effect(verb: Token, scope: Scope, preposition: str | None) -> Effect | None:
    entries, lemma = _verbs(scope, verb.doc._.lexicons), verb.lemma_.lower()
    if lemma not in entries and f"{lemma}e" in entries:
        lemma += "e"  # the lemmatizer makes "hoped" a hop
    tails = _beside(verb, scope) if preposition is None else _before(verb, preposition)
    found = next((entries[f"{lemma} {tail}"] for tail in tails if f"{lemma} {tail}" in entries), None)
    return found or (entries.get(lemma) if preposition is None else None)


def _before(verb: Token, preposition: str) -> list[str]:
    """What an entry may say after the lemma where ``preposition`` leads to the event, longest first."""
    words = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]]
    longer = [" ".join(words[:n]) for n in range(len(words), 1, -1) if preposition in words[:n]]
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    return [*longer, *(f"{particle} {preposition}" for particle in particles), preposition]


def _beside(verb: Token, scope: Scope) -> list[str]:
    """What an entry may say after the lemma where nothing stands between verb and event, longest first."""
    words = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]]
    if scope == "clause":
        following = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
        return following + [child.lower_ for child in verb.children if child.dep_ == "prt"]
    particles = [child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}]
    on_day = any(word.ent_type_ in {"DATE", "TIME"} for word in verb.doc[verb.i + 2 : verb.i + 3])
    if _has_object(verb) or on_day:  # a preposition of the verb, or of a day, is no business of its object
        return particles
    return particles + [" ".join(words[:n]) for n in (2, 1)]


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


@cache
def _verbs(scope: Scope, overlay: Path | None) -> dict[str, Effect]:
    verbs = _lexicon(overlay).verbs
    own = verbs.clause if scope == "clause" else verbs.object
    return _inverted(verbs.both) | _inverted(own)


@cache
def _nouns(overlay: Path | None) -> dict[str, Effect]:
    return _inverted(_lexicon(overlay).nouns)


@cache
def _adjectives(overlay: Path | None) -> dict[str, Effect]:
    return _inverted(_lexicon(overlay).adjectives)


def _inverted(listed: dict[Effect, list[str]]) -> dict[str, Effect]:
    return {entry: effect for effect, entries in listed.items() for entry in entries}
