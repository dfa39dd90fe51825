"""
Columns of temporary tables have the types that were declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow

VARCHAR, BPCHAR, NUMERIC = 1043, 1042, 1700


def types(client: Client, sql: str) -> list[tuple[int, int]]:
    return [(field.type_oid, field.typmod) for field in fields_of(client.query(sql))]


def test_as_written_and_as_made(session: Client) -> None:
    session.run("create temp table a (v varchar(3), c char(2))", "insert into a values ('x', 'y')")
    session.run("create temp table b as select v, c, 1.50 * 2 as n, 'z'::char(3) as z from a")
    assert types(session, "select * from a") == [(VARCHAR, 7), (BPCHAR, 6)]
    assert types(session, "select * from b") == [(VARCHAR, 7), (BPCHAR, 6), (NUMERIC, -1), (BPCHAR, 7)]
    assert session.rows("select c, z, z = 'z' from b") == [("y ", "z  ", "t")]


def test_altered(session: Client) -> None:
    session.run("create temp table a (v varchar(3))", "alter table a add column w varchar(5)")
    assert types(session, "select * from a") == [(VARCHAR, 7), (VARCHAR, 9)]


def test_lengths_hold(session: Client) -> None:
    session.run("create temp table a (v varchar(3), c char(2), l varchar(2)[])")
    for wrong in (
        "insert into a (v) values ('abcd')",
        "insert into a (v) values ('x'), ('abcd')",
        "insert into a (c) select 'abc'",
        "insert into a (l) values ('{abc}')",
        "insert into a (v) values ('abcd') returning v",
        "with q as (insert into a (v) values ('abcd') returning v) select v from q",
    ):
        assert session.code(wrong) == "22001"
    assert session.rows("select * from a") == []
    session.run("insert into a values ('abc  ', 'x', '{ab}')")
    assert session.rows("select length(v), c from a") == [("3", "x ")]
    assert session.code("update a set v = 'abcd'") == "22001"
    session.run("begin", "update a set v = 'ab   '", "commit")
    assert session.rows("select v || '|' from a") == [("ab |",)]


def test_moments_are_rounded(session: Client) -> None:
    session.run("create temp table a (t timestamp(1), u timestamptz(0), w time(2), s timestamp(0))")
    session.run(
        "insert into a values ('2024-01-01 10:00:00.77', '2024-01-01 10:00:00.5+00', '10:00:00.125', "
        "'2024-01-01 10:00:00.7')"
    )
    assert session.rows("select t, u at time zone 'UTC', w, s from a") == [
        ("2024-01-01 10:00:00.8", "2024-01-01 10:00:01", "10:00:00.13", "2024-01-01 10:00:01")
    ]
    assert [typmod for _, typmod in types(session, "select * from a")] == [1, 0, 2, 0]


def test_another_type_holds_the_rows_that_are_there(session: Client) -> None:
    session.run("create temp table a (v varchar, t timestamp)")
    session.run("insert into a values ('abc   ', '2024-01-01 10:00:00.77')")
    assert session.code("alter table a alter column v type varchar(2)") == "22001"
    assert types(session, "select v from a") == [(VARCHAR, -1)]
    session.run("alter table a alter column v type varchar(3)", "alter table a alter t type timestamp(1)")
    assert session.rows("select v || '|', t from a") == [("abc|", "2024-01-01 10:00:00.8")]


def test_names_change_and_declarations_stay(session: Client) -> None:
    session.run("create temp table a (v varchar(3))", "alter table a rename column v to w")
    session.run("alter table a rename to b")
    assert session.code("insert into b (w) values ('abcd')") == "22001"
    session.run("alter table b add column v varchar(1)", "alter table b drop column v")
    session.run("alter table b add column v text", "insert into b (v) values ('abcd')")
    assert session.rows("select v from b") == [("abcd",)]
