"""
Where receipts are kept beyond the snapshots whose messages carry them: the registry, of which this is a
projection.

`catch_up` copies the messages of the snapshots after the last one that was copied; a process that dies before
it loses nothing.  What is copied outlives the expiry of its snapshot, and goes when it is older than the
retention.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.lake.receipts import KEY, committed_lots, receipts_of
from pggate.lake.registry_tables import SCHEMA

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.lake.receipts import Receipt
    from pggate.lake.registry_tables import RegistryTables

KEPT: Final = f"""
    create or replace macro "~pg"."~mirror".kept_receipts() as table
    select lake, snapshot, committed_at, message from {SCHEMA}.receipts"""
"""What lets pggate.receipts read them (sql/receipts.sql), in the engine."""
COPIED: Final = f"select coalesce(max(snapshot), -1) from {SCHEMA}.receipts where lake = $1"
MESSAGES: Final = f"""
    insert into {SCHEMA}.receipts
    select $1, snapshot_id, cast(said->>'$.at' as timestamptz), said
    from (
      select snapshot_id, json_extract(commit_extra_info, '$.pggate.{KEY}') as said
      from {{metadata}}.ducklake_snapshot_changes
      where snapshot_id > $2 and commit_extra_info like '%"{KEY}"%'
    )"""
SHAPE: Final = {"lots": [{"table": "BIGINT", "keys": [{"place": "INTEGER", "key": "VARCHAR"}]}]}
# json_each would take fifty times as long (duckdb 1.5.5).
KEYS: Final = f"""
    insert into {SCHEMA}.keys
    with messages as (
      select snapshot, from_json(message, {quote_literal(json.dumps(SHAPE))}).lots as lots
      from {SCHEMA}.receipts where lake = $1 and snapshot > $2 and message like '%"keys"%'
    ), lots as (
      select snapshot, unnest(lots) as lot, generate_subscripts(lots, 1) - 1 as number from messages
    ), given as (
      select snapshot, number, lot."table" as table_id, unnest(lot.keys) as given from lots
    )
    select $1, table_id, given."key", snapshot, number, given.place from given"""
FOUND: Final = f"""
    select r.snapshot, r.message, k.lot, k.place
    from {SCHEMA}.keys k join {SCHEMA}.receipts r on r.lake = k.lake and r.snapshot = k.snapshot
    where k.key = $3 and k.lake = $1 and k.table_id = $2
    order by r.snapshot limit 1"""


class ReceiptBook:
    """
    The receipts of one lake.  Safe from any thread.

    Args:
        lake: The database's OID.
        metadata: The qualified, quoted schema of DuckLake's metadata tables.
        root: What the addresses of segments begin with.

    """

    def __init__(self, tables: RegistryTables, lake: int, metadata: str, root: str) -> None:
        self._tables = tables
        self._lake = lake
        self._metadata = metadata
        self._root = root

    def catch_up(self) -> int:
        """
        Copy what every committed snapshot says; returns the last one that said something.
        """
        with self._tables.changing():
            known = [self._lake, self._copied()]
            self._tables.run(MESSAGES.format(metadata=self._metadata), known)
            self._tables.run(KEYS, known)
            return self._copied()

    def find(self, table_id: int, key: str) -> Receipt | None:
        """
        What was answered to the append to a topic that had this idempotency key.
        """
        rows = self._tables.rows(FOUND, [self._lake, table_id, key])
        if not rows:
            return None
        ((snapshot, message, lot, place),) = rows
        committed_at, lots = committed_lots(json.loads(message), self._root)
        receipts = list(receipts_of(lots[lot], int(snapshot), committed_at))
        return receipts[int(place)]

    def forget(self, before: datetime) -> None:
        """
        What was committed before that moment; but the last one stays, since it tells what was copied.
        """
        old = f"lake = $1 and committed_at < $2 and snapshot < ({COPIED})"
        with self._tables.changing():
            for table, condition in (
                ("keys", f"lake = $1 and snapshot in (select snapshot from {SCHEMA}.receipts where {old})"),
                ("receipts", old),
            ):
                self._tables.run(f"delete from {SCHEMA}.{table} where {condition}", [self._lake, before])

    def _copied(self) -> int:
        ((snapshot,),) = self._tables.rows(COPIED, [self._lake])
        return int(snapshot)
