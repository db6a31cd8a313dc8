"""The pages as HTML: what they tell, and that what articles say stays text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import Graph

from kg_builder.build import build
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.serve.reading import pieces
from kg_builder.serve.telling import sentence

from .conftest import Server, serving

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
EVIL = "<script>alert(1)</script>"
IMAGE = "\"'><img src=x onerror=alert(2)>"
TEXT = f"{EVIL} Japan and {IMAGE} agreed on gallium. Nothing happened.\n\n</div>{EVIL} & {{{{ 7*7 }}}} met in Oslo."


class Tags(HTMLParser):
    """Every element that a browser would make, and the text without them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(article: Article, settings: object) -> tuple[Fact, ...]:
    def words(quote: str) -> tuple[Evidence, ...]:
        start = article.text.index(quote)
        return (Evidence(start, start + len(quote), quote),)

    japan, company = Entity("state", "JPN"), Entity("company", IMAGE)
    person = Official(EVIL, japan)
    gallium = Entity("good", "gallium")
    return (
        Reference(japan, words("Japan")),
        Reference(company, words(IMAGE)),
        Tenure(person, f"minister {IMAGE}", "minister", "incumbent", words(EVIL)),
        Event(
            "agreement", (japan, company), goods=(gallium,), date="2024-01-02", name=EVIL, evidence=words("agreed on")
        ),
        Event(
            "meeting", (japan, company), officials=(person,), date="2031-01-02", place="Oslo", evidence=words("met in")
        ),
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, small_root: Path) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    (folder / "in" / "a<b>.txt").write_text(TEXT, encoding="utf-8")
    line = f'{{"article": "a<b>.txt", "published": "2024-02-01", "title": "{EVIL}", "url": "https://example.org/a?b=1&c=2"}}\n'
    (folder / "in" / "index.jsonl").write_text(line, encoding="utf-8")
    report = build([folder / "in"], folder / "store", read=read)
    assert (report.read, report.set_aside) == (1, 1), report
    with serving(folder / "store") as server:
        yield server


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/search?q={quote('<script>')}",
        f"/search?q={quote(IMAGE)}&type=company",
        "/id/article/a%3Cb%3E.txt",
        "/id/state/JPN",
        "/id/good/gallium",
        "/id/company/img-src-x-onerror-alert-2",
        "/id/official/JPN/script-alert-1-script",
        "/id/office/JPN/minister-img-src-x-onerror-alert-2",
        f"/between?a=JPN&b={quote('company:img-src-x-onerror-alert-2')}",
        f"/editor?query={quote(EVIL + IMAGE)}",
        f"/id/{quote(EVIL)}",
        f"/describe?iri={quote(EVIL)}",
        f"/nothing/{quote(EVIL)}",
        f"/between?first={quote(EVIL)}",
    ],
)
def test_what_articles_say_stays_text(hostile: Server, path: str) -> None:
    answer = hostile.get(path, Accept=HTML)
    assert answer.type == "text/html"
    assert answer.status in {200, 400, 404}
    page = Tags(answer.text)
    assert {tag for tag, _ in page.tags} >= {"html", "main", "h1"}
    for tag, attributes in page.tags:
        assert tag != "img"
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert tag != "script" or str(attributes.get("src")).startswith("/static/")
        assert not str(attributes.get("href", "")).lower().startswith("javascript")
    assert "49 met" not in page.text


def test_the_article_s_text_is_whole(hostile: Server) -> None:
    page = Tags(hostile.get("/id/article/a%3Cb%3E.txt", Accept=HTML).text)
    assert TEXT.replace("\r", "") in page.text
    assert "agreed on" in page.text
    assert "Set aside 1" in " ".join(page.text.split())


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/", ["Newest events", "agreements", "2026-01-13"]),
        ("/search?q=japan", ["Japan", "state"]),
        ("/search?q=japanese&type=state", ["Japan"]),
        ("/search?q=xyzzy", ["Nothing is called “xyzzy”"]),
        ("/search?q=semicond&type=good", ["semiconductors"]),
        ("/search?q=Saito&type=official", ["Ken Saito"]),
        ("/search", ["Write a name"]),
        ("/id/state/JPN", ["Japan", "Facts and timeline", "Inferred, not read", "agrees with", "Facts per year"]),
        ("/id/state/JPN?status=planned", ["Facts and timeline"]),
        ("/id/state/JPN?type=Threat", ["No facts here with these choices"]),
        ("/id/state/ISL", ["Iceland", "Properties"]),
        ("/id/official/JPN/ken-saito", ["Ken Saito", "industry minister", "incumbent"]),
        ("/id/good/critical-minerals", ["critical minerals", "agreement"]),
        ("/id/article/000.txt", ["Text", "agreed Wednesday", "Facts"]),
        ("/between", ["Choose two parties"]),
        ("/between?a=JPN&b=KOR", ["Japan and South Korea", "Timeline"]),
        ("/between?a=JPN&b=KOR&type=Meeting&first=2026&last=2026", ["Japan and South Korea", "meeting"]),
        ("/between?a=JPN&b=ISL", ["0 facts about both", "No facts here"]),
        ("/editor", ["SPARQL", "Agreements per good"]),
        ("/queries", ["Questions", "timeline"]),
        ("/queries/agreements?party=JPN", ["Agreements", "rows", "raw materials", "article:004.txt"]),
        ("/queries/agreements?party=ISL&good=", ["Nothing in this store answers that with these values"]),
        ("/queries/contradicted?format=html", ["Contradicted facts", "Nothing in this store answers that."]),
        ("/ontology", ["Ontology of diplomacy"]),
        ("/describe?iri=https://w3id.org/kg-builder/ontology%23agreesWith", ["agrees with"]),
    ],
)
def test_pages_tell(server: Server, path: str, told: list[str]) -> None:
    answer = server.get(path, Accept=HTML)
    assert (answer.status, answer.type) == (200, "text/html")
    text = " ".join(Tags(answer.text).text.split())
    assert [words for words in told if words not in text] == []


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/id/state/XXX", 404, "nothing in this store is called so"),
        ("/nothing", 404, "nothing here"),
        ("/between?a=JPN&b=KOR&type=Dance", 400, "Dance is none of"),
        ("/between?first=soon", 400, "no number"),
        ("/search?q=a&type=dance", 400, "dance is none of"),
        ("/describe", 400, "iri: missing"),
        ("/queries/agreements?party=a%20b", 400, "no IRI may have"),
        ("/queries/agreements?year=2024", 400, "no parameter year"),
        ("/queries/treaties", 404, "no such query"),
    ],
)
def test_faults_have_a_page(server: Server, path: str, status: int, told: str) -> None:
    answer = server.get(path, Accept=HTML)
    assert (answer.status, answer.type) == (status, "text/html")
    assert told in Tags(answer.text).text


def test_the_links_of_the_pages_lead_somewhere(server: Server) -> None:
    kinds: dict[str, list[str]] = {}
    for path in ("/", "/id/state/JPN", "/id/article/000.txt", "/between?a=JPN&b=KOR", "/search?q=minister"):
        for tag, attributes in Tags(server.get(path, Accept=HTML).text).tags:
            link = (attributes.get("href") or attributes.get("src") or "").partition("#")[0]
            if tag in {"a", "link", "script"} and link.startswith("/"):
                kinds.setdefault("/".join(link.partition("?")[0].split("/")[:3]), []).append(link)
    assert len(kinds) > 15
    found = {link for links in kinds.values() for link in links[:2]}
    assert [link for link in sorted(found) if server.get(link, Accept=HTML).status not in {200, 303}] == []


def test_what_is_shown_can_be_taken_home(server: Server) -> None:
    table = server.get("/facts?about=state:JPN&about=state:KOR&type=Agreement&format=csv")
    assert table.type == "text/csv"
    assert table.text.splitlines()[0].startswith("fact,type,date,status,actor")
    assert "agreement" in table.text
    assert "attachment" in table.headers["content-disposition"]
    triples = server.get("/facts?about=state:JPN&about=state:KOR&type=Agreement&format=turtle")
    facts = Graph().parse(data=triples.body, format="turtle")
    told = {row.split(",")[0] for row in table.text.splitlines()[1:] if row.startswith("https:")}
    assert {str(subject) for subject in facts.subjects()} >= told
    assert server.get("/facts?format=docx").status == 406


def test_neighbours(server: Server) -> None:
    found = server.get("/neighbours?iri=https://w3id.org/kg-builder/id/state/JPN").json
    names = {node["label"] for node in found["nodes"]}
    assert {"Japan", "South Korea", "semiconductors", "Ken Saito"} <= names
    assert {node["href"] for node in found["nodes"]} >= {"/id/state/KOR"}
    assert server.get("/neighbours?iri=https://example.org/x").status == 404


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("One. Japan agreed on it today. Two.", "agreed on it", "Japan ", " today."),
        ("Japan agreed.", "Japan agreed", "", "."),
        ("Head\n\nJapan agreed\n\nNext", "agreed", "Japan ", ""),
        ("“We met.” He left.", "We met", "“", ".”"),
        ("The U.S. side met. End.", "met", "side ", "."),  # an abbreviation before a small letter ends nothing
    ],
)
def test_words_stand_in_their_sentence(text: str, words: str, before: str, after: str) -> None:
    start = text.index(words)
    found = sentence(text, start, start + len(words))
    assert found[0].endswith(before)
    assert found[1].startswith(after) or found[1] == after
    assert "Two" not in found[1]
    assert "One" not in found[0]


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "word " * 200 + "agreed" + " word" * 200
    before, after = sentence(text, 1000, 1006)
    assert before.startswith("… word ")
    assert after.endswith(" word …")
    assert len(before + after) < 700


def test_overlapping_marks_lose_no_text() -> None:
    text = "Japan and Korea agreed on gallium."
    facts = [
        {"number": 1, "accounts": [{"start": "0", "end": "22"}]},
        {"number": 2, "accounts": [{"start": "10", "end": "34"}]},
    ]
    cut = pieces(text, [(0, 5, "state:JPN", "Japan"), (10, 15, "state:KOR", "Korea")], facts)
    assert "".join(piece["text"] for piece in cut) == text
    assert [(piece["text"], piece["facts"]) for piece in cut if piece["entity"]] == [("Japan", [1]), ("Korea", [1, 2])]
    assert [begin for piece in cut for begin in piece["begins"]] == ["w0-22", "w10-34"]
