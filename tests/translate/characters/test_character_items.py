"""
What columns are cast to.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters import character_items
from pggate.translate.characters.character_items import Shown
from tests.translate import duck
from tests.translate.characters.test_character_calls import edited

COLUMNS = (
    ("select b::varchar(2), a, 'x'::name from t", [Shown("varchar", 2), None, Shown("name", None)]),
    ("select b::char(2) from t union all select 'x'", [Shown("bpchar", 2)]),
    ("select coalesce(b::char(2), b::varchar(3)) from t", [None]),
    ("select case when a = 1 then b::varchar(2) else 'x' end from t", [Shown("varchar", 2)]),
    ("select *, b::varchar(2) from t", [None, Shown("varchar", 2)]),
    ("select 'x'::name, t.*, *, b::varchar(2) from t", []),
)


@pytest.mark.parametrize(("sql", "columns"), COLUMNS)
def test_columns(sql: str, columns: list[Shown | None]) -> None:
    assert list(character_items.of_columns(edited(sql), len(columns))) == columns


def test_functions_that_return_names() -> None:
    sql = "select current_database(), current_user, current_schemas(true), upper(current_user), x.current_user from x"
    found = [None if one is None else one.name for one in character_items.of_columns(duck.tree(sql), 5)]
    assert found == ["name", "name", "name[]", None, None]
    sql = "select unnest(current_schemas(true)), *, u.u, u.o from unnest(current_schemas(true)) with ordinality u(u, o)"
    found = [None if one is None else one.name for one in character_items.of_columns(duck.tree(sql), 5)]
    assert found == ["name", "name", None, "name", None]


@pytest.mark.parametrize(
    ("sql", "places"),
    [
        ("select b::text, b::varchar(2), b, a::int, cast(b as varchar(2)) || 'x' from t", {0, 1}),
        ("select array_agg(b::varchar(2)), array[b::text], array_agg(b), max(b::char(2)) from t", {0, 1, 3}),
        ("select mode() within group (order by b::varchar(2)), coalesce(b, b::varchar(2)) from t", {0}),
        ("select *, b::varchar(2) from t", set()),
        ("select b::varchar(2) from t union select b from t", set()),
    ],
)
def test_which_are_casts(sql: str, places: set[int]) -> None:
    assert character_items.casts_of(edited(sql)) == places
