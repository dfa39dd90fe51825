"""
Speak SQL with psycopg: make a table, insert with parameters, ask, and ask again in binary.

    export PGPASSWORD="$(cat pggate-data/superuser.password)"
    python query_psycopg.py "host=127.0.0.1 user=pggate dbname=pggate"
    PGHOST=127.0.0.1 PGUSER=pggate PGDATABASE=pggate python query_psycopg.py

Where to connect is what every PostgreSQL client takes: the PG… variables, or a connection string, or both.
Each run adds three readings to the table and prints the latest two, once read as text and once as binary.
"""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal

import psycopg

WARM = Decimal("20.0")


def readings(now: dt.datetime) -> list[tuple[str, dt.datetime, Decimal | None, list[str]]]:
    hour = dt.timedelta(hours=1)
    return [
        ("roof", now, Decimal("31.5"), ["sun", "no wind"]),
        ("roof", now - hour, Decimal("30.8"), ["sun"]),
        ("cellar", now, None, []),  # the sensor is broken: NULL
    ]


def store(connection: psycopg.Connection) -> None:
    """When this returns, the readings are durable, and every query that starts from now on sees them."""
    with connection.transaction():
        connection.execute(
            "create table if not exists readings"
            " (place varchar, taken timestamptz, celsius decimal(4, 1), tags varchar[])"
        )
        connection.cursor().executemany(
            "insert into readings values (%s, %s, %s, %s)", readings(dt.datetime.now(dt.UTC))
        )


def latest(connection: psycopg.Connection, *, binary: bool) -> list[tuple[str, Decimal, list[str]]]:
    """The same values in both formats; in binary neither side prints numbers and dates only to parse them."""
    query = "select place, celsius, tags from readings where celsius > %s order by taken desc limit 2"
    return connection.execute(query, (WARM,), binary=binary).fetchall()


def main() -> int:
    conninfo = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        with psycopg.connect(conninfo, autocommit=True) as connection:
            store(connection)
            for binary in (False, True):
                print("binary:" if binary else "text:", latest(connection, binary=binary))
    except psycopg.Error as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
