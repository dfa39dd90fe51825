"""
The composite types of DuckDB's STRUCTs (pggate.struct_as) that clients were told of, in the mirror's tables:
they belong to no schema of the database's, so they are shown as pg_catalog's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog import rows
from pggate.catalog.relation_rows import Place, Told, column_row, row_of
from pggate.catalog.tables import OF_DATABASES
from pggate.catalog.type_rows import NamedType, Types, composite_rows
from pggate.engine.names import quote_literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pggate.catalog.given import Given
    from pggate.catalog.model import Database
    from pggate.engine.cursor import Cursor
    from pggate.types.table import PgType

    Row = tuple[object, ...]

PG_CATALOG: Final = 11
"""The OID of the schema."""


class _Shown(NamedTuple):
    """
    Of a database, by its OID, and as of a version of all types that were told.
    """

    database: int
    version: int
    oids: frozenset[int]


class ShownStructs:
    """
    Those that the tables have.  Used by one thread at a time.
    """

    def __init__(self) -> None:
        self._shown: dict[str, _Shown] = {}

    def has(self, database: Database, version: int) -> bool:
        """
        Are they there, as of that version?
        """
        known = self._shown.get(database.name)
        return known is not None and (known.database, known.version) == (database.oid, version)

    def show(
        self, cursor: Cursor, given: Given, database: Database, version: int, structs: Sequence[PgType]
    ) -> None:
        """
        Bring the tables to those that there are; inside the cursor's transaction.
        """
        known = self._shown.get(database.name)
        shown = known.oids if known is not None and known.database == database.oid else frozenset()
        now = frozenset(one.oid for one in structs)
        _forget(cursor, database, shown - now)
        _add(cursor, given, database, [one for one in structs if one.oid not in shown])
        self._shown[database.name] = _Shown(database.oid, version, now)


def _forget(cursor: Cursor, database: Database, gone: Collection[int]) -> None:
    for table in ("relations", "columns", "types") if gone else ():
        oids = ", ".join(str(oid + is_array) for oid in gone for is_array in (0, 1))
        of_database = f"database = {quote_literal(database.key)}"
        rows.exchange(cursor, table, f"{of_database} and {OF_DATABASES[table]} in ({oids})", ())


def _add(cursor: Cursor, given: Given, database: Database, structs: Sequence[PgType]) -> None:
    key, types = database.key, Types(given, database)
    rows.insert(cursor, "relations", [_relation(key, one) for one in structs])
    rows.insert(cursor, "types", [row for one in structs for row in _types(key, one)])
    rows.insert(cursor, "columns", [row for one in structs for row in _columns(key, one, types)])


def _relation(key: str, one: PgType) -> Row:
    place = Place(key, one.oid, PG_CATALOG, "pg_catalog", one.name, "c", len(one.fields))
    return row_of(place, ["pg_catalog"])


def _types(key: str, one: PgType) -> Iterator[Row]:
    return composite_rows(key, NamedType(one.oid, one.array_oid, PG_CATALOG, "pg_catalog", one.name, one.oid))


def _columns(key: str, one: PgType, types: Types) -> Iterator[Row]:
    for attnum, field in enumerate(one.fields, 1):
        yield column_row(key, one.oid, Told(attnum, field.name, field.type.oid, field.typmod), types)
