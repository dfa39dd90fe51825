"""
Whole rows asked for NULL, and as texts.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows.row_uses import may_be_in
from pggate.translate.tokens import Names, apply
from pggate.translate.types.composite_names import CompositeNames
from pggate.types import table
from pggate.types.table import PgField, PgType

ROW = PgType("t", 70, 71, -1, "t", "", fields=(PgField("a", table.INT4), PgField("b", table.TEXT)))
DEEP = PgType("deep", 74, 75, -1, "deep", "", fields=(PgField("r", ROW), PgField("b", table.TEXT)))
OWN = PgType("own", 72, 73, -1, "own", "", fields=(PgField("own", table.INT4),))
NAMES = Names(
    composites=CompositeNames(
        frozenset({"t", "own", "deep"}), {("deep",): DEEP, ("t",): ROW, ("s", "t"): ROW, ("own",): OWN}.get
    )
)


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("select 1 from t where t is null", 'select 1 from t where (t."a" IS NULL AND t."b" IS NULL)'),
        (
            "select x is not null from u left join s.t as x on x.a = 1",
            'select (x."a" IS NOT NULL AND x."b" IS NOT NULL) from u left join s.t as x on x.a = 1',
        ),
        ("select 1 from t x where x.* is null", 'select 1 from t x where (x."a" IS NULL AND x."b" IS NULL)'),
        ("select count(t.*), (t.*)::text, f(1, t.*) from t", "select count(t), (t)::text, f(1, t) from t"),
        ("select 1 from t where t.* = row(1, 'x')", "select 1 from t where t = row(1, 'x')"),
        (
            "select t.*, (t.*), coalesce(*columns(t.*)) from t",
            "select t.*, (t.*), coalesce(*columns(t.*)) from t",
        ),
        ("select count(q.*), q.* is null from (select 1) q", "select count(q), q is null from (select 1) q"),
        ("select count(own.*) from own", "select count(own.*) from own"),
        (
            "select deep is null, deep is not null from deep",
            (
                'select (deep."r" IS NOT DISTINCT FROM NULL AND deep."b" IS NULL),'
                ' (deep."r" IS DISTINCT FROM NULL AND deep."b" IS NOT NULL) from deep'
            ),
        ),
        ("select md5(t::text) from t", "select md5(t::text) from t"),
        ("select t.a is null, a is null from t", "select t.a is null, a is null from t"),
        ("select own is null, own::text from own", "select own is null, own::text from own"),
        ("update t set a = 1 where t is null", 'update t set a = 1 where (t."a" IS NULL AND t."b" IS NULL)'),
        ("delete from s.t x where x is null", 'delete from s.t x where (x."a" IS NULL AND x."b" IS NULL)'),
        ("select q is null from (select 1) q", "select q is null from (select 1) q"),
    ],
)
def test_edits(pg: str, duck: str) -> None:
    assert apply(pg, NAMES).text == duck


def test_where_nothing_is_known() -> None:
    assert apply("select count(t.*), t.* is null from t", Names()).text == "select count(t), t is null from t"


def test_where_to_look() -> None:
    assert may_be_in("select 1 from a, t x where X is null")
    assert not may_be_in("select a from t where a is null and t.b::text = 'x'")
