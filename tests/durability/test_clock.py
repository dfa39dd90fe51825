"""
A clock that jumps: ahead by more than receipts are kept, back, and while the gateway is down.
"""

from __future__ import annotations

import functools
import itertools
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.durability.tools import session, token_for, value
from tests.durability.writes import CREATE, WRITES, Place, batches, post
from tests.waiting import wait_until

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

JUMPS: Final = ("+0", "+400d", "-400d")
KEYED: Final = 1_000
"""The batch that is sent again and again with its key."""


def is_kept(connection: psycopg.Connection, key: str) -> bool:
    """Has its receipt been copied?  SELECT alone would show those that are still to be copied, too."""
    kept = f"select 1 from pggate.receipts where idempotency_key = '{key}'"
    connection.execute(f"create or replace temp table kept as {kept}")
    return bool(value(connection, "select count(*) from kept"))


@pytest.fixture(scope="module")
def library() -> str:
    """What gives a program another clock."""
    listed = subprocess.run(["dpkg", "-L", "libfaketime"], capture_output=True, text=True, check=False)
    found = [line for line in listed.stdout.splitlines() if line.endswith("/libfaketimeMT.so.1")]
    if not found or not Path(found[0]).exists():
        pytest.skip("libfaketime is not installed (Debian: faketime)")
    return found[0]


def test_nothing_depends_on_it(new_gateway: NewGateway, library: str, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+0")
    environ = {
        "LD_PRELOAD": library,
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # no clock's jump moves that one
    }
    gateway = new_gateway("--https", "off", environ=environ)
    numbers, there = itertools.count(), {KEYED}
    with session(gateway) as connection:
        connection.execute(CREATE)
        place = Place(gateway, token_for(connection, "t"))

        def write_all() -> None:
            for write in WRITES.values():
                number = next(numbers)
                assert write(place, number) is None
                there.add(number)
            assert post(place, KEYED, key="keyed") is None

        for jump in JUMPS:
            clock.write_text(jump)
            connection.execute("set statement_timeout = '30s'")
            write_all()
            assert batches(connection) == there
            if jump == "+400d":
                assert value(connection, "select now()") > datetime.now(UTC) + timedelta(days=399)
                for key in ("keyed", "later"):  # when the second is kept, the first has outlived a turn
                    number = KEYED if key == "keyed" else KEYED + 1
                    assert post(place, number, key=key) is None
                    there.add(number)
                    wait_until(functools.partial(is_kept, connection, key))
                write_all()
                assert batches(connection) == there
    gateway.kill()
    clock.write_text("-100d")
    gateway.restart()
    with session(gateway) as connection:
        assert batches(connection) == there
        write_all()
        assert batches(connection) == there
    assert gateway.terminate() == 0
