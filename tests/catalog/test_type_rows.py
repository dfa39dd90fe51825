"""
The types that a database has beside PostgreSQL's, and what columns of them are.
"""

from __future__ import annotations

from pggate.catalog.given import Given, TypeFacts
from pggate.catalog.model import Column, Database, Relation, Schema
from pggate.catalog.tables import TABLES
from pggate.catalog.type_rows import Types, composite_types, enum_types, row_types
from pggate.lake.declared import Declared
from pggate.lake.declared_composites import Attribute, CompositeType
from pggate.types.composites import STRUCT_TYPES
from pggate.types.enums import EnumType

PUBLIC = Schema(2200, "public")
TOPIC = Relation(16386, "d", "public", "t", "r", (Column(1, "a", "INTEGER", 23, -1),))
MOODS = tuple(EnumType(50 + 2 * n, 51 + 2 * n, "public", f"Mood {n}", ("sad",)) for n in range(2))
PAIR = CompositeType(60, 61, "public", "pair", (Attribute("x", "INTEGER", 23),))
DECLARED = Declared(enums={one.oid: one for one in MOODS}, composites={60: PAIR})
DATABASE = Database(1, "d", 1, 1, {"public": PUBLIC}, {("public", "t"): TOPIC}, DECLARED)
INTEGER = TypeFacts(4, True, "b", "N", "i", "p", 0)


def named(row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(TABLES["types"].names, row, strict=True))


def test_a_row_type_and_its_arrays() -> None:
    of_rows, of_arrays = map(named, row_types(DATABASE, TOPIC))
    assert (of_rows["typname"], of_rows["typtype"], of_rows["typrelid"]) == ("t", "c", 16386)
    assert of_rows["typarray"] == of_arrays["oid"] == 0x50000000 + 2 * 2 + 1
    assert (of_arrays["typname"], of_arrays["typelem"]) == ("_t", of_rows["oid"])
    assert (of_arrays["base"], of_arrays["before"], of_arrays["brackets"]) == (of_rows["oid"], "t", "[]")
    assert (of_rows["spellings"], of_arrays["spellings"]) == (["t"], ["_t", "t[]"])


def test_a_sequence_has_no_row_type() -> None:
    assert list(row_types(DATABASE, Relation(30, "d", "public", "s", "S", ()))) == []


def test_what_is_created() -> None:
    scalar, array = map(named, enum_types(DATABASE, MOODS[0]))
    assert (scalar["typtype"], scalar["typlen"], scalar["before"]) == ("e", 4, '"Mood 0"')
    assert (array["typname"], array["typelem"], array["typalign"]) == ("_Mood 0", 50, "i")
    assert array["spellings"] == ["_Mood 0", "Mood 0[]", '"Mood 0"[]']
    scalar, array = map(named, composite_types(DATABASE, PAIR))
    assert (scalar["typtype"], scalar["typrelid"], scalar["typarray"], array["typalign"]) == (
        "c",
        60,
        61,
        "d",
    )


def test_nothing_is_shown_of_a_schema_that_is_gone() -> None:
    gone = Database(1, "d", 1, 1, {}, {}, DECLARED)
    assert list(enum_types(gone, MOODS[0])) == list(composite_types(gone, PAIR)) == []


def test_what_columns_are() -> None:
    types = Types(Given({}, {23: INTEGER}, {}), DATABASE)
    assert types.facts(23) is INTEGER
    for mood in MOODS:
        scalar, array = types.facts(mood.oid), types.facts(mood.array_oid)
        assert scalar is not None
        assert array is not None
        assert (scalar.typtype, scalar.typlen, array.category, array.align) == ("e", 4, "A", "i")
    for composite in (60, 0x50000004, STRUCT_TYPES.start):
        scalar, array = types.facts(composite), types.facts(composite + 1)
        assert scalar is not None
        assert array is not None
        assert (scalar.typtype, array.category, array.align) == ("c", "A", "d")
    assert types.facts(99) is None
