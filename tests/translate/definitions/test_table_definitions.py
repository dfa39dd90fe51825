from __future__ import annotations

import pytest

from pggate.translate.definitions.column_definitions import NUMBERED, UNNUMBERED_DEFAULT
from pggate.translate.definitions.table_definitions import NOTHING, edits, read
from pggate.translate.definitions.written_keys import WrittenKey
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import rewrite


def for_duckdb(sql: str) -> str:
    return rewrite(sql, edits(lexer.tokens(sql))).text


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("create table t (a int, b text)", "create table t (a int, b text)"),
        (
            "create table if not exists s.t (a int, b int, primary key (a, b))",
            "create table if not exists s.t (a int NOT NULL, b int NOT NULL)",
        ),
        ("create table t (primary key (a), a int)", "create table t (a int NOT NULL)"),
        ("create table t (a int, constraint u unique (a), b int)", "create table t (a int, b int)"),
        ("create table t (a int, foreign key (a) references o on delete cascade)", "create table t (a int)"),
        ("create temp table t (a int primary key)", "create temp table t (a int primary key)"),
        ("create table t as select 1", "create table t as select 1"),
        (
            "alter table only t add constraint p primary key (a)",
            'alter table only t ADD COLUMN "~declared" INTEGER',
        ),
        (
            "alter table t drop constraint if exists k cascade;",
            'alter table t ADD COLUMN "~declared" INTEGER;',
        ),
        ("alter table t add column a int unique", "alter table t add column a int "),
        ("alter table t alter a type varchar(3)", "alter table t alter a type varchar(3)"),
        ("select 1", "select 1"),
    ],
)
def test_what_duckdb_gets(pg: str, duck: str) -> None:
    assert for_duckdb(pg) == duck


def test_what_is_written() -> None:
    found = read("create table t (a varchar(3) primary key, b int, unique (a, b))")
    assert [column.name for column in found.columns] == ["a", "b"]
    assert found.all_keys == (WrittenKey("p", ("a",)), WrittenKey("u", ("a", "b")))
    assert not found.of_keys_alone


def test_keys_alone() -> None:
    assert read("alter table t add unique (a)").of_keys_alone
    dropped = read('alter table t drop constraint if exists "K"')
    assert (dropped.dropped, dropped.if_exists, dropped.of_keys_alone) == ("K", True, True)
    assert not read("alter table t add column a int primary key").of_keys_alone


def test_a_column_of_another_type() -> None:
    (column,) = read("alter table t alter column a set data type varchar(5) using a::text").columns
    assert column.type is not None
    assert (column.name, column.type.names, column.type.arguments) == ("a", ("varchar",), ("5",))


@pytest.mark.parametrize(
    "sql", ["", "create table", "create view v as select 1", "alter table t rename to u"]
)
def test_nothing(sql: str) -> None:
    assert read(sql) == NOTHING


@pytest.mark.parametrize(
    ("column", "made"),
    [
        ("id serial", f"id INTEGER {NUMBERED}"),
        ("id BIGSERIAL primary key", f"id BIGINT {NUMBERED} primary key"),
        ("id int generated always as identity (start 3) unique", f"id int {NUMBERED} unique"),
        ("id int default nextval('s') check (id > 0)", f"id int {UNNUMBERED_DEFAULT} check (id > 0)"),
        ("at timestamp(3) references u", "at timestamp references u"),
    ],
)
def test_temporary_tables_keep_their_keys_and_take_numbers(column: str, made: str) -> None:
    sql = "create temp table t (n int, {})"
    assert for_duckdb(sql.format(column)) == sql.format(made)
