"""The rules of spaCy's attribute ruler, looked up: its Matcher tries each of nearly two hundred at each token."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, Final, TypeAlias

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc

#: What a rule that can be looked up tests of its one token.
_LOOKED_UP: Final = ("TAG", "LOWER", "DEP")
#: Of a rule its number and its name, with the first token that it fits and the one after the last.
Match: TypeAlias = tuple[int, int, int, int]
#: Numbers and names of rules by the values that they ask for.
_Table: TypeAlias = dict[tuple[int, ...], list[tuple[int, int]]]


class Rules:
    """In place of ``AttributeRuler.match``, with the same answer; the model's rules must all be there."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings: StringStore = ruler.vocab.strings
        self._others = Matcher(ruler.vocab)
        self._tables: dict[tuple[str, ...], _Table] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            if others := [pattern for pattern in patterns if not self._tabled(number, pattern)]:
                self._others.add(str(number), others)

    def __call__(self, doc: Doc) -> list[Match]:
        """By the number of the rule, since later ones go before earlier ones."""
        found = [*self._looked_up(doc)]
        if len(self._others):
            matches = self._others(doc, allow_missing=True)
            found += ((int(self._strings[name]), name, start, end) for name, start, end in matches)
        return sorted(found)

    def _looked_up(self, doc: Doc) -> Iterator[Match]:
        columns = dict(zip(_LOOKED_UP, doc.to_array(list(_LOOKED_UP)).T.tolist(), strict=True))
        for attributes, table in self._tables.items():
            for i, values in enumerate(zip(*(columns[attribute] for attribute in attributes), strict=True)):
                if values in table:
                    yield from ((number, name, i, i + 1) for number, name in table[values])

    def _tabled(self, number: int, pattern: list[dict[str, Any]]) -> bool:
        """Files a rule about one token, if it can be looked up."""
        asked = _asked(pattern[0]) if len(pattern) == 1 else None
        if asked is None:
            return False
        table = self._tables.setdefault(tuple(asked), {})
        for values in product(*asked.values()):
            rules = table.setdefault(tuple(map(self._strings.add, values)), [])
            rules.append((number, self._strings.add(str(number))))
        return True


def _asked(token: Mapping[str, Any]) -> dict[str, frozenset[str]] | None:
    """By attribute the values of which a token must have one; None for a test of another kind."""
    asked: dict[str, frozenset[str]] = {}
    for attribute, test in token.items():
        values = test.get("IN") if isinstance(test, Mapping) and len(test) == 1 else [test]
        if attribute not in _LOOKED_UP or values is None or not all(isinstance(value, str) for value in values):
            return None
        asked[attribute] = frozenset(values)
    return asked or None
