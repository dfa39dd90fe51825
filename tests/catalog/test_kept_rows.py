"""
What is computed when something is defined: it is what computing it now would give, whatever came before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.catalog.kept_rows import KEPT, KEYS

if TYPE_CHECKING:
    from tests.catalog.conftest import World

STEPS = (
    "create table {lake}.public.a (id int, name varchar)",
    "create schema {lake}.sales; create table {lake}.sales.a (id int); create table {lake}.sales.b (id int)",
    "alter table {lake}.public.a add column tags varchar[]; comment on table {lake}.sales.b is 'b'",
    "create view {lake}.public.v as select id from {lake}.public.a",
    "drop table {lake}.sales.a; alter table {lake}.sales.b rename to a",
    "comment on column {lake}.public.a.id is 'the id'; drop view {lake}.public.v",
)
"""Topics of the same name in two schemas, and what changes columns, types, names and comments."""


def apart(world: World, name: str) -> list[tuple[object, ...]]:
    """The rows that the table has and the view has not, and the other way round."""
    kept = f"""select * exclude (database) from "~pg"."~mirror".kept_{name} where database = 'pggate'"""
    made = f'select * from "~pg"."~mirror".made_{name}'
    return world.rows(f"({kept} except {made}) union all ({made} except {kept})")


@pytest.mark.slow  # six changes of a lake
def test_kept_is_what_would_be_made_now(world: World) -> None:
    world.cursor.run("set variable pggate_database = 'pggate'")
    for step in STEPS:
        world.run(*step.split(";"))
        world.mirror.refresh()
        assert {name: apart(world, name) for name in (*KEPT, *KEYS)} == {key: [] for key in (*KEPT, *KEYS)}


def test_nothing_is_left_of_a_database(world: World) -> None:
    world.create("other")
    world.mirror.refresh()
    of_other = """select 1 from "~pg"."~mirror".kept_types where database = 'other' limit 1"""
    assert world.rows(of_other) == [(1,)]
    world.drop("other")
    world.mirror.refresh()
    assert world.rows(of_other) == []
