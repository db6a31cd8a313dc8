"""Frames: what triggers one, what fills its roles, what it needs, and what a lexicon of frames may hold."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from kg_builder import carriers, frames, lexicons
from kg_builder.frames import Frame, FrameLexicon, Instance
from kg_builder.role_words import RolesLexicon
from kg_builder.senses import NEEDS, joined
from kg_builder.tokens import Doc

ARCHITECTURE = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"

#: "type: trigger/verb actors -> targets status"; the trigger alone where it is the verb.
TRIGGERS = [
    ("Chile banned exports to Peru.", "restriction: banned CHL -> PER occurred"),
    ("Chile imposed a ban on Peru.", "restriction: ban/imposed CHL -> PER occurred"),
    ("Chile held a round of talks with Peru.", "meeting: talks/held CHL, PER occurred"),
    ("Talks between Chile and Peru were held in Lima.", "meeting: Talks/held CHL, PER occurred"),
    ("Chile entered into a pact with Peru.", "agreement: pact/entered CHL, PER occurred"),
    ("Peru was condemned by Chile.", "criticism: condemned CHL -> PER occurred"),
    ("Chile is concerned about Peru.", "criticism: concerned/is CHL -> PER ongoing"),
    ("Chile will sanction Peru.", "restriction: sanction CHL -> PER planned"),
    ("Chile has not condemned Peru.", "criticism: condemned CHL -> PER not-occurred"),
    ("The pact is long.", ""),
    ("Chile has a ban.", ""),
    ("Chile may have condemned Peru.", ""),
]
#: A need, a sentence that meets it, and one that tells no event for want of it.
SENSES = [
    ("parties", "Chile signed a pact with Peru.", "Chile signed a pact."),
    ("content", "Chile and Peru agreed to trade.", "Chile and Peru agreed."),
    ("target", "Chilean officials visited Peru.", "Chilean officials visited a farm."),
    ("trade-object", "Chile restricted imports from Peru.", "Chile restricted smoking."),
    ("force-object", "Chile deployed troops.", "Chile deployed a website."),
    ("weapon-object", "Chile fired missiles.", "Chile fired its coach."),
    ("person-object", "Chile hosted the Peruvian president.", "Chile hosted a festival."),
    ("organization-object", "Chile joined the OECD.", "Chile joined the fun."),
    ("together", "Chile works with Peru.", "Chile and Peru work hard."),
    ("one", "Chile adopted a law.", "The farm adopted a law."),
    ("own-measure", "Chile warned Peru that it would retaliate.", "Chile warned Peru that rain would fall."),
    ("of-restriction", "Chile announced the lifting of sanctions on Peru.", "Chile announced the lifting of weights."),
]
NESTED = [
    ("Chile and Peru agreed to launch talks.", "launch", "agreed"),
    ("Chile urged Peru to send troops to Bolivia.", "send", "urged"),
    ("Chile urged Peru to lift its ban on copper.", "ban", "urged"),
]
LIGHT = [
    ("They held talks.", "talks", ["held"]),
    ("They entered into a pact.", "pact", ["entered"]),
    ("They held a round of talks.", "talks", ["held"]),
    ("Talks held in Lima failed.", "Talks", ["failed", "held"]),
    ("They drafted and signed a pact.", "pact", ["drafted", "signed"]),
    ("The talks' end came.", "talks", []),
]


def said(instance: Instance) -> str:
    actors, targets = (
        ", ".join(sorted(party.record for party in referent.parties))
        for referent in (instance.actors, instance.targets)
    )
    trigger = instance.trigger.text if instance.trigger == instance.verb else f"{instance.trigger}/{instance.verb}"
    return f"{instance.type}: {trigger} {actors}{f' -> {targets}' if targets else ''} {instance.status}"


@pytest.mark.parametrize(("text", "expected"), TRIGGERS)
def test_triggers_and_roles(annotated: Callable[[str], Doc], text: str, expected: str) -> None:
    assert " | ".join(said(instance) for instance in annotated(text)._.frames) == expected


@pytest.mark.parametrize(("need", "met", "unmet"), SENSES, ids=[need for need, *_ in SENSES])
def test_needs(annotated: Callable[[str], Doc], need: str, met: str, unmet: str) -> None:
    assert need in NEEDS
    assert any(need in instance.frame.needs for instance in annotated(met)._.frames)
    assert [said(instance) for instance in annotated(unmet)._.frames] == []


def test_two_needs_of_one_name_are_refused() -> None:
    first, second = {"alone": bool, "verbal": bool}, {"verbal": bool}
    assert joined(first).keys() == first.keys()
    with pytest.raises(ValueError, match=r"^verbal: named in two tables of needs; rename one$"):
        joined(first, second)


@pytest.mark.parametrize(("text", "inner", "outer"), NESTED)
def test_an_act_in_anothers_content_knows_it(
    annotated: Callable[[str], Doc], text: str, inner: str, outer: str
) -> None:
    found = {instance.trigger.text: instance for instance in annotated(text)._.frames}
    of_inner = [one for one in found.values() if inner in (one.trigger.text, one.verb.text)]
    assert [one.outer.trigger.text for one in of_inner if one.outer] == [outer] * len(of_inner)
    assert found[outer].outer is None


@pytest.mark.parametrize(("text", "noun", "expected"), LIGHT)
def test_verbs_that_carry_a_noun(annotated: Callable[[str], Doc], text: str, noun: str, expected: list[str]) -> None:
    token = next(token for token in annotated(text) if token.text == noun)
    words = lexicons.read("roles", RolesLexicon)
    assert sorted({verb.text for verb in carriers.light_verbs(token, words.counting)}) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "war"},
        {"actors": ["subjects"]},
        {"targets": ["above"]},
        {"needs": ["wish"]},
        {"status": "done"},
        {"verb": ["sign"]},
        {"verbs": "sign"},
    ],
    ids=str,
)
def test_a_frame_outside_the_schema_is_refused(wrong: dict[str, Any]) -> None:
    right = {"type": "agreement", "verbs": ["sign"], "actors": ["subject"]}
    assert Frame.model_validate(right).type == "agreement"
    with pytest.raises(ValidationError):
        Frame.model_validate(right | wrong)


def documented_types() -> dict[str, set[str]]:
    rows = re.findall(r"^\| (`[a-z`, ]+`) \| ([a-z, ]+) \|$", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
    return {room: set(types.split(", ")) for names, types in rows for room in re.findall(r"\w+", names)}


@pytest.mark.parametrize("room", frames.ROOMS)
def test_a_room_tells_its_own_types_only(room: str) -> None:
    lexicon = lexicons.read(room, FrameLexicon)
    assert {frame.type for frame in lexicon.frames} == documented_types()[room]


@pytest.mark.parametrize("room", frames.ROOMS)
def test_every_frame_can_be_triggered(room: str) -> None:
    for frame in lexicons.read(room, FrameLexicon).frames:
        assert frame.verbs or frame.nouns or frame.adjectives, frame
        assert frame.nouns or not frame.light, frame
        for words in (frame.verbs, frame.nouns, frame.adjectives):
            assert len(set(words)) == len(words), frame
