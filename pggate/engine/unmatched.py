"""
Columns of UNION and VALUES whose values PostgreSQL makes no one type of, and DuckDB texts or numbers
(PostgreSQL 15, 10.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.assignments import NOWHERE
from pggate.engine.mismatch import Mismatch, casts, kind, own_type, shown
from pggate.errors import DatatypeMismatch
from pggate.translate.columns.recursive_terms import OPERATOR as RECURSIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Node = Mapping[str, Any]

_VALUES: Final = "LOGICAL_EXPRESSION_GET"
_WORDS: Final = {_VALUES: "VALUES", RECURSIVE: "UNION"}


def unmatched(operator: Node) -> Mismatch | None:
    """
    The first such column of an operator of a plan; None of an operator that makes no columns of several.
    """
    word = _WORDS.get(operator["type"]) or operator["type"].removeprefix("LOGICAL_")
    found = (_apart(word, column) for column in zip(*_rows(operator), strict=False))
    return next((one for one in found if one is not None), None)


def _rows(operator: Node) -> Iterator[Sequence[Node]]:
    if operator["type"] == _VALUES:
        yield from operator["expressions"]
    elif "setop_all" in operator or operator["type"] == RECURSIVE:
        yield from (
            child["expressions"] for child in operator["children"] if child["type"] == "LOGICAL_PROJECTION"
        )


def _apart(word: str, column: Sequence[Node]) -> Mismatch | None:
    typed = [(one, own_type(one)) for one in column]
    known = [(one, of_type, kind(one, of_type)) for one, of_type in typed]
    firm = [row for row in known if row[2] is not None]
    other = next((row for row in firm if row[2] != firm[0][2]), None)
    if other is None:
        return None
    message = f"{word} types {shown(firm[0][1])} and {shown(other[1])} cannot be matched"
    location = other[0]["query_location"]
    place = None if location >= NOWHERE else location
    return Mismatch(DatatypeMismatch, message, None, place, casts([row[0] for row in firm]))
