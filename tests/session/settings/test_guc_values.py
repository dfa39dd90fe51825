"""
What settings take and what they refuse, and how values are read.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, InvalidParameterValue, PgError
from pggate.session.settings.guc_values import MOST_MILLISECONDS, milliseconds, schemas_of, shown_duration
from pggate.session.settings.gucs import SETTINGS


def kept(name: str, value: str) -> str:
    """What the setting of this name makes of a value."""
    row = SETTINGS[name.lower()]
    return row.check(row.name, value)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("jit", " YES ", "on"),
        ("jit", "fal", "off"),
        ("application_name", " psql ", " psql "),
        ("client_encoding", "'utf-8'", "UTF8"),
        ("CLIENT_ENCODING", "Unicode", "UTF8"),
        ("client_min_messages", "WARNING", "warning"),
        ("default_transaction_isolation", "Read Committed", "read committed"),
        ("standard_conforming_strings", "TRUE", "on"),
        ("extra_float_digits", "2.6", "3"),
        ("extra_float_digits", "1", "1"),
        ("statement_timeout", "1500", "1500ms"),
        ("statement_timeout", " .5 min ", "30s"),
        ("statement_timeout", str(MOST_MILLISECONDS), f"{MOST_MILLISECONDS}ms"),
        ("DateStyle", "iso, mdy", "ISO, MDY"),
        ("DateStyle", "MDY", "ISO, MDY"),
        ("DateStyle", "ISO", "ISO, MDY"),
        ("TimeZone", "'Europe/Berlin'", "Europe/Berlin"),
        ("TimeZone", "gmt", "GMT"),
        ("TimeZone", "etc/utc", "Etc/UTC"),
        ("TimeZone", "EUROPE/berlin", "Europe/Berlin"),
        ("TimeZone", "-8", "Etc/GMT+8"),
        ("TimeZone", "+05:00", "Etc/GMT-5"),
        ("TimeZone", "0", "UTC"),
    ],
)
def test_taken(name: str, value: str, shown: str) -> None:
    assert kept(name, value) == shown


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("jit", "maybe", '22023: parameter "jit" requires a Boolean value'),
        ("jit", "o", "22023: "),
        ("xmloption", "x", '22023: invalid value for parameter "xmloption": "x"'),
        ("extra_float_digits", "4", '22023: 4 is outside the valid range for parameter "extra_float_digits"'),
        ("extra_float_digits", "-16", "22023: -16 is outside the valid range for parameter"),
        ("extra_float_digits", "0", '0A000: "extra_float_digits" cannot be less than 1'),
        ("extra_float_digits", "-15", '0A000: "extra_float_digits" cannot be less than 1'),
        ("extra_float_digits", "nan", '22023: invalid value for parameter "extra_float_digits": "nan"'),
        ("extra_float_digits", "1e999", "22023: invalid value"),
        ("statement_timeout", "5 S", '22023: invalid value for parameter "statement_timeout": "5 S"'),
        ("statement_timeout", "-1", "22023: "),
        ("statement_timeout", "25d", "22023: 2160000000 ms is outside the valid range"),
        ("client_encoding", "latin1", '0A000: "client_encoding" can only be UTF8'),
        ("bytea_output", "escape", '0A000: "bytea_output" can only be hex'),
        ("datestyle", "German", '0A000: "DateStyle" can only be ISO'),
        ("datestyle", "ISO, DMY", '0A000: "DateStyle" can only be ISO, MDY'),
        ("datestyle", "YMD", "0A000: "),
        ("timezone", "Mars/Olympus", '22023: invalid value for parameter "TimeZone": "Mars/Olympus"'),
        ("timezone", "Europe", "22023: "),
        ("timezone", "../../etc/passwd", "22023: "),
        ("timezone", "a\0b", "22023: "),
        ("timezone", "", "22023: "),
        ("timezone", "+05:30", "22023: "),
        ("timezone", "15", "22023: "),
    ],
)
def test_refused(name: str, value: str, error: str) -> None:
    with pytest.raises((InvalidParameterValue, FeatureNotSupported)) as caught:
        kept(name, value)
    assert f"{caught.value.code}: {caught.value.message}".startswith(error)


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("0", 0, "0"),
        ("500us", 0, "0"),
        ("1.5s", 1500, "1500ms"),
        ("60 s", 60_000, "1min"),
        ("2h", 7_200_000, "2h"),
        ("48h", 172_800_000, "2d"),
    ],
)
def test_durations(text: str, number: int, shown: str) -> None:
    assert milliseconds(text) == number
    assert shown_duration(number) == shown


@pytest.mark.parametrize("text", ["", "s", "1 m", "1.2.3", "1s 2s", "1e3"])
def test_no_duration(text: str) -> None:
    with pytest.raises(PgError) as caught:
        milliseconds(text)
    assert caught.value.hint == 'Valid units for this parameter are "us", "ms", "s", "min", "h", and "d".'


@pytest.mark.parametrize(
    ("search_path", "schemas"),
    [
        ('"$user", public', ("ann", "public")),
        ("$user,Sales", ("ann", "sales")),
        ('"Sales", "a b", "a,b", "a""b"', ("Sales", "a b", "a,b", 'a"b')),
        ("main, 'other'", ("public", "other")),
        ('""', ()),
        ("", ()),
    ],
)
def test_search_path(search_path: str, schemas: tuple[str, ...]) -> None:
    assert schemas_of(search_path, "ann") == schemas
