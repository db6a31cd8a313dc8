"""The named queries of ``data/queries``: each a SPARQL file whose first comments say what it answers.

::

    # title: Agreements
    # description: Who agreed with whom on which goods, when, signed by whom, in which words.
    # param: party state: only agreements of this state (JPN)

A ``param`` line gives the variable, its kind (see ``sparql.term``) and its meaning. All parameters may be left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg_builder import resources, sparql
from kg_builder.errors import InvalidQuery

NAME = re.compile(r"[a-z][a-z0-9-]*")
_HEADER = re.compile(r"# (title|description|param): (.+)")
_PARAMETER = re.compile(r"(\w+) (\w+): (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question lets its asker choose."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named query."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    def usage(self) -> str:
        """Name, description and parameters, a line each, for people."""
        parameters = [f"    --param {one.name}={one.kind.upper()}  {one.meaning}" for one in self.parameters]
        return "\n".join([f"{self.name}: {self.description}", *parameters])

    def asked(self, values: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
        """The query with ``values``, as a user types them, in their places.

        Raises InvalidQuery for a parameter that the question lacks or a value that is not of its kind.
        """
        kinds = {parameter.name: parameter.kind for parameter in self.parameters}
        for name in values:
            if name not in kinds:
                raise InvalidQuery(f"{self.name}: no parameter {name}; it takes {', '.join(kinds) or 'none'}")
        return sparql.bind(
            self.text, {name: sparql.term(value, kinds[name], prefixes) for name, value in values.items()}
        )


def questions() -> Iterator[Question]:
    """Every shipped question, by name."""
    for file in sorted(resources.path("data", "queries").glob("*.rq"), key=lambda file: file.stem):
        yield _parsed(file.stem, file.read_text(encoding="utf-8"))


def question(name: str) -> Question:
    """Raises InvalidQuery, which lists the names there are."""
    known = {question.name: question for question in questions()}
    if name not in known:
        raise InvalidQuery(f"{name}: no such query; the named ones are {', '.join(known)}")
    return known[name]


def _parsed(name: str, text: str) -> Question:
    header: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        found = _HEADER.fullmatch(line)
        if found is None:
            break
        if found[1] != "param":
            header[found[1]] = found[2]
        elif parameter := _PARAMETER.fullmatch(found[2]):
            parameters.append(Parameter(*parameter.groups()))
        else:
            raise InvalidQuery(f"{name}: header line {line!r} is not '# param: NAME KIND: MEANING'; mend it")
    if set(header) != {"title", "description"}:
        raise InvalidQuery(f"{name}: needs '# title:' and '# description:' in its first lines; add them")
    return Question(name, header["title"], header["description"], tuple(parameters), text)
