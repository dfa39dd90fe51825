from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions.written_defaults import is_read_otherwise, next_value_at, refuse_sets
from pggate.translate.syntax import lexer


def read(sql: str) -> tuple[str, int] | None:
    tokens = lexer.tokens(sql)
    return next_value_at(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("nextval('s')", ("s", 4)),
        ("nextval('a.\"B\"'::regclass) not null", ('a."B"', 6)),
        ("pg_catalog.nextval('s'::text::regclass)", ("s", 10)),
        ("('x' || 'nextval')", None),
        ("5", None),
    ],
)
def test_defaults(sql: str, expected: tuple[str, int] | None) -> None:
    assert read(sql) == expected


@pytest.mark.parametrize("sql", ["nextval('s') + 1", "'x' || nextval('s')", "nextval(name)"])
def test_a_number_is_no_part_of_an_expression(sql: str) -> None:
    with pytest.raises(FeatureNotSupported):
        read(sql)


@pytest.mark.parametrize(
    ("sql", "position"), [("1 + generate_series(1, 2)", 5), ("unnest(array[1]) not null", 1)]
)
def test_a_set_is_no_default(sql: str, position: int) -> None:
    tokens = lexer.tokens(sql)
    with pytest.raises(FeatureNotSupported) as raised:
        refuse_sets(tokens, 0, len(tokens))
    assert raised.value.position == position


@pytest.mark.parametrize("sql", ["unnest", "'generate_series(1)'", "5 references unnest(a)"])
def test_what_is_no_set(sql: str) -> None:
    tokens = lexer.tokens(sql)
    refuse_sets(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("type_name", "literal", "expected"),
    [
        ("date", "2024-01-02", False),
        ("date", "0044-03-15 BC", True),
        ("date", "Jan 2, 2024", True),
        ("timestamp", "2024-01-02 10:00:00.5", False),
        ("timestamptz", "2024-01-02 10:00 Europe/Berlin", True),
        ("time", "10:20 PM", True),
        ("boolean", "true", False),
        ("bool", "on", True),
        ("bytea", "abc", False),
        ("bytea", "\\x01ff", True),
        ("text", "0044-03-15 BC", False),
    ],
)
def test_literals_that_are_read_otherwise(type_name: str, literal: str, expected: bool) -> None:
    assert is_read_otherwise(type_name, literal) is expected
