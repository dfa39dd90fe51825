"""
The modifiers of a result's columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_modifiers(session: Client) -> None:
    fields = fields_of(
        session.query(
            "select timestamp(3) '2020-01-01', now()::timestamptz(0) as a, interval '1' day, now() as b, time '10:00'"
        )
    )
    names = [(field.name, field.typmod) for field in fields]
    assert names == [("timestamp", 3), ("a", 0), ("interval", 589_823), ("b", -1), ("time", -1)]


def test_what_several_become_together(session: Client) -> None:
    session.run("create table m (id int, t timestamp(3), u timestamp(1), d timestamp(2)[])")
    session.run(
        "create view v as select coalesce(t, t) as k, t::timestamp(2) as c, coalesce(t, u) as n from m"
    )
    for query, typmods in (
        ("select t from m union all select t from m", [3]),
        ("select t from m union all select u from m", [-1]),
        ("select coalesce(t, t), case when id = 1 then t else u end, greatest(u, u) from m", [3, -1, 1]),
        ("select x from (select t::timestamp(2) as x from m) s", [2]),
        ("with q as (select interval '1' day as x) select x, x * 2 from q", [589_823, -1]),
        ("select t::timestamp(2)::date, (select u from m), array[t], d[1], min(t) from m group by t, d", [-1, 1, 3, 2, -1]),
        ("values ('2024-01-01'::timestamp(2)), ('2024-01-01'::timestamp(2))", [2]),
        ("select * from v", [3, 2, -1]),
    ):  # fmt: skip
        assert [field.typmod for field in fields_of(session.query(query))] == typmods
