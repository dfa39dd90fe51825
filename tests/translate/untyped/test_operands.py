"""
Parameters that an expression gives a type, by what stands beside them.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import nodes
from pggate.translate.untyped.evidence import Found
from pggate.translate.untyped.operands import settle_operands
from tests.translate import duck

B, N, V, T, D, TZ = "BIGINT", "INTEGER", "VARCHAR", "TIMESTAMP", "DATE", "TIMESTAMP WITH TIME ZONE"
W = "DECIMAL(38,10)"

SETTLED = (
    # an expression over t                                  types of $1, $2 ...; None: not known
    ("$1::int, cast($2 as date), try_cast($3 as numeric(4,1)), $4::text[]", [N, D, "DECIMAL(4,1)", "VARCHAR[]"]),
    # arithmetic
    ("$1 + 1, id + $2, $3 * 1.5, -$4", [N, B, W, "DOUBLE"]),
    ("c - $1, c + $2, day - $3, day + $4", [T, "INTERVAL", D, N]),
    ("now() - $1, now() + $2, interval '1 day' * $3, $4 / 2", [TZ, "INTERVAL", "DOUBLE", N]),
    ("n + $1, n = $2", [W, W]),
    ("$1 + null, $2 + $3", [None, None, None]),
    ("$1 || 'x', b || $2, d || $3", [V, V, "INTEGER[]"]),
    ("array_append(d, $1), array_prepend($2, d), array_remove(d, $3), array_replace(d, $4, $5)", [N, N, N, N, N]),
    ("array_cat(d, $1), array_append($2, id), array_append($3, $4)", ["INTEGER[]", "BIGINT[]", None, None]),
    # comparisons
    ("id = any($1), b <> all($2)", ["BIGINT[]", "VARCHAR[]"]),
    ("id in ($1, $2), b like $3, day between $4 and $5", [B, B, V, D, D]),
    ("id not in ($1), b is distinct from $2, $3 = 'x', $4 = null", [B, V, V, None]),
    ("$1 between 1 and id", [N]),
    ("(id, b) = ($1, $2), (id, b) in (($3, $4))", [B, V, B, V]),
    ("id in (select $1), $2 in (select day from t)", [B, D]),
    ("$1 = any(array[1, 2]), $2 in (select 1, 2)", [N, None]),
    ("id = $1 and not $2 or $3", [B, "BOOLEAN", "BOOLEAN"]),
    # an untyped literal counts only if nothing else does
    ("coalesce($1, 'x', day), coalesce($2, 'x')", [D, V]),
    # grammar
    ("case when $1 then $2 else id end, case id when $3 then 1 end", ["BOOLEAN", B, B]),
    ("coalesce($1, id), nullif(day, $2), greatest($3, a), array[$4, id], d[$5], d[$6:]", [B, D, N, B, N, N]),
    # functions
    ("date_trunc($1, c), date_part('year', $2), c at time zone $3", [V, TZ, V]),
    ("sum($1), max($2), length($3), lower($4), substr(b, $5)", ["DOUBLE", V, V, V, N]),
    ("split_part(b, $1, $2), concat(b, 1, $3, $4), round($5, $6)", [V, N, V, V, "DECIMAL(38,9)", N]),
    ("b::json = $1, (select max(a) from t where b = $2) = $3", ["JSONB", V, N]),
    ("$1 = 'b'::ENUM('a', 'b')", ["ENUM('a', 'b')"]),
    ("generate_series(1, $1)", [N]),
    ("b::json -> $1, b::json ~>> $2", [V, V]),
    ("hash($1), $2 is null", [None, None]),
)  # fmt: skip


@pytest.mark.parametrize(("expressions", "types"), SETTLED)
def test_settled(expressions: str, types: list[str | None]) -> None:
    query = duck.tree(f"select {expressions} from t")["node"]
    found = Found(duck.type_of, {}, [query])
    for node in nodes.walk(query["select_list"]):
        settle_operands(node, found)
    assert [found.types.get(n) for n in range(1, len(types) + 1)] == types


def test_what_is_settled_stays() -> None:
    query = duck.tree("select $1 = id, $1::date, $2 = $1 from t")["node"]
    found = Found(duck.type_of, {1: "UUID"}, [query])
    for node in nodes.walk(query["select_list"]):
        settle_operands(node, found)
    assert found.types == {1: "UUID", 2: "UUID"}
