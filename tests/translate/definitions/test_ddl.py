"""
Definitions: the clauses that are left out, with a notice where the client may count on them.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidTableDefinition
from pggate.translate.definitions import ddl
from pggate.translate.definitions.ddl import (
    at_commit,
    global_temporary,
    on_commit,
    overriding,
    schema_owner,
    storage_clauses,
    truncate_options,
    view_options,
)
from tests.translate import rules

PAIRS = (
    # rule, PostgreSQL's, DuckDB's; None: untouched
    (storage_clauses, "create table t (a int) with (fillfactor = 70, autovacuum_enabled) tablespace x", "create table t (a int)  "),
    (storage_clauses, "create table t (a int) with (toast.autovacuum_enabled = false, oids = false)", "create table t (a int) "),
    (storage_clauses, "create table t (a int) using heap", "create table t (a int) "),
    (storage_clauses, "create table t (a int) without oids", "create table t (a int) "),
    (storage_clauses, "create table t using heap as select 1 as b", "create table t  as select 1 as b"),
    (storage_clauses, "create table t with (fillfactor = 70) as select 1", "create table t  as select 1"),
    (storage_clauses, "create table t (a int) with (fillfactor = 70, format = 'x')", None),
    (storage_clauses, "create table \"tablespace\" (tablespace int, a text default 'using heap')", None),
    (storage_clauses, "create table t as with x as (select 1) select * from x join y using (a)", None),
    (view_options, "create view v with (security_barrier = true) as select 1", "create view v  as select 1"),
    (view_options, "create or replace temp view v (a) with (check_option = local) as select 1",
     "create or replace temp view v (a)  as select 1"),
    (view_options, "create view v as with x as (select 1) select * from x", None),
    (global_temporary, "create global temporary table t (a int)", "create temporary table t (a int)"),
    (global_temporary, "create temp table global (global int)", None),
    (truncate_options, "truncate only t restart identity cascade", "truncate only t"),
    (truncate_options, 'truncate "cascade" cascade', 'truncate "cascade"'),
    (truncate_options, "truncate restart", None),
    (truncate_options, "select truncate from cascade", None),
    (schema_owner, "create schema s authorization u", "create schema s "),
    (schema_owner, 'create schema "schema" authorization u', 'create schema "schema" '),
    (schema_owner, 'create schema authorization "U"', 'create schema "U"'),
    (schema_owner, "create schema if not exists authorization u", "create schema if not exists u"),
    (overriding, "insert into t overriding system value values (1)", "insert into t  values (1)"),
    (overriding, "insert into t (a) overriding user value select 1", "insert into t (a)  select 1"),
    (overriding, "select overriding from t", None),
    (at_commit, "create temp table t (a int) on commit preserve rows", None),
    (at_commit, "create temp table t (a text default 'on commit drop')", None),
    (at_commit, "create temp table t (a int) on commit drop", "create temp table t (a int) "),
    (at_commit, "create temporary table if not exists t on commit DELETE ROWS as select 1",
     "create temporary table if not exists t  as select 1"),
    (at_commit, "create temp table t as select 1 from a join b on commit = drop", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(ddl, (rule for rule, _, _ in PAIRS)) == set()


BROKEN = (
    (storage_clauses, "create table t (a int) with"),
    (storage_clauses, "create table t (a int) with (fillfactor"),
    (storage_clauses, "create table t (a int) with ()"),
    (view_options, "create view v with (security_barrier"),
    (schema_owner, "create schema s authorization"),
)


@pytest.mark.parametrize(("rule", "sql"), BROKEN)
def test_what_is_broken_is_left_for_the_parser_to_refuse(rule: rules.Rule, sql: str) -> None:
    rules.check(rule, sql, None, parses=False)


NOTICES = (
    (storage_clauses, "create table t (a int) with (fillfactor=70) tablespace x",
     ["WITH is ignored", "TABLESPACE is ignored"]),
    (storage_clauses, "create table t (a int) without oids", ["WITHOUT OIDS is ignored"]),
    (storage_clauses, "create table t (a int)", []),
    (view_options, "create view v with (security_barrier) as select 1", ["WITH is ignored"]),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "sql", "messages"), NOTICES)
def test_notices(rule: rules.Rule, sql: str, messages: list[str]) -> None:
    assert [notice.message for notice in rules.alone(rule, sql).notices] == messages


@pytest.mark.parametrize("action", ["drop", "DELETE ROWS", "preserve rows"])
@pytest.mark.parametrize("columns", ["(a int) on commit {}", "on commit {} as select 1"])
def test_only_a_temporary_table_ends_with_its_transaction(action: str, columns: str) -> None:
    with pytest.raises(InvalidTableDefinition):
        rules.alone(at_commit, f"create table t {columns.format(action)}")


@pytest.mark.parametrize(
    ("sql", "action"),
    [
        ("create temp table t (a int) on commit drop", "drop"),
        ("create temp table t on COMMIT Delete Rows as select 1", "delete"),
        ("create temp table t (a int) on commit preserve rows", ""),
        ("create temp table t (a int)", ""),
        ("create temp table t as select 'on commit drop'", ""),
        ("drop table t", ""),
    ],
)
def test_what_becomes_of_a_table_at_commit(sql: str, action: str) -> None:
    assert on_commit(sql) == action
