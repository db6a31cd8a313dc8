"""A real browser over the pages: what people do there, that they can all do it, and pictures of it for the docs.

KG_BUILDER_SCREENSHOTS=docs/pages renews the pictures in that folder.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from rdflib import Graph

from .conftest import Server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
PICTURES = os.environ.get("KG_BUILDER_SCREENSHOTS")
PAGES = {
    "start": "/",
    "search": "/search?q=minister",
    "state": "/id/state/JPN",
    "official": "/id/official/JPN/ken-saito",
    "good": "/id/good/semiconductors",
    "article": "/id/article/000.txt",
    "between": "/between?a=JPN&b=KOR",
    "questions": "/queries",
    "answer": "/queries/agreements?party=JPN",
    "sparql": "/editor",
    "failure": "/id/state/XXX",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    """A page that may ask our server alone, and whose console must stay empty."""
    context = browser.new_context(base_url=server.address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    netloc = urlsplit(server.address).netloc
    assert [one for one in asked if urlsplit(one).netloc != netloc and not one.startswith("data:")] == []
    assert [one for one in said if not one.startswith("Failed to load resource")] == []


def ready(page: Any, path: str) -> None:
    page.goto(path)
    if page.locator(".drawing").count():
        page.wait_for_selector(".drawing svg, .drawing .empty")
    if page.locator("#editor").count():
        page.wait_for_selector(".CodeMirror")


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(page: Any, name: str) -> None:
    ready(page, PAGES[name])
    if name == "sparql":
        page.click(".yasqe_queryButton")
        page.wait_for_selector(".yasr_results table")
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if PICTURES and name in {"state", "article"}:
        page.screenshot(path=str(Path(PICTURES) / f"{name}-phone.png"))
    page.set_viewport_size({"width": 1280, "height": 900})
    if not AXE.exists():
        pytest.skip("axe-core is not installed; run npm ci in tests/serve")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    serious = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in serious] == []


def test_a_person_is_found_and_leads_to_the_words(page: Any) -> None:
    page.goto("/")
    page.fill("main input[name=q]", "Saito")
    page.select_option("main select[name=type]", "official")
    page.press("main input[name=q]", "Enter")
    page.click("text=Ken Saito")
    assert page.inner_text("h1").startswith("Ken Saito")
    page.click("blockquote footer a >> nth=0")
    assert "/id/article/" in page.url
    place = page.url.partition("#")[2]
    words = page.eval_on_selector(f"[id='{place}']", "place => place.nextElementSibling.textContent")
    assert words
    assert page.locator("mark.evidence").count() > 3
    assert page.locator(".text a.mention").count() > 3


def test_the_drawing_expands_by_mouse_and_by_key(page: Any) -> None:
    ready(page, "/id/official/JPN/ken-saito")
    nodes = page.locator(".drawing g[role=button]")
    before = nodes.count()
    page.locator(".drawing g[role=button]", has_text="Japan").first.click()
    playwright.expect(nodes).not_to_have_count(before)
    between = nodes.count()
    page.locator(".drawing g[role=button][data-iri$='/state/KOR']").press("Enter")
    playwright.expect(nodes).not_to_have_count(between)
    assert "Open South Korea" in page.inner_text(".drawing .told")
    page.click(".drawing .told a")
    assert page.url.endswith("/id/state/KOR")


def test_why_something_was_inferred(page: Any) -> None:
    ready(page, "/id/state/JPN")
    page.locator(".inferred details summary").first.click()
    page.locator(".inferred details a").first.click()
    assert "inferred by" in page.inner_text("pre.why")


def test_a_query_is_run_shared_and_drawn(page: Any, server: Server) -> None:
    ready(page, "/editor")
    page.select_option("#example", label="Meetings")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr_results table")
    assert "PREFIX kgb:" in page.input_value("#share").replace("%20", " ").replace("%3A", ":")
    shared = page.input_value("#share")
    page.click(".select_drawing")
    page.wait_for_selector(".yasr_results .drawing svg g")
    page.goto(shared)
    page.wait_for_selector(".CodeMirror")
    assert "kgb:Meeting" in page.inner_text(".CodeMirror")


def test_a_question_is_answered_on_a_page(page: Any) -> None:
    page.goto("/queries")
    asked = page.locator("form[action='/queries/restrictions']")
    asked.locator("input[name=by]").fill("CHN")
    asked.locator("button").click()
    assert page.inner_text("h1") == "Restrictions"
    assert page.input_value("input[name=by]") == "CHN"
    assert "gallium" in page.inner_text("table")
    with page.expect_download() as started:
        page.click(".take a >> text=CSV")
    assert "gallium" in Path(started.value.path()).read_text(encoding="utf-8")


def test_turtle_is_taken_home(page: Any) -> None:
    ready(page, "/id/state/JPN")
    with page.expect_download() as started:
        page.click(".take a >> text=Turtle")
    assert started.value.suggested_filename == "facts.ttl"
    assert len(Graph().parse(started.value.path(), format="turtle")) > 100


def test_the_keyboard_reaches_the_content_first(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_drawing_that_cannot_be_loaded_says_so(page: Any) -> None:
    page.route("**/neighbours*", lambda route: route.fulfill(status=503, body='{"detail": "busy"}'))
    page.goto("/id/state/JPN")
    page.wait_for_selector(".drawing [role=alert]")
    assert "could not be loaded" in page.inner_text(".drawing")
