"""
to_date and to_timestamp, checked against PostgreSQL's.
"""

from __future__ import annotations

import random

import psycopg
import pytest

from pggate.errors import PgError
from pggate.functions.datetime_reading import read
from pggate.types.datetimes import DAY, MICROSECONDS, timestamptz_text

# fmt: off
PAIRS = (
    ("YYYY-MM-DD", "2020-02-29"), ("YYYY-MM-DD", "2019-02-29"), ("DD Mon YYYY", "05 Dec 2000"),
    ("YYYYMMDD", "20200101"), ('YYYY-MM-DD"T"HH24:MI:SS', "2020-01-01T10:11:12"), ("YYYYMonDD", "2000Jan01"),
    ("IYYY-IW", "2006-42"), ("IYYY-IW-ID", "2006-42-3"), ("DDD YYYY", "366 2021"), ("YYYY DDD", "2020 366"),
    ("MM", "13"), ("YYYY", "0"), ("YYYY", "-44"), ("YYYY BC", "44 BC"), ("CC YY", "19 05"), ("HH12:MI", "13:00"),
    ("HH24:MI", "24:00"), ("SS.MS", "1.5"), ("FMDD FMMM YYYY", "1 2 2020"),
    ("YYYY-MM-DD HH24:MI:SS TZH:TZM", "2020-01-01 10:00:00 -05:30"), ("FXYYYY MON", "2000    JUN"),
    ("YYYY_MON", "2000 - JUN"), ("YYYYth", "2020th"), ("Month", "Foo"), ("YYYY", "abc"), ("YYYY-MM", "2020"), ("", ""),
    ("YYYY", ""), ("J", "2459000"), ("YYYY-WW", "2020-05"), ("YYYY-MM-W", "2020-05-3"), ("Q YYYY", "1 2020"),
    ("MI", "99999999999"), ("TZ", "x"), ("IYYY MM", "2020 01"), ("DD DD", "01 02"), ("YYYYMMDD", "2020011"),
    ("B.C..Month WW:MM", "b.c..February 07:02"),
)
GOOD = {
    "YYYY": "2021", "YY": "21", "YYY": "021", "Y": "1", "Y,YYY": "2,021", "MM": "02", "DD": "14", "MON": "Feb",
    "Month": "February", "DAY": "Sunday", "Dy": "Mon", "D": "3", "DDD": "045", "WW": "07", "W": "2", "IYYY": "2021",
    "IY": "21", "IW": "05", "ID": "3", "IDDD": "120", "Q": "1", "CC": "20", "HH24": "13", "HH12": "11", "MI": "59",
    "SS": "07", "MS": "5", "US": "25", "FF6": "123456", "SSSS": "3600", "SSSSS": "36000", "AM": "PM", "a.m.": "p.m.",
    "BC": "BC", "AD": "ad", "RM": "XI", "rm": "iv", "TZH": "-05", "TZM": "30", "FX": "",
}
# fmt: on
SEPARATORS = ("-", "/", " ", ":", ".", "", " - ", "  ", ",")
DRAWN = 400


def drawn(chosen: random.Random) -> tuple[str, str]:
    template = text = ""
    for _ in range(chosen.randint(1, 6)):
        pattern, separator = chosen.choice(list(GOOD)), chosen.choice(SEPARATORS)
        template += chosen.choice(("", "", "", "FM", "TM")) + pattern + separator
        text += chosen.choice((GOOD[pattern], GOOD[pattern], "7")) + chosen.choice(
            (separator, separator, "x")
        )
    return template, text


@pytest.mark.server
def test_texts_by_templates(postgres_dsn: str) -> None:
    chosen = random.Random(15)  # the same in every run
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        for template, text in (*PAIRS, *(drawn(chosen) for _ in range(DRAWN))):
            theirs = _theirs(connection, template, text)
            if "timestamp out of range" not in theirs:
                assert _ours(template, text) == theirs, (template, text)


def _ours(template: str, text: str) -> str:
    try:
        found = read(text, template)
    except PgError as error:
        return f"{error.code} {error.message}"
    return timestamptz_text(found.days * DAY + found.clock - (found.offset or 0) * MICROSECONDS, 0)


def _theirs(connection: psycopg.Connection, template: str, text: str) -> str:
    try:
        ((found,),) = connection.execute("select to_timestamp(%s, %s)::text", [text, template]).fetchall()
    except psycopg.Error as error:
        return f"{error.sqlstate} {error.diag.message_primary}"
    return str(found)


def test_precision() -> None:
    assert read("1.86399", "SS.FF3").digits == 3
