"""
The mirror's tables: what they hold, and that only what changed is exchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog import rows
from pggate.catalog.model import Column, Database, Relation, Schema
from pggate.lake.entries import State

if TYPE_CHECKING:
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
        ' left join "~pg"."~mirror".columns c on c.database = r.database and c.relation = r.oid'
        " where r.database = 'd' group by r.name order by r.name"
    )
    return dict(found)


def test_a_database_from_state_to_state(tables: World) -> None:
    first = database(relation(16386, "a", "x"), relation(16387, "b", "x", "y"))
    rows.exchange_database(tables.cursor, first, None)
    assert held(tables) == {"a": ["x"], "b": ["x", "y"]}
    second = database(relation(16387, "renamed", "y"), relation(16388, "c", "z"))
    rows.exchange_database(tables.cursor, second, first)
    assert held(tables) == {"c": ["z"], "renamed": ["y"]}
    # one of the same name that nobody knew: whatever was there goes
    rows.exchange_database(tables.cursor, database(relation(16386, "a", "x"), oid=2), None)
    assert held(tables) == {"a": ["x"]}
    rows.forget_database(tables.cursor, "d")
    assert held(tables) == {}


def test_only_what_differs_is_written(tables: World) -> None:
    first = database(relation(16386, "a", "x"), relation(16387, "b", "x"))
    rows.exchange_database(tables.cursor, first, None)
    tables.cursor.run("""update "~pg"."~mirror".relations set name = 'untouched' where oid = 16387""")
    rows.exchange_database(
        tables.cursor, database(relation(16386, "a", "z"), relation(16387, "b", "x")), first
    )
    assert held(tables) == {"a": ["z"], "untouched": ["x"]}


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
    rows.exchange_database(tables.cursor, database(relation(16386, odd, odd)), None)
    assert held(tables) == {odd: [odd]}
