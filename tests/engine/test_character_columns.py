"""
What a plan tells of columns of character types.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine.character_columns import character_columns
from pggate.engine.character_sources import ArrayOf, CastTo, ColumnOf, ComparedAs, ElementOf, Source

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The macros are those of sql/character_functions.sql."""
    with duckdb.connect() as con:
        con.execute("create table t (a integer, b varchar, c varchar, d varchar[])")
        con.execute('create macro varying(x, n) as "left"(x, n::uinteger)')
        con.execute("create macro fixed(x, n) as rtrim(\"left\"(x, n::uinteger), ' ')")
        con.execute("create macro padded(x, n) as rpad(x, n::uinteger::integer, ' ')")
        yield con


def shown(source: Source) -> str:
    match source:
        case ColumnOf(_, name):
            return name
        case CastTo(name, length):
            return name if length is None else f"{name}({length})"
        case ComparedAs(value):
            return f"={shown(value)}"
        case ArrayOf(element):
            return f"{shown(element)}[]"
        case ElementOf(array):
            return f"{shown(array)}.element"
        case _:
            return "-"


CASES = (
    ("select b, varying(b, 3), fixed(b, 3), padded(b, 3) from t", "b varchar(3) bpchar(3) bpchar(3)"),
    ("select b || 'x', upper(b), a + 1, left(b, 3) from t", "text ? ? ?"),
    ("select case when a = 1 then b || 'x' else c end, nullif('x', b) from t", "c+text -+=b"),
    ("select v.x, t.b from t, unnest([b, 'x']) as v(x)", "b+- b"),
    ("select v.x, u.x, b from t, unnest(d) as v(x), (select c as x from t) u", "d.element c b"),
    ("select x from (values (varying('abc', 3)), ('d'), (null)) v(x)", "varchar(3)+-+-"),
    ("select b from t union all select varying(c, 3) from t", "b+varchar(3)"),
    ("with q as materialized (select varying(b, 3) as x from t) select x from q", "varchar(3)"),
    ("select coalesce(b, 'x'), case when a = 1 then b else c end, greatest(b, c) from t", "b+- c+b b+c"),
    ("select (select varying(b, 3) from t), nullif(b, '') from t", "varchar(3) =b"),
    ("select max(b), min('a') from t", "=b ?"),
    ("select b, count(*) from t group by b", "b ?"),
    ("select coalesce(b, upper(c)) from t", "?"),
    ("select array_agg(b), array_agg(distinct b), mode() within group (order by b) from t", "b[] b[] b"),
    ("select [b, 'x'], [[b], [c]], ['x'], [upper(b)] from t", "b[]+- b[]+c[] - ?"),
    ("select array(select b from t)", "b[]"),
    ("select quantile_disc(b, 0.5), quantile_disc(b, [0.5]) from t", "b b[]"),
    ("select d, d[1], d[1:2], unnest(d), [b][1], list_sort(d) from t", "d d.element d d.element b d"),
    ("select d || ['x'], list_append(d, b), [d] from t", "d+- d+b[] d"),
    ("select min(d) from t", "=d"),
    ("select list_transform(d, lambda x: fixed(x, 3)), list_transform(d, lambda x: b) from t", "bpchar(3)[] b[]"),
    ("select list_transform([d], lambda x: list_transform(x, lambda y: varying(y, 3))) from t", "varchar(3)[]"),
    ("select unnest(list_transform(d, lambda x: x)), list_transform(d, lambda x: upper(x)) from t", "d.element ?"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CASES)
def test_sources(connection: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    found = character_columns(plan)
    assert " ".join("+".join(map(shown, made.sources)) or "?" for made in found) == expected


@pytest.mark.parametrize(
    ("expression", "reached"),
    [
        ("case when true then varying(b, 3) else c end", "varchar(3)"),
        ("coalesce(varying('a', 3), b)", "varchar(3)"),
        ("first_value(b) over (order by a)", "-"),
        ("b", "b"),
        ("[b]", "b[]"),
        ("array(select b from t)", "b[]"),
        ("(select array_agg(b) from t)", "-"),
        ("d[1]", "d.element"),
        ("unnest(d)", "-"),
    ],
)
def test_what_decides_on_the_modifier(
    connection: duckdb.DuckDBPyConnection, expression: str, reached: str
) -> None:
    sql = f"select {expression} from t"
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    (made,) = character_columns(plan)
    assert "+".join(map(shown, made.reached)) == reached
