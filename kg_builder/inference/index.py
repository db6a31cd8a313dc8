"""Terms as numbers, and sets of triples of numbers that can be looked up by any of their parts.

Numbers are what makes closing fast: rdflib compares terms in Python. 0 stands for any term, a literal's number is
negative, so that "no literal is a subject" is one comparison.
"""

from collections.abc import Iterable
from typing import Final, Protocol, TypeAlias

from rdflib import Literal
from rdflib.term import Node

from kg_builder.inference.rules import Triple

Coded: TypeAlias = tuple[int, int, int]
#: Whether the subject, whether the object is given.
_Shape: TypeAlias = tuple[bool, bool]
_Table: TypeAlias = dict[tuple[int, ...], dict[Coded, None]]
ANY: Final = 0


class Terms:
    """Numbers of terms, in the order in which they are met; ``known`` are those that have one beforehand."""

    def __init__(self, known: "Terms | None" = None) -> None:
        self._numbers: dict[Node, int] = dict(known._numbers) if known else {}
        self._terms: list[Node | None] = list(known._terms) if known else [None]

    def number(self, term: Node) -> int:
        found = self._numbers.get(term)
        if found is None:
            found = -len(self._terms) if isinstance(term, Literal) else len(self._terms)
            self._numbers[term] = found
            self._terms.append(term)
        return found

    def coded(self, triple: Triple) -> Coded:
        subject, predicate, object_ = triple
        return self.number(subject), self.number(predicate), self.number(object_)

    def term(self, number: int) -> Node:
        found = self._terms[abs(number)]
        assert found is not None
        return found

    def triple(self, coded: Coded) -> Triple:
        subject, predicate, object_ = coded
        return self.term(subject), self.term(predicate), self.term(object_)


class Known(Protocol):
    """Triples that hold, wherever they are kept."""

    def __contains__(self, triple: object, /) -> bool: ...

    def matching(self, subject: int, predicate: int, object_: int) -> Iterable[Coded]:
        """Those with these parts; what is added or taken away while they are read does not show."""


class Index(dict[Coded, None]):
    """Triples in memory, in the order in which they came. A way to look up is made when first used, and then kept."""

    def __init__(self) -> None:
        super().__init__()
        self._tables: dict[int, list[tuple[_Shape, _Table]]] = {}

    def add(self, triple: Coded) -> None:
        self[triple] = None
        for predicate in (triple[1], ANY):
            if predicate in self._tables:
                for shape, table in self._tables[predicate]:
                    table.setdefault(_given(triple, shape), {})[triple] = None

    def discard(self, triple: Coded) -> None:
        if triple not in self:
            return
        del self[triple]
        for predicate in (triple[1], ANY):
            for shape, table in self._tables.get(predicate, ()):
                del table[_given(triple, shape)][triple]

    def matching(self, subject: int, predicate: int, object_: int) -> Iterable[Coded]:
        if subject and predicate and object_:
            triple = subject, predicate, object_
            return (triple,) if triple in self else ()
        found = self._table(predicate, (subject != ANY, object_ != ANY)).get((subject, object_))
        return tuple(found) if found else ()

    def _table(self, predicate: int, wanted: _Shape) -> _Table:
        tables = self._tables.setdefault(predicate, [])
        for shape, table in tables:
            if shape == wanted:
                return table
        table = {}
        for triple in self:
            if predicate in (triple[1], ANY):
                table.setdefault(_given(triple, wanted), {})[triple] = None
        tables.append((wanted, table))
        return table


def _given(triple: Coded, shape: _Shape) -> tuple[int, int]:
    by_subject, by_object = shape
    return triple[0] if by_subject else ANY, triple[2] if by_object else ANY
