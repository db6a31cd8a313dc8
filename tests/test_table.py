"""Rows as people read them: a table where it fits, else one value under the other."""

import json

import pytest

from kg_builder.table import render

NAMES = ("date", "words", "event")
ROWS = [
    ("2024-06-26", "Norway signed a treaty with Chile on Monday, officials said", "https://example.org/event/treaty-1"),
    ("2024-06-27", "They met", None),
]


def results(rows: list[tuple[str | None, ...]]) -> bytes:
    bindings = [
        {
            name: {"type": "uri" if value.startswith("https:") else "literal", "value": value}
            for name, value in zip(NAMES, row, strict=True)
            if value is not None
        }
        for row in rows
    ]
    return json.dumps({"head": {"vars": NAMES}, "results": {"bindings": bindings}}).encode()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            52,
            " date        words                   event\n"
            " ──────────────────────────────────────────────────\n"
            " 2024-06-26  Norway signed a treaty  event:treaty-1\n"
            "             with Chile on Monday,\n"
            "             officials said\n"
            " 2024-06-27  They met\n"
            "(2 rows)\n",
        ),
        (
            44,
            "1.\n"
            "   date   2024-06-26\n"
            "   words  Norway signed a treaty with Chile\n"
            "          on Monday, officials said\n"
            "   event  event:treaty-1\n"
            "2.\n"
            "   date   2024-06-27\n"
            "   words  They met\n"
            "(2 rows)\n",
        ),
    ],
    ids=["table", "list"],
)
def test_what_a_table_would_squeeze_is_a_list(width: int, expected: str) -> None:
    assert render(results(ROWS), {"event": "https://example.org/event/"}, width) == expected


@pytest.mark.parametrize("width", [20, 80])
def test_no_rows(width: int) -> None:
    assert render(results([]), {}, width).endswith("(0 rows)\n")
