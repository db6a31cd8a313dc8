"""Parameters of named queries are terms, whatever they say."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Route

from kg_builder.errors import InvalidQuery
from kg_builder.questions import Parameter, Question, questions
from kg_builder.serve import endpoint, named, pages
from kg_builder.serve.problems import Problem
from kg_builder.vocabulary import PREFIXES

ASKED = Question(
    "one", "One", "One",
    (Parameter("x", "text", "any"), Parameter("y", "state", "any"), Parameter("z", "integer", "any")),
    "SELECT ?x ?y ?z { VALUES ?x { UNDEF } VALUES ?y { UNDEF } VALUES ?z { UNDEF } }",
)  # fmt: skip
STORE = ox.Store()


def bound(name: str, value: str) -> object:
    (row,) = STORE.query(named.text(ASKED, {name: [value]}), prefixes=dict(PREFIXES))
    others = [row[other] for other in "xyz" if other != name]
    assert others == [None, None]
    return row[name]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_text_is_one_literal(value: str) -> None:
    assert bound("x", value) == ox.Literal(value)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_an_iri_is_one_iri_or_refused(value: str) -> None:
    try:
        found = bound("y", value)
    except (InvalidQuery, SyntaxError):  # by us, or by the engine where IRIs know no such character
        return
    assert isinstance(found, ox.NamedNode)


@pytest.mark.parametrize(("value", "number"), [("2024", 2024), ("-3", -3), ("007", 7)])
def test_a_number_is_one_number(value: str, number: int) -> None:
    found = bound("z", value)
    assert isinstance(found, ox.Literal)
    assert int(found.value) == number


@pytest.mark.parametrize("value", ["1 } DROP ALL", "1e5", "٣", "", "1\n"])
def test_what_is_no_number_is_refused_or_left_out(value: str) -> None:
    if not value:
        assert "UNDEF" in named.text(ASKED, {"z": [value]})
        return
    with pytest.raises(InvalidQuery, match="not a whole number"):
        named.text(ASKED, {"z": [value]})


def test_every_route_is_described() -> None:
    served = {one.path.replace(":path", "") for one in (*endpoint.routes(), *pages.routes()) if isinstance(one, Route)}
    described = set(named.openapi()["paths"])
    asked = {path for path in described if path.startswith("/queries/")}
    assert asked == {f"/queries/{one.name}" for one in questions()}
    assert described - asked == served - {"/queries/{name}"}


def test_a_parameter_is_given_once() -> None:
    with pytest.raises(Problem, match="given 2 times"):
        named.text(ASKED, {"x": ["a", "b"]})
