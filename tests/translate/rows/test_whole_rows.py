"""
Which names of a text are rows.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows.whole_rows import aliases, mentioned, relations
from pggate.translate.syntax import lexer


@pytest.mark.parametrize(
    ("sql", "rows", "results"),
    [
        ("select t from t", "t", "t"),
        ("select x from s.t x", "x", "x"),
        ("select x from s.t as x, u", "x", "x"),
        ("select t.a, t.* from t", "", ""),
        ("select a t from t", "", ""),
        ("select a as t from t", "", ""),
        ("select count(t), json_agg(t order by t) from t", "t", ""),
        ("select array_agg(x) from (select a from t) x", "x", "x"),
        ("select 1 from a left join b on a.x = b.x where b is not null", "b", ""),
        ("select a from t join u on t = u", "t u", ""),
        ("select (select u from u limit 1)", "u", "u"),
        ("select coalesce(t, null), t(1) from t", "t", "t"),
        ("with w as (select 1) select w from w", "w", "w"),
        ('select "T" from "T"', "T", "T"),
        (
            'select c."~row:c" from o left join (select *, "~row:c" as "~row:c" from c as "~row:c") as c on true',
            "c",
            "c",
        ),
        ("select 1", "", ""),
    ],
)
def test_mentioned(sql: str, rows: str, results: str) -> None:
    found = mentioned(lexer.tokens(sql))
    assert (found.rows, found.results) == (set(rows.split()), set(results.split()))


def test_what_from_calls_its_relations() -> None:
    tokens = lexer.tokens('select 1 from s.t as x, (select 1) y left join c as "~row:c" on true')
    assert relations(tokens) == {"x": ("s", "t"), "c": ("c",)}
    assert aliases(tokens) >= {"x", "y"}
    assert "select" not in aliases(tokens)


def test_a_relation_that_is_read_as_labels_keeps_its_alias() -> None:
    sql = (
        "select c from (select * replace (cast(st as mood) as st) from s.customers) as c, (select 1 from u) y"
    )
    assert relations(lexer.tokens(sql)) == {"c": ("s", "customers"), "u": ("u",)}
