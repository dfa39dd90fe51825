"""
The columns and keys of topics that an open transaction has made or changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow

COLUMNS = """select attname, format_type(atttypid, atttypmod), attnotnull,
    pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where attrelid = 't'::regclass and attnum > 0 order by attnum"""


def test_all_that_a_column_declares_is_told_before_and_after_commit(session: Client) -> None:
    session.run("begin", "create type mood as enum ('sad', 'ok')", "create type pair as (x int, y text)")
    session.run(
        "create table t (i smallint not null default 3, v varchar(4), c char(2), n numeric(6,3),"
        " ts timestamp(3) default now(), m mood, ms mood[], p pair, l text[], j jsonb, s struct(a int))",
        "comment on column t.v is 'short'",
    )
    own = session.rows(COLUMNS)
    assert [row[1] for row in own] == [
        *("smallint", "character varying(4)", "character(2)", "numeric(6,3)"),
        *("timestamp(3) without time zone", "mood", "mood[]", "pair", "text[]", "jsonb", "json"),
    ]
    assert own[0][2:4] == ("t", "3")
    assert own[1][4] == "short"
    session.run("commit")
    assert session.rows(COLUMNS) == own


def test_keys_are_told_alike_before_and_after_commit(session: Client) -> None:
    session.run("create table o (id int primary key)")
    session.run(
        "begin",
        "create table t (a int primary key, b int unique, c int references o (id), d int check (d > 0.5))",
        "create unique index t_ab on t (a, b desc)",
        "comment on constraint t_d_check on t is 'positive'",
    )
    keys = """select conname, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint')
        from pg_constraint where conrelid = 't'::regclass order by 1"""
    indexes = "select indexdef from pg_indexes where tablename = 't' order by 1"
    own = session.rows(keys), session.rows(indexes)
    assert [row[0] for row in own[0]] == ["t_b_key", "t_c_fkey", "t_d_check", "t_pkey"]
    assert own[0][2][2] == "positive"
    assert len(own[1]) == 3
    session.run("commit")
    assert (session.rows(keys), session.rows(indexes)) == own
