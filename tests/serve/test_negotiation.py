"""Accept headers and their q-values."""

import pytest

from kg_builder.serve.negotiation import by_form, chosen, content_type
from kg_builder.store.answers import FORMATS

ROWS, GRAPH = FORMATS["rows"], FORMATS["graph"]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "formats", "format"),
    [
        ("", ROWS, "json"),
        ("*/*", ROWS, "json"),
        ("application/sparql-results+xml", ROWS, "xml"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.4", ROWS, "csv"),
        ("text/csv; q=0.5 , text/tab-separated-values;q=0.50", ROWS, "csv"),
        ("application/sparql-results+json;q=0, */*", ROWS, "xml"),
        ("application/json;q=0.2, application/sparql-results+json;q=0, */*;q=0.1", ROWS, "json"),
        ("text/*, application/*;q=0.9", ROWS, "csv"),
        ("text/*;q=0.2, text/csv;q=0.1", ROWS, "tsv"),
        ("TEXT/CSV", ROWS, "csv"),
        ("text/csv;charset=utf-8;q=1", ROWS, "csv"),
        ("image/png", ROWS, None),
        ("text/csv;q=0", ROWS, None),
        ("text/csv;q=2", ROWS, None),
        ("text/csv;q=much", ROWS, None),
        ("nonsense", ROWS, None),
        (",;,q=1", ROWS, None),
        (BROWSER, ROWS, "xml"),
        (BROWSER, ("turtle", "html"), "html"),
        ("*/*", ("turtle", "html"), "turtle"),
        ("text/turtle", GRAPH, "turtle"),
        ("application/ld+json, text/turtle;q=0.9", GRAPH, "jsonld"),
        ("application/n-quads", GRAPH, "nq"),
        ("application/trig;q=0.8,application/rdf+xml;q=0.9", GRAPH, "rdfxml"),
        ("application/sparql-results+json", GRAPH, None),
    ],
)
def test_what_is_chosen(accept: str, formats: tuple[str, ...], format: str | None) -> None:
    assert chosen(accept, formats) == format


def test_forms_are_chosen_apart() -> None:
    accept = "text/csv, text/turtle;q=0.5"
    assert by_form(accept, None) == {"rows": "csv", "truth": None, "graph": "turtle"}
    assert by_form("image/png", "json") == {"rows": "json", "truth": "json", "graph": None}


def test_types_of_text_say_their_encoding() -> None:
    assert content_type("csv") == "text/csv; charset=utf-8"
    assert content_type("jsonld") == "application/ld+json"
