"""The text of a SPARQL query: what it declares, what it uses, what we refuse, and where its parameters go.

Tokens follow SPARQL 1.1, section 19.8; the grammar itself is the engine's business.
A parameter is a variable that the query offers as ``VALUES ?good { UNDEF }``: the query means the same in every engine
when nothing is given, and a given value replaces ``UNDEF``.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from kg_builder.errors import InvalidQuery, RefusedQuery

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<string>\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<iri><[^<>"{}|^`\\\s]*>)
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<blank>_:[\w.-]+)
    |(?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:\\.|%[0-9A-Fa-f]{2}|[\w:.-])*)
    |(?P<word>[^\W\d_]\w*)
    |(?P<other>\S)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
_LOCATION = re.compile(r"error at (\d+):(\d+): ")


def check(text: str, prefixes: Mapping[str, str]) -> str:
    """The form of the query: ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``.

    Raises RefusedQuery for an update or ``SERVICE``, InvalidQuery for a prefix neither declared nor in ``prefixes``.
    """
    declared = set(prefixes)
    first: str | None = None
    previous = ""
    for kind, token, start in _tokens(text):
        if kind == "word":
            word = token.upper()
            if word == "SERVICE":
                raise RefusedQuery(
                    f"query: {_place(text, start)}: SERVICE would leave this machine; ask the store alone"
                )
            if first is None and word not in {"PREFIX", "BASE"}:
                first = word
                _check_form(word, _place(text, start))
        elif kind == "name":
            prefix = token.partition(":")[0]
            if previous == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                known = ", ".join(sorted(prefixes))
                where = _place(text, start)
                raise InvalidQuery(f"query: {where}: unknown prefix {prefix}:; declare it, or use one of {known}")
        previous = token.upper()
    if first is None:
        raise InvalidQuery("query: empty; write SELECT, ASK, CONSTRUCT or DESCRIBE")
    return first


def bind(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each value, a SPARQL term, in place of ``UNDEF`` in its ``VALUES ?name { UNDEF }``.

    Raises InvalidQuery for a name that the text does not offer so.
    """
    for name, term in values.items():
        slot = re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*\{{\s*)UNDEF(\s*\}})", re.IGNORECASE)
        text, count = slot.subn(_between(term), text)
        if not count:
            raise InvalidQuery(f"query: has no parameter {name}; write VALUES ?{name} {{ UNDEF }} where it belongs")
    return text


def term(value: str, kind: str, prefixes: Mapping[str, str]) -> str:
    """``value`` as SPARQL writes it.

    ``kind`` is ``text``, ``integer``, ``iri``, ``any`` (the value shows which of these it is), or one of ``prefixes``,
    of which the local name is then enough (``JPN`` for ``state:JPN``). Raises InvalidQuery where value and kind differ.
    """
    whole = re.fullmatch(r"-?[0-9]+", value) is not None
    iri = _iri(value, prefixes)
    if kind == "any":
        kind = "integer" if whole else "iri" if iri else "text"
    if kind == "text":
        return json.dumps(value, ensure_ascii=False)
    if kind == "integer":
        if not whole:
            raise InvalidQuery(f"{value}: not a whole number; write one such as 2024")
        return value
    if iri is None and kind in prefixes:
        iri = prefixes[kind] + value
    if iri is None:
        raise InvalidQuery(f"{value}: not an IRI; write <IRI>, or a name under one of {', '.join(sorted(prefixes))}")
    if not re.fullmatch(r"[^\x00-\x20<>\"{}|^`\\]+", iri):
        raise InvalidQuery(f"{value}: has characters that no IRI may have; percent-encode them")
    return f"<{iri}>"


def _iri(value: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI that is written as ``<IRI>``, as a prefixed name, or bare with its authority."""
    prefix, colon, local = value.partition(":")
    if value.startswith("<") and value.endswith(">"):
        return value[1:-1]
    if colon and prefix in prefixes:
        return prefixes[prefix] + local
    return value if colon and local.startswith("//") else None


def explained(text: str, complaint: str) -> InvalidQuery:
    """The engine's ``error at LINE:COLUMN: expected ...`` told with the place and the words around it."""
    found = _LOCATION.search(complaint)
    if found is None:
        return InvalidQuery(f"query: {' '.join(complaint.split())}; mend the query")
    line, column = int(found[1]), int(found[2])
    lines = text.split("\n")
    around = lines[line - 1][max(0, column - 25) : column + 15].strip() if line <= len(lines) else ""
    return InvalidQuery(f"query: line {line}, column {column}: does not parse near {around!r}; mend the query")


def _between(term: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}{term}{found[2]}"


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "comment":
            yield str(found.lastgroup), found.group(), found.start()


def _check_form(word: str, place: str) -> None:
    if word in _UPDATES:
        raise RefusedQuery(f"query: {place}: {word} would change the store; use build and remove for that")
    if word not in _FORMS:
        raise InvalidQuery(f"query: {place}: begins with {word}; write SELECT, ASK, CONSTRUCT or DESCRIBE")


def _place(text: str, start: int) -> str:
    return f"line {text.count(chr(10), 0, start) + 1}, column {start - text.rfind(chr(10), 0, start)}"
