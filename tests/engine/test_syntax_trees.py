"""
Trees from answers, and texts from trees.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pggate.engine import syntax_trees
from pggate.engine.unbindable import NotBindable
from pggate.errors import SyntaxError  # noqa: A004  PostgreSQL's name for 42601

if TYPE_CHECKING:
    import duckdb


def parsed(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    ((answer,),) = connection.execute("SELECT json_serialize_sql($1::VARCHAR)", [sql]).fetchall()
    return syntax_trees.of_answer(json.loads(answer), sql)


def text(connection: duckdb.DuckDBPyConnection, tree: dict[str, Any]) -> str:
    asked = syntax_trees.argument(tree)
    ((answer,),) = connection.execute("SELECT json_deserialize_sql($1::JSON)", [asked]).fetchall()
    return syntax_trees.text_of(tree, answer)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('SELECT "Id", a+1 FROM t', 'SELECT "Id", (a + 1) FROM t'),
        ("VALUES (NULL, 1), (2, 3)", "VALUES (NULL, 1), (2, 3)"),
        ("VALUES (1) LIMIT 2", "SELECT * FROM (VALUES (1)) AS valueslist LIMIT 2"),
    ],
)
def test_there_and_back(connection: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    assert text(connection, parsed(connection, sql)) == expected


def test_one_expression(connection: duckdb.DuckDBPyConnection) -> None:
    expression = parsed(connection, "SELECT a + 1")["node"]["select_list"][0]
    assert text(connection, syntax_trees.selecting(expression)) == "SELECT (a + 1)"


@pytest.mark.parametrize("sql", ["DROP TABLE t", "SELECT 1; SELECT 2", ""])
def test_only_a_select_has_a_tree(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    with pytest.raises(NotBindable):
        parsed(connection, sql)


def test_nonsense(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SyntaxError):
        parsed(connection, "SELECT FROM WHERE")
