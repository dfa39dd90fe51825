"""
STRUCTs as composite types (pggate.struct_as): what was read goes back as a parameter or by COPY, and is the same.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.types.composite import CompositeInfo, register_composite

from tests.clients.test_asyncpg import with_connection
from tests.clients.test_psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

COLUMNS = """(id int, s struct(a integer, b varchar, c struct(d date, e decimal(5,2))),
    l struct(x varchar, y boolean)[])"""
SETUP = (
    "set pggate.struct_as = 'composite'",
    f"create table s {COLUMNS}",
    f"create table t {COLUMNS}",
    """insert into s values (1, {'a': 1, 'b': 'x, "y" \\ (z)', 'c': {'d': date '2024-01-02', 'e': 1.25}},
        [{'x': 'q,"', 'y': true}, null, {'x': null, 'y': null}, {'x': '', 'y': false}])""",
    "insert into s values (2, {'a': null, 'b': '', 'c': null}, []), (3, null, null)",
    "insert into s values (4, {'a': null, 'b': null, 'c': {'d': null, 'e': null}}, [null])",
)
TEXTS = [
    (r'(1,"x, ""y"" \\ (z)","(2024-01-02,1.25)")', r'{"(\"q,\"\"\",t)",NULL,"(,)","(\"\",f)"}'),
    ('(,"",)', "{}"),
    (None, None),
    ('(,,"(,)")', "{NULL}"),
]


@pytest.fixture
def connection(pggate: Server) -> Iterator[Connection]:
    with psycopg.connect(pggate.dsn, autocommit=True, prepare_threshold=None) as connection:
        for statement in SETUP:
            connection.execute(sql(statement))
        yield connection


def register(connection: Connection, oid: int) -> int:
    """Make psycopg know the type, and those in it; the OID of its scalar."""
    name, element = connection.execute(
        "select typname, typelem from pg_type where oid = %s", [oid]
    ).fetchone() or ("", 0)
    if element:
        return register(connection, element)
    inner = connection.execute(
        "select atttypid from pg_attribute a join pg_type t on t.oid = a.atttypid where attrelid = %s and typtype = 'c'",
        [oid],
    )
    for (attribute,) in inner.fetchall():
        register(connection, attribute)
    info = CompositeInfo.fetch(connection, name)
    assert info is not None
    assert info.oid == oid
    register_composite(info, connection)
    return oid


def test_texts(connection: Connection) -> None:
    assert connection.execute("select s, l from s order by id").fetchall() == TEXTS
    assert connection.execute("select s::text, l::text from s where id = 1").fetchall() == TEXTS[:1]


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_values(connection: Connection, *, binary: bool) -> None:
    cursor = connection.execute("select s, l from s order by id", binary=binary)
    for column in cursor.description or ():
        register(connection, column.type_code)
    first, second, third, fourth = connection.execute(
        "select s, l from s order by id", binary=binary
    ).fetchall()
    assert tuple(first[0]) == (1, 'x, "y" \\ (z)', (date(2024, 1, 2), Decimal("1.25")))
    assert first[1] == [('q,"', True), None, (None, None), ("", False)]
    assert second == ((None, "", None), [])
    assert third == (None, None)
    assert fourth == ((None, None, (None, None)), [None])


@pytest.mark.parametrize("mark", ["%s", "%b", "%t"])
def test_what_was_read_is_a_parameter(connection: Connection, mark: str) -> None:
    cursor = connection.execute("select s, l from s")
    for column in cursor.description or ():
        register(connection, column.type_code)
    rows = connection.execute("select id, s, l from s order by id").fetchall()
    for row in rows:
        connection.execute(sql(f"insert into t values ({mark}, {mark}, {mark})"), row)
    assert connection.execute("select * from t order by id").fetchall() == rows
    connection.execute(sql(f"update t set s = {mark}, l = {mark} where id = 3"), rows[0][1:])
    assert connection.execute("select s, l from t where id = 3").fetchall() == [rows[0][1:]]


@pytest.mark.parametrize("format_", ["text", "csv", "binary"])
def test_what_goes_out_by_copy_comes_back(connection: Connection, format_: str) -> None:
    with connection.cursor().copy(sql(f"copy s to stdout (format {format_})")) as copy:
        data = b"".join(copy)
    with connection.cursor().copy(sql(f"copy t from stdin (format {format_})")) as copy:
        copy.write(data)
    assert connection.execute("select s, l from t order by id").fetchall() == TEXTS


def test_by_copy_as_json_without_the_setting(connection: Connection) -> None:
    connection.execute("reset pggate.struct_as")
    rows = connection.execute("select * from s order by id").fetchall()
    with connection.cursor().copy("copy s to stdout") as copy:
        data = b"".join(copy)
    with connection.cursor().copy("copy t from stdin") as copy:
        copy.write(data)
    assert connection.execute("select * from t order by id").fetchall() == rows


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("map {'a': 1}", {"a": 1}),
        ("[map {'a': 1}]", [{"a": 1}]),
        ("union_value(k := 1)", {"k": 1}),
        ("1::variant", 1),
    ],
)
def test_what_has_no_fields_stays_json(
    connection: Connection, expression: str, expected: object, *, binary: bool
) -> None:
    cursor = connection.execute(sql(f"select {expression}"), binary=binary)
    assert [column.type_code for column in cursor.description or ()] == [114]
    assert cursor.fetchone() == (expected,)


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_json_within_a_row(connection: Connection, *, binary: bool) -> None:
    query = sql("select {'m': map {'k': 1}, 'u': union_value(v := 'z'), 'n': [[1], [2]]}")
    cursor = connection.execute(query)
    register(connection, (cursor.description or ())[0].type_code)
    (row,) = connection.execute(query, binary=binary).fetchone() or ((),)
    assert tuple(row) == ({"k": 1}, {"v": "z"}, [[1], [2]])


def test_asyncpg(pggate: Server) -> None:
    async def body(connection: Any) -> None:
        for statement in SETUP:
            await connection.execute(statement)
        rows = await connection.fetch("select * from s where id in (2, 3) order by id")
        for row in rows:
            await connection.execute("insert into t values ($1, $2, $3)", *row)
        assert await connection.fetch("select * from t order by id") == rows
        (first,) = await connection.fetch("select s, l from s where id = 1")
        assert first["s"]["c"]["e"] == Decimal("1.25")
        assert [row and tuple(row) for row in first["l"]] == [('q,"', True), None, (None, None), ("", False)]

    with_connection(pggate, body)
