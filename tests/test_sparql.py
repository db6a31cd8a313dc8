"""The text of a query: refusals with their place, parameters, and the engine's complaints made readable."""

import pytest

from kg_builder import sparql
from kg_builder.errors import InvalidQuery

PREFIXES = {"state": "http://id/state/", "kgb": "http://kgb#"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p state:JPN }",
        "PREFIX my: <http://my/> SELECT * { my:a ?p my:b }",
        "# un:known in a comment\nASK { ?s ?p 'SERVICE un:known' }",
        'ASK { ?s ?p """INSERT un:known\n""" }',
        "SELECT ?service { ?service ?p <http://un:known/SERVICE> }",
        "SELECT * { ?s ?p _:blank . ?s ?q 'x'@en-GB, 'y'^^kgb:z FILTER(?s <state:JPN || ?s> 3) }",
        "base <http://b/> construct where { ?s ?p ?o }",
        "DESCRIBE state:JPN",
        "SELECT * { ?s ?p state:a.b, state:a\\/b, state:%20x. }",
    ],
)
def test_fine(text: str) -> None:
    """No prefix and no form of these is refused: what would be, raises."""
    try:
        sparql.check(text, PREFIXES)
    except InvalidQuery as error:
        pytest.fail(f"refused a query that is fine: {error}")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("SELECT *\n{ ?s ?p sate:JPN }", "line 2, column 9: unknown prefix sate:; .* one of kgb, state"),
        ("ASK { ?s ?p 'x'^^xs:date }", "line 1, column 18: unknown prefix xs:"),
        ("SELECT * { SERVICE <http://far/> { ?s ?p ?o } }", "line 1, column 12: SERVICE would leave this machine"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE would leave this machine"),
        ("INSERT DATA { state:a state:b state:c }", "line 1, column 1: INSERT would change the store"),
        ("PREFIX a: <http://a/>\nload <http://far/>", "line 2, column 1: LOAD would change the store"),
        ("DROP ALL", "DROP would change the store"),
        ("SELEC * {}", "begins with SELEC"),
        (" # nothing\n", "empty"),
        ("", "empty"),
    ],
)
def test_refused(text: str, complaint: str) -> None:
    with pytest.raises(InvalidQuery, match=complaint):
        sparql.check(text, PREFIXES)


def test_bind_fills_each_slot_of_a_name() -> None:
    text = "SELECT * { VALUES ?good { UNDEF } { VALUES ?good {UNDEF} } VALUES ?goods { UNDEF } }"
    assert sparql.bind(text, {"good": r"'\1'"}) == (
        r"SELECT * { VALUES ?good { '\1' } { VALUES ?good {'\1'} } VALUES ?goods { UNDEF } }"
    )


def test_bind_refuses_a_name_without_slot() -> None:
    with pytest.raises(InvalidQuery, match=r"no parameter good; write VALUES \?good"):
        sparql.bind("SELECT * { ?good ?p ?o }", {"good": "1"})


@pytest.mark.parametrize(
    ("value", "kind", "term"),
    [
        ("JPN", "state", "<http://id/state/JPN>"),
        ("state:JPN", "state", "<http://id/state/JPN>"),
        ("state:JPN", "iri", "<http://id/state/JPN>"),
        ("kgb:a", "state", "<http://kgb#a>"),
        ("<http://x/y>", "iri", "<http://x/y>"),
        ("https://x/y", "any", "<https://x/y>"),
        ("2024", "integer", "2024"),
        ("2024", "any", "2024"),
        ("2024", "text", '"2024"'),
        ('say "it"\n', "text", r'"say \"it\"\n"'),
        ("Note: this", "any", '"Note: this"'),
    ],
)
def test_term(value: str, kind: str, term: str) -> None:
    assert sparql.term(value, kind, PREFIXES) == term


@pytest.mark.parametrize(
    ("value", "kind", "complaint"),
    [
        ("soon", "integer", "soon: not a whole number"),
        ("JPN", "iri", "JPN: not an IRI; .* kgb, state"),
        ("a> } #", "state", "no IRI may have"),
        ("<a b>", "iri", "no IRI may have"),
    ],
)
def test_term_refused(value: str, kind: str, complaint: str) -> None:
    with pytest.raises(InvalidQuery, match=complaint):
        sparql.term(value, kind, PREFIXES)


@pytest.mark.parametrize(
    ("text", "complaint", "told"),
    [
        (
            "SELECT * {\n ?s ?p }",
            "error at 2:8: expected one of BIND",
            "line 2, column 8: does not parse near '?s ?p }'",
        ),
        ("ASK {", "error at 1:6: expected x", "line 1, column 6: does not parse near 'ASK {'"),
        ("ASK {}", "no place", "query: no place; mend"),
    ],
)
def test_explained(text: str, complaint: str, told: str) -> None:
    assert told in str(sparql.explained(text, complaint))
