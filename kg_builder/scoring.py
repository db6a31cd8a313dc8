"""How a predicted record compares with a gold one, as the Scoring section of docs/annotation.md has it.

Records are mappings of the shape of docs/annotation.md. A predicted event may carry ``start`` and ``end`` beside its
``quote``, offsets in the article's text in code points, end exclusive; or ``evidence``, a list of such three.

What the guidelines leave open, and what we took:

- An optional event (``core: false``) excuses one prediction, and only one that no core event could use.
- Where several pairings of events give the same sum of overlaps, the one that agrees in more slots is taken.
- The slot ``status`` asks for the same word; ``occurred`` and ``ongoing`` are alike for strict matches only.
- The slot ``place`` is the accuracy over matches whose gold names a place, capitals aside.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg_builder.pairing import heaviest_pairs
from kg_builder.personal_names import same_person

Record: TypeAlias = Mapping[str, Any]
Pairs: TypeAlias = list[tuple[Record, Record]]

_ALIKE = {"ongoing": "occurred", "proposed": "planned"}
#: Weighs agreement in slots below the smallest difference that two sums of overlaps can have.
_TIE_BREAK = 1e-9


@dataclass(frozen=True, slots=True)
class Count:
    """How many things matched, of how many predicted and how many in the gold."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """1.0 where nothing was predicted: nothing wrong was said."""
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """1.0 where the gold asks for nothing."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def value(self) -> float:
        """F1."""
        total = self.predicted + self.gold
        return 2 * self.matched / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the cases looked at were right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float:
        """Accuracy; 1.0 where there was no case."""
        return self.right / self.total if self.total else 1.0


Scores: TypeAlias = dict[str, Count | Share]


@dataclass(frozen=True, slots=True)
class Matching:
    """What was paired with what between two lists, and what stayed alone on either side."""

    pairs: Pairs = field(default_factory=list)
    missed: list[Record] = field(default_factory=list)
    spurious: list[Record] = field(default_factory=list)

    @property
    def count(self) -> Count:
        matched = len(self.pairs)
        return Count(matched, matched + len(self.spurious), matched + len(self.missed))


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares records; ``names`` maps an organization's folded other names to its folded own name (``fold``)."""

    names: Mapping[str, str] = field(default_factory=dict)

    def score(self, gold: Record, predicted: Record, text: str | None = None) -> Scores:
        """Counts and shares by name, in the order in which they are printed.

        Without ``text`` a predicted quote cannot be looked up and counts as not found.
        """
        scores: Scores = {}
        for name in ("states", "organizations", "goods"):
            missed, spurious, common = self.sets(gold, predicted, name)
            scores[name] = Count(len(common), len(common) + len(spurious), len(common) + len(missed))
        officials = self.officials(gold, predicted)
        scores["officials"] = officials.count
        for slot in ("class", "status"):
            scores[f"officials-{slot}"] = _equal(officials.pairs, slot)
        relaxed = self.events(gold, predicted)
        scores["events-relaxed"] = relaxed.count
        scores["events-strict"] = self.events(gold, predicted, strict=True).count
        scores |= self._slots(relaxed.pairs)
        found = [_has_evidence(event, text) for event in predicted.get("events", [])]
        scores["evidence"] = Share(sum(found), len(found))
        return scores

    def sets(self, gold: Record, predicted: Record, name: str) -> tuple[list[str], list[str], list[str]]:
        """Missed, spurious and common values of a set, sorted; optional ones are in none of the three."""
        key = self.party if name == "organizations" else str
        wanted = {key(value) for value in gold.get(name, [])}
        optional = {key(value) for value in gold.get(f"optional_{name}", [])} - wanted
        got = {key(value) for value in predicted.get(name, [])} - optional
        return sorted(wanted - got), sorted(got - wanted), sorted(wanted & got)

    def officials(self, gold: Record, predicted: Record) -> Matching:
        """Officials paired as the same person of the same state or organization."""
        return _match(
            gold.get("officials", []),
            gold.get("optional_officials", []),
            predicted.get("officials", []),
            self._same_official,
        )

    def events(self, gold: Record, predicted: Record, *, strict: bool = False) -> Matching:
        """Events paired one to one; relaxed pairs make the sum of the overlaps of their parties largest."""
        core = [event for event in gold.get("events", []) if event.get("core", True)]
        optional = [event for event in gold.get("events", []) if not event.get("core", True)]
        weigh = self._same_event if strict else self._overlap
        return _match(core, optional, predicted.get("events", []), weigh)

    def party(self, value: str) -> str:
        """A party by which it is compared: ``JPN``, an organization's own folded name, a folded ``org:NAME``."""
        if value.startswith("org:"):
            return f"org:{fold(value[4:])}"
        folded = fold(value)
        return self.names.get(folded, folded)

    def parties(self, event: Record, *roles: str) -> frozenset[str]:
        return frozenset(self.party(value) for role in roles for value in event.get(role, []))

    def _same_official(self, gold: Record, predicted: Record) -> float:
        if self.party(gold["of"]) != self.party(predicted["of"]) or not same_person(gold["name"], predicted["name"]):
            return 0.0
        return 1.0 + _TIE_BREAK * float(gold["name"] == predicted["name"])

    def _same_event(self, gold: Record, predicted: Record) -> float:
        alike = gold["type"] == predicted["type"] and _alike(gold["status"]) == _alike(predicted["status"])
        same = all(self.parties(gold, role) == self.parties(predicted, role) for role in ("actors", "targets"))
        return 1.0 + _TIE_BREAK * _agreement(gold, predicted) if alike and same else 0.0

    def _overlap(self, gold: Record, predicted: Record) -> float:
        if gold["type"] != predicted["type"]:
            return 0.0
        ours, theirs = (self.parties(event, "actors", "targets") for event in (gold, predicted))
        jaccard = len(ours & theirs) / (len(ours | theirs) or 1)
        return jaccard + _TIE_BREAK * _agreement(gold, predicted) if jaccard >= 0.5 else 0.0

    def _slots(self, pairs: Pairs) -> Scores:
        dated = [_same_date(gold["date"], predicted.get("date")) for gold, predicted in pairs if gold.get("date")]
        placed = [
            gold["place"].casefold() == (predicted.get("place") or "").casefold()
            for gold, predicted in pairs
            if gold.get("place")
        ]
        goods, people = Count(), Count()
        for gold, predicted in pairs:
            wanted, got = set(gold.get("goods", [])), set(predicted.get("goods", []))
            goods += Count(len(wanted & got), len(got), len(wanted))
            names = [[{"name": name} for name in event.get("officials", [])] for event in (gold, predicted)]
            people += _match(names[0], [], names[1], lambda a, b: float(same_person(a["name"], b["name"]))).count
        return {
            "slot-date": Share(sum(dated), len(dated)),
            "slot-place": Share(sum(placed), len(placed)),
            "slot-status": _equal(pairs, "status"),
            "slot-goods": goods,
            "slot-officials": people,
        }


def fold(name: str) -> str:
    """A name without what spelling varies in: capitals, full stops, apostrophes, a leading "the", spaces."""
    return " ".join(re.sub("[.'’‘ʼʻ]", "", name).casefold().split()).removeprefix("the ")


def add(one: Scores, other: Scores) -> Scores:
    """The sum over two articles, for micro-averages."""
    total = dict(one)
    for name, score in other.items():
        total[name] = score if name not in total else total[name] + score  # type: ignore[operator]
    return total


def _match(
    gold: Sequence[Record],
    optional: Sequence[Record],
    predicted: Sequence[Record],
    weigh: Callable[[Record, Record], float],
) -> Matching:
    pairs = heaviest_pairs([[weigh(one, other) for other in predicted] for one in gold])
    taken = {column for _, column in pairs}
    left = [record for column, record in enumerate(predicted) if column not in taken]
    excused = {column for _, column in heaviest_pairs([[weigh(one, other) for other in left] for one in optional])}
    matched = {row for row, _ in pairs}
    return Matching(
        pairs=[(gold[row], predicted[column]) for row, column in pairs],
        missed=[record for row, record in enumerate(gold) if row not in matched],
        spurious=[record for column, record in enumerate(left) if column not in excused],
    )


def _agreement(gold: Record, predicted: Record) -> float:
    """How near two events are in what is no part of the match; from 0 to 5."""
    same = sum(bool(gold.get(slot) == predicted.get(slot)) for slot in ("status", "date", "place"))
    wanted, got = set(gold.get("goods", [])), set(predicted.get("goods", []))
    common = len(wanted & got) / len(wanted | got) if wanted | got else 1.0
    one, other = gold.get("quote") or "", predicted.get("quote") or ""
    return same + common + float(bool(one and other) and (one in other or other in one))


def _alike(status: str) -> str:
    return _ALIKE.get(status, status)


def _same_date(gold: str, predicted: str | None) -> bool:
    return bool((predicted or "")[: len(gold)] == gold)


def _equal(pairs: Pairs, slot: str) -> Share:
    return Share(sum(gold.get(slot) == predicted.get(slot) for gold, predicted in pairs), len(pairs))


def _has_evidence(event: Record, text: str | None) -> bool:
    """Whether every stretch that is said to state the event is in the text, at its place."""
    if text is None:
        return False
    stretches = [(one.get("start"), one.get("end"), one.get("quote")) for one in event.get("evidence") or [event]]
    return all(quote and None not in (start, end) and text[start:end] == quote for start, end, quote in stretches)
