from __future__ import annotations

import pytest

from pggate.errors import DivisionByZero, UndefinedColumn
from pggate.session.statement.analysed import Analysed, command_columns
from pggate.translate.texts.statements import split


def analysed(sql: str, ran: str | None = None) -> Analysed:
    *_, statement = split(sql)
    return Analysed(statement, statement.text if ran is None else ran)


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("explain select 1", ["QUERY PLAN"]),
        ("explain (analyze) select 1", ["QUERY PLAN"]),
        ("show all", ["name", "setting", "description"]),
        ("SHOW search_path", ["search_path"]),
        ("show TIME ZONE", ["TimeZone"]),
        ("show datestyle", ["DateStyle"]),
        ("show transaction isolation level", ["transaction_isolation"]),
        ("show my.own", ["my.own"]),
        ("set jit = on", None),
        ("begin", None),
        ("create index i on t (a)", None),
    ],
)
def test_what_a_command_returns(sql: str, names: list[str] | None) -> None:
    (statement,) = split(sql)
    columns = command_columns(statement)
    assert (columns and [column.name for column in columns]) == names


@pytest.mark.parametrize(
    ("sql", "ran", "position", "placed"),
    [
        ("select nope", None, 8, 8),
        ("select 1; select nope", None, 8, 18),
        ("select nope", None, None, 8),  # found by its name
        ("select 1; select nope", "select x, nope", 11, 18),  # the text that ran is not the client's
    ],
)
def test_an_errors_position(sql: str, ran: str | None, position: int | None, placed: int | None) -> None:
    error = UndefinedColumn('column "nope" does not exist', position=position)
    assert analysed(sql, ran).placed(error) is error
    assert error.position == placed


def test_a_position_that_is_not_the_clients_is_not_told() -> None:
    error = DivisionByZero("division by zero", position=3)
    assert analysed("select a / 0", "select x // 0").placed(error).position is None
