"""
Texts that are compared with a char(n): what PostgreSQL 15 answers, the differential family of characters says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.translate.characters.compared_values import edit
from pggate.translate.characters.written_kinds import TextKind, Written
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = {"c": TextKind.FIXED, "p": TextKind.BLANK, "v": TextKind.VARYING, "b": TextKind.OTHER}
DECLARED = {7: TextKind.OTHER, 8: TextKind.VARYING, 9: TextKind.BLANK}


def edited(sql: str) -> str | None:
    """With the kinds of columns by their names, which a probe has in its marks."""

    def ask(probe: dict[str, Any]) -> Mapping[int, TextKind]:
        text = duck.text(probe)
        return {
            1_900_000_000 + number: kind
            for number in range(9)
            for name, kind in KINDS.items()
            if f"= {1_900_000_000 + number})) THEN ({name})" in text
        }

    tree = duck.tree(sql)
    return duck.text(tree) if edit(tree, Written(sql.encode(), DECLARED), ask) else None


def trimmed(written: str) -> str:
    return f"\"system\".main.rtrim({written}, ' ')"


def each(array: str) -> str:
    item = '"~1"'
    return f"list_transform({array}, ({item} -> {trimmed(item)}))"


PADDED = '"~pg"."~catalog"."~char_padded"(\'x \')'
X = "CAST('x ' AS VARCHAR)"
EDITED = (
    ("select c = 'x  '", "SELECT (c = 'x')"),
    ("select c = 'x', c = b, b = 'x  ', v = 'x  ', c = c, a = 1, a = $1", None),
    ("select 'x ' <> c, c between 'x ' and v", f"SELECT ('x' != c), (c BETWEEN 'x' AND {trimmed('v')})"),
    ("select c = v", f"SELECT (c = {trimmed('v')})"),
    ("select p = b, p = 'x'", f"SELECT ({trimmed('p')} = b), ({trimmed('p')} = 'x')"),
    ("select c = CAST($1 AS VARCHAR)", f"SELECT (c = {trimmed('CAST($1 AS VARCHAR)')})"),
    ("select c = CAST('x ' AS VARCHAR), c = 'x '::text", None),
    ("select c = 'x '::varchar", f"SELECT (c = {trimmed(X)})"),
    ("select c = 'x '::character  varying", f"SELECT (c = {trimmed(X)})"),
    ("select c is distinct from 'x '", "SELECT (c IS DISTINCT FROM 'x')"),
    ("select case c when 'x ' then 1 end", "SELECT CASE  WHEN ((c = 'x')) THEN (1) ELSE NULL END"),
    ("select case 'x ' when c then 1 end, case ('x ') when c then 2 end, case ($1::varchar) when c then 3 end", None),
    ("select c = $7, $7 = c", None),
    ("select c = $8, b = $9", f"SELECT (c = {trimmed('$8')}), (b = {trimmed('$9')})"),
    ("select nullif('x ', c) as n", f"SELECT CASE  WHEN (('x' = c)) THEN (NULL) ELSE {PADDED} END AS n"),
    ("select nullif(c, 'x '), nullif('x ', c) as n",
     f"SELECT \"nullif\"(c, 'x'), CASE  WHEN (('x' = c)) THEN (NULL) ELSE {PADDED} END AS n"),
    ("select (c, 1) = ('x ', 1)", "SELECT (main.\"row\"(c, 1) = main.\"row\"('x', 1))"),
    ("select a from t where c in (select v from t)",
     f"SELECT a FROM t WHERE (c = ANY(SELECT {trimmed('v')} FROM t))"),
    ("select a from t where v in (select c from t)",
     f"SELECT a FROM t WHERE ({trimmed('v')} = ANY(SELECT c FROM t))"),
    # arrays, of which only a constructor is looked into
    ("select c = any($1)", f"SELECT (c = ANY(SELECT unnest({each('$1')})))"),
    ("select c <> all($8)", f"SELECT (NOT (c = ANY(SELECT unnest({each('$8')}))))"),
    ("select c = any($7), b = any(array['x ']), c = any(array['x ', null]), a = any($1)", None),
    ("select p = any($7)", f"SELECT ({trimmed('p')} = ANY(SELECT unnest($7)))"),
    ("select 'x ' = any(array[c])", "SELECT ('x' = ANY(SELECT unnest((ARRAY[c]))))"),
    ("select c = any(array[v, 'x '])", f"SELECT (c = ANY(SELECT unnest((ARRAY[{trimmed('v')}, 'x']))))"),
    ("select c = any(flatten(v))", f"SELECT (c = ANY(SELECT unnest({each('flatten(v)')})))"),
    ("select c = any(x::varchar[])", f"SELECT (c = ANY(SELECT unnest({each('CAST(x AS VARCHAR[])')})))"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected


def test_a_list_of_values_has_one_type() -> None:
    text = trimmed("CAST('x ' AS VARCHAR)")
    assert edited("select c in ('x ', 'y')") == "SELECT (c IN ('x', 'y'))"
    assert edited("select c in (CAST('x ' AS VARCHAR), 'y')") == f"SELECT (c IN ({text}, 'y'))"
    assert edited("select c in (v, b)") == f"SELECT (c IN ({trimmed('v')}, b))"
    assert edited("select b in (c, 'x ')") is None


def test_a_cast_to_varchar_is_compared_as_one() -> None:
    made = edited("select c = \"~char_varchar\"('x ', 3), \"~char_bpchar\"('x ', 3) = 'x '") or ""
    assert "rtrim(\"~char_varchar\"('x ', 3), ' ')" in made
    assert made.endswith("(\"~char_bpchar\"('x ', 3) = 'x')")
