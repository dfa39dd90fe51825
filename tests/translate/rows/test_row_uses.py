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
OWN = PgType("own", 72, 73, -1, "own", "", fields=(PgField("own", table.INT4),))
NAMES = Names(
    composites=CompositeNames(frozenset({"t", "own"}), {("t",): ROW, ("s", "t"): ROW, ("own",): OWN}.get)
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
        ("select md5(t::text) from t", "select md5(row(*COLUMNS(t.*))::text) from t"),
        ("select cast(t as text) from t", "select cast(row(*COLUMNS(t.*)) as text) from t"),
        ("select t.a is null, a is null from t", "select t.a is null, a is null from t"),
        ("select own is null, own::text from own", "select own is null, own::text from own"),
        ("update t set a = 1 where t is null", 'update t set a = 1 where (t."a" IS NULL AND t."b" IS NULL)'),
        ("delete from s.t x where x is null", 'delete from s.t x where (x."a" IS NULL AND x."b" IS NULL)'),
        ("select q is null from (select 1) q", "select q is null from (select 1) q"),
    ],
)
def test_edits(pg: str, duck: str) -> None:
    assert apply(pg, NAMES).text == duck


def test_where_to_look() -> None:
    assert may_be_in("select 1 from a, t x where X is null")
    assert not may_be_in("select a from t where a is null and t.b::text = 'x'")
