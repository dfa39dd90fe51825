"""
The mirror's tables: what they hold, and that only what changed is exchanged.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.catalog import rows
from pggate.catalog.given import read_given
from pggate.catalog.model import FIRST_OID, Column, Database, Relation, Schema
from pggate.catalog.tables import TABLES
from pggate.lake.entries import State

if TYPE_CHECKING:
    from pggate.catalog.rows import Hidden
    from tests.catalog.conftest import World

PUBLIC = Schema(16385, "public")


def relation(oid: int, name: str, *columns: str, definition: str | None = None) -> Relation:
    return Relation(
        oid,
        "d",
        "public",
        name,
        "v" if definition else "r",
        tuple(Column(n, column, "INTEGER", 23, -1) for n, column in enumerate(columns, 1)),
        definition=definition,
    )


def database(*relations: Relation, oid: int = 1, schemas: tuple[Schema, ...] = (PUBLIC,)) -> Database:
    return Database(
        oid,
        "d",
        1,
        1,
        {schema.name: schema for schema in schemas},
        {("public", r.name): r for r in relations},
    )


def held(world: World) -> dict[str, list[str]]:
    found = world.rows(
        'select r.name, list(c.name order by c.attnum) from "~pg"."~mirror".relations r'
        ' left join "~pg"."~mirror".columns c'
        " on c.database = r.database and c.relation = r.oid and c.attnum > 0"
        f" where r.database = 'd' and r.oid >= {FIRST_OID} group by r.name order by r.name"
    )
    return dict(found)


def exchange(world: World, now: Database, known: Database | None) -> Hidden:
    return rows.exchange_database(world.cursor, read_given(world.cursor), now, known)


def test_a_database_from_state_to_state(tables: World) -> None:
    first = database(relation(16386, "a", "x"), relation(16387, "b", "x", "y"))
    exchange(tables, first, None)
    assert held(tables) == {"a": ["x"], "b": ["x", "y"]}
    second = database(relation(16387, "renamed", "y"), relation(16388, "c", "z"))
    exchange(tables, second, first)
    assert held(tables) == {"c": ["z"], "renamed": ["y"]}
    # one of the same name that nobody knew: whatever was there goes
    exchange(tables, database(relation(16386, "a", "x"), oid=2), None)
    assert held(tables) == {"a": ["x"]}
    rows.forget_database(tables.cursor, "d")
    assert held(tables) == {}


def test_only_what_differs_is_written(tables: World) -> None:
    first = database(relation(16386, "a", "x"), relation(16387, "b", "x"))
    exchange(tables, first, None)
    tables.cursor.run("""update "~pg"."~mirror".relations set name = 'untouched' where oid = 16387""")
    exchange(tables, database(relation(16386, "a", "z"), relation(16387, "b", "x")), first)
    assert held(tables) == {"a": ["z"], "untouched": ["x"]}


def test_a_sessions_own_rows_stand_beside_those_of_everybody(tables: World) -> None:
    first = database(relation(16386, "a", "x"), relation(16387, "b", "x"))
    exchange(tables, first, None)
    own = replace(database(relation(16386, "a", "z"), relation(16388, "c", "x")), shown_as="~own")
    hidden = exchange(tables, own, first)
    assert hidden.relations == {16386, 16387}
    assert {16386, 16387} <= hidden.others
    assert held(tables) == {"a": ["x"], "b": ["x"]}
    of_own = 'select name from "~pg"."~mirror".{} where database = \'~own\' and {} order by 1'
    assert tables.rows(of_own.format("relations", "true")) == [("a",), ("c",)]
    assert tables.rows(of_own.format("columns", "attnum > 0")) == [("x",), ("z",)]
    # and again: what it had itself goes
    again = replace(database(relation(16388, "c", "x")), shown_as="~own")
    more = hidden.with_(exchange(tables, again, own))
    assert tables.rows(of_own.format("relations", "true")) == [("c",)]
    rows.forget_database(tables.cursor, "~own", more.tables)
    assert tables.rows("""select count(*) from "~pg"."~mirror".columns where database = '~own'""") == [(0,)]


@pytest.mark.parametrize("count", [1, rows.FEW, rows.FEW + 1])
def test_few_rows_and_many_are_the_same(tables: World, count: int) -> None:
    keys = [tuple([None] * len(TABLES["keys"]))] * count
    made = [("d", *row[1:8], [1, 2], 3, None, *row[11:]) for row in keys]
    rows.insert(tables.cursor, "keys", made)
    found = tables.rows(
        """select distinct database, attnums, other, other_attnums from "~pg"."~mirror".keys"""
    )
    assert found == [("d", [1, 2], 3, None)]
    assert tables.rows("""select count(*) from "~pg"."~mirror".keys""") == [(count,)]


def test_the_registry(world: World) -> None:
    world.registry.create_role("bob", "SCRAM-SHA-256$4096:…")
    world.registry.add_database("half", State.CREATING)
    rows.exchange_registry(world.cursor, world.registry)
    assert world.rows('select oid, name, superuser from "~pg"."~mirror".roles order by name desc') == [
        (10, "pggate", True),
        (world.registry.role("bob").oid, "bob", False),
    ]
    assert world.rows('select name, owner from "~pg"."~mirror".databases') == [("pggate", 10)]


def test_names_may_be_anything(tables: World) -> None:
    odd = 'it\'s "quoted" \\ ü; drop'
    exchange(tables, database(relation(16386, odd, odd)), None)
    assert held(tables) == {odd: [odd]}
