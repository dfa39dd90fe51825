"""
Calls that DuckDB refuses for the types of their arguments.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import refused_calls
from tests.translate import duck

CALLS = (
    # PostgreSQL's, types of the columns, DuckDB's
    ("select a like 'x%'", {"a": "BLOB"}, "\"~bytes_like\"(a, 'x%')"),
    ("select a not like b", {"a": "BLOB", "b": "BLOB"}, '"~bytes_not_like"(a, b)'),
    ("select a like b", {"a": "VARCHAR", "b": "VARCHAR"}, None),
    ("select string_agg(a, b order by c)", {"a": "BLOB", "b": "BLOB"},
     '"system".main.unhex(string_agg("system".main.hex(a), "system".main.hex(b) ORDER BY c))'),
    ("select string_agg(a, b)", {"a": "VARCHAR", "b": "BLOB"}, None),
    ("select gcd(a, 1.5)", {"a": "DECIMAL(5,2)"}, '"system".main.abs(CAST("~gcd"(a, 1.5) AS DECIMAL(38,2)))'),
    ("select lcm(a, b)", {"a": "INTEGER", "b": "DECIMAL(5,1)"}, '"system".main.abs(CAST("~lcm"(a, b) AS DECIMAL(38,1)))'),
    ("select lcm(a, 1)", {"a": "DOUBLE"}, None),
    ("select gcd(null, 1.5)", {}, '"system".main.abs(CAST("~gcd"(NULL, 1.5) AS DECIMAL(38,1)))'),
    ("select generate_series(a, b, 0.25)", {"a": "DECIMAL(5,1)", "b": "INTEGER"},
     'CAST("~numeric_series"(a, b, 0.25) AS DECIMAL(38,2)[])'),
    ("select generate_series(1.1, b)", {"b": "INTEGER"}, 'CAST("~numeric_series"(1.1, b, 1) AS DECIMAL(38,1)[])'),
    ("select percentile_cont(0.5) within group (order by a desc)", {"a": "INTERVAL"},
     '"~pg"."~catalog"."~interval_at"(array_agg(a ORDER BY a DESC), 0.5)'),
    ("select percentile_cont(0.5) within group (order by a)", {"a": "DATE"}, None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "types", "expected"), CALLS)
def test_calls(pg: str, types: dict[str, str], expected: str | None) -> None:
    tree = duck.tree(pg)
    (item,) = tree["node"]["select_list"]
    made = refused_calls.called(item, lambda node: types.get(node.get("column_names", [""])[0], ""))
    if made is not None:
        tree["node"]["select_list"] = [made]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected
