"""
Cursors of SQL in a session, with everything that can come between two FETCHes.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pggate.engine.cursor import BATCH_ROWS
from pggate.errors import PgError
from pggate.wire import backend, frontend
from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

MANY = 3 * BATCH_ROWS + 100
PORTION = 2_500


def spools() -> list[str]:
    """The files that this process has open where results are set aside; they have no names."""
    targets = []
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            targets.append(str(descriptor.readlink()))
    return [target for target in targets if "/results/" in target and target.endswith("(deleted)")]


def portions(client: Client, cursor: str) -> Iterator[list[int]]:
    """What it has, PORTION rows at a time; () once at its end."""
    while rows := client.rows(f"fetch {PORTION} from {cursor}"):
        yield [int(n or 0) for (n,) in rows]


def test_every_row_of_interleaved_cursors_comes_once(session: Client) -> None:
    """Four cursors and a portal take turns, and between them rows are written, read, deleted and defined."""
    session.run("create table t (n int)", f"insert into t select i from range({MANY}) as r (i)", "begin")
    session.run(
        "declare a cursor for select n from t order by n",
        "declare b no scroll cursor with hold for select n from t order by n desc",
        "declare c scroll cursor for select -n from t order by n",
        f"declare d cursor for select n from generate_series(1, {MANY}) as s (n)",
    )
    found: dict[str, list[int]] = {name: [] for name in "abcd"}
    turns = {name: portions(session, name) for name in found}
    others = [
        "insert into t values (-1)",
        "select count(*) from t",
        "delete from t where n = -1",
        "create table u as select 1 as one",
        "drop table u",
        "savepoint s",
        "set timezone = 'Asia/Tokyo'",
        "select * from generate_series(1, 20000)",
        "release s",
    ]
    succeeded(
        session.send(
            frontend.Parse("p", "select n from t order by n", ()), frontend.Bind("p", "p", (), (), ())
        )
    )
    of_portal: list[int] = []
    for number in range(-(-MANY // PORTION) + 1):
        for name, turn in turns.items():
            found[name] += next(turn, [])
            session.run(others[number % len(others)] if name == "b" else "select 1")
        of_portal += [
            int(n or 0) for (n,) in rows_of(succeeded(session.send(frontend.Execute("p", PORTION))))
        ]
    everything = list(range(MANY))
    assert found["a"] == everything
    assert found["b"] == everything[::-1]
    assert found["c"] == [-n for n in everything]
    assert found["d"] == [n + 1 for n in everything]
    assert sorted(of_portal) == sorted({*of_portal})
    assert len(of_portal) in (MANY, MANY + 1)  # the row that was there when it was first executed, or not yet
    assert session.tag("move backward all from c") == f"MOVE {MANY}"
    session.run("commit")
    assert session.rows("fetch b") == []
    session.run("close b")
    assert spools() == []


def test_closing_frees_engine_and_spool(session: Client) -> None:
    session.run("begin", "declare c cursor for select i from range(100000) as r (i)", "fetch 10 from c")
    assert spools() == []  # nothing is set aside before it must be
    session.run("select 1")
    assert len(spools()) == 1
    session.run("close c")
    assert spools() == []
    session.run(
        "declare c cursor for select i from range(1000000000000) as r (i)", "fetch 10 from c", "close c"
    )
    assert session.value("select 42") == "42"
    session.run("declare c scroll cursor for select i from range(100000) as r (i)", "fetch 10 from c")
    assert len(spools()) == 1
    session.run("rollback")
    assert spools() == []


def test_a_held_cursor_ends_with_the_session(connect: Connect) -> None:
    client = connect()
    client.run("declare c cursor with hold for select i from range(100000) as r (i)")
    assert len(spools()) == 1
    client.session.close()
    assert spools() == []


def test_held_cursors_of_few_rows_hold_no_files(session: Client) -> None:
    session.run(
        *(f"declare c{number} cursor with hold for values ({number}), ({number})" for number in range(20))
    )
    assert spools() == []
    assert session.rows("fetch all c7") == [("7",), ("7",)]


@pytest.mark.parametrize("options", ["", "scroll"])
def test_an_older_cursor_survives_a_rollback_to_a_savepoint(session: Client, options: str) -> None:
    session.run("begin", f"declare c {options} cursor for select i from range(30000) as r (i)", "fetch 10 c")
    session.run("savepoint s")
    assert session.code("select 'x'::text::int") == "22P02"
    assert session.code("fetch c") == "25P02"
    session.run("rollback to s")
    assert session.rows("fetch c") == [("10",)]
    assert session.code("select * from generate_series(1, 10) where error('stop')::boolean") != "25P02"
    session.run("rollback to s")
    assert len(session.rows("fetch all from c")) == 30000 - 11
    session.run("rollback")


def test_an_error_of_fetch_costs_no_transaction_with_a_savepoint(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "savepoint s")
    assert session.code("fetch nowhere") == "34000"
    session.run("rollback to s", "commit")
    assert session.rows("select * from t") == [("1",)]


def test_errors_of_the_rows_come_with_the_rows(session: Client) -> None:
    sql = "select case when i < 2000000 then i else error('too far')::bigint end from range(3000000) as r (i)"
    session.run("begin", f"declare c cursor for {sql}")
    assert len(session.rows("fetch 100 from c")) == 100
    assert session.error("move all from c").message == "too far"
    assert session.status == "E"
    session.run("rollback")
    assert session.code(f"declare c cursor with hold for {sql}") == session.code("select error('too far')")
    assert session.code("fetch c") == "34000"
    session.run("begin", f"declare c cursor with hold for {sql}")
    with pytest.raises(PgError, match="too far"):
        session.run("commit")
    assert session.status == "I"
    assert session.code("fetch c") == "34000"


def test_a_fetch_that_is_suspended_has_moved_its_cursor(session: Client) -> None:
    """As PostgreSQL's, which computes all rows of a FETCH before it sends the first."""
    session.run("begin", "declare c scroll cursor for select i from range(100) as r (i)")
    replies = session.send(
        frontend.Parse("f", "fetch 10 from c", ()),
        frontend.Bind("f", "f", (), (), ()),
        frontend.Execute("f", 3),
        frontend.Sync(),
    )
    assert rows_of(succeeded(replies)) == [("0",), ("1",), ("2",)]
    assert session.rows("fetch c") == [("10",)]
    session.run("close c")
    assert rows_of(succeeded(session.send(frontend.Execute("f", 0)))) == [(str(n),) for n in range(3, 10)]
    session.run("rollback")


def test_a_portal_does_not_fetch_from_itself(session: Client) -> None:
    session.run("begin")
    replies = session.send(
        frontend.Parse("", "fetch from x", ()),
        frontend.Bind("x", "", (), (), ()),
        frontend.Execute("x"),
        frontend.Sync(),
    )
    error = error_of(replies)
    assert (error.code, error.message) == ("55000", 'portal "x" cannot be run')
    session.run("rollback")


def test_a_portal_without_rows_is_no_cursor(session: Client) -> None:
    session.run("create table t (a int)", "begin")
    succeeded(
        session.send(
            frontend.Parse("", "insert into t values (1)", ()),
            frontend.Bind("x", "", (), (), ()),
            frontend.Execute("x"),
        )
    )
    assert session.code("fetch x") == "55000"
    session.run("rollback")


def test_what_the_role_may_not_read_it_may_not_declare(session: Client, connect: Connect) -> None:
    session.run("create table secret (a int)", "create role reader login password 'x'")
    reader = connect(user="reader")
    reader.run("begin")
    assert reader.code("declare c cursor for select * from secret") == "42501"
    reader.run("rollback")
    assert reader.code("declare c cursor with hold for select * from secret") == "42501"
    session.run("drop role reader")


def test_a_read_only_transaction_has_cursors(session: Client) -> None:
    session.run("begin read only", "declare c cursor for select 1")
    assert session.rows("fetch c") == [("1",)]
    session.run("commit")


def test_close_all_in_the_extended_protocol(session: Client) -> None:
    session.run("declare c cursor with hold for select 1")
    replies = succeeded(session.extended("close all"))
    assert [m.tag for m in replies if isinstance(m, backend.CommandComplete)] == ["CLOSE CURSOR ALL"]
    assert session.code("fetch c") == "34000"


def test_pg_cursors(session: Client) -> None:
    text = "select name, statement, is_holdable, is_binary, is_scrollable from pg_cursors order by name"
    assert session.rows(text) == []
    session.run(
        "begin",
        "declare a binary scroll cursor for select 'it''s'",
        "declare b cursor with hold for select 2",
    )
    assert session.rows(text) == [
        ("a", "declare a binary scroll cursor for select 'it''s'", "f", "t", "t"),
        ("b", "declare b cursor with hold for select 2", "t", "f", "f"),
    ]
    assert (
        session.value("select bool_and(creation_time <= now() + interval 1 hour) from pg_catalog.pg_cursors")
        == "t"
    )
    session.run("commit")
    assert session.rows(text) == [("b", "declare b cursor with hold for select 2", "t", "f", "f")]
    session.run("close b")
    assert session.rows(text) == []
