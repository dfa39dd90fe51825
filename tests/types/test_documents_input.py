"""
Documents read as values of nested columns.
"""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import PgError
from pggate.types import documents
from pggate.types.arrow_values import array
from pggate.types.documents_input import read
from pggate.types.ducktype import parse


@pytest.mark.parametrize(
    ("duckdb", "document", "value"),
    [
        ("STRUCT(a INTEGER, b VARCHAR)", '{"B": "x", "a": 1}', {"a": 1, "b": "x"}),
        ("STRUCT(a INTEGER)", "{}", {"a": None}),
        (
            "STRUCT(a DECIMAL(38,2))",
            '{"a": 123456789012345678901234567890.12}',
            {"a": Decimal("123456789012345678901234567890.12")},
        ),
        ("STRUCT(a BOOLEAN, b BOOLEAN)", '{"a": true, "b": "f"}', {"a": True, "b": False}),
        ("STRUCT(a VARCHAR)", '{"a": {"b": [1.50, null]}}', {"a": '{"b":[1.50,null]}'}),
        ("STRUCT(a JSON)", '{"a": "x"}', {"a": '"x"'}),
        ("STRUCT(a DATE)[]", '[{"a": "1970-01-02"}, null]', [{"a": 1}, None]),
        ("STRUCT(a TIMESTAMP)", '{"a": "1970-01-01T00:00:01"}', {"a": 1_000_000}),
        ("MAP(INTEGER, DOUBLE)", '{"1": "NaN", "2": 0.5}', None),
        ("MAP(INTEGER, INTEGER[])", '{"1": [1, null]}', [(1, [1, None])]),
        ("MAP(STRUCT(a INTEGER), INTEGER)", '{"{\\"a\\":1}": 2}', [({"a": 1}, 2)]),
    ],
)
def test_documents(duckdb: str, document: str, value: Any) -> None:
    found = read(parse(duckdb), document, UTC)
    if value is not None:
        assert found == value
    made = array(parse(duckdb), [found, None])
    made.validate(full=True)
    # And it is written as it was, but for spaces and order.
    (again, _) = documents.cells(parse(duckdb), made, UTC).to_pylist()
    assert repr(read(parse(duckdb), again.decode(), UTC)) == repr(found)


@pytest.mark.parametrize(
    ("duckdb", "document", "detail"),
    [
        ("STRUCT(a INTEGER)", "[1]", 'A value of type STRUCT("a" INTEGER) is an object.'),
        ("STRUCT(a INTEGER)", '{"c": 1}', 'A value of type STRUCT("a" INTEGER) is an object without "c".'),
        ("STRUCT(a INTEGER)[]", "{}", 'A value of type STRUCT("a" INTEGER)[] is an array.'),
        ("MAP(INTEGER, INTEGER)", "1", "A value of type MAP(INTEGER, INTEGER) is an object."),
        ("STRUCT(a INTEGER)", '{"a": "x"}', None),
    ],
)
def test_documents_of_another_shape(duckdb: str, document: str, detail: str | None) -> None:
    with pytest.raises(PgError) as caught:
        read(parse(duckdb), document, UTC)
    assert (caught.value.code, caught.value.detail) == ("22P02", detail)


@pytest.mark.parametrize(
    ("duckdb", "document"),
    [
        ("STRUCT(a VARCHAR)", '{"a": "x\\u0000y"}'),
        ("STRUCT(a VARCHAR)", '{"a": {"b": ["\\u0000"]}}'),
        ("STRUCT(a VARCHAR[])[]", '[{"a": [null, "\\u0000"]}]'),
        ("MAP(VARCHAR, INTEGER)", '{"\\u0000": 1}'),
    ],
)
def test_a_text_with_nul(duckdb: str, document: str) -> None:
    with pytest.raises(PgError, match="unsupported Unicode escape sequence") as caught:
        read(parse(duckdb), document, UTC)
    assert caught.value.code == "22P05"
    assert read(parse("STRUCT(a JSON)"), '{"a": "\\u0000"}', UTC) == {"a": '"\\u0000"'}


def test_nothing() -> None:
    assert array(parse("STRUCT(a INTEGER)"), []).type == pa.struct([("a", pa.int32())])
