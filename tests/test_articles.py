"""What the reader makes of good input: names, dates, the text as it is, and what of it is the article."""

import io
import json
import sys
from pathlib import Path

import pytest

from kg_builder.articles import articles
from kg_builder.boilerplate import layout
from kg_builder.errors import InvalidLexicon, UnreadableInput
from kg_builder.model import Article
from kg_builder.publication import iso_date
from kg_builder.settings import Settings

NEWS = "Norway and Ghana signed an agreement on lithium in Oslo on Monday, officials of both countries said.\n"
MORE = "Ministers of both countries will meet again in Accra next year to review what has been achieved so far.\n"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pact signed | Fjord Times</title>
<meta property="og:title" content="Pact signed"><meta property="og:site_name" content="Fjord Times">
<meta property="article:published_time" content="2024-06-26T10:00:00Z">
<link rel="canonical" href="https://example.org/pact"><script>var tale = "Peru invaded Chad";</script>
<style>p { color: red }</style></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Pact signed</h1><p>Norway and Ghana signed an agreement on lithium &amp; nickel in Oslo on Monday.</p>
<script>document.write("Peru banned cheese")</script>
<p>Ministers of both countries will meet again in Accra next year, officials said after the ceremony.</p>
<p>They spoke of supply chains, ports and the training of engineers, and of a fund for new mines.</p></article>
<footer>Copyright 2019 Fjord Times</footer></body></html>
"""


def read(*paths: Path, settings: Settings = Settings()) -> list[Article]:  # noqa: B008  (frozen)
    found = list(articles(paths, settings))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def body(text: str) -> str:
    return "|".join(text[start:end] for start, end in layout(text).body)


def test_shipped_articles_are_read_as_they_are() -> None:
    found = read(Path("data/articles"))
    assert [(one.id, one.published) for one in found] == [
        ("000.txt", "2024-06-26"),
        ("001.txt", "2022-07-30"),
        ("002.txt", "2026-01-13"),
        ("003.txt", "2023-04"),
        ("004.txt", "2023-03-18"),
    ]
    assert [one.text.encode() for one in found] == [Path("data/articles", one.id).read_bytes() for one in found]
    assert found[3].title == "Japan, South Korea strengthen defense, supply chain cooperation"
    assert found[4].publisher == "Bloomberg"


def test_shipped_articles_leave_their_frames_out() -> None:
    left_out = {}
    for one in read(Path("data/articles")):
        ends = [0, *(end for _, end in one.body)]
        starts = [*(start for start, _ in one.body), len(one.text)]
        gaps = (one.text[end:start] for end, start in zip(ends, starts, strict=True))
        left_out[one.id] = [" ".join(gap.split()) for gap in gaps if gap.strip()]
    assert left_out == {
        "000.txt": [
            'Related coverage: Japan, South Korea air "serious concerns" about weak yen, won '
            "Japan, U.S., South Korea to institutionalize trilateral cooperation"
        ],
        "001.txt": ["date 2022-07-30"],
        "002.txt": ["Pool photo / The Yomiuri Shimbun", "Related Tags"],
        "003.txt": [
            "Northeast AsiaPartnerships",
            "Marc Jacob Prosser",
            "Related Articles Leave a Reply Your email address will not be published. Required fields are marked * "
            "Back to top button",
        ],
        "004.txt": ["date 2023-03-18", "BLOOMBERG"],
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_keeps_its_newlines_and_byte_order_mark(tmp_path: Path, newline: str) -> None:
    content = "\ufeff" + (NEWS + MORE).replace("\n", newline)
    (tmp_path / "a.txt").write_bytes(content.encode())
    (one,) = read(tmp_path / "a.txt")
    assert one.text == content
    assert one.text[one.body[0][0] :].startswith("Norway")


def test_names_are_paths_below_the_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.TXT", ".hidden.txt", ".git/x.txt", "notes.md", "a/gold.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS)
    assert [one.id for one in read(tmp_path)] == ["a/10.TXT", "a/2.txt", "b.txt"]
    assert [one.id for one in read(tmp_path / "a" / "2.txt", tmp_path)] == ["2.txt", "a/10.TXT", "b.txt"]


def test_index_tells_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2020-01-01 " + NEWS)
    (tmp_path / "b.txt").write_text(" date 2020-01-01 " + NEWS)
    (tmp_path / "notes.md").write_text(NEWS)
    lines = [
        {
            "article": "a.txt",
            "published": "2021-02",
            "title": "T",
            "publisher": "P",
            "url": "https://x.org/a",
            "genre": "g",
        },
        {"article": "b.txt", "published": None, "title": None},
        {"article": "notes.md", "published": "2022"},
    ]
    (tmp_path / "index.jsonl").write_text("\n".join(map(json.dumps, lines)))
    a, b, notes = read(tmp_path)
    assert (a.published, a.title, a.publisher, a.url) == ("2021-02", "T", "P", "https://x.org/a")
    assert (b.published, b.title) == ("2020-01-01", None)
    assert (notes.id, notes.published) == ("notes.md", "2022")
    assert read(tmp_path / "a.txt") == [a]


def test_json_lines_are_an_article_each(tmp_path: Path) -> None:
    lines = [
        {"text": NEWS, "date": "2024-06-26T10:00:00Z", "title": "T", "tags": ["x"]},
        {"text": " date 2020-01-01 " + NEWS, "id": "wire/7", "published": "2021"},
        {"text": " date 2020-01-01 " + NEWS, "id": 8},
    ]
    (tmp_path / "wire.jsonl").write_text("\ufeff" + "\n\n".join(map(json.dumps, lines)) + "\n")
    found = read(tmp_path)
    assert [(one.id, one.published) for one in found] == [
        ("wire.jsonl#1", "2024-06-26"),
        ("wire/7", "2021"),
        ("8", "2020-01-01"),
    ]
    assert found[0].text == NEWS


def test_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "pact.html").write_text(PAGE)
    (one,) = read(tmp_path)
    assert (one.id, one.published, one.title, one.publisher) == (
        "pact.html",
        "2024-06-26",
        "Pact signed",
        "Fjord Times",
    )
    assert one.url == "https://example.org/pact"
    assert "lithium & nickel in Oslo" in one.text
    assert "Ministers of both countries" in one.text
    for absent in ("Peru", "color", "World", "2019"):
        assert absent not in one.text


def test_page_is_told_by_its_content_and_decoded_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("Oslo", "Tromsø").replace("utf-8", "iso-8859-1")
    (tmp_path / "saved").write_bytes(page.encode("iso-8859-1"))
    (one,) = read(tmp_path / "saved")
    assert "nickel in Tromsø" in one.text


def test_page_without_date_takes_none_from_its_footer(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace('content="2024-06-26T10:00:00Z"', ""))
    assert read(tmp_path)[0].published is None
    assert read(tmp_path, settings=Settings(published="2024"))[0].published == "2024"


@pytest.mark.parametrize(
    ("content", "id"),
    [(NEWS, "stdin"), (json.dumps({"text": NEWS, "id": "x"}), "x"), (json.dumps({"text": NEWS}), "stdin#1")],
)
def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, id: str) -> None:
    (tmp_path / "in").write_text(content)
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        (one,) = read(Path("-"))
    assert (one.id, one.text) == (id, NEWS)


def test_other_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(NEWS.replace("Oslo", "Tromsø").encode("utf-16"))
    (one,) = read(tmp_path, settings=Settings(encoding="utf-16"))
    assert "Tromsø" in one.text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2022-07-30 " + NEWS, "2022-07-30"),
        ("date: 2022-07\n" + NEWS, "2022-07"),
        ("Published: 30 July 2022\n\n" + NEWS, "2022-07-30"),
        ("Lithium pact signed\n\nJuly 30, 2022\n\n" + NEWS, "2022-07-30"),
        ("Lithium pact signed\nSaturday, 30th July 2022 10:15 GMT\n" + NEWS, "2022-07-30"),
        ("OSLO, July 30, 2022 (Fjord Wire) — " + NEWS, "2022-07-30"),
        ("OSLO (30 July 2022) – " + NEWS, "2022-07-30"),
        ("Oslo, Sept. 3, 2022 – " + NEWS, "2022-09-03"),
        ("OSLO, July 30 (Fjord Wire) — " + NEWS, None),
        ("February 31, 2022\n" + NEWS, None),
        (NEWS + "July 30, 2022\n", None),
        ("On July 30, 2022, the pact was signed. " + NEWS, None),
    ],
)
def test_date_of_publication_in_the_text(tmp_path: Path, text: str, published: str | None) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert read(tmp_path)[0].published == published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-06-26", "2024-06-26"),
        ("2024-6-2", "2024-06-02"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("2024-06-26T10:00:00+02:00", "2024-06-26"),
        ("26 June 2024", "2024-06-26"),
        ("June 2024", "2024-06"),
        ("Wednesday, Jun. 26th, 2024", "2024-06-26"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_dates(value: str, expected: str) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize("value", ["2024-13-45", "2023-02-29", "0000", "yesterday", "26/06/2024", "31 April 2024", ""])
def test_dates_that_are_none(value: str) -> None:
    with pytest.raises(UnreadableInput, match="is no date; write it as 2024-06-26"):
        iso_date(value)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Anna Berg/Fjord Wire",
        "Handout photo / Ministry of Trade",
        "Image copyright Getty Images",
        "(Photo by Anna Berg)",
        "Reuters/Anna Berg",
        "By Anna Berg and Kofi Mensah, Fjord Times",
        "Anna Berg, Staff Writer",
        "(Reporting by Anna Berg; Editing by Kofi Mensah)",
        "RELATED: Peru to widen its copper mines next year",
        "READ MORE: Peru to widen its copper mines",
        "Also read: Peru to widen its copper mines.",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter LinkedIn",
        "Subscribe to our newsletter for daily news from Oslo.",
        "Sign up for our newsletter to get the news of the day in your inbox.",
        "By clicking you agree to our Terms of Service and Privacy Policy.",
        "© 2024 Fjord Times. All rights reserved.",
        "Copyright 2024 Fjord Times",
        "Tags: lithium, Ghana, Norway",
        "5 min read",
        "Updated: 3 March 2024",
        "Office of the Spokesperson",
        "FOR IMMEDIATE RELEASE",
        "Begin text:",
        "###",
        "(Source: Fjord Wire)",
        "Media contact: Anna Berg, press officer, Ministry of Trade of Norway",
        "For more information: https://example.org/pact",
        "E-mail: press@example.org",
        "Tel. +47 55 55 55 55",
        "+47 (0)55 55 55 55",
        "press@example.org",
        "https://example.org/pact",
        "Advertisement",
        "Editor: Anna Berg",
        "Kofi Mensah in Accra contributed to this report.",
        "(END)",
        "==Kyodo",
        "Telephone 020 7008 3100",
        "Email newsdesk@example.org",
    ],
)
def test_lines_of_the_frame(line: str) -> None:
    text = f"{NEWS}{line}\n{MORE}"
    assert body(text) == f"{NEWS.strip()}|{MORE.strip()}"


@pytest.mark.parametrize(
    "line",
    [
        "Copyright rules adopted by Norway on Monday bar the export of its maps to Ghana, the ministry said.",
        "Images from the border show that troops of both countries have moved back, officials said on Monday.",
        "(c) strengthen cooperation on critical minerals between Norway and Ghana;",
        "Follow-up talks between Norway and Ghana are planned for March.",
        "By 2030 Norway and Ghana want to double their trade in lithium.",
        "Minister Anna Berg, right, speaks with Kofi Mensah of Ghana in Oslo on Monday.",
        "OSLO — Norway and Ghana signed a pact.",
        "Sanctions widened",
        "Statement by the Minister of Trade of Norway on the pact with Ghana",
        "Home rule for the islands was refused by Norway.",
        "The terms of use of the port were agreed by both ministers on Monday in Oslo, officials said.",
        "More ports in Ghana",
        "- lithium worth 3 billion USD",
    ],
)
def test_lines_of_the_article(line: str) -> None:
    text = f"{NEWS}{line}\n{MORE}"
    assert body(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"World > Africa\nPact Signed\nAnna Berg\n{NEWS}", f"Pact Signed|{NEWS}", id="opening"),
        pytest.param(f"Japanese\nPact Signed\n{NEWS}", f"Pact Signed\n{NEWS}", id="other language"),
        pytest.param(f"Japanese delegation arrives\n{NEWS}", None, id="no other language"),
        pytest.param(f"News | Business\nLithium pact\n{NEWS}", f"Lithium pact\n{NEWS}", id="sections"),
        pytest.param(f"Norway-Ghana Trade Talks\nOslo Summit Statement\n{NEWS}", None, id="headlines are no names"),
        pytest.param(f"Lithium pact\nAnna Berg\nSecretary of State\n{NEWS}", None, id="who speaks is no by-line"),
        pytest.param(f"Anna Berg\n\nDepartment Spokesperson\n{NEWS}", None, id="an office is no by-line"),
        pytest.param(
            f"Pact Signed\nAnna Berg\nPresident of Peru signs\n{NEWS}",
            f"Pact Signed|President of Peru signs\n{NEWS}",
            id="a by-line above a sentence",
        ),
        pytest.param(f"By Anna Berg, Acting Spokesperson\n{NEWS}", None, id="by who speaks"),
        pytest.param(f"{NEWS}Looking Beyond Oslo\n{MORE}", None, id="a heading in the middle is no by-line"),
        pytest.param(f"{NEWS}Related stories\nPeru widens mines\nChad at odds?\n{MORE}", f"{NEWS}|{MORE}", id="links"),
        pytest.param(f"Top stories\nPact signed\n{NEWS}", f"Pact signed\n{NEWS}", id="no links before the headline"),
        pytest.param(f"{NEWS}Leave a Reply\nNorway should not have signed this pact with Ghana.\n", NEWS, id="reply"),
        pytest.param(f"{NEWS}12 comments\nNorway should not have signed it.\n{MORE}", NEWS, id="comments"),
        pytest.param("Pact (READ MORE: Peru widens mines) signed.", "Pact | signed.", id="within a line"),
        pytest.param("Image copyright Reuters Image caption Berg met Mensah.", "Berg met Mensah.", id="caption"),
        pytest.param(f"{NEWS.strip()} REUTERS\n", NEWS, id="agency at the end"),
        pytest.param(f"{NEWS.strip()} REUTERS said so.\n", None, id="agency in the text"),
    ],
)
def test_body(text: str, expected: str | None) -> None:
    pieces = [piece.strip() for piece in body(text).split("|") if piece.strip()]
    assert pieces == [piece.strip() for piece in (text if expected is None else expected).split("|")]


def test_users_patterns_are_added_and_checked(tmp_path: Path) -> None:
    file = tmp_path / "boilerplate.yaml"
    file.write_text("lines: ['fjord times premium']")
    text = f"{NEWS}Fjord Times Premium\n{MORE}"
    assert len(layout(text, tmp_path).body) == 2
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "boilerplate.yaml").write_text("lines: ['fjord (']")
    with pytest.raises(InvalidLexicon, match=r"at lines\.\d+: .*not a regular expression"):
        layout(text, tmp_path / "other")


def test_standard_input_stays_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "in").write_text(NEWS)
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        read(Path("-"))
        assert not stream.closed
        assert isinstance(stream, io.TextIOWrapper)
        stream.seek(0)
        assert stream.read() == NEWS
