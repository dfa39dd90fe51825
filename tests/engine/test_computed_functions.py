"""
Functions that Python computes, as the engine and the binder call them.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.errors import PgError, QueryCanceled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine


def test_their_types_are_known_to_the_binder() -> None:
    binder = Binder.open()
    (column,) = binder.cursor().columns("""select "~regexp_match"('a', 'b') as x""")
    assert column.duckdb_type == "VARCHAR[]"
    binder.close()


def test_duckdbs_own_functions_take_more_types(cursor: Cursor) -> None:
    sql = "select length('ab'::blob), length('é'), substring('abc'::blob, 2), substring('abc', 2), length([1, 2])"
    assert cursor.rows(sql) == [(2, 1, b"bc", "bc", 2)]


def test_the_overload_is_known_where_an_aggregate_is_the_argument(cursor: Cursor) -> None:
    assert cursor.rows("select length(max(x)) from (values ('a'::blob)) t(x)") == [(1,)]


def test_an_error_keeps_its_code(cursor: Cursor) -> None:
    with pytest.raises(PgError) as caught:
        cursor.rows("select unistr(x || '\\zz') from (values ('a'), (null)) t(x)")
    assert caught.value.code == "42601"


def test_texts_last(cursor: Cursor) -> None:
    """Also where COALESCE hands them on."""
    rows = cursor.rows(
        "select x, coalesce(\"~format\"('number %s of many', x), 'none') from range(5000) t(x)"
    )
    assert [text for _, text in rows] == [f"number {number} of many" for number, _ in rows]


def test_threads_call_them_at_once(engine: Engine) -> None:
    results = []

    def run() -> None:
        other = engine.cursor()
        results.append(other.rows("""select sum("~regexp_count"('a' || x, '\\d')) from range(2100) t(x)"""))
        other.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 3
    assert all(result == results[0] for result in results)


@pytest.fixture
def interrupted(cursor: Cursor) -> Iterator[Cursor]:
    timer = threading.Timer(0.2, cursor.interrupt)
    timer.start()
    yield cursor
    timer.cancel()


@pytest.mark.slow
def test_they_can_be_canceled(interrupted: Cursor) -> None:
    started = time.monotonic()
    with pytest.raises(QueryCanceled):
        interrupted.rows("""select count("~regexp_count"('a' || x, '(?=b)a')) from range(100000000) t(x)""")
    assert time.monotonic() - started < 5
