"""
Parse, Bind, Describe, Execute, Close, Sync: in their order, out of it, and after an error.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from pggate.wire import backend, frontend
from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_a_pipeline_without_sync_between_is_one_transaction(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)")
    insert = (
        frontend.Parse("", "insert into t values ($1)", ()),
        frontend.Bind("", "", (), (b"1",), ()),
        frontend.Execute(""),
    )
    failing = frontend.Parse("", "select nope", ())
    error_of(session.send(*insert, *insert, failing, frontend.Sync()))
    assert connect().rows("select a from t") == []
    succeeded(session.send(*insert, *insert, frontend.Sync()))
    assert connect().rows("select a from t") == [("1",), ("1",)]
    assert len(session.files()) == 1


def test_an_empty_statement(session: Client) -> None:
    replies = succeeded(session.extended("  -- nothing\n"))
    assert [type(reply) for reply in replies] == [
        backend.ParseComplete,
        backend.BindComplete,
        backend.NoData,
        backend.EmptyQueryResponse,
        backend.ReadyForQuery,
    ]


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ([frontend.Bind("", "nope", (), (), ())], "26000"),
        ([frontend.Describe("S", "nope")], "26000"),
        ([frontend.Describe("P", "nope")], "34000"),
        ([frontend.Execute("nope")], "34000"),
        ([frontend.Parse("", "select 1; select 2", ())], "42601"),
        ([frontend.Parse("", "select $1::int", ()), frontend.Bind("", "", (), (), ())], "08P01"),
        ([frontend.Parse("", "select 1", ()), frontend.Bind("", "", (), (), (0, 1))], "08P01"),
        ([frontend.Parse("", "select 1", ()), frontend.Bind("", "", (), (), (7,))], "22023"),
    ],
)
def test_what_is_not_there_or_does_not_fit(
    session: Client, messages: list[frontend.Frontend], code: str
) -> None:
    assert error_of(session.send(*messages, frontend.Sync())).code == code
    assert session.rows("select 1") == [("1",)]


def test_a_failed_parse_forgets_the_unnamed_statement(session: Client) -> None:
    session.extended("select 1")
    error_of(session.send(frontend.Parse("", "select nope", ()), frontend.Sync()))
    assert error_of(session.send(frontend.Bind("", "", (), (), ()), frontend.Sync())).code == "26000"


def test_what_is_closed_is_gone_and_closing_nothing_is_fine(session: Client) -> None:
    succeeded(session.send(frontend.Parse("s", "select 1", ()), frontend.Sync()))
    succeeded(session.send(frontend.Close("S", "s"), frontend.Close("P", "nope"), frontend.Sync()))
    assert error_of(session.send(frontend.Describe("S", "s"), frontend.Sync())).code == "26000"


def test_a_row_limit_suspends(session: Client) -> None:
    replies = succeeded(
        session.send(
            frontend.Parse("", "select * from generate_series(1, 5)", ()),
            frontend.Bind("", "", (), (), ()),
            frontend.Execute("", 3),
            frontend.Execute("", 3),
            frontend.Sync(),
        )
    )
    assert rows_of(replies) == [(str(number),) for number in range(1, 6)]
    assert [type(reply) for reply in replies if not isinstance(reply, backend.DataRows)] == [
        backend.ParseComplete,
        backend.BindComplete,
        backend.PortalSuspended,
        backend.CommandComplete,
        backend.ReadyForQuery,
    ]


@pytest.mark.parametrize("change", ["add column c int", "drop column b"])
def test_what_is_read_is_altered_between_bind_and_execute(
    session: Client, connect: Connect, change: str
) -> None:
    session.run("create table t (a int, b text)", "insert into t values (1, 'x')")
    succeeded(
        session.send(
            frontend.Parse("", "select * from t", ()),
            frontend.Bind("", "", (), (), ()),
            frontend.Describe("P", ""),
        )
    )
    connect().run(f"alter table t {change}")
    error = error_of(session.send(frontend.Execute(""), frontend.Sync()))
    assert (error.code, error.message) == ("0A000", "cached plan must not change result type")
    assert rows_of(succeeded(session.extended("select a from t"))) == [("1",)]


# ---- as many parameters as a message has room for (PostgreSQL 15, 55.7: Int16) -------------------------

MOST = 65_535


def of_so_many(count: int) -> frontend.Parse:
    return frontend.Parse("", f"select 1 where 5 in ({','.join(f'${n}' for n in range(1, count + 1))})", ())


@pytest.mark.slow
def test_65535_parameters_in_text_and_in_binary(session: Client) -> None:
    succeeded(session.send(of_so_many(MOST), frontend.Sync()))
    texts = tuple(b"%d" % number for number in range(MOST))
    others = tuple(struct.pack(">i", number) for number in range(6, MOST + 6))
    for formats, values, rows in (((), texts, [("1",)]), ((1,), others, [])):
        messages = (frontend.Bind("", "", formats, values, ()), frontend.Execute(""), frontend.Sync())
        assert rows_of(succeeded(session.send(*messages))) == rows


@pytest.mark.slow
def test_more_parameters_cannot_be_bound(session: Client) -> None:
    """PostgreSQL 15 parses them, too; no Bind has a count for them."""
    succeeded(session.send(of_so_many(MOST + 1), frontend.Sync()))
    error = error_of(session.send(frontend.Bind("", "", (), (b"1",) * MOST, ()), frontend.Sync()))
    assert error.code == "08P01"
    assert error.message == (
        'bind message supplies 65535 parameters, but prepared statement "" requires 65536'
    )
