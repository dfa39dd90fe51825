from __future__ import annotations

import pytest

from pggate.session.statement.outcome import Column, Done, column, rows_of
from pggate.types.duck import USUAL, Shown
from pggate.types.table import TEXT


@pytest.mark.parametrize(
    ("duckdb_type", "name", "typmod"),
    [
        ("BIGINT", "int8", -1),
        ("DECIMAL(10,2)", "numeric", (10 << 16 | 2) + 4),
        ("INTEGER[][]", "_int4", -1),
        ("STRUCT(a INTEGER)", "json", -1),
        ("VARCHAR", "text", -1),
    ],
)
def test_a_column_of_a_duckdb_type(duckdb_type: str, name: str, typmod: int) -> None:
    made = column("c", duckdb_type)
    assert (made.name, made.type.name, made.typmod, made.duckdb) == ("c", name, typmod, duckdb_type)
    assert column("c", "VARCHAR") == Column("c", TEXT)


@pytest.mark.parametrize(
    ("duckdb_type", "shown", "name"),
    [
        ("JSON", USUAL, "jsonb"),
        ("JSON[]", USUAL, "_jsonb"),
        ("JSON[][]", USUAL, "_jsonb"),
        ("VARCHAR", USUAL, "text"),
        ("JSON[]", Shown(nested_as_json=True), "_jsonb"),
        ("JSON[][]", Shown(nested_as_json=True), "json"),
    ],
)
def test_documents(duckdb_type: str, shown: Shown, name: str) -> None:
    assert column("c", duckdb_type, is_jsonb=True, shown=shown).type.name == name


def test_rows_that_pggate_makes() -> None:
    rows = rows_of([Column("a"), Column("b")], [["1", None], ["x", "y"]], "SHOW")
    batch = rows.next_batch()
    assert batch is not None
    assert batch.to_pylist() == [{"a": "1", "b": "x"}, {"a": None, "b": "y"}]
    assert rows.next_batch() is None
    assert rows.next_batch() is None
    assert rows.tag(2) == "SHOW"
    rows.close()


def test_no_rows_are_no_batch() -> None:
    assert rows_of([Column("a")], [[]], "SHOW").next_batch() is None


def test_nulls_alone_are_text() -> None:
    batch = rows_of([Column("a")], [[None]], "SHOW").next_batch()
    assert batch is not None
    assert str(batch.schema.field("a").type) == "string"


def test_done_holds_nothing() -> None:
    Done("BEGIN").close()
