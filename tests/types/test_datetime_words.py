"""
Dates and times of all forms: what PostgreSQL 15 reads, and what it refuses, is read and refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import psycopg
import pytest

from pggate.errors import PgError
from pggate.types import table, text

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONE: Final = "Europe/Berlin"

DATES: Final = """
January 8, 1999|1999-Jan-08|Jan-08-1999|08-Jan-1999|08-Jan-99|Jan-08-99|99-Jan-08|8 Jan 1999|Jan 8 1999|19990108
990108|1999.008|1999008|99008|J2451187|JD2451187|Julian 2451187|j 2451187|January 8, 99 BC|1/8/1999|13/1/1999
1999-01-08 BC|1999-01-08 AD|1999-1-8|99-1-8|1999-01-08 10:11|1999-01-08T10:11:12Z|0000-01-01|4714-11-24 BC
4714-11-23 BC|5874897-12-31|5874898-01-01|2023-02-29|10000-01-01|1999-13-01|1999-01-32||x|Jan 8|Jan|8|1999
Monday 1999-01-08|Mon Jan 8 1999|1999-01-08  | 1999-01-08|1999/01/08|1999 01 08|08.01.1999|1 8 1999|1 8 99
2004-292|2004-366|2003-366|2004.292|Janx 8 1999|1999 Jan 8|1999-01-|1999--01-08|1999-01-08-|sept 5 2001
Jan 8 1999 BC|99 Jan 8 BC|1999-01-08 allballs|8-1999-Jan|Friday|2001-02-03 04|,1999-01-08,|(1999-01-08)
1999-01-08 at 10:11|on 1999-01-08|99-1999-Jan|1999-Jan|Jan 32 1999|Feb 30 2000|12.31.69|12/31/70|01-02-03
""".replace("\n", "|").split("|")

TIMES: Final = """
04:05:06.789|04:05:06|04:05|040506|0405|04:05 AM|04:05 PM|12:00 AM|12:00 PM|13:00 PM|04:05:06.789-8|0:0:0
04:05:06-08:00|04:05-08:00|040506-08|040506+0730|24:00:00|24:00:01|23:59:60|23:59:60.5|23:59:61|25:00|allballs|4
04:5:6|04:05:06 PST|noon|2020-01-01 04:05|04:05:06.9999999|23:59:59.9999999|-1:00| 04:05 |T04:05|T040506|04:05z
04:05 nope|04:05 utc|2020-01-01|Jan 8 1999 04:05|040506.789|12:60
""".replace("\n", "|").split("|")

TIMESTAMPS: Final = """
2004-10-19 10:23:54|2004-10-19 10:23|2004-10-19 10|2004-10-19|2004-10-19t10:23:54|2004-10-19 10:23:54Z
2004-10-19 10:23:54+02|2004-10-19 10:23:54 Europe/Paris|2004-10-19 10:23:54 PST|Oct 19 10:23:54 2004
Tue Oct 19 10:23:54 2004 PST|20041019102354|20041019T102354|20041019 102354|2004-10-19 24:00:00
2004-10-19 24:00:01|2004-10-19 23:59:60|2004-10-19 10:23:54.1234567|2004-10-19 10:23:54 BC
2004-10-19 10:23:54 AD|2004-10-19 10:23:54 PM|2004-10-19 22:23:54 PM|2004-10-19  10:23:54|2004-10-19 10:23:54.
2004-10-19 10:23:54,5|2004-10-19 10:23:61|2004-292 10:23|J2453298 10:23|J2453298.5|10/19/2004 10:23
19/10/2004 10:23|2004-02-30 00:00|294276-12-31 23:59:59|294277-01-01|4714-11-24 00:00 BC|4713-01-01 BC
99999-01-01 00:00|2004-10-19 10:23:54+0200|2004-10-19 10:23:54+02:00|2004-10-19 10:23:54 +2
2004-10-19 10:23:54-3:30|2004-10-19 10:23:54 America/New_York|2004-10-19 10:23:54 america/new_york
2004-10-19 10:23:54 EST|2004-10-19 10:23:54 CEST|2004-07-19 10:23:54 CET|2004-10-19 10:23:54 zulu
2004-10-19 10:23:54 UTC+3|2004-10-19 10:23:54 UTC-3|2004-10-19 10:23:54 EST5EDT|2004-10-19 10:23:54+15:59:59
2004-10-19 10:23:54+16|2004-03-28 02:30:00|2004-10-31 02:30:00|0044-03-15 12:00 BC|2004-10-19 10:23:54 nope
2004-10-19 10:23:54 Nowhere/Land|2004-10-19 10:23:54 GMT|2004-10-19 10:23:54z|2004-10-19+02|2004-10-19 EST
10:23 2004-10-19|10:23:54 PM Oct 19 2004|Oct 19 2004 10:23 PM PST|2004-10-19 102354|2004-10-19 1023|2004-10-19T1023
2004-10-19T102354-08|2004-10-19T102354.5|20041019 102354.5|2004-10-19 10:23 10:24|2004-10-19 2004-10-20
2004-10-19 PST PDT|Oct Oct 19 2004|2004-10-19 T|T10:23|2004-10-19 allballs|allballs|2004-10-19 10:23 Europe/Berlin x
Oct-19-2004 10:23|2004-10-19 10:23 Tuesday|2004-10-19 10:23 AM PM|2004-10-19 10:23.5|2004-10-19 10:23+2:30:15
""".replace("\n", "|").split("|")

CASES: Final = [
    *((table.DATE, one) for one in DATES),
    *((table.TIME, one) for one in TIMES),
    *((table.TIMESTAMP, one) for one in (*TIMESTAMPS, *DATES)),
    *((table.TIMESTAMPTZ, one) for one in (*TIMESTAMPS, *DATES) if not one.startswith(("294277", "4714"))),
]


def ours(type_: table.PgType, written: str) -> str:
    """What is read, as text, or the SQLSTATE of its refusal."""
    try:
        return text.encode(type_, text.decode(type_, written, ZoneInfo(ZONE)), ZoneInfo(ZONE)).decode()
    except PgError as error:
        return f"{error.code} {error.message}"


class Postgres:
    """What PostgreSQL says of the same."""

    def __init__(self, dsn: str) -> None:
        self.connection = psycopg.connect(dsn, autocommit=True)
        self.connection.execute(f"set timezone = '{ZONE}'")

    def says(self, type_: table.PgType, written: str) -> str:
        try:
            found = psycopg.ClientCursor(self.connection).execute(
                f"select (%s::{type_.sql})::text", (written,)
            )
        except psycopg.Error as error:
            return f"{error.sqlstate} {error.diag.message_primary}"
        row = found.fetchone()
        assert row is not None
        return str(row[0])


@pytest.fixture
def postgres(postgres_dsn: str) -> Iterator[Postgres]:
    postgres = Postgres(postgres_dsn)
    yield postgres
    postgres.connection.close()


@pytest.mark.server
def test_as_postgres(postgres: Postgres) -> None:
    differences = {
        (type_.name, written): (ours(type_, written), theirs)
        for type_, written in CASES
        if ours(type_, written) != (theirs := postgres.says(type_, written))
    }
    assert differences == {}
