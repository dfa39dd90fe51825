"""
What reading costs at S3: at most two ranged GETs for a segment at first, nothing later.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import pytest

from tests.durability.tools import rows, session, token_for
from tests.durability.writes import CREATE, LARGE, WRITES, Place

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway, NewGateway
    from tests.fix_s3 import FaultyS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

FIRST_READ: Final = 2
SEGMENTS: Final = r"\.parquet$"


@pytest.fixture
def gateway(new_gateway: NewGateway, faulty_s3: FaultyS3) -> Gateway:
    """Each has a place of its own in the bucket."""
    lake = faulty_s3.config()
    return new_gateway("--https", "off", config={"lake": lake | {"storage": f"{lake['storage']}/{uuid4()}"}})


def asked(s3: FaultyS3) -> Counter[str]:
    """How many requests each segment has had since the last look; every one for a part of it, but for the HEAD
    of an append."""
    found = s3.proxy.requests("GET|HEAD", SEGMENTS)
    s3.proxy.forget()
    assert all(one.range for one in found if one.method == "GET")
    return Counter(one.key for one in found if one.method == "GET")


def read_all(connection: psycopg.Connection) -> int:
    return len(rows(connection, "select * from t"))


def test_a_segment_is_fetched_once(gateway: Gateway, faulty_s3: FaultyS3) -> None:
    with session(gateway) as connection, session(gateway) as other:
        connection.execute(CREATE)
        place = Place(gateway, token_for(connection, "t"))
        for number, (way, write) in enumerate(WRITES.items()):
            asked(faulty_s3)
            assert write(place, number) is None
            read_all(connection)
            first = asked(faulty_s3)
            assert len(first) == (2 if way == "large insert" else 1), way
            assert max(first.values()) <= FIRST_READ, way
            for reader in (connection, other):
                read_all(reader)
                rows(reader, "select sum(number), max(padding) from t where batch >= 0")
            assert asked(faulty_s3) == {}, way


def test_after_a_restart(gateway: Gateway, faulty_s3: FaultyS3) -> None:
    with session(gateway) as connection:
        connection.execute(CREATE)
        place = Place(gateway, token_for(connection, "t"))
        for number, write in enumerate(WRITES.values()):
            assert write(place, number) is None
        connection.execute("update t set padding = 'changed' where batch = 0")
    gateway.restart()
    with session(gateway) as connection:
        asked(faulty_s3)
        assert read_all(connection) > LARGE
        first = asked(faulty_s3)
        assert len(first) > len(WRITES)
        assert max(first.values()) <= FIRST_READ
        read_all(connection)
        rows(connection, "select sum(number), max(padding) from t where batch >= 0")
        assert asked(faulty_s3) == {}
