"""
STRUCTs that clients were told of, in the mirror's tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog.given import read_given
from pggate.catalog.model import Database
from pggate.catalog.struct_rows import ShownStructs
from pggate.types.duck import Shown, column_type

if TYPE_CHECKING:
    from pggate.types.table import PgType
    from tests.catalog.conftest import World


def struct(text: str) -> PgType:
    return column_type(text, Shown(structs_as_composites=True)).type


ONE, TWO = struct("STRUCT(a INTEGER, b VARCHAR[])"), struct("STRUCT(c DATE)")
DATABASE = Database(1, "d", 1, 1, {}, {})


def oids(world: World, table: str, column: str = "oid") -> set[int]:
    found = world.rows(f"""select {column} from "~pg"."~mirror".{table} where database = 'd'""")
    return {oid for (oid,) in found}


def test_they_come_and_go(tables: World) -> None:
    given, shown = read_given(tables.cursor), ShownStructs()
    assert not shown.has(DATABASE, 1)
    shown.show(tables.cursor, given, DATABASE, 1, [ONE])
    assert shown.has(DATABASE, 1)
    assert not shown.has(DATABASE, 2)
    assert oids(tables, "relations") == oids(tables, "columns", "relation") == {ONE.oid}
    assert oids(tables, "types") == {ONE.oid, ONE.array_oid}
    columns = """select name, type, ndims from "~pg"."~mirror".columns where database = 'd' order by attnum"""
    assert tables.rows(columns) == [("a", 23, 0), ("b", 1009, 1)]
    shown.show(tables.cursor, given, DATABASE, 2, [TWO])
    assert oids(tables, "relations") == oids(tables, "columns", "relation") == {TWO.oid}
    assert oids(tables, "types") == {TWO.oid, TWO.array_oid}


def test_a_database_that_was_made_again_has_none(tables: World) -> None:
    given, shown = read_given(tables.cursor), ShownStructs()
    shown.show(tables.cursor, given, DATABASE, 1, [ONE])
    tables.cursor.run("""delete from "~pg"."~mirror".types""")  # as of a database that is dropped
    again = Database(2, "d", 1, 1, {}, {})
    assert not shown.has(again, 1)
    shown.show(tables.cursor, given, again, 1, [ONE])
    assert oids(tables, "types") == {ONE.oid, ONE.array_oid}
