"""
Texts that are cast to numbers where a statement runs.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.number_casts import as_read


@pytest.mark.parametrize(
    ("type_name", "text", "digits"),
    [
        ("smallint", " +007 ", "7"),
        ("integer", "-0", "0"),
        ("bigint", "\v9223372036854775807\f", "9223372036854775807"),
        ("oid", "-1", "4294967295"),
        ("real", "0x1p3", "8.0"),
        ("real", "16777217", "16777216.0"),
        ("double precision", "-INFINITY", "-inf"),
        ("double precision", " 1e3\n", "1000.0"),
        ("numeric", "12345e-3", "12.345"),
        ("numeric", "5e-40", "0." + "0" * 39 + "5"),
        ("numeric", "1e20", "1" + "0" * 20),
        ("numeric", "nan", "nan"),  # the engine says that it has none
        ("numeric", " Infinity", " Infinity"),
    ],
)
def test_numbers(type_name: str, text: str, digits: str) -> None:
    assert as_read(type_name, text) == digits


@pytest.mark.parametrize(
    ("type_name", "text", "code", "message"),
    [
        ("integer", "1.5", "22P02", 'invalid input syntax for type integer: "1.5"'),
        ("smallint", "1_0", "22P02", 'invalid input syntax for type smallint: "1_0"'),
        ("integer", "99999999999", "22003", 'value "99999999999" is out of range for type integer'),
        ("oid", "4294967296", "22003", 'value "4294967296" is out of range for type oid'),
        ("oid", "99999999999x", "22P02", 'invalid input syntax for type oid: "99999999999x"'),
        ("real", "1e39", "22003", '"1e39" is out of range for type real'),
        ("double precision", "1e-400", "22003", '"1e-400" is out of range for type double precision'),
        ("double precision", "", "22P02", 'invalid input syntax for type double precision: ""'),
        ("numeric", "1.5.5", "22P02", 'invalid input syntax for type numeric: "1.5.5"'),
    ],
)
def test_what_is_none(type_name: str, text: str, code: str, message: str) -> None:
    with pytest.raises(PgError) as told:
        as_read(type_name, text)
    assert (told.value.code, told.value.message) == (code, message)
