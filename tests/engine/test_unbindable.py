"""
Why the binder refuses.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.engine.unbindable import (
    COMPUTED_DEFAULT,
    NO_TYPE,
    NotBindable,
    ParameterTypeUnknown,
    of_several,
    only,
    refusal,
)
from pggate.errors import PgError, UndefinedTable


def test_one_text_of_several_statements() -> None:
    with duckdb.connect() as con:
        altered = con.extract_statements("ALTER TABLE t ADD COLUMN c INT; SELECT 1")
        assert COMPUTED_DEFAULT in of_several(altered).message
        assert "PIVOT" in of_several(con.extract_statements("SELECT 1; SELECT 2")).message


@pytest.mark.parametrize(("sql", "code"), [("", "0A000"), ("SELECT 1; SELECT 2", "42601")])
def test_one_statement(sql: str, code: str) -> None:
    with duckdb.connect() as con:
        assert only(con.extract_statements("SELECT 1")).query == "SELECT 1"
        with pytest.raises(PgError) as caught:
            only(con.extract_statements(sql))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("kind", "message", "expected"),
    [
        ("parameter not resolved", "", ParameterTypeUnknown),
        ("internal", f"{NO_TYPE} that is NULL!", ParameterTypeUnknown),
        ("invalid input", "SHOW does not support serialization", NotBindable),
        ("invalid input", "PRAGMA function x", NotBindable),
    ],
)
def test_refusals(kind: str, message: str, expected: type[Exception]) -> None:
    answer = {"error_type": kind, "error_message": message}
    assert isinstance(refusal(answer, "select $1", has_parameters=True), expected)


def test_what_is_wrong_in_itself_is_said_as_it_is() -> None:
    answer = {
        "error_type": "catalog",
        "error_message": "Table with name t does not exist!",
        "error_subtype": "MISSING_ENTRY",
        "type": "Table",
        "name": "t",
    }
    assert isinstance(refusal(answer, "from t", has_parameters=False), UndefinedTable)
