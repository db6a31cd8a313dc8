"""Articles whose every line is one fact, and a reader of them that needs no language model.

``holds KOR president Han Min-seo`` and ``agreement JPN,KOR gallium 2024-05-03``; any other line is no fact. It is a
function of a module, so that workers can be given it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.settings import Settings

#: What articles of the made-up archive say, by name and version. The first line is the header with the date.
ARCHIVE: dict[str, tuple[str, ...]] = {
    "a.txt": (
        " date 2024-06-01\nThe two states told all of this.\nholds KOR president Han Min-seo\n"
        "agreement JPN,KOR gallium 2024-05-03",
        " date 2024-06-01\nThe two states told less of this.\nholds KOR president Han",
    ),
    "b.txt": (
        " date 2024-06-02\nThe other paper told it so.\nholds KOR president Han\nagreement JPN,KOR gallium 2024-05",
        " date 2024-06-02\nThe other paper told it so.\nholds KOR president Han Ji-ho\n"
        "agreement JPN,KOR gallium 2024-05-20",
    ),
    "c.txt": (
        " date 2025-06-02\nThere was a third account of that.\nholds KOR president Min-seo Han\n"
        "meeting JPN,KOR - 2024-05-03",
        " date 2025-06-02\nThere was nothing else to tell in here.",
    ),
    "d/e.txt": (
        " date 2025-07-02\nThere was a fourth account of that.\nholds KOR president Han Min Seo\n"
        "agreement JPN,KOR gallium 2024\nmeeting JPN,KOR - 2024-05-03",
        " date 2025-07-02\nThere was a fourth account of that.\nholds JPN prime-minister Mori\n"
        "agreement FRA,JPN cobalt 2025-07-01",
    ),
}


def write(folder: Path, versions: dict[str, int]) -> dict[str, int]:
    """Brings the folder to those articles in those versions, and no others."""
    for name in ARCHIVE:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if name in versions:
            file.write_text(ARCHIVE[name][versions[name]], encoding="utf-8")
    return versions


def read(article: Article, settings: Settings) -> Iterable[Fact]:
    start = 0
    for line in article.text.splitlines(keepends=True):
        words = (Evidence(start, start + len(line.rstrip("\n")), line.rstrip("\n")),)
        start += len(line)
        yield from _facts(line.split(), words)


def _facts(line: list[str], words: tuple[Evidence, ...]) -> Iterator[Fact]:
    if not line or line[0] not in ("holds", "agreement", "meeting"):
        return
    if line[0] == "holds":
        party = Entity("state", line[1])
        office = line[2].replace("-", " ")
        class_ = "head-of-state" if office == "president" else "head-of-government"
        yield Reference(party, words)
        yield Tenure(Official(" ".join(line[3:]), party), office, class_, "incumbent", words)  # type: ignore[arg-type]
        return
    parties = tuple(Entity("state", code) for code in line[1].split(","))
    goods = () if line[2] == "-" else (Entity("good", line[2]),)
    yield Event(line[0], parties, goods=goods, date=line[3], evidence=words)  # type: ignore[arg-type]
