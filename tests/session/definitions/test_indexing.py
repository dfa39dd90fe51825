from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

REFUSED = [
    ("create index on nope (a)", "42P01"),
    ("create index on t (nope)", "42703"),
    ("create index on t (a) include (nope)", "42703"),
    ("create index on t (a) where nope = 1", "42703"),
    ("create index on v (a)", "42809"),
    ("create index on t", "42601"),
]


@pytest.mark.parametrize(("sql", "code"), REFUSED)
def test_an_index_that_could_not_be(session: Client, sql: str, code: str) -> None:
    session.run("create table t (a int, b varchar)", "create view v as select a from t")
    assert session.code(sql) == code


@pytest.mark.parametrize(
    "on", ["t (a)", "t using btree (lower(b) text_pattern_ops, a desc)", "u (a) where a > 0"]
)
def test_an_index_is_taken(session: Client, on: str) -> None:
    session.run("create table t (a int, b varchar)", "create temp table u (a int)")
    (notice,) = session.notices(f"create index i on {on}")
    assert notice.message.startswith("no index is built")
    assert session.tag(f"create index if not exists i on {on}") == "CREATE INDEX"


INDEXES = """
select i.relname, x.indisunique, x.indnkeyatts, x.indkey::text, x.indoption::text, pg_get_indexdef(x.indexrelid)
from pg_index x join pg_class i on i.oid = x.indexrelid
where x.indrelid = 't'::regclass order by 1
"""


def test_an_index_over_columns_is_declared(session: Client) -> None:
    session.run(
        "create table t (a int, b varchar, c int)",
        "create index on t (b)",
        "create index i on t (a desc, c nulls first) include (b)",
        "create unique index u on t (a desc nulls last)",
    )
    assert session.rows(INDEXES) == [
        ("i", "f", "2", "1 3 2", "3 2", "CREATE INDEX i ON public.t USING btree (a DESC, c NULLS FIRST) INCLUDE (b)"),
        ("t_b_idx", "f", "1", "2", "0", "CREATE INDEX t_b_idx ON public.t USING btree (b)"),
        ("u", "t", "1", "1", "1", "CREATE UNIQUE INDEX u ON public.t USING btree (a DESC NULLS LAST)"),
    ]  # fmt: skip
    assert session.rows("select conname from pg_constraint where conrelid = 't'::regclass") == []
    assert session.code("create index u on t (a)") == "42P07"
    session.run("alter index i rename to j", "drop index u")
    assert [row[0] for row in session.rows(INDEXES)] == ["j", "t_b_idx"]


def test_names_are_those_of_relations_and_constraints_too(session: Client) -> None:
    session.run("create table t (id int primary key, a int)", "create table t_a_idx (a int)")
    assert session.error("create index t on t (a)").code == "42P07"
    session.run("create index on t (a)")
    assert session.rows("select indexname from pg_indexes where tablename = 't' order by 1") == [
        ("t_a_idx1",),
        ("t_pkey",),
    ]
    error = session.error("drop index t_pkey")
    assert (error.code, error.hint) == ("2BP01", "You can drop constraint t_pkey on table t instead.")
    session.run("drop index t_a_idx1")
    assert session.rows("select indexname from pg_indexes where tablename = 't'") == [("t_pkey",)]
