"""
Which composite types of STRUCTs pg_type has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.live.struct_types import StructTypes
from pggate.types.duck import Shown, column_type

if TYPE_CHECKING:
    from pggate.types.table import PgType
    from tests.session.conftest import Client, Connect


def struct(text: str) -> PgType:
    return column_type(text, Shown(structs_as_composites=True)).type


def test_those_within_are_known_too() -> None:
    known = StructTypes()
    outer = struct("STRUCT(a STRUCT(b INTEGER)[], c INTEGER)[]")
    known.note("db", [struct("INTEGER"), outer])
    inner = struct("STRUCT(b INTEGER)")
    assert [one.oid for one in known.of("db")] == [outer.oid - 1, inner.oid]
    assert [field.type.oid for field in known.of("db")[0].fields] == [inner.array_oid, 23]
    assert (known.find("db", inner.oid), known.find("db", 1), known.version) == (inner, None, 2)
    array = known.find("db", inner.array_oid)
    assert array is not None
    assert (array.oid, array.element, known.find("db", outer.oid + 2)) == (inner.array_oid, inner, None)
    known.note("db", [outer])
    assert known.version == 2
    assert (known.of("other"), known.find("other", inner.oid)) == ([], None)


def test_no_more_than_so_many() -> None:
    known = StructTypes(2)
    one, two, three = (struct(f"STRUCT({name} INTEGER)") for name in "abc")
    known.note("db", [one, two, one, three])
    assert (known.find("db", one.oid), known.find("db", two.oid)) == (one, None)


@pytest.mark.server
def test_in_the_catalogs(session: Client, connect: Connect) -> None:
    session.run("set pggate.struct_as = 'composite'")
    session.run("begin")
    session.rows("select count(*) from pg_type")
    (_, columns) = session.described("select {'a': 1, 'b': [{'c': 'x'}]} as s")
    oid = columns[0][1]
    (row,) = session.rows(
        "select t.typname, t.typtype, t.typrelid, c.relkind, c.reltype, a.typname, a.typelem from pg_type t "
        f"join pg_class c on c.oid = t.typrelid join pg_type a on a.oid = t.typarray where t.oid = {oid}"
    )
    name = f"struct_{oid:x}"
    assert row == (name, "c", str(oid), "c", str(oid), f"_{name}", str(oid))
    fields = session.rows(
        "select attname, attnum, format_type(atttypid, atttypmod) from pg_attribute "
        f"where attrelid = {oid} order by attnum"
    )
    inner = struct("STRUCT(c VARCHAR)")
    assert fields == [("a", "1", "integer"), ("b", "2", f"{inner.name}[]")]
    session.run("rollback")
    assert connect().rows(f"select '{name}'::regtype::oid") == [(str(oid),)]
