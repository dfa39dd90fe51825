from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, UndefinedParameter

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


@pytest.mark.parametrize(
    ("sql", "parameters", "rows"),
    [
        ("SELECT $1::INTEGER + $1::INTEGER", [2], [(4,)]),
        ("SELECT $3, $1", ["a", "unused", "c"], [("c", "a")]),
        ("SELECT $1::INTEGER", [None], [(None,)]),
        ("SELECT 1", ["unused"], [(1,)]),
        ("SELECT $1::BIGINT[]", [[1, None]], [([1, None],)]),
        ("SELECT $1::DATE = 'infinity'::DATE", ["infinity"], [(True,)]),
        ("SELECT $1, $2", [2**63, b"\0\xff"], [(2**63, b"\0\xff")]),
        ("SELECT $10 || $1", [*"abcdefghij"], [("ja",)]),
    ],
)
def test_parameters(
    cursor: Cursor, sql: str, parameters: list[object], rows: list[tuple[object, ...]]
) -> None:
    assert cursor.rows(sql, parameters) == rows


@pytest.mark.parametrize(
    ("sql", "parameters", "sqlstate"),
    [
        ("SELECT $1", [], "42P02"),
        ("SELECT $1", None, "42P02"),
        ("SELECT $3", [1, 2], "42P02"),
        ("SELECT $name", [1], "42601"),
        ("SELECT $1::INTEGER", ["x"], "22P02"),
        ("SELECT $1", [object()], "0A000"),
        ("SELECT $1", [2**200], "22023"),
    ],
)
def test_parameters_that_fail(
    cursor: Cursor, sql: str, parameters: list[object] | None, sqlstate: str
) -> None:
    with pytest.raises(PgError) as caught:
        cursor.rows(sql, parameters)
    assert caught.value.code == sqlstate
    assert cursor.rows("SELECT 1") == [(1,)]


def test_which_parameter_is_missing(cursor: Cursor) -> None:
    with pytest.raises(UndefinedParameter, match=r"^there is no parameter \$2$"):
        cursor.run("SELECT $2", [1])
