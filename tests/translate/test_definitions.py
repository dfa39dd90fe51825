"""
Databases, comments, EXPLAIN, DISCARD.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate import definitions
from pggate.translate.definitions import AlterDatabase, Comment, CreateDatabase, DropDatabase, Explain

CREATES = (
    ("create database d", CreateDatabase("d")),
    ('CREATE DATABASE "D";', CreateDatabase("D")),
    ("create database if not exists d", CreateDatabase("d", if_not_exists=True)),
    ("create database d with owner = x encoding 'UTF8' template template0 connection limit -1",
     CreateDatabase("d", options={"owner": "x", "encoding": "UTF8", "template": "template0",
                                  "connection limit": "-1"})),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CREATES)
def test_create_database(sql: str, expected: CreateDatabase) -> None:
    assert definitions.create_database(sql) == expected


DROPS = (
    ("drop database d", DropDatabase("d")),
    ("drop database if exists d", DropDatabase("d", if_exists=True)),
    ("drop database d with (force)", DropDatabase("d", force=True)),
    ("drop database d (force)", DropDatabase("d", force=True)),
)


@pytest.mark.parametrize(("sql", "expected"), DROPS)
def test_drop_database(sql: str, expected: DropDatabase) -> None:
    assert definitions.drop_database(sql) == expected


def test_alter_database() -> None:
    altered = definitions.alter_database("alter database d set search_path to a, b")
    assert altered == AlterDatabase("d", "set search_path to a, b")


COMMENTS = (
    ("comment on table t is 'x'", Comment("table", ("t",), "x")),
    ("comment on column s.t.c is null", Comment("column", ("s", "t", "c"), None)),
    ('comment on database "D" is $$it\'s$$', Comment("database", ("D",), "it's")),
    ("comment on materialized view v is ''", Comment("materialized view", ("v",), "")),
    ("comment on foreign data wrapper w is 'x'", Comment("foreign data wrapper", ("w",), "x")),
    ("comment on view view is 'x'", Comment("view", ("view",), "x")),
    ("comment on function s.f(int, text) is 'x'", Comment("function", ("s", "f"), "x")),
    ("comment on constraint c on t is 'x'", Comment("constraint", ("c",), "x")),
)


@pytest.mark.parametrize(("sql", "expected"), COMMENTS)
def test_comment(sql: str, expected: Comment) -> None:
    assert definitions.comment(sql) == expected


EXPLAINS = (
    ("explain select 1", Explain("select 1", 8)),
    ("explain analyze verbose select 1", Explain("select 1", 24, {"analyze": "true", "verbose": "true"})),
    ("explain (analyze, verbose off, format json) select 1",
     Explain("select 1", 44, {"analyze": "true", "verbose": "false", "format": "json"})),
    ("explain (costs 0) insert into t values (1)", Explain("insert into t values (1)", 18, {"costs": "false"})),
    ("explain (select 1)", Explain("(select 1)", 8)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EXPLAINS)
def test_explain(sql: str, expected: Explain) -> None:
    explain = definitions.explain(sql)
    assert explain == expected
    assert explain.analyze is ("analyze" in sql)
    assert sql[explain.offset :] == explain.statement


@pytest.mark.parametrize("what", ["all", "plans", "sequences", "temp"])
def test_discard(what: str) -> None:
    assert definitions.discard(f"discard {what}") == what
    assert definitions.discard("DISCARD TEMPORARY") == "temp"


WRONG = (
    (definitions.create_database, "create database"),
    (definitions.create_database, "create database d owner ="),
    (definitions.drop_database, "drop database d cascade"),
    (definitions.comment, "comment on table t 'x'"),
    (definitions.comment, "comment on table t is 1"),
    (definitions.explain, "explain"),
    (definitions.explain, "explain (analyze verbose off) select 1"),
    (definitions.discard, "discard"),
    (definitions.discard, "discard everything"),
)


@pytest.mark.parametrize(("parse", "sql"), WRONG)
def test_syntax_errors(parse: object, sql: str) -> None:
    assert callable(parse)
    with pytest.raises(SqlSyntaxError):
        parse(sql)
