"""
How much the topics hold: rows, bytes and the last commit of each, for the tables that show it.

Counted from the live files: DuckLake's own ducklake_table_stats never counts down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.catalog.emulation import DATABASE
from pggate.catalog.model import FIRST_OID
from pggate.engine.bracket import transaction
from pggate.engine.names import qualified, quote_literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.model import Database
    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

TABLE: Final = qualified(DATABASE, "~mirror", "statistics")
RELATIONS: Final = qualified(DATABASE, "~mirror", "relations")
SNAPSHOT: Final = "select max(snapshot_id) from {at}.ducklake_snapshot"
COUNTS: Final = """
    insert into {table}
    select {database}, {first_oid} + t.table_id, coalesce(f.rows, 0) - coalesce(d.rows, 0),
           coalesce(f.bytes, 0), s.snapshot_time
    from (select distinct table_id from {at}.ducklake_table where end_snapshot is null) t
    left join (
      select table_id, sum(record_count) filter (where end_snapshot is null) as rows,
             sum(file_size_bytes) filter (where end_snapshot is null) as bytes,
             greatest(max(begin_snapshot), max(partial_max), max(end_snapshot)) as snapshot
      from {at}.ducklake_data_file group by table_id
    ) f on f.table_id = t.table_id
    left join (
      select table_id, sum(delete_count) filter (where end_snapshot is null) as rows,
             max(begin_snapshot) as snapshot
      from {at}.ducklake_delete_file group by table_id
    ) d on d.table_id = t.table_id
    left join {at}.ducklake_snapshot s on s.snapshot_id = greatest(f.snapshot, d.snapshot)"""
OF_ORIGIN: Final = "update {table} set relation = $1 where database = {database} and relation = $2"
"""A topic that was written anew keeps its OID."""


SHOWN: Final = """
    update {relations} r set rows = s.rows from {table} s
    where r.database = {database} and s.database = {database} and s.relation = r.oid and r.rows <> s.rows"""
"""What pg_class says."""

Counted: TypeAlias = "Mapping[int, int]"
"""How many rows topics have, by their OIDs."""


class Statistics:
    """
    Used by one thread at a time.
    """

    def __init__(self) -> None:
        self._measured: dict[str, tuple[Lake, int]] = {}
        """The snapshot that a lake was last counted at; made again under the same name it is another lake."""
        self._counted: dict[str, tuple[int, Counted]] = {}

    def counted(self, database: Database) -> Counted:
        """
        As of the last measuring.
        """
        oid, found = self._counted.get(database.name, (None, {}))
        return found if oid == database.oid else {}

    def measure(self, cursor: Cursor, lake: Lake) -> None:
        """
        Count a lake's rows anew if it has a new snapshot.
        """
        ((snapshot,),) = cursor.rows(SNAPSHOT.format(at=lake.metadata))
        if self._measured.get(lake.name) == (lake, snapshot):
            return
        database = quote_literal(lake.name)
        with transaction(cursor):
            cursor.run(f"delete from {TABLE} where database = {database}")
            cursor.run(COUNTS.format(table=TABLE, database=database, first_oid=FIRST_OID, at=lake.metadata))
            declared = lake.declarations.declared
            for table_id in declared.successors.values():
                oids = FIRST_OID + declared.origin(table_id), FIRST_OID + table_id
                cursor.run(OF_ORIGIN.format(table=TABLE, database=database), oids)
            cursor.run(SHOWN.format(table=TABLE, relations=RELATIONS, database=database))
            counted = dict(cursor.rows(f"select relation, rows from {TABLE} where database = {database}"))
        self._measured[lake.name] = (lake, snapshot)
        self._counted[lake.name] = (lake.oid, counted)
