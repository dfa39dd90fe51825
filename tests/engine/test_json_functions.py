"""
Functions of json in SQL, with any arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine.json_functions import register_json

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    register_json(connection)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("expression", "of_type", "value"),
    [
        ('"~jsonb"(\'{"b":1, "a":2}\'::JSON)', "JSON", '{"a": 2, "b": 1}'),
        ('"~jsonb"(NULL)', "JSON", None),
        ("\"~json_elements\"('[1, {}]')", "JSON[]", ["1", "{}"]),
        ("\"~json_path\"('{\"a\": [1]}', ['a', '0'])", "JSON", "1"),
        ("\"~json_array_length\"('[1, 2]')", "INTEGER", 2),
        ("\"~to_json\"('INTEGER[]', 'UTC', [1, NULL])", "VARCHAR", "[1,null]"),
    ],
)
def test_calls(engine: duckdb.DuckDBPyConnection, expression: str, of_type: str, value: Any) -> None:
    assert engine.execute(f"SELECT {expression}, typeof({expression})").fetchone() == (value, of_type)


def test_errors_say_what_they_are(engine: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.Error, match=r"pggate-error:.*22P02"):
        engine.execute("SELECT \"~jsonb\"('{a}')")


def test_on_other_cursors(engine: duckdb.DuckDBPyConnection) -> None:
    assert engine.cursor().execute("SELECT \"~json_array_length\"('[1]')").fetchone() == (1,)
