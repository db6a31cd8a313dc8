"""One-to-one pairs of greatest total weight: the assignment problem, solved exactly.

The method of shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; Jonker and Volgenant 1987), O(n^2 m):
a hundred records a side take milliseconds, so it needs no numeric library.
"""

from collections.abc import Sequence
from math import inf


def heaviest_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column), sorted by row, whose weights sum to the most; no row or column is in two of them.

    ``weights[row][column]`` is 0 where the two do not go together; such a pair is never returned.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in heaviest_pairs(turned))
    row_of = _assign([[-weight for weight in row] for row in weights])
    pairs = sorted((row, column) for column, row in enumerate(row_of) if row is not None)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _assign(cost: list[list[float]]) -> list[int | None]:
    """The row that each column gets when every row has one and the sum of costs is least; rows <= columns."""
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * rows, [0.0] * columns
    row_of: list[int | None] = [None] * columns
    for start in range(rows):
        slack, came_from, seen = [inf] * columns, [-1] * columns, [False] * columns
        row, column = start, -1
        while True:
            for other in range(columns):
                reduced = cost[row][other] - row_price[row] - column_price[other]
                if not seen[other] and reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
            nearest = min((other for other in range(columns) if not seen[other]), key=slack.__getitem__)
            step = slack[nearest]
            row_price[start] += step
            for other in range(columns):
                if seen[other]:
                    column_price[other] -= step
                    row_price[_taken(row_of[other])] += step
                else:
                    slack[other] -= step
            seen[nearest], column = True, nearest
            if row_of[column] is None:
                break
            row = _taken(row_of[column])
        while column >= 0:
            before = came_from[column]
            row_of[column] = start if before < 0 else row_of[before]
            column = before
    return row_of


def _taken(row: int | None) -> int:
    assert row is not None, "a column on the path has a row"
    return row
