"""
Work for what keeps a lake's files few, while other clients write: rows that are too old, rows that change, and looks
at all of it.  What has been done, and whether anything is left to do.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from tests.durability.tools import metric, session, until_killed, value
from tests.durability.writes import SMALL, Place, batches, until_it_fits

if TYPE_CHECKING:
    import random
    from collections import Counter
    from collections.abc import Callable, Iterable

    from tests.durability.test_kill import Ledger

    Stored = Callable[[Place], Iterable[str]]  # the names of all files of the lake

BREAK: Final = 0.2  # seconds between two of one client's statements: the others are those who write
KEEPING: Final = (
    "alter table t add column at timestamp",
    "alter table t set (retention = '1 second', retention_column = 'at')",
)
FADED: Final = f"""
    insert into t (batch, number, size, at)
    select -{{number}}, i, {SMALL}, timestamp '2000-01-01' from range({SMALL}) r(i)
"""
UPKEEP: Final = {
    "merges": ("pggate_compactions_total", {"outcome": "ok"}),
    "expired snapshots": ("pggate_expired_snapshots_total", {}),
    "old files": ("pggate_removed_files_total", {"reason": "old"}),
    "orphans": ("pggate_removed_files_total", {"reason": "orphan"}),
}
"""What has been done besides: the metric that counts it, and its labels."""


def fade(place: Place, chance: random.Random) -> None:
    """Rows that are too old when they come, as batches that nobody counts."""
    with until_killed(), session(place.gateway) as connection:
        while True:
            connection.execute(FADED.format(number=chance.randrange(1, 1 << 60)))
            time.sleep(BREAK)


def touch(place: Place, ledger: Ledger, chance: random.Random) -> None:
    """Rows change, and so come into other files; which batches there are does not."""
    with until_killed(), session(place.gateway) as connection:
        while True:
            with ledger.lock:
                batch = chance.choice([0, *ledger.there])
            sql = f"update t set padding = 'touched' where batch = {batch} and number = 0"
            until_it_fits(lambda sql=sql: connection.execute(sql))
            time.sleep(BREAK)


def watch(place: Place, ledger: Ledger) -> None:
    """What was acknowledged is there, and every batch whole, at any time."""
    with until_killed(), session(place.gateway) as connection:
        while True:
            with ledger.lock:
                least = set(ledger.there)
            missing = least - batches(connection)
            assert not missing, f"{len(missing)} acknowledged batches are not seen: {sorted(missing)[:5]}"
            time.sleep(BREAK)


def count(place: Place, upkeep: Counter[str]) -> None:
    upkeep.update(
        {what: int(metric(place.gateway, name, **labels)) for what, (name, labels) in UPKEEP.items()}
    )


def is_tidy(place: Place, stored: Stored) -> bool:
    """Is of all files only left what the newest snapshot needs?"""
    files = [name for name in stored(place) if not name.endswith("-delete.parquet")]
    with session(place.gateway) as connection:
        return bool(len(files) == value(connection, "select sum(live_files) from pggate.compaction"))
