"""
Casts to character types in what changes rows.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters import changed_casts
from pggate.translate.characters.changed_casts import casts
from tests.translate import rules

V, B = '"~pg"."~catalog"."~char_varchar"', '"~pg"."~catalog"."~char_bpchar"'
VS, BS = '"~pg"."~catalog"."~char_varchar[]"', '"~pg"."~catalog"."~char_bpchar[]"'
PAIRS = (
    (casts, "update t set a = f(x)::varchar(3) || 'y'", f"update t set a = {V}(f(x)::varchar, 3) || 'y'"),
    (casts, "delete from t where a = 'b '::bpchar", f"delete from t where a = {B}('b '::varchar)"),
    (casts, "delete from t where a::char = 'b'", f"delete from t where {B}(a::varchar, 1) = 'b'"),
    (casts, "update t set a = cast(x as character(2))",
     f"update t set a = cast({B}(CAST(x as varchar), 2) AS varchar)"),
    (casts, "update t set a = x::char(5)::varchar(3)",
     f"update t set a = {V}({B}(x::varchar, 5)::varchar, 3)"),
    (casts, "update t set a = char(3) 'ab', b = char 'ab'",
     f"update t set a = {B}('ab', 3), b = {B}('ab')"),
    (casts, "merge into t using s on t.a = s.a when matched then update set a = s.b::varchar(4)",
     f"merge into t using s on t.a = s.a when matched then update set a = {V}(s.b::varchar, 4)"),
    (casts, "update t set a = x::varchar, b = x::text, c = x::varchar[]", None),
    (casts, "update t set a = x::varchar(3)[]",
     f'update t set a = {VS}(list_transform(x::varchar[], lambda "~1": {V}("~1", 3)), 3)'),
    (casts, "update t set a = cast(x as varchar(3) array)",
     (f'update t set a = cast({VS}(list_transform(CAST(x as varchar[]), lambda "~1": {V}("~1", 3)), 3) '
     "AS varchar[])")),
    (casts, "update t set a = x::char(3)[][4]",
     (f'update t set a = {BS}(list_transform(x::varchar[][], lambda "~2": '
     f'list_transform("~2", lambda "~1": {B}("~1", 3))), 3)')),
    (casts, "select x from t", None),
    (casts, "create table t (a varchar(3))", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(changed_casts, (rule for rule, _, _ in PAIRS)) == set()
