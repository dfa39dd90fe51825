from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import ColumnDefinition, Constraint, Created, Relation, Target

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor


def created(binding: BinderCursor, sql: str) -> Created:
    made = binding.bind(sql).created
    assert made is not None
    return made


def test_the_columns_of_a_new_table(binding: BinderCursor) -> None:
    made = created(
        binding,
        "CREATE TABLE x (A INTEGER NOT NULL DEFAULT 5, \"B\" VARCHAR DEFAULT '', c DECIMAL(5,1), "
        "d TIMESTAMPTZ DEFAULT now(), e TEXT[], f JSON, g INTEGER PRIMARY KEY, h INTEGER GENERATED ALWAYS AS (g + 1))",
    )
    assert (made.relation, made.kind, made.conflict, made.temporary) == (
        Relation("lake:a", "public", "x"),
        "table",
        "error",
        False,
    )
    assert [
        (
            column.name,
            column.duckdb_type,
            column.nullable,
            None if column.default is None else binding.expression_text(column.default),
            column.generated,
        )
        for column in made.columns
    ] == [
        ("a", "INTEGER", False, "5", False),
        ("B", "VARCHAR", True, "''", False),
        ("c", "DECIMAL(5,1)", True, None, False),
        ("d", "TIMESTAMP WITH TIME ZONE", True, "now()", False),
        ("e", "VARCHAR[]", True, None, False),
        ("f", "JSON", True, None, False),
        ("g", "INTEGER", False, None, False),
        ("h", "INTEGER", True, "CAST((g + 1) AS INTEGER)", True),
    ]


def test_constraints(binding: BinderCursor) -> None:
    made = created(
        binding,
        "CREATE TABLE x (a BIGINT NOT NULL, b INTEGER UNIQUE, c INTEGER CHECK (c > 0), PRIMARY KEY (a, b), "
        "UNIQUE (b, c), FOREIGN KEY (a) REFERENCES k (id))",
    )
    assert sorted(made.constraints, key=repr) == sorted(
        [
            Constraint("not_null", ("a",)),
            Constraint("not_null", ("b",)),  # of the primary key
            Constraint("unique", ("b",)),
            Constraint("check"),
            Constraint("primary_key", ("a", "b")),
            Constraint("unique", ("b", "c")),
            Constraint("foreign_key", ("a",)),
        ],
        key=repr,
    )
    assert [column.name for column in made.columns if not column.nullable] == ["a", "b"]


@pytest.mark.parametrize(
    ("sql", "relation", "kind", "conflict", "temporary"),
    [
        (
            "CREATE TABLE IF NOT EXISTS x AS SELECT id FROM t",
            ("lake:a", "public", "x"),
            "table",
            "ignore",
            False,
        ),
        ("CREATE OR REPLACE TEMP TABLE x (a INTEGER)", ("temp", "main", "x"), "table", "replace", True),
        ("CREATE TABLE sales.x (a INTEGER)", ("lake:a", "sales", "x"), "table", "error", False),
        ('CREATE TABLE "lake:b".public.x (a INTEGER)', ("lake:b", "public", "x"), "table", "error", False),
        ("CREATE TABLE t (a INTEGER)", ("lake:a", "public", "t"), "table", "error", False),
        ("CREATE SCHEMA s2", ("lake:a", "s2", ""), "schema", "error", False),
        ('CREATE SCHEMA IF NOT EXISTS "lake:b".s2', ("lake:b", "s2", ""), "schema", "ignore", False),
        ("CREATE TYPE mood AS ENUM ('a')", ("lake:a", "public", "mood"), "type", "error", False),
        ("CREATE SEQUENCE sq", ("lake:a", "public", "sq"), "sequence", "error", False),
        ("CREATE MACRO m(a) AS a + 1", ("lake:a", "public", "m"), "macro", "error", False),
        ("CREATE INDEX i ON t (id)", ("lake:a", "public", "i"), "index", "error", False),
        ("CREATE OR REPLACE VIEW v AS SELECT 1 AS a", ("lake:a", "public", "v"), "view", "replace", False),
    ],
)
def test_what_is_made(
    binding: BinderCursor, sql: str, relation: tuple[str, str, str], kind: str, conflict: str, temporary: bool
) -> None:
    bound = binding.bind(sql)
    assert bound.kind == "CREATE"
    assert bound.targets == {Target(Relation(*relation), "create", kind)}
    assert bound.created is not None
    assert (bound.created.relation, bound.created.kind) == (Relation(*relation), kind)
    assert (bound.created.conflict, bound.created.temporary) == (conflict, temporary)
    assert not bound.unknown


def test_a_table_from_a_query(binding: BinderCursor) -> None:
    bound = binding.bind("CREATE TABLE x AS SELECT id, price * 2 AS p, NULL AS n FROM sales.u")
    assert bound.created is not None
    assert bound.created.columns == (
        ColumnDefinition("id", "BIGINT"),
        ColumnDefinition("p", "DECIMAL(18,2)"),
        ColumnDefinition("n", "INTEGER"),
    )
    assert bound.relations == {Relation("lake:a", "sales", "u")}
    assert "*" in bound.functions


def test_a_view_is_bound_through_its_query(binding: BinderCursor) -> None:
    bound = binding.bind(
        "CREATE VIEW v (a) AS WITH q AS (FROM t) SELECT id, lower(name) AS l FROM q JOIN k USING (id)"
    )
    made = bound.created
    assert made is not None
    assert [(column.name, column.duckdb_type) for column in made.columns] == [
        ("a", "BIGINT"),
        ("l", "VARCHAR"),
    ]
    assert bound.relations == {Relation("lake:a", "public", "t"), Relation("lake:a", "public", "k")}
    assert "lower" in bound.functions
    assert made.query is not None
    assert binding.text(made.query).startswith("WITH q AS (")


@pytest.mark.parametrize(
    ("sql", "action", "details"),
    [
        ("ALTER TABLE t RENAME TO t2", "rename_table", {"new_table_name": "t2"}),
        ("ALTER TABLE t RENAME COLUMN id TO Key", "rename_column", {"old_name": "id", "new_name": "key"}),
        ("ALTER TABLE t DROP COLUMN v", "remove_column", {"removed_column": "v"}),
        ("ALTER TABLE t ALTER COLUMN v TYPE BIGINT", "alter_column_type", {"column_name": "v"}),
        ("ALTER TABLE t ALTER v SET NOT NULL", "set_not_null", {"column_name": "v"}),
        ("ALTER TABLE t ALTER v DROP NOT NULL", "drop_not_null", {"column_name": "v"}),
        ("ALTER TABLE t ALTER v SET DEFAULT 3", "set_default", {"column_name": "v"}),
        ("COMMENT ON TABLE t IS 'x'", "set_comment", {}),
        ("COMMENT ON COLUMN t.id IS 'x'", "set_column_comment", {"column_name": "id"}),
    ],
)
def test_what_is_altered(binding: BinderCursor, sql: str, action: str, details: dict[str, str]) -> None:
    bound = binding.bind(sql)
    altered = bound.altered
    assert altered is not None
    assert (altered.relation, altered.action, altered.found) == (
        Relation("lake:a", "public", "t"),
        action,
        True,
    )
    assert details.items() <= altered.details.items()
    assert bound.targets == {Target(Relation("lake:a", "public", "t"), "alter", "table")}


def test_a_column_that_is_added(binding: BinderCursor) -> None:
    altered = binding.bind("ALTER TABLE t ADD COLUMN x DECIMAL(4,2) DEFAULT 1.5").altered
    assert altered is not None
    assert altered.column is not None
    assert (altered.column.name, altered.column.duckdb_type) == ("x", "DECIMAL(4,2)")
    assert altered.column.default is not None
    assert binding.expression_text(altered.column.default) == "1.5"


def test_a_view_that_is_renamed(binding: BinderCursor) -> None:
    binding.begin()
    binding.execute("CREATE VIEW v AS SELECT 1 AS a")
    bound = binding.bind("ALTER VIEW v RENAME TO w")
    assert bound.altered is not None
    assert bound.altered.action == "rename_view"
    assert bound.targets == {Target(Relation("lake:a", "public", "v"), "alter", "view")}
    binding.rollback()


@pytest.mark.parametrize(
    ("sql", "relation", "kind", "if_exists", "cascade", "found"),
    [
        ("DROP TABLE t", ("lake:a", "public", "t"), "table", False, False, True),
        ("DROP TABLE IF EXISTS sales.u CASCADE", ("lake:a", "sales", "u"), "table", True, True, True),
        ("DROP TABLE IF EXISTS nope", ("", "", "nope"), "table", True, False, False),
        ("DROP VIEW IF EXISTS nope", ("", "", "nope"), "view", True, False, False),
        ("DROP SCHEMA sales CASCADE", ("lake:a", "sales", ""), "schema", False, True, True),
        ('DROP SCHEMA "lake:b".public', ("lake:b", "public", ""), "schema", False, False, True),
    ],
)
def test_what_is_dropped(
    binding: BinderCursor,
    sql: str,
    relation: tuple[str, str, str],
    kind: str,
    if_exists: bool,
    cascade: bool,
    found: bool,
) -> None:
    bound = binding.bind(sql)
    dropped = bound.dropped
    assert dropped is not None
    assert dropped.relation == Relation(*relation)
    assert (dropped.kind, dropped.if_exists, dropped.cascade, dropped.found) == (
        kind,
        if_exists,
        cascade,
        found,
    )
    assert bound.targets == {Target(Relation(*relation), "drop", kind)}


def test_alter_if_exists_of_nothing(binding: BinderCursor) -> None:
    altered = binding.bind("ALTER TABLE IF EXISTS nope ADD COLUMN x INTEGER").altered
    assert altered is not None
    assert not altered.found
