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
    from collections.abc import Collection
    from datetime import datetime

    from pggate.lake.receipts import Lot, Receipt
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
    )
    where said is not null"""  # what else may be called like the key is a name of somebody's
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
USED: Final = f"""
    select table_id, key, snapshot, lot, place from {SCHEMA}.keys
    where lake = $1 and key in ({{keys}}) order by snapshot desc"""
SAID: Final = (
    f"select snapshot, message from {SCHEMA}.receipts where lake = $1 and snapshot in ({{snapshots}})"
)
WRITTEN: Final = {"lots": [{"segments": [{"path": "VARCHAR", "sha256": "VARCHAR"}]}]}
CHECKSUMS: Final = f"""
    with lots as (
      select unnest(from_json(message, {quote_literal(json.dumps(WRITTEN))}).lots) as lot
      from {SCHEMA}.receipts where lake = $1
    ), segments as (
      select unnest(lot.segments) as segment from lots
    )
    select segment.path, segment.sha256 from segments"""
OLD: Final = f"""
    select snapshot from {SCHEMA}.receipts
    where lake = $1 and committed_at < $2 and snapshot < ({COPIED}) order by snapshot limit {{slice}}"""
SLICE: Final = 1000
"""Commits that are forgotten at once: others wait for the registry meanwhile."""


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

    def find(self, names: Collection[tuple[int, str]]) -> dict[tuple[int, str], Receipt]:
        """
        What was answered to the appends to topics, by their ids, that had these idempotency keys.
        """
        if not names:
            return {}
        keys = ", ".join(quote_literal(key) for _, key in names)
        places = {
            (table_id, key): (snapshot, lot, place)
            for table_id, key, snapshot, lot, place in self._tables.rows(USED.format(keys=keys), [self._lake])
            if (table_id, key) in names
        }
        snapshots = ", ".join(str(snapshot) for snapshot, _, _ in places.values())
        messages = self._tables.rows(SAID.format(snapshots=snapshots), [self._lake]) if places else []
        said = {snapshot: committed_lots(json.loads(message), self._root) for snapshot, message in messages}
        return {name: _receipt(said[place[0]], *place) for name, place in places.items() if place[0] in said}

    def checksums(self) -> dict[str, str]:
        """
        The SHA-256 of every segment that a receipt is kept of, by its path in the lake's storage.
        """
        return dict(self._tables.rows(CHECKSUMS, [self._lake]))

    def forget(self, before: datetime) -> None:
        """
        What was committed before that moment; but the last one stays, since it tells what was copied.
        """
        while self._forget_some(before) == SLICE:
            pass

    def _forget_some(self, before: datetime) -> int:
        with self._tables.changing():
            rows = self._tables.rows(OLD.format(slice=SLICE), [self._lake, before])
            if rows:
                old = f"snapshot in ({', '.join(str(snapshot) for (snapshot,) in rows)})"
                for table in ("keys", "receipts"):
                    self._tables.run(f"delete from {SCHEMA}.{table} where lake = $1 and {old}", [self._lake])
        return len(rows)

    def _copied(self) -> int:
        ((snapshot,),) = self._tables.rows(COPIED, [self._lake])
        return int(snapshot)


def _receipt(said: tuple[datetime, list[Lot]], snapshot: int, lot: int, place: int) -> Receipt:
    committed_at, lots = said
    receipts = list(receipts_of(lots[lot], snapshot, committed_at))
    return receipts[place]
