"""
What changes with a database in the mirror's tables: afterwards they have what they would have anew, and with the
rows of a session's own they show what they would show of its database.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from pggate.catalog.changes import changes
from pggate.catalog.given import Given, TypeFacts
from pggate.catalog.model import FIRST_OID, Column, Database, Key, Relation, Schema
from pggate.catalog.tables import OF_DATABASES, TABLES
from pggate.lake.declared import Declared
from pggate.lake.declared_composites import Attribute, CompositeType
from pggate.lake.sequences import Sequence
from pggate.types.enums import EnumType

if TYPE_CHECKING:
    from pggate.catalog.changes import Change

    Row = tuple[object, ...]

INTEGER = TypeFacts(4, True, "b", "N", "i", "p", 0)
TEXT = TypeFacts(-1, False, "b", "S", "i", "x", 100)
GIVEN = Given(
    relations={
        name: ((oid, 11, name, "v", 1, 10, None, None, "pg_catalog", "pg_catalog", name, ["pg_catalog"], False, False, 0, None, None, None, None),)
        for oid, name in ((1259, "pg_class"), (13001, "columns"))
    },
    types={23: INTEGER, 25: TEXT},
    classes={23: 1978, 25: 3126},
)  # fmt: skip
GIVEN_OIDS = {row[0] for each in GIVEN.relations.values() for row in each}
PUBLIC = Schema(2200, "public")
OTHER = Schema(FIRST_OID + 1, "other")
MOOD = EnumType(0x40000001, 0x40000002, "public", "mood", ("sad", "ok"))
LATER = EnumType(0x40000007, 0x40000008, "other", "later", ("x",))
PAIR = CompositeType(0x40000003, 0x40000004, "other", "a", (Attribute("x", "INTEGER", 23),))
NUMBERS = Sequence(0x40000005, "public", "numbers")
EMPTY = Database(1, "d", 1, 1, {}, {})


def topic(
    number: int, schema: str, name: str, owns: bool, *columns: Column, keys: tuple[Key, ...]
) -> Relation:
    owned = (NUMBERS.oid,) if owns else ()
    of = tuple(replace(one, owns=owned) if one.attnum == 1 else one for one in columns)
    return Relation(FIRST_OID + number, "d", schema, name, "r", of, keys=keys)


ID = ("id", "INTEGER", 23, None)
COLUMNS = st.lists(
    st.sampled_from(
        [
            ("name", "VARCHAR", 25, "said"),
            ("mood", "VARCHAR", MOOD.oid, None),
            ("moods", "VARCHAR[]", MOOD.array_oid, None),
        ]
    ),
    max_size=2,
    unique_by=lambda one: one[0],
)
PLACES = [(schema, name) for schema in ("public", "other") for name in ("a", "b", "columns", "pg_class")]


@st.composite
def relations(draw: Any, place: tuple[str, str]) -> Relation:
    """One of those that may be called so."""
    number = PLACES.index(place) + 2
    written = draw(COLUMNS)
    written.insert(draw(st.integers(0, len(written))), ID)
    columns = tuple(
        Column(attnum, column, of, oid, -1, comment=said)
        for attnum, (column, of, oid, said) in enumerate(written, 1)
    )
    if draw(st.integers(0, 4)) == 0:
        query = draw(st.sampled_from("xy"))
        return Relation(FIRST_OID + number, "d", *place, "v", columns, definition=query)
    kinds: list[Any] = sorted(draw(st.sets(st.sampled_from(["p", "u", "c", "index"]))))
    keys = [
        Key(
            0x40001000 + 10 * number + at,
            draw(st.sampled_from(["a", "t_key"])),
            kind,
            ("id",),
            shown="x > 0" if kind == "c" else "",
            comment=draw(st.sampled_from([None, "said"])),
        )
        for at, kind in enumerate(kinds)
    ]
    if draw(st.booleans()):
        other = draw(st.sampled_from(range(2, len(PLACES) + 2)))
        keys.append(Key(0x40002000 + number, "fk", "f", ("id",), FIRST_OID + other, ("id",)))
    return topic(number, *place, draw(st.booleans()), *columns, keys=tuple(keys))


@st.composite
def databases(draw: Any, known: Database | None = None) -> Database:
    """Of a few objects that have each other's names, and point to each other; some are those of `known`."""
    schemas = {"public": PUBLIC, **({"other": OTHER} if draw(st.integers(0, 3)) else {})}
    found: dict[tuple[str, str], Relation] = {}
    for place in PLACES:
        before = known.relations.get(place) if known is not None else None
        if before is not None and draw(st.integers(0, 3)):
            found[place] = before
        elif not draw(st.integers(0, 2)):
            found[place] = draw(relations(place))
    found = {place: one for place, one in found.items() if one.schema in schemas}
    declared = Declared(
        enums={
            MOOD.oid: draw(st.sampled_from([MOOD, replace(MOOD, name="b")])),  # columns are of it
            **({LATER.oid: LATER} if draw(st.booleans()) else {}),
        },
        composites={PAIR.oid: PAIR} if draw(st.booleans()) else {},
        sequences={NUMBERS.oid: draw(st.sampled_from([NUMBERS, replace(NUMBERS, increment=2)]))} if draw(st.booleans()) else {},
    )  # fmt: skip
    if declared.sequences:
        columns = (Column(1, "last_value", "BIGINT", 23, -1),)
        found["public", "numbers"] = Relation(NUMBERS.oid, "d", "public", "numbers", "S", columns)
    topics = {one.oid for one in found.values() if one.kind == "r"}
    kept = {
        place: replace(
            one, keys=tuple(key for key in one.keys if key.references is None or key.references in topics)
        )
        for place, one in found.items()
    }
    return Database(1, "d", 1, 1, schemas, kept, declared)


def rows(found: dict[str, Change]) -> dict[str, list[Row]]:
    return {table: found[table].rows if table in found else [] for table in OF_DATABASES}


def of(table: str, row: Row) -> object:
    """The OID of what a row is about."""
    return row[TABLES[table].names.index(OF_DATABASES[table])]


def counted(found: list[Row]) -> Counter[str]:
    """As names are listed in any order, so are rows."""
    return Counter(str([sorted(v) if isinstance(v, list) and v and isinstance(v[0], str) else v for v in row[1:]]) for row in found)  # fmt: skip


def shown(known: list[Row], table: str, gone: set[int], come: list[Row]) -> Counter[str]:
    return counted([row for row in known if of(table, row) not in gone] + come)


def anew(database: Database) -> dict[str, list[Row]]:
    """All that the tables have of a database."""
    found = rows(changes(GIVEN, database, EMPTY))
    clashing = {row[3] for row in found["relations"] if of("relations", row) in GIVEN_OIDS}
    found["relations"] += [
        ("d", *row) for name, each in GIVEN.relations.items() for row in each if name not in clashing
    ]
    return found


@drawn(st.data())
def test_what_stays_and_what_comes_is_what_there_is(data: st.DataObject) -> None:
    known = data.draw(databases())
    now = data.draw(databases(known))
    before, after, found = anew(known), anew(now), changes(GIVEN, now, known)
    for table in OF_DATABASES:
        gone = found[table].gone if table in found else set()
        assert shown(before[table], table, gone, rows(found)[table]) == counted(after[table]), table


@drawn(st.data())
def test_what_a_session_sees_is_its_own_database(data: st.DataObject) -> None:
    """After its first definition and after another one: two lists of OIDs hide what it does not see."""
    known = data.draw(databases())
    before = anew(known)
    own: dict[str, list[Row]] = {table: [] for table in OF_DATABASES}
    hidden: dict[bool, set[int]] = {True: set(), False: set()}
    for _ in range(2):
        now = data.draw(databases(known))
        mine = replace(now, shown_as="~own")
        for table, change in changes(GIVEN, mine, known).items():
            own[table] = [row for row in own[table] if of(table, row) not in change.gone] + change.rows
            hidden[table == "relations"] |= change.gone
        known, after = mine, anew(now)
        for table in OF_DATABASES:
            seen = shown(before[table], table, hidden[table == "relations"], own[table])
            assert seen == counted(after[table]), table


def test_nothing_is_written_where_nothing_moves() -> None:
    columns = (Column(1, "id", "INTEGER", 23, -1),)
    one = topic(2, "public", "a", False, *columns, keys=())
    known = Database(1, "d", 1, 1, {"public": PUBLIC}, {("public", "a"): one})
    assert (
        changes(GIVEN, replace(known, schema_version=2, relations={("public", "a"): replace(one)}), known)
        == {}
    )


@pytest.mark.parametrize("others", [1, 50])
def test_the_work_follows_what_changes(others: int) -> None:
    numbers = count(2)
    columns = (Column(1, "id", "INTEGER", 23, -1),)
    relations = {
        ("public", f"t{number}"): topic(number, "public", f"t{number}", False, *columns, keys=())
        for number in (next(numbers) for _ in range(others))
    }
    known = Database(1, "d", 1, 1, {"public": PUBLIC}, relations)
    new = topic(next(numbers), "public", "new", False, *columns, keys=())
    found = changes(GIVEN, replace(known, relations={**relations, ("public", "new"): new}), known)
    assert {table: len(change.rows) for table, change in found.items()} == {
        "relations": 1,
        "columns": 7,
        "types": 2,
    }
    assert all(not change.gone for change in found.values())
