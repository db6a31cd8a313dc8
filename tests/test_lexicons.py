"""Lexicons: what is read and refused, and that a user's folder reaches everything that reads one."""

import re
from collections.abc import Callable
from pathlib import Path

import made_up
import pytest
from pydantic import Field

from kg_builder import extract, language, lexicons, resources
from kg_builder.boilerplate import layout
from kg_builder.build import build
from kg_builder.cli import run
from kg_builder.effects import AssertionLexicon
from kg_builder.errors import InvalidLexicon, UsageError
from kg_builder.model import Article, Event, Fact, Tenure
from kg_builder.naming import PartyWords
from kg_builder.parse_words import ParseWords
from kg_builder.role_words import RolesLexicon
from kg_builder.sense_words import SenseWords
from kg_builder.settings import Settings
from kg_builder.slot_words import SlotWords

SHIPPED = sorted(file.stem for file in resources.path("data", "lexicons").glob("*.yaml"))
#: Decides which IRIs a store gives to whom, whatever the settings of the single build.
NOT_OVERLAID = {"name_forms"}

#: Lexicon, what the user adds, a text, what is said of it with the shipped lexicons, and with the user's.
OVERLAID = [
    (
        "states",
        "states: [{code: XFD, alpha2: XF, name: Freedonia, official: Republic of Freedonia}]",
        "Freedonia praised Chile.",
        "CHL",
        "CHL | XFD | support XFD -> CHL occurred",
    ),
    (
        "organizations",
        "organizations: [{name: Copper Circle, kind: grouping}]",
        "The Copper Circle praised Chile.",
        "CHL | copper",
        "CHL | Copper Circle | support Copper Circle -> CHL occurred",
    ),
    (
        "groups",
        "groups: [{name: Copper Front}]",
        "The Copper Front praised Chile.",
        "CHL | copper",
        "CHL | support org:Copper Front -> CHL occurred",
    ),
    (
        "goods",
        "goods: [{id: stardust, label: stardust, definition: Dust of stars., names: [stardust]}]",
        "Chile found stardust.",
        "CHL",
        "CHL | stardust",
    ),
    ("mentions", "masks: [Chile Salad]", "They ate Chile Salad.", "CHL", ""),
    ("good_contexts", "masks: [copper kettle]", "The copper kettle whistles.", "copper", ""),
    (
        "officials",
        "heads: [{phrases: [tribune], class: minister, kind: fixed}]",
        "Ana Diaz, Chile's tribune, resigned.",
        "CHL",
        "Ana Diaz, minister of CHL | CHL",
    ),
    (
        "leaders",
        "leaders: {CHL: [{name: Ana Diaz, office: president, since: 2020}]}",
        "Peru and Chile traded. President Ana Diaz spoke.",
        "CHL | PER",
        "Ana Diaz, head-of-state of CHL | CHL | PER",
    ),
    (
        "agencies",
        "agencies: {CHL: [Wonder Office]}",
        "The Wonder Office praised Peru.",
        "PER",
        "PER | support CHL -> PER occurred",
    ),
    (
        "slots",
        "occasions: [jamboree]",
        "At a jamboree in Lima, Chile praised Peru.",
        "CHL | PER | support CHL -> PER occurred",
        "CHL | PER | support CHL -> PER occurred in Lima",
    ),
    (
        "senses",
        "verbal: [sugary]",
        "Chile launched a sugary attack on Peru.",
        "CHL | PER | military CHL -> PER occurred",
        "CHL | PER | criticism CHL -> PER occurred",
    ),
    (
        "parsing",
        "judging: [lampoon]",
        "Chile lampooned a proposal to praise Peru.",
        "CHL | PER | support CHL -> PER proposed",
        "CHL | PER",
    ),
    (
        "roles",
        "objects: {trade: [lullaby]}",
        "Chile restricted lullabies from Peru.",
        "CHL | PER",
        "CHL | PER | restriction CHL -> PER occurred",
    ),
    (
        "roles",
        "consequences: [comeuppance]",
        "Chile said that Peru would face a comeuppance.",
        "CHL | PER",
        "CHL | PER | threat CHL -> PER occurred",
    ),
    (
        "linking",
        "companions: [buddy]",
        "Chile met its Peruvian buddy.",
        "CHL | PER",
        "CHL | PER | meeting CHL, PER occurred",
    ),
    (
        "assertion",
        "verbs: {clause: {plan: [itch]}}",
        "Chile itched to praise Peru.",
        "CHL | PER",
        "CHL | PER | support CHL -> PER planned",
    ),
    (
        "dates",
        "days: {ereyesterday: -2}",
        "Chile praised Peru ereyesterday.",
        "CHL | PER | support CHL -> PER occurred",
        "CHL | PER | support CHL -> PER occurred 2024-06-24",
    ),
    (
        "boilerplate",
        "lines: ['Penguin Wire: .*']",
        "Penguin Wire: Chile praised Peru.\nThe sea is blue.",
        "CHL | PER | support CHL -> PER occurred",
        "",
    ),
    *(
        (
            room,
            f"frames: [{{type: {kind}, verbs: [{verb}], actors: [{actors}], targets: [object]}}]",
            text,
            "CHL | PER",
            f"CHL | PER | {event}",
        )
        for room, kind, verb, actors, text, event in [
            ("agreements", "agreement", "click", "subject, with", "Chile clicked with Peru.", "agreement CHL, PER"),
            ("meetings", "meeting", "lunch", "subject, with", "Chile lunched with Peru.", "meeting CHL, PER"),
            ("cooperation", "cooperation", "dance", "subject, with", "Chile danced with Peru.", "cooperation CHL, PER"),
            ("assistance", "aid", "cuddle", "subject", "Chile cuddled Peru.", "aid CHL -> PER"),
            ("policies", "policy", "wave", "subject, with", "Chile waved with Peru.", "policy CHL, PER"),
            ("restrictions", "restriction", "pinch", "subject", "Chile pinched Peru.", "restriction CHL -> PER"),
            ("statements", "criticism", "tease", "subject", "Chile teased Peru.", "criticism CHL -> PER"),
            ("military", "military", "kick", "subject", "Chile kicked Peru.", "military CHL -> PER"),
        ]
        for event in [f"{event} occurred"]
    ),
]


@pytest.fixture(scope="module")
def overlay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder with an addition to every lexicon."""
    folder = tmp_path_factory.mktemp("lexicons")
    for name, added, *_ in OVERLAID:
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
            print(added, file=file)
    return folder


@pytest.fixture(scope="module")
def said(overlay: Path) -> Callable[[str, bool], str]:
    """Everything read out of a text, with the shipped lexicons or the user's."""
    return lambda text, ours: " | ".join(sorted(map(told, facts(text, Settings(lexicons=None if ours else overlay)))))


def facts(text: str, settings: Settings) -> tuple[Fact, ...]:
    article = Article("made-up.txt", text, made_up.PUBLISHED, body=tuple(layout(text, settings.lexicons).body))
    return extract.facts(next(language.docs([article], settings)))


def told(fact: Fact) -> str:
    if isinstance(fact, Event):
        return made_up.short(fact) + (f" in {fact.place}" if fact.place else "")
    if isinstance(fact, Tenure):
        return f"{fact.official.name}, {fact.office_class} of {fact.official.of.record}"
    return fact.entity.record


def test_every_lexicon_can_be_overlaid() -> None:
    assert sorted({name for name, *_ in OVERLAID} | NOT_OVERLAID) == SHIPPED


@pytest.mark.parametrize(
    ("text", "shipped", "overlaid"), [row[2:] for row in OVERLAID], ids=[name for name, *_ in OVERLAID]
)
def test_a_users_lexicon_reaches_what_reads_it(
    said: Callable[[str, bool], str], text: str, shipped: str, overlaid: str
) -> None:
    assert said(text, True) == shipped
    assert said(text, False) == overlaid


@pytest.mark.parametrize(
    "schema",
    [AssertionLexicon, ParseWords, PartyWords, RolesLexicon, SenseWords, SlotWords],
    ids=lambda schema: schema.__name__,
)
def test_every_class_of_words_is_read(schema: type[lexicons.Lexicon]) -> None:
    """Who adds a word to one that no rule looks at waits in vain."""
    package = Path(lexicons.__file__).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    assert sorted(name for name in schema.model_fields if not re.search(rf"\.{name}\b", code)) == []


class Words(lexicons.Lexicon):
    """A lexicon of our own."""

    plain: list[str]
    counted: dict[str, int] = Field(default_factory=dict)


@pytest.fixture
def small_lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | None], Words]:
    """Reads a lexicon, and what a user overlays it with."""
    folder, overlay = tmp_path / "data" / "lexicons", tmp_path / "mine"
    monkeypatch.setattr(resources, "root", lambda: tmp_path)

    def reading(shipped: str, users: str | None = None) -> Words:
        for place, content in ((folder, shipped), (overlay, users)):
            if content is not None:
                place.mkdir(parents=True)
                (place / "words.yaml").write_text(content, encoding="utf-8")
        lexicons.read.cache_clear()
        return lexicons.read("words", Words, overlay)

    return reading


@pytest.mark.parametrize(
    ("shipped", "users", "plain", "counted"),
    [
        ("plain: [a, b]", None, ["a", "b"], {}),
        ("plain: [a, b]", "plain: [c]", ["a", "b", "c"], {}),
        ("plain: [a]\ncounted: {a: 1, b: 2}", "counted: {b: 3, c: 4}", ["a"], {"a": 1, "b": 3, "c": 4}),
        ("plain: [on, off, NO, yes, 'true']", None, ["on", "off", "NO", "yes", "true"], {}),
    ],
)
def test_lists_are_appended_and_mappings_merged(
    small_lexicons: Callable[[str, str | None], Words],
    shipped: str,
    users: str | None,
    plain: list[str],
    counted: dict[str, int],
) -> None:
    assert small_lexicons(shipped, users) == Words(plain=plain, counted=counted)


@pytest.mark.parametrize(
    ("users", "message"),
    [
        ("plain: [true]", "at plain.1: "),
        ("counted: {a: many}", "at counted.a: "),
        ("wished: [a]", "at wished: "),
        ("plain: [a", "not YAML: "),
        ("plain: [a]\nplain: [b]", "not YAML: line 2: plain is there twice, put both into one"),
        ("- a", "at top: "),
        ("counted: [a]", "at counted: "),
    ],
)
def test_a_lexicon_that_breaks_its_schema_is_named_with_the_entry(
    small_lexicons: Callable[[str, str | None], Words], users: str, message: str
) -> None:
    with pytest.raises(InvalidLexicon, match=rf"mine.words\.yaml: {message}.*; mend the (entry|file)$"):
        small_lexicons("plain: [a]", users)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing: no folder of lexicons; pass another with --lexicons$"):
        lexicons.check(tmp_path / "missing")


def test_a_file_that_overlays_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    lexicons.check(tmp_path)
    (tmp_path / "restriction.yaml").touch()
    with pytest.raises(InvalidLexicon, match=r"restriction\.yaml: no lexicon has this name"):
        lexicons.check(tmp_path)


def test_a_build_refuses_a_folder_of_lexicons_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of lexicons"):
        build([resources.path("data", "articles")], tmp_path / "store", Settings(lexicons=tmp_path / "missing"))


@pytest.mark.parametrize("command", ["build", "evaluate"])
def test_the_command_line_says_so_in_one_line(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = resources.path("data", "articles" if command == "build" else "gold")
    more = ["--articles", str(resources.path("data", "articles"))] if command == "evaluate" else []
    assert run([command, str(folder), "--lexicons", "nowhere", *more]) == 2
    assert capfd.readouterr().err.splitlines() == [
        "kg-builder: nowhere: no folder of lexicons; pass another with --lexicons"
    ]
