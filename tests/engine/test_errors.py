"""
How a failure of DuckDB's is read, whatever the table says of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pytest

from pggate.engine import errors
from pggate.errors import UndefinedColumn, UndefinedTable
from tests.engine.failures import failure, told

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def test_details_and_hints(lakes: Cursor) -> None:
    assert (
        failure(lakes, "INSERT INTO pk VALUES (1, 1, NULL, 2, NULL)").detail == "Key (a)=(1) already exists."
    )
    assert failure(lakes, "SELECT nam FROM t").hint == 'Perhaps you meant to reference the column "name".'
    assert failure(lakes, "SELECT * FROM tt").hint is None  # a relation's name may not be for this role
    assert "explicit type casts" in str(failure(lakes, "SELECT lower(1, 2)").hint)


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("SELECT nope FROM t", 8),
        ("SELECT 'äöü', nope FROM t", 15),
        ("SELECT '🦆', nope", 13),
        ("SELECT * FROM nope", 15),
        ("SELEC", 1),
        ("SELECT 1 +", 11),
        ("INSERT INTO nope VALUES (1)", None),
    ],
)
def test_positions_are_characters(lakes: Cursor, sql: str, position: int | None) -> None:
    assert failure(lakes, sql).position == position


@pytest.mark.parametrize(
    ("offset", "sql", "position"),
    [(None, "x", None), ("0", None, None), ("0", "", 1), ("3", "äx", 3), ("1", "äx", 1), ("99", "x", None)],
)
def test_offsets_that_are_no_place(offset: str | None, sql: str | None, position: int | None) -> None:
    assert errors.character_position(offset, sql) == position


@pytest.mark.parametrize(
    ("error", "sqlstate", "message"),
    [
        (OSError('{"exception_type":"INTERRUPT","exception_message":"Interrupted!"}'), "57014", None),
        (pa.ArrowInvalid('{"exception_type":"Conversion","exception_message":"bad"}'), "22P02", "bad"),
        (
            duckdb.CatalogException('Catalog Error: {"exception_type":"Catalog","exception_message":"x"}'),
            "42000",
            "x",
        ),
        (
            duckdb.InvalidInputException("Invalid Input Error: No open result set"),
            "22023",
            "No open result set",
        ),
        (duckdb.Error("not json {at all"), "XX000", "not json {at all"),
        (duckdb.Error(""), "XX000", "internal error"),
        (OSError(28, "No space left on device"), "53100", None),
        (MemoryError(), "53200", "out of memory"),
        (OverflowError("too large"), "22003", "too large"),
        (ValueError("odd"), "22023", "odd"),
        (RuntimeError("odd"), "XX000", "odd"),
    ],
)
def test_exceptions_in_other_shapes(error: BaseException, sqlstate: str, message: str | None) -> None:
    pg_error = errors.from_exception(error)
    assert pg_error.code == sqlstate
    assert message is None or pg_error.message == message


def undecodable(data: bytes) -> UnicodeDecodeError:
    """What Python raises instead of duckdb's exception."""
    with pytest.raises(UnicodeDecodeError) as caught:
        data.decode()
    return caught.value


def test_what_quotes_a_file_that_is_no_text() -> None:
    said = (
        b'HTTP Error: {"exception_type":"HTTP","exception_message":"ETag has changed","response_body":"\xb5"}'
    )
    error = errors.from_exception(undecodable(said))
    assert (error.code, error.message) == ("58030", "ETag has changed")
    assert errors.from_exception(undecodable(b"\xb5")).code == "22023"


def test_a_failure_within_a_failure() -> None:
    within = '{"exception_type":"HTTP","exception_message":"HTTP 503","reason":"Slow Down"}'
    error = told("IO", f"Failed to add data files to DuckLake: {within}")
    assert (error.code, error.message) == ("58030", "HTTP 503")
    assert told("IO", "Failed to add data files to DuckLake: no").message.endswith("DuckLake: no")


def test_the_answer_of_a_json_function() -> None:
    answer = {
        "error": True,
        "error_type": "binder",
        "error_message": 'Referenced column "nope" not found in FROM clause!\nCandidate bindings: "name"',
        "candidates": "name",
        "position": "7",
        "error_subtype": "COLUMN_NOT_FOUND",
        "name": "nope",
    }
    error = errors.from_json(answer, "SELECT nope FROM t")
    assert isinstance(error, UndefinedColumn)
    assert (error.message, error.position) == ('column "nope" does not exist', 8)


def test_a_users_text_with_line_breaks_and_braces(lakes: Cursor) -> None:
    error = failure(lakes, "SELECT '{a}\n\"b\"'::INTEGER")
    assert (error.code, error.message) == ("22P02", 'invalid input syntax for type integer: "{a}\n"b""')


def test_the_class_tells_the_code(lakes: Cursor) -> None:
    assert isinstance(failure(lakes, "SELECT * FROM nope"), UndefinedTable)


def test_a_message_has_no_nul() -> None:
    error = told("TransactionContext", 'Catalog write-write conflict on create with "a\0b"')
    assert (error.code, "\0" in f"{error.message}{error.detail}") == ("40001", False)
