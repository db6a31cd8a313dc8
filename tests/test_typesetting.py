"""The same article set in other ways tells the same: what an archive's files differ in is not what their texts say.

The five articles that the project ships, as they are and set anew: line ends, wrapped and indented lines, spaces,
quotation marks.
"""

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from kg_builder import extract, language
from kg_builder.articles import articles
from kg_builder.model import Article, Event
from kg_builder.settings import Settings

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
#: Type, who, at whom, goods, status, day, place, then officials.
Told = tuple[object, ...]


def carriage_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in text.split("\n"))


def indented(text: str) -> str:
    return re.sub(r"(?m)^(?=\S)", "    ", text)


def spaced_at_line_ends(text: str) -> str:
    return text.replace("\n", " \n")


def two_spaces(text: str) -> str:
    return re.sub(r"(?<=[a-z]\.) (?=[A-Z])", "  ", text)


def unbroken_spaces(text: str) -> str:
    return re.sub(r"(?<=\d|\.) (?=[A-Z])", "\u00a0", text)


def straight_quotes(text: str) -> str:
    return text.translate(str.maketrans("’‘“”", "''\"\""))


def curly_quotes(text: str) -> str:
    opened = re.sub(r"(^|[\s(])'", r"\1‘", re.sub(r'(^|[\s(\[—–-])"', r"\1“", text))
    return opened.replace('"', "”").replace("'", "’")


SETTINGS = (
    carriage_returns, wrapped, indented, spaced_at_line_ends, two_spaces, unbroken_spaces, straight_quotes,
    curly_quotes,
)  # fmt: skip


def shipped() -> list[Article]:
    return [a for a in articles([ARTICLES], Settings()) if isinstance(a, Article)]


def told(article: Article) -> list[Told]:
    (doc,) = language.docs([article], Settings())
    return sorted((summary(fact) for fact in extract.facts(doc) if isinstance(fact, Event)), key=repr)


def summary(event: Event) -> Told:
    parties = (tuple(sorted(x.id for x in slot)) for slot in (event.actors, event.targets, event.goods))
    officials = sorted(official.name for official in event.officials)
    return event.type, *parties, event.status, event.date, event.place, *officials


def anew(folder: Path, article: Article, text: str) -> Article:
    """The article with another text, read from a file as users' are."""
    (folder / "a.txt").write_bytes(text.encode())
    header = {
        "article": "a.txt",
        "published": article.published,
        "title": article.title,
        "publisher": article.publisher,
    }
    (folder / "index.jsonl").write_text(json.dumps(header) + "\n")
    (found,) = articles([folder], Settings())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.__name__)
def test_set_anew_it_tells_the_same(tmp_path: Path, setting: Callable[[str], str]) -> None:
    shipped_so = 0
    for article in shipped():
        text = setting(article.text)
        shipped_so += text == article.text
        assert told(anew(tmp_path, article, text)) == told(article), article.id
    assert shipped_so < len(shipped())
