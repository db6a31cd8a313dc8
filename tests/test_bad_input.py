"""Bad input: nothing is lost, nothing is silent. Each case a clear message, and what stands beside it is still read."""

import json
import os
import sys
from pathlib import Path

import pytest

from kg_builder.articles import articles
from kg_builder.errors import UsageError
from kg_builder.model import Article, Failure
from kg_builder.settings import Settings

NEWS = "Norway and Ghana signed an agreement on lithium in Oslo on Monday, officials of both countries said.\n"
JAPANESE = "日本と韓国の首脳は水曜日に東京で会談し、重要鉱物の供給網を強化することで合意した。\n" * 3
SETTINGS = Settings(max_characters=1000)


def lines(*values: object) -> bytes:
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in values).encode()


def reads(*paths: Path, settings: Settings = SETTINGS) -> tuple[list[str], dict[str, str]]:
    """Names of the articles read, and reasons by name of what was not."""
    found = list(articles(paths, settings))
    failed = [one for one in found if isinstance(one, Failure)]
    assert len({one.article for one in failed}) == len(failed), "each failure has a name of its own"
    return [one.id for one in found if isinstance(one, Article)], {one.article: one.reason for one in failed}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty; give an article with text"),
        ("a.txt", b" \r\n\t\n\xc2\xa0", "empty; give an article with text"),
        ("a.txt", b"\xef\xbb\xbf\n", "empty; give an article with text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary, not text; convert it to text"),
        ("a.txt", b"Norway \x00 Ghana", "binary, not text; convert it to text"),
        ("a.txt", "Tromsø".encode("latin-1"), "not UTF-8 at byte 5; convert it or pass --encoding"),
        ("a.txt", NEWS.encode("utf-16"), "not UTF-8 at byte 0; convert it or pass --encoding"),
        ("a.txt", NEWS.encode() * 11, "longer than 1,000 characters; split it into its articles"),
        ("a.txt", b"a" * 10_000_000, "longer than 1,000 characters; split it into its articles"),
        ("a.txt", JAPANESE.encode(), "not in English, it seems, but in language ja; give a translation"),
        ("a.txt", "Россия и Китай подписали соглашение.".encode(), "not in English, it seems, but in language ru"),
        ("a.txt", b"Berlin und Tokio schlossen ein Abkommen.", "not in English, it seems, but in language de"),
        ("a.txt", b" date 2024-13-45 " + NEWS.encode(), "'2024-13-45' is no date; write it as 2024-06-26"),
        ("a.txt", b"Photo: Anna Berg\nRelated coverage:\n", "nothing but headers, links and credits"),
        ("a.html", b"", "no article found in the page"),
        ("a.html", b"<html><body><script>var a = 1;</script></body></html>", "no article found in the page"),
        ("a.html", b"<" * 900, "no article found in the page"),
        ("a.html", b"<meta charset=ebcdic-x><p>" + NEWS.encode(), "declares the unknown encoding ebcdic-x; convert it"),
        ("a.html", b"<meta charset='utf-8'><p>\xff", "not UTF-8 at byte 25; convert it or pass --encoding"),
    ],
)  # fmt: skip
def test_file_that_is_no_article(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(NEWS)
    read, failed = reads(tmp_path)
    assert read == ["good.txt"]
    assert list(failed) == [name]
    assert failed[name].startswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        "NARA",
        "Kishida Fumio, Yoon Suk Yeol, Xi Jinping",
        "Prime Minister Haruto Tanaka met President Park Min Jun.",
        f"{NEWS * 3}\n日本語",
    ],
)
def test_english_is_not_refused_for_its_names(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert reads(tmp_path) == (["a.txt"], {})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2: not JSON: "),
        ("[" * 100_000, "line 2: not JSON: "),
        ("[1]", "line 2: no JSON object; write one object a line"),
        ({"title": "x"}, "line 2: has no text; write"),
        ({"text": 5}, "line 2: has no text; write"),
        ({"text": " "}, "line 2: empty"),
        ({"text": "Norway \x00"}, "line 2: holds characters that no text has"),
        ({"text": "Norway \ud800"}, "line 2: holds characters that no text has"),
        ({"text": NEWS * 11}, "line 2: longer than 1,000 characters"),
        ({"text": NEWS, "published": "2024-13-45"}, "line 2: '2024-13-45' is no date"),
        ({"text": NEWS, "published": 20240626}, "line 2: published 20240626 is no text"),
        ({"text": NEWS, "url": "fjord times"}, "line 2: url 'fjord times' is no web address"),
        ({"text": NEWS, "id": "../x"}, "line 2: id '../x' is no name"),
        ({"text": NEWS, "id": "/x"}, "line 2: id '/x' is no name"),
        ({"text": NEWS, "id": ["x"]}, "line 2: id ['x'] is no name"),
        ({"text": NEWS, "id": ""}, "line 2: id '' is no name"),
        ({"text": JAPANESE}, "line 2: not in English"),
    ],
)
def test_line_that_is_no_article(tmp_path: Path, line: object, reason: str) -> None:
    (tmp_path / "wire.jsonl").write_bytes(lines({"text": NEWS}, line, {"text": NEWS}))
    read, failed = reads(tmp_path)
    assert read == ["wire.jsonl#1", "wire.jsonl#3"]
    assert list(failed) == ["wire.jsonl#2"]
    assert failed["wire.jsonl#2"].startswith(reason)


def test_line_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_bytes(lines({"text": NEWS}) + b'\n{"text": "Troms\xf8"}\n')
    read, failed = reads(tmp_path)
    assert (read, failed) == (
        ["wire.jsonl#1"],
        {"wire.jsonl#2": "line 2: not UTF-8 at byte 15; convert it"},
    )


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        ("{", "{index} line 2", "not JSON: "),
        ({"published": "2024"}, "{index} line 2", "names no article; write"),
        ({"article": 7}, "{index} line 2", "names no article; write"),
        ({"article": "a.txt"}, "{index} line 2", "names a.txt a second time; keep one line"),
        ({"article": "gone.txt"}, "gone.txt", "named in index.jsonl, but there is no such file"),
        ({"article": "../outside.txt"}, "../outside.txt", "named in index.jsonl, but there is no such file"),
        ({"article": "b.txt", "published": "2024-13-45"}, "b.txt", "{index} line 2: '2024-13-45' is no date"),
    ],
)  # fmt: skip
def test_line_of_an_index(tmp_path: Path, line: object, name: str, reason: str) -> None:
    (tmp_path / "outside.txt").write_text(NEWS)
    folder = tmp_path / "news"
    folder.mkdir()
    for file in ("a.txt", "b.txt"):
        (folder / file).write_text(NEWS)
    (folder / "index.jsonl").write_bytes(lines({"article": "a.txt"}, line))
    name, reason = (words.replace("{index}", str(folder / "index.jsonl")) for words in (name, reason))
    read, failed = reads(folder)
    assert read == (["a.txt"] if name == "b.txt" else ["a.txt", "b.txt"])
    assert list(failed) == [name]
    assert failed[name].startswith(reason)


def test_index_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "index.jsonl").write_bytes(b"\xff")
    read, failed = reads(tmp_path)
    assert (read, failed) == (["a.txt"], {str(tmp_path / "index.jsonl"): "not UTF-8 at byte 0; convert it"})


def test_paths_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text("{}")
    (tmp_path / "good.txt").write_text(NEWS)
    read, failed = reads(tmp_path / "none", tmp_path / "empty", tmp_path / "gold", tmp_path / "good.txt")
    assert read == ["good.txt"]
    assert failed[str(tmp_path / "none")] == "no such file or folder; check the path"
    for folder in ("empty", "gold"):
        assert failed[str(tmp_path / folder)].startswith("holds no articles (.htm, .html, .jsonl")


def test_two_articles_of_one_name(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(NEWS)
    (tmp_path / "wire.jsonl").write_bytes(lines({"text": NEWS, "id": "z"}, {"text": NEWS, "id": "z"}))
    wire, second = tmp_path / "wire.jsonl", str(tmp_path / "y" / "a.txt")
    read, failed = reads(tmp_path / "x", tmp_path / "y", wire)
    assert read == ["a.txt", "z"]
    assert list(failed) == [second, f"{wire} line 2"]
    assert failed[second].startswith(f"has the name a.txt, as {tmp_path / 'x' / 'a.txt'} has")
    read, failed = reads(tmp_path)
    assert (read, list(failed)) == (["z", "x/a.txt", "y/a.txt"], [f"{wire} line 2"])


def test_broken_link(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "good.txt").write_text(NEWS)
    read, failed = reads(tmp_path)
    assert (read, failed) == (
        ["good.txt"],
        {"gone.txt": "No such file or directory; check the file and its permissions"},
    )


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_without_permission(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(NEWS)
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "below").mkdir(mode=0)
    read, failed = reads(tmp_path)
    (tmp_path / "below").chmod(0o700)
    assert read == ["good.txt"]
    assert failed == {
        str(tmp_path / "below"): "Permission denied; check the folder and its permissions",
        "a.txt": "Permission denied; check the file and its permissions",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_name_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(NEWS)
    (tmp_path / "good.txt").write_text(NEWS)
    assert reads(tmp_path) == (["good.txt"], {"'a\\udcff.txt'": "the file's name is not UTF-8; rename it"})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(published="2024-13-45"), "--published: '2024-13-45' is no date"),
        (Settings(encoding="utf-9"), "--encoding: utf-9 is no known encoding"),
        (Settings(encoding="hex"), "--encoding: hex is no known encoding"),
    ],
)
def test_wrong_settings(tmp_path: Path, settings: Settings, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        list(articles([tmp_path], settings))


def test_deeply_nested_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 20_000 + NEWS)
    read, failed = reads(tmp_path, settings=Settings())
    assert read == ["a.html"] or failed["a.html"].startswith("no article found")
