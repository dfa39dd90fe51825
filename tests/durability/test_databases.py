"""
A database that is dropped and made again under its name is another one; and what cannot be one is refused
before anything of it exists, so that the next start finds nothing of it.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pytest

from tests.durability.tools import Poster, rows, session, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

BODY = stream(
    pa.record_batch({"a": pa.array([1, 2], pa.int32()), "b": pa.array([100_000, None], pa.int32())})
)


@pytest.mark.parametrize(
    ("columns", "status", "found"),
    [
        ("a int, b int", 200, [(1, 100_000), (2, None)]),
        ("a int, b int not null", 400, []),
        ("a int, b smallint", 400, []),
        ("b int, a int", 200, [(100_000, 1), (None, 2)]),
    ],
)
def test_a_post_knows_the_database_of_its_token(
    gateway: Gateway, columns: str, status: int, found: list[tuple[int | None, ...]]
) -> None:
    """The first topic of either has the same number, at the same version of its lake."""
    with session(gateway) as admin:
        admin.execute("drop database if exists other")
        tokens = []
        for defined in ("a int, b int", columns):
            admin.execute("drop database if exists other")
            admin.execute("create database other")
            with session(gateway, "other") as inside:
                inside.execute(f"create table people ({defined})")
                tokens.append(token_for(inside, "people"))
                with closing(Poster(gateway, tokens[-1])) as poster:
                    answer = poster.post(BODY)
        assert answer.status == status, answer
        with session(gateway, "other") as inside:
            assert rows(inside, "select * from people order by a") == found
        with closing(Poster(gateway, tokens[0])) as poster:
            assert poster.post(BODY).status == 401


@pytest.mark.parametrize("name", ["x" * 250, "é" * 63])
def test_a_name_that_is_too_long_stops_no_start(new_gateway: NewGateway, name: str) -> None:
    gateway = new_gateway("--https", "off", "--http", "off")
    with session(gateway) as admin:
        with pytest.raises(psycopg.Error) as caught:
            admin.execute(f'create database "{name}"')
        assert caught.value.sqlstate == "42622"
        assert "63 bytes" in (caught.value.diag.message_hint or "")
    gateway.terminate()
    gateway.start()
    with session(gateway) as admin:
        assert rows(admin, "select datname from pg_database") == [("pggate",)]


def test_a_database_that_another_transaction_uses_stays(gateway: Gateway) -> None:
    with session(gateway) as admin, psycopg.connect(gateway.dsn()) as other:
        admin.execute("create database used")
        admin.execute("create table used.public.t (a int)")
        other.execute("insert into used.public.t values (5)")
        with pytest.raises(psycopg.errors.ObjectInUse, match='"used" is being accessed by other users'):
            admin.execute("drop database used")
        other.commit()
        assert rows(admin, "select a from used.public.t") == [(5,)]
        admin.execute("drop database used")
        with pytest.raises(psycopg.Error) as caught:
            other.execute("select a from used.public.t")
        assert caught.value.sqlstate in ("3D000", "42P01")
