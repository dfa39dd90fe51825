"""
Functions of the gateway's own, called in SQL as the engine runs it.
"""

from __future__ import annotations

import contextlib
import itertools
from typing import TYPE_CHECKING

import pytest

from pggate.engine.functions import MARK, Function, error_in
from pggate.errors import InsufficientPrivilege, PgError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.binder import Binder
    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

NUMBERS = itertools.count()


def defined(engine: Engine, call: Callable[..., object], *parameters: str, returns: str = "VARCHAR") -> str:
    """Define it under a name of its own: the engine is shared."""
    name = f"~own{next(NUMBERS)}"
    engine.define(Function(name, parameters, returns, call))
    return name


def values(cursor: Cursor, sql: str) -> list[object]:
    with contextlib.closing(cursor.run(sql)) as result:
        batches = iter(result.next_batch, None)
        return [value for batch in batches for value in batch.column(0).to_pylist()]


def test_a_value_goes_through(engine: Engine, cursor: Cursor) -> None:
    def repeated(text: str, times: int) -> str:
        return text * times

    name = defined(engine, repeated, "VARCHAR", "BIGINT")
    assert values(cursor, f"""SELECT "{name}"('it''s ä', 2)""") == ["it's äit's ä"]
    assert values(cursor, f'SELECT "{name}"(NULL, 2)') == [None]


def test_it_runs_once_for_each_row(engine: Engine, cursor: Cursor) -> None:
    calls = itertools.count()
    name = defined(engine, lambda: next(calls), returns="BIGINT")
    assert sorted(values(cursor, f'SELECT "{name}"() FROM range(3)')) == [0, 1, 2]


@pytest.mark.parametrize(
    "message",
    [
        "plain",
        """both 'single' and "double" quotes""",
        "ümläut, 漢字, 🦆",
        'braces {"a": 1} and a backslash \\ and\na line break',
        f"{MARK} again",
    ],
)
def test_an_error_arrives_whole(engine: Engine, cursor: Cursor, message: str) -> None:
    def fail(text: str) -> str:
        raise InsufficientPrivilege(text, detail=f"detail of {text}", hint=f"hint for {text}")

    name = defined(engine, fail, "VARCHAR")
    quoted = message.replace("'", "''")
    with pytest.raises(PgError) as caught:
        values(cursor, f"SELECT \"{name}\"('{quoted}')")
    error = caught.value
    assert (error.code, error.message) == ("42501", message)
    assert (error.detail, error.hint) == (f"detail of {message}", f"hint for {message}")


def test_an_error_of_one_row_of_many(engine: Engine, cursor: Cursor) -> None:
    def odd(number: int) -> int:
        if number == 4999:
            raise PgError("no", sqlstate="22023")
        return number

    name = defined(engine, odd, "BIGINT", returns="BIGINT")
    with pytest.raises(PgError, match=r"^no$") as caught:
        values(cursor, f'SELECT "{name}"(range) FROM range(5000)')
    assert (caught.value.code, caught.value.detail, caught.value.hint) == ("22023", None, None)


def test_a_bug_is_no_error_of_the_clients(engine: Engine, cursor: Cursor) -> None:
    def broken() -> str:
        return {}["missing"]

    name = defined(engine, broken)
    with pytest.raises(PgError) as caught:
        values(cursor, f'SELECT "{name}"()')
    assert "missing" in caught.value.message


@pytest.mark.parametrize(
    "message",
    [
        "no mark",
        MARK,
        f"{MARK}nothing that can be read",
        f"{MARK}[1]",
        f"{MARK}7",
        MARK + '{"message": "and no more"}',
    ],
)
def test_what_only_looks_like_an_error_of_ours(message: str) -> None:
    assert error_in(message) is None


def test_a_value_that_holds_the_mark_is_a_value(cursor: Cursor) -> None:
    with pytest.raises(PgError, match=MARK) as caught:
        values(cursor, f"SELECT '{MARK}'::INTEGER")
    assert caught.value.code == "22P02"


def test_the_binder_binds_and_never_calls(binder: Binder, binding: BinderCursor) -> None:
    calls: list[int] = []
    binder.define(Function("~bound", ("BIGINT",), "VARCHAR", calls.append))
    (column,) = binding.columns('SELECT "~bound"(7) AS told')
    assert (column.name, column.duckdb_type) == ("told", "VARCHAR")
    assert calls == []
