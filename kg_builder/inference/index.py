"""Terms as numbers, and sets of triples of numbers that can be looked up by any of their parts.

Numbers are what makes closing fast: rdflib compares terms in Python. 0 stands for any term, a literal's number is
negative, so that "no literal is a subject" is one comparison.
"""

from collections.abc import Collection, Iterable
from typing import Final, Protocol, TypeAlias

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg_builder.inference.rules import Triple

Coded: TypeAlias = tuple[int, int, int]
#: Triples by one of their parts.
_Table: TypeAlias = dict[int, dict[Coded, None]]
_SUBJECT, _PREDICATE, _OBJECT = range(3)
ANY: Final = 0


class Terms:
    """Numbers of terms, in the order in which they are met; ``known`` are those that have one beforehand."""

    def __init__(self, known: "Terms | None" = None) -> None:
        #: IRIs as plain strings, which are compared faster than rdflib's.
        self._numbers: dict[Node | str, int] = dict(known._numbers) if known else {}
        self._terms: list[Node | None] = list(known._terms) if known else [None]

    def number(self, term: Node) -> int:
        key = str(term) if type(term) is URIRef else term
        found = self._numbers.get(key)
        if found is None:
            found = -len(self._terms) if isinstance(term, Literal) else len(self._terms)
            self._numbers[key] = found
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
        """Those with these parts; nothing may be added while they are read."""


class Index(dict[Coded, None]):
    """Triples in memory, in the order in which they came. A way to look up is made when first used, and then kept."""

    def __init__(self) -> None:
        super().__init__()
        self._of_any: dict[int, _Table] = {}
        self._tables: dict[int, dict[int, _Table]] = {ANY: self._of_any}

    def add(self, triple: Coded) -> None:
        self[triple] = None
        tables = self._tables.get(triple[1])
        if tables:
            _file(triple, tables)
        if self._of_any:
            _file(triple, self._of_any)

    def extend(self, triples: Collection[Coded]) -> None:
        self.update(dict.fromkeys(triples))
        tables = self._tables
        for triple in triples:
            if triple[1] in tables:
                _file(triple, tables[triple[1]])
            if self._of_any:
                _file(triple, self._of_any)

    def discard(self, triple: Coded) -> None:
        if triple not in self:
            return
        del self[triple]
        for predicate in (triple[1], ANY):
            for part, table in self._tables.get(predicate, {}).items():
                del table[triple[part]][triple]

    def matching(self, subject: int, predicate: int, object_: int) -> Iterable[Coded]:
        if subject and object_:
            if predicate:
                return [(subject, predicate, object_)] if (subject, predicate, object_) in self else ()
            return [triple for triple in self._with(_SUBJECT, predicate, subject) if triple[_OBJECT] == object_]
        if subject:
            return self._with(_SUBJECT, predicate, subject)
        if object_:
            return self._with(_OBJECT, predicate, object_)
        return self._with(_PREDICATE, predicate, predicate) if predicate else self

    def _with(self, part: int, predicate: int, term: int) -> Iterable[Coded]:
        """Those with ``predicate``, or any, of which that part is ``term``."""
        try:
            return self._tables[predicate][part].get(term, ())
        except KeyError:
            table: _Table = {}
            for triple in self if predicate == ANY else [triple for triple in self if triple[1] == predicate]:
                table.setdefault(triple[part], {})[triple] = None
            self._tables.setdefault(predicate, {})[part] = table
            return table.get(term, ())


def _file(triple: Coded, tables: dict[int, _Table]) -> None:
    for part, table in tables.items():
        there = table.get(triple[part])
        if there is None:
            table[triple[part]] = {triple: None}
        else:
            there[triple] = None
