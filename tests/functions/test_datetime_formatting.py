"""
to_char, checked against PostgreSQL's with templates of any patterns in any order.
"""

from __future__ import annotations

import random

import psycopg
import pytest

from pggate.errors import PgError
from pggate.functions.datetime_formatting import formatted
from pggate.types.datetime_input import read_timestamp
from pggate.types.interval_input import read_interval
from pggate.types.shown_fields import of_interval, of_moment

_PATTERNS = (
    "A.D. A.M. AD AM B.C. BC CC DAY DDD DD DY Day Dy D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH IDDD ID IW IYYY IYY IY "
    "I J MI MM MONTH MON MS Month Mon OF P.M. PM Q RM SSSSS SSSS SS TZH TZM TZ US WW W Y,YYY YYYY YYY YY Y a.d. am bc "
    "cc day ddd dy ff1 hh24 iddd iyyy j mi month mon ms of p.m. q rm sssss ss tz us ww w y,yyy yyyy"
)
PATTERNS = _PATTERNS.split()
BETWEEN = ("", " ", "-", "/", ":", ", ", '"quoted"', '"a\\"b"', '\\"', "x", "é", '"')
MOMENTS = (
    "2001-02-16 20:38:40.123456", "2000-02-29 00:00:00", "1999-12-31 23:59:59.999999", "0044-03-15 12:00 BC",
    "0001-01-01", "12345-06-07 01:02:03.4", "2021-01-03 12:11:10", "0001-12-31 BC", "0101-01-01 BC",
)  # fmt: skip
SPANS = (
    "1 year 2 mons 3 days 04:05:06.789", "-1 year -2 mons -3 days -04:05:06.789", "0", "35 days", "100 hours 5 min",
    "14 mons", "1 mon -1 day 1.5 s", "-1 mon", "-1 year", "1234 years",
)  # fmt: skip
TEMPLATES = 400


def template(chosen: random.Random) -> str:
    return "".join(
        chosen.choice(("", "", "", "FM", "fm", "TM"))
        + chosen.choice(PATTERNS)
        + chosen.choice(("", "", "", "th", "TH", "SP"))
        + chosen.choice(BETWEEN)
        for _ in range(chosen.randint(1, 5))
    )


@pytest.mark.server
def test_templates(postgres_dsn: str) -> None:
    chosen = random.Random(15)  # the same templates in every run
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        for number in range(TEMPLATES):
            text, is_span = template(chosen), number % 3 == 0
            value = chosen.choice(SPANS if is_span else MOMENTS)
            kind = "interval" if is_span else "timestamp"
            assert _ours(value, text, is_span=is_span) == _theirs(connection, kind, value, text), (
                value,
                text,
            )


def _ours(value: str, text: str, *, is_span: bool) -> str | None:
    try:
        return formatted(
            of_interval(read_interval(value)) if is_span else of_moment(read_timestamp(value)), text
        )
    except PgError as error:
        return error.code


def _theirs(connection: psycopg.Connection, kind: str, value: str, text: str) -> str | None:
    try:
        ((found,),) = connection.execute(f"select to_char(%s::{kind}, %s)", [value, text]).fetchall()
    except psycopg.Error as error:
        return error.sqlstate
    return str(found)


def test_zones() -> None:
    fields = of_moment(0, "NST", -12_600)
    assert formatted(fields, "TZ tz OF TZH TZM") == "NST nst -03:30 -03 30"
