"""
COPY of columns whose values are held to what they declare: labels, lengths and the binary forms of types that the
engine has under other names.  What is wrong is told with its line and column.
"""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from tests.clients.test_psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

FORMATS: Final = ["text", "csv", "binary"]

# A type, its table's one value, and what shows that it came back as it went
KEPT: Final = [
    ("mood", "ok"),
    ("mood[]", "{ok,sad,NULL}"),
    ("varchar(3)", "abc"),
    ("varchar(3)", ""),
    ("varchar(3)[]", '{abc,"",NULL}'),
    ("char(3)", "a"),
    ("char(3)[]", "{a,abc}"),
    ("oid", "4294967295"),
    ("oid[]", "{7,4294967295}"),
    ("jsonb", '{"b": 1, "a": 2}'),
    ("jsonb[]", '{"{\\"b\\": 1}",NULL}'),
    ("numeric(5,2)", "1.5"),
    ("timestamp(2)", "2024-01-01 00:00:00.126"),
    ("time(0)", "10:11:12.6"),
    ("name", "abc"),
]
# A type, a value that it has not, and its SQLSTATE
WRONG: Final = [
    ("mood", "angry", "22P02"),
    ("mood", "", "22P02"),
    ("mood[]", "{ok,angry}", "22P02"),
    ("varchar(3)", "abcd", "22001"),
    ("varchar(3)[]", "{a,abcd}", "22001"),
    ("char(3)", "abcd", "22001"),
    ("char(3)[]", "{abcd}", "22001"),
]


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True, prepare_threshold=None) as connection:
        connection.execute("create type mood as enum ('sad', 'ok', 'happy')")
        yield connection


def copied_out(connection: Connection, what: str, format_: str) -> bytes:
    with connection.cursor().copy(sql(f"copy {what} to stdout (format {format_})")) as copy:
        return b"".join(copy)


def copied_in(connection: Connection, what: str, format_: str, data: bytes) -> None:
    with connection.cursor().copy(sql(f"copy {what} from stdin (format {format_})")) as copy:
        copy.write(data)


@pytest.mark.parametrize("table", ["table", "temporary table"])
@pytest.mark.parametrize("format_", FORMATS)
def test_what_goes_out_comes_back(connection: Connection, format_: str, table: str) -> None:
    for number, (of_type, value) in enumerate(KEPT):
        if table != "table" and of_type in ("timestamp(2)", "time(0)"):
            continue  # temporary tables hold no precisions
        name = f"kept_{number}"
        connection.execute(sql(f"create {table} {name} (id int, k {of_type})"))
        connection.execute(sql(f"insert into {name} values (1, '{value}'), (2, null)"))
        before = connection.execute(sql(f"select k from {name} order by id")).fetchall()
        data = copied_out(connection, name, format_)
        copied_in(connection, name, format_, data)
        assert connection.execute(sql(f"select k from {name} order by id")).fetchall() == [
            *(before[:1] * 2),
            *(before[1:] * 2),
        ], of_type
        assert copied_out(connection, f"(select * from {name} where id = 1 limit 1)", format_) in (
            data[: data.index(b"\n") + 1] if format_ != "binary" else data[:-2].split(pack("!hii", 2, 4, 2))[0] + b"\xff\xff"
        )  # fmt: skip


def rows(connection: Connection, of_type: str, value: str, format_: str) -> bytes:
    """Two rows: NULL, and the value as no server would have sent it."""
    if format_ == "text":
        return f"1\t\\N\n2\t{value}\n".encode()
    if format_ == "csv":
        return f'1,\n2,"{value}"\n'.encode()
    cell = value.encode()
    if of_type.endswith("[]"):
        items = [item.encode() for item in value.strip("{}").split(",")]
        (oid,) = connection.execute("select oid from pg_type where typname = %s", [ELEMENTS[of_type]]).fetchone() or ()  # fmt: skip
        cell = pack("!iiIii", 1, 0, oid, len(items), 1) + b"".join(pack("!i", len(i)) + i for i in items)
    return (
        b"PGCOPY\n\xff\r\n\0" + bytes(8)
        + pack("!hiii", 2, 4, 1, -1)
        + pack("!hiii", 2, 4, 2, len(cell)) + cell
        + pack("!h", -1)
    )  # fmt: skip


ELEMENTS: Final = {"mood[]": "mood", "varchar(3)[]": "varchar", "char(3)[]": "bpchar"}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(("of_type", "value", "code"), WRONG)
def test_what_is_wrong_is_told_with_its_place(
    connection: Connection, of_type: str, value: str, code: str, format_: str
) -> None:
    connection.execute(sql(f"create table wrong (id int, k {of_type})"))
    data = rows(connection, of_type, value, format_)
    with pytest.raises(psycopg.Error) as caught:
        copied_in(connection, "wrong", format_, data)
    said = "" if format_ == "binary" else f': "{value}"'
    assert caught.value.sqlstate == code
    assert caught.value.diag.context == f"COPY wrong, line 2, column k{said}"
    assert connection.execute("select count(*) from wrong").fetchone() == (0,)


@pytest.mark.parametrize("is_own", [False, True], ids=["alone", "in the transaction that made it"])
@pytest.mark.parametrize(
    ("format_", "data", "place"),
    [
        ("text", "1\tok\tab\n2\tangry\tab\n3000\tok\tab\n", 'line 2, column m: "angry"'),
        ("text", "1\tok\tab\n2\tok\tabc\n3\tangry\tab\n", 'line 2, column v: "abc"'),
        ("text", "1\tok\tab\n2000\tangry\tabc\n", 'line 2, column n: "2000"'),
        ("text", "1\tok\tab  \n2\tangry\tabc\n", 'line 2, column m: "angry"'),
        ("text", "1\to\\\nk\tab\n", 'line 1, column m: "o\nk"'),
        ("csv", '1,ok,"a\n"\n2,"angry\n",b\n', 'line 3, column m: "angry\n"'),
    ],
)
def test_the_first_wrong_row_is_told(
    connection: Connection, format_: str, data: str, place: str, *, is_own: bool
) -> None:
    if is_own:
        connection.execute("begin")
    connection.execute("create table wrong (n numeric(3,1), m mood, v varchar(2))")
    with pytest.raises(psycopg.Error) as caught:
        copied_in(connection, "wrong", format_, data.encode())
    assert caught.value.diag.context == f"COPY wrong, {place}"


def test_a_stranger_among_many_rows(connection: Connection) -> None:
    connection.execute("create table wrong (id int, m mood)")
    many = b"".join(b"%d\t%s\n" % (row, b"angry" if row == 200_000 else b"ok") for row in range(1, 300_001))
    with pytest.raises(psycopg.errors.InvalidTextRepresentation) as caught:
        copied_in(connection, "wrong", "text", many)
    assert caught.value.diag.context == 'COPY wrong, line 200000, column m: "angry"'
    assert connection.execute("select count(*) from wrong").fetchone() == (0,)
