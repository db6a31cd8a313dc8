"""Measures what was built against gold annotations: a table of precision, recall and F1, floors, and what went wrong.

A folder of gold holds ``NAME.json`` for each ``NAME.txt`` (docs/annotation.md); how two records compare is in
``scoring``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from kg_builder import lexicons
from kg_builder.errors import Nonconforming, UnreadableInput, UsageError
from kg_builder.gazetteer import Organizations
from kg_builder.scoring import Comparer, Count, Record, Scores, add, fold

_NOTHING: Record = {"states": [], "organizations": [], "officials": [], "goods": [], "events": []}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article: its record and the text that offsets point into."""

    record: Record
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The scores of each article and their sum."""

    articles: Mapping[str, Scores]

    @property
    def total(self) -> Scores:
        total: Scores = {}
        for scores in self.articles.values():
            total = add(total, scores)
        return total

    def render(self) -> str:
        """The table for people, a line a measure; figures are micro-averages over all articles."""
        lines = [f"{f'{len(self.articles)} articles':<20}{'P':>7}{'R':>7}{'F1':>7}   matched / predicted / gold"]
        for name, score in self.total.items():
            if isinstance(score, Count):
                figures = f"{score.precision:7.3f}{score.recall:7.3f}{score.value:7.3f}"
                lines.append(f"{name:<20}{figures}   {score.matched} / {score.predicted} / {score.gold}")
            else:
                lines.append(f"{name:<20}{'':14}{score.value:7.3f}   {score.right} of {score.total} right")
        return "\n".join(lines) + "\n"

    def as_dict(self) -> dict[str, dict[str, float]]:
        """The figures for programs: ``{"states": {"precision": .., "recall": .., "value": ..}, ..}``."""
        return {
            name: {"value": score.value}
            | ({"precision": score.precision, "recall": score.recall} if isinstance(score, Count) else {})
            for name, score in self.total.items()
        }

    def require(self, floors: Mapping[str, float]) -> None:
        """Raises Nonconforming naming each measure below its floor, UsageError where a floor names no measure."""
        total = self.total
        for name in floors:
            if name not in total:
                raise UsageError(f"floors: no measure is called {name}; take one of {', '.join(total)}")
        low = [
            f"{name} {total[name].value:.3f} < {floor:.3f}"
            for name, floor in floors.items()
            if total[name].value < floor
        ]
        if low:
            raise Nonconforming(f"accuracy below its floor: {'; '.join(low)}")


def comparer(overlay: Path | None = None) -> Comparer:
    """Compares organizations through all their names in the lexicon; ``overlay`` is the user's folder of lexicons."""
    names: dict[str, str] = {}
    for one in lexicons.read("organizations", Organizations, overlay).organizations:
        for name in (one.name, *one.names, *one.abbreviations):
            names.setdefault(fold(name), fold(one.name))
    return Comparer(names)


def evaluate(gold: Mapping[str, Gold], records: Mapping[str, Record], comparer: Comparer) -> Table:
    """Scores the predicted records, by article; an article without a record has predicted nothing."""
    return Table(
        {name: comparer.score(one.record, records.get(name, _NOTHING), one.text) for name, one in gold.items()}
    )


def read_gold(folder: Path, articles: Path | None = None) -> dict[str, Gold]:
    """The gold of a folder by article (``"000.txt"``), sorted; the texts are beside it or in ``articles``.

    Raises UnreadableInput for a folder without gold, a record that is no JSON object of ours, a missing text.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UnreadableInput(f"{folder}: holds no gold annotations; give a folder with NAME.json beside NAME.txt")
    return {file.with_suffix(".txt").name: _read(file, articles or folder) for file in files}


def read_floors(file: Path) -> dict[str, float]:
    """The least value of each measure, from YAML: ``states: 0.95``."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableInput(
            f"{file}: {' '.join(str(error).split())}; give a YAML file of measure: minimum"
        ) from error
    if not isinstance(content, dict) or not all(isinstance(floor, int | float) for floor in content.values()):
        raise UnreadableInput(f"{file}: not a mapping of measures to numbers; write lines such as states: 0.95")
    return {str(name): float(floor) for name, floor in content.items()}


def details(gold: Record, predicted: Record, comparer: Comparer) -> list[str]:
    """What a developer wants to see of one article: all that is missed, spurious, or matched but unlike in a part."""
    lines = []
    for name in ("states", "organizations", "goods"):
        missed, spurious, _ = comparer.sets(gold, predicted, name)
        lines += [f"{name}: missed {value}" for value in missed] + [f"{name}: spurious {value}" for value in spurious]
    officials = comparer.officials(gold, predicted)
    lines += [f"officials: missed {_official(official)}" for official in officials.missed]
    lines += [f"officials: spurious {_official(official)}" for official in officials.spurious]
    lines += _differences("officials", officials.pairs, ("class", "status"))
    events = comparer.events(gold, predicted)
    lines += [f"events: missed {_event(event)}" for event in events.missed]
    lines += [f"events: spurious {_event(event)}" for event in events.spurious]
    return lines + _differences(
        "events", events.pairs, ("actors", "targets", "status", "date", "place", "goods", "officials")
    )


def _differences(what: str, pairs: list[tuple[Record, Record]], slots: tuple[str, ...]) -> list[str]:
    lines = []
    for gold, predicted in pairs:
        unlike = [
            f"{slot} {_value(gold.get(slot))} not {_value(predicted.get(slot))}"
            for slot in slots
            if _value(gold.get(slot)) != _value(predicted.get(slot))
        ]
        if unlike:
            name = gold["name"] if what == "officials" else _title(gold)
            lines.append(f"{what}: {name}: should be {', '.join(unlike)}")
    return lines


def _official(official: Record) -> str:
    return f"{official['name']} ({official['of']}, {official['office']}, {official['class']}, {official['status']})"


def _event(event: Record) -> str:
    parties = " ".join([*event["actors"], "->", *event["targets"]] if event["targets"] else event["actors"])
    when = f"{event['status']}, {event.get('date')}"
    return f"{_title(event)} {parties} ({when}): {event.get('quote')}"


def _title(event: Record) -> str:
    """``e1 meeting`` for a gold event, ``meeting`` for one without an id."""
    return " ".join(part for part in (event.get("id"), event["type"]) if part)


def _value(value: object) -> str:
    return " ".join(sorted(map(str, value))) or "none" if isinstance(value, list) else str(value)


def _read(file: Path, articles: Path) -> Gold:
    text = articles / file.with_suffix(".txt").name
    try:
        record = json.loads(file.read_bytes())
        content = text.read_bytes().decode("utf-8")
    except OSError as error:
        raise UnreadableInput(
            f"{error.filename}: {error.strerror}; a gold record needs its text beside it or in --articles"
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{file}: record or text is not UTF-8; convert it") from error
    except ValueError as error:
        raise UnreadableInput(f"{file}: not JSON ({error}); mend the record") from error
    absent = sorted(_NOTHING.keys() - record.keys()) if isinstance(record, dict) else ["record"]
    if absent:
        raise UnreadableInput(f"{file}: no gold record, lacks {', '.join(absent)}; see docs/annotation.md")
    return Gold(record, content)
