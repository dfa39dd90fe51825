"""
Arrow columns of every layout posted into every kind of declared column: the same rows as SQL makes, or 400 and none.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pyarrow as pa
import pytest

from tests.durability.tools import Poster, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

TABLE: Final = """create table posted (id serial, m mood, ms mood[], v varchar(3), vs varchar(3)[], vv varchar(3)[][],
    c char(3), n numeric(5,2), ns numeric(5,2)[], ts timestamp(2), tz timestamptz(0), ti time(0), jb jsonb, jbs jsonb[],
    a addr, aa addr[], o oid, i int)"""

TEXTS: Final = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "string_view": pa.string_view(),
    "dictionary": pa.dictionary(pa.int8(), pa.string()),
    "dictionary of large": pa.dictionary(pa.uint32(), pa.large_string()),
}
ADDRESS: Final = pa.struct([("street", pa.string()), ("zip", pa.string())])

# A column, values of a text layout, and the rows that are read then; or None where the post is refused
OF_TEXTS: Final[list[tuple[str, list[Any], list[Any] | None]]] = [
    ("m", ["ok", None, "sad"], ["ok", None, "sad"]),
    ("m", ["ok", "angry"], None),
    ("m", ["ok", ""], None),
    ("v", ["abc", None, "", "ab   "], ["abc", None, "", "ab "]),
    ("v", ["äöü"], ["äöü"]),
    ("v", ["abcd"], None),
    ("c", ["a", "abc", "a     "], ["a  ", "abc", "a  "]),
    ("c", ["abcd"], None),
    ("jb", ['{"b": 1, "a": [1, 2]}', None], [{"a": [1, 2], "b": 1}, None]),
    ("jb", ["{"], None),
    ("jb", ['"\\u0000"'], None),
]
# A column, the array that is posted, and the rows; or None
OTHERS: Final[list[tuple[str, pa.Array, list[Any] | None]]] = [
    ("ms", pa.array([["ok", None], None, []], pa.list_(pa.string())), ["{ok,NULL}", None, "{}"]),
    ("ms", pa.array([["ok"]], pa.large_list(pa.large_string())), ["{ok}"]),
    ("ms", pa.array([["ok"]], pa.list_(pa.string_view())), ["{ok}"]),
    ("ms", pa.array([["ok", "sad"]], pa.list_(pa.string(), 2)), ["{ok,sad}"]),
    ("ms", pa.array([["ok", "angry"]], pa.list_(pa.string())), None),
    ("ms", pa.ListArray.from_arrays([0, 2], pa.array(["sad", "ok"]).dictionary_encode()), ["{sad,ok}"]),
    ("vs", pa.array([["abc", "ab   "], []], pa.list_(pa.string())), [["abc", "ab "], []]),
    ("vs", pa.array([["abc", "abcd"]], pa.list_(pa.string_view())), None),
    ("vs", pa.ListArray.from_arrays([0, 1], pa.array(["abcd"]).dictionary_encode()), None),
    ("vv", pa.array([[["abc", "a    "], ["b", None]], None], pa.list_(pa.list_(pa.string()))), [[["abc", "a  "], ["b", None]], None]),
    ("vv", pa.array([[["abcd"]]], pa.list_(pa.list_(pa.string()))), None),
    ("n", pa.array([Decimal("1.25"), None]), [Decimal("1.25"), None]),
    ("n", pa.array([Decimal("999.99")], pa.decimal256(60, 2)), None),
    ("n", pa.array([Decimal("1000.00")]), None),
    ("n", pa.array([1, 999], pa.int32()), None),
    ("n", pa.array([1000], pa.int64()), None),
    ("n", pa.array([Decimal("1.25")]).dictionary_encode(), [Decimal("1.25")]),
    ("ns", pa.array([[Decimal("1.25"), None]]), [[Decimal("1.25"), None]]),
    ("ns", pa.array([[Decimal("1000.25")]]), None),
    ("ts", pa.array([datetime(2024, 1, 1, 0, 0, 0, 126000)], pa.timestamp("us")), [datetime(2024, 1, 1, 0, 0, 0, 130000)]),
    ("ts", pa.array([datetime(2024, 1, 1, 0, 0, 0, 124000)], pa.timestamp("ms")), [datetime(2024, 1, 1, 0, 0, 0, 120000)]),
    ("ts", pa.array([datetime(2024, 1, 1, 0, 0, 1)], pa.timestamp("s")).dictionary_encode(), [datetime(2024, 1, 1, 0, 0, 1)]),
    ("tz", pa.array([datetime(2024, 1, 1, 0, 0, 0, 600000, UTC)], pa.timestamp("us", "UTC")), [datetime(2024, 1, 1, 0, 0, 1, tzinfo=UTC)]),
    ("ti", pa.array([time(10, 11, 12, 600000)], pa.time64("us")), [time(10, 11, 13)]),
    ("jbs", pa.array([['{"b": 1, "a": 2}', None]], pa.list_(pa.string_view())), [[{"a": 2, "b": 1}, None]]),
    ("jbs", pa.array([["{"]], pa.list_(pa.string())), None),
    ("a", pa.array([{"street": "s", "zip": "12345"}, None], ADDRESS), ["(s,12345)", None]),
    ("a", pa.array([{"street": "s", "zip": "123456"}], ADDRESS), None),
    ("a", pa.StructArray.from_arrays([pa.array(["s"]).dictionary_encode(), pa.array(["1"], pa.string_view())], ["street", "zip"]), ["(s,1)"]),
    ("aa", pa.array([[{"street": "s", "zip": None}, None], []], pa.list_(ADDRESS)), ['{"(s,)",NULL}', "{}"]),
    ("aa", pa.array([[{"street": "s", "zip": "123456"}]], pa.list_(ADDRESS)), None),
    ("o", pa.array([7, 2**32 - 1], pa.uint32()), [7, 2**32 - 1]),
    ("o", pa.array([2**32], pa.int64()), None),
    ("i", pa.array([1, None, 1], pa.int16()).dictionary_encode(), [1, None, 1]),
    ("i", pa.array([2**31], pa.int64()), None),
]  # fmt: skip
COLUMNS: Final = [
    "m",
    "ms",
    "v",
    "vs",
    "vv",
    "c",
    "n",
    "ns",
    "ts",
    "tz",
    "ti",
    "jb",
    "jbs",
    "a",
    "aa",
    "o",
    "i",
]


@pytest.fixture(scope="module")
def connection(gateway: Gateway) -> Iterator[Connection]:
    with psycopg.connect(gateway.dsn(), autocommit=True, prepare_threshold=None) as connection:
        connection.execute("set timezone = 'UTC'")
        connection.execute("create type mood as enum ('sad', 'ok', 'happy')")
        connection.execute("create type addr as (street text, zip varchar(5))")
        connection.execute(TABLE)
        yield connection


@pytest.fixture(scope="module")
def poster(connection: Connection, gateway: Gateway) -> Iterator[Poster]:
    with closing(Poster(gateway, token_for(connection, "posted"))) as poster:
        yield poster


def posted(connection: Connection, poster: Poster, column: str, array: pa.Array) -> list[Any] | None:
    """The rows that are there then; None where the post was refused."""
    connection.execute("delete from posted")
    answer = poster.post(stream(pa.table({column: array})))
    assert answer.status in (200, 400), answer.body
    found = connection.execute(f"select {column} from posted order by id").fetchall()  # type: ignore[arg-type]  # written here
    if answer.status == 400:
        assert found == []
        return None
    return [value for (value,) in found]


@pytest.mark.parametrize("layout", TEXTS)
@pytest.mark.parametrize(("column", "values", "expected"), OF_TEXTS)
def test_texts(
    connection: Connection,
    poster: Poster,
    column: str,
    values: list[Any],
    expected: list[Any] | None,
    layout: str,
) -> None:
    array = pa.array(values, TEXTS[layout])
    assert posted(connection, poster, column, array) == expected


@pytest.mark.parametrize(("column", "array", "expected"), OTHERS)
def test_others(
    connection: Connection, poster: Poster, column: str, array: pa.Array, expected: list[Any] | None
) -> None:
    assert posted(connection, poster, column, array) == expected


@pytest.mark.parametrize("column", COLUMNS)
def test_nulls(connection: Connection, poster: Poster, column: str) -> None:
    assert posted(connection, poster, column, pa.nulls(2)) == [None, None]
