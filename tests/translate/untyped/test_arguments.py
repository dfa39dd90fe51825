"""
Parameters that a call gives a type.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import nodes
from pggate.translate.untyped.arguments import settle_arguments
from pggate.translate.untyped.evidence import Found
from tests.translate import duck

N, V, T, TZ = "INTEGER", "VARCHAR", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"

SETTLED = (
    # calls over t                                          types of $1, $2 ...
    ("substring(b, $1), substring(b, 2, $2), substring($3, $4)", [V, N, V, V]),
    ("a & $1, 1 << $2, trunc(n, $3)", [N, N, N]),
    ("make_interval(days => $1, secs => $2)", [N, "DOUBLE"]),
    ("array_position(d, $1), array_replace(d, $2, $3), d || $4", [N, N, N, "INTEGER[]"]),
    ("b::json @> $1, b::json || $2", ["JSONB", "JSONB"]),
    ("date_bin($1, c, $2), date_trunc($3, $4, $5)", ["INTERVAL", T, V, TZ, V]),
    ("width_bucket(n, $1, $2, $3), width_bucket($4, $5, $6, $7)", ["DECIMAL(38,9)", "DECIMAL(38,9)", N, *["DOUBLE"] * 3, N]),
    ("generate_series(day, $1, $2), generate_series(1, $3)", ["DATE", "INTERVAL", N]),
    ("age(c, $1), age($2)", [T, T]),
    ("jsonb_set($1, $2, $3), lower($4), hash($5)", ["JSONB", "VARCHAR[]", "JSONB", V, None]),
)  # fmt: skip


@pytest.mark.parametrize(("calls", "types"), SETTLED)
def test_settled(calls: str, types: list[str | None]) -> None:
    query = duck.tree(f"select {calls} from t")["node"]
    found = Found(duck.type_of, {}, [query])
    for node in nodes.walk(query["select_list"]):
        if node.get("class") == "FUNCTION":
            settle_arguments(node, found)
    assert [found.types.get(n) for n in range(1, len(types) + 1)] == types
