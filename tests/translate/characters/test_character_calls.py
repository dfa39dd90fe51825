"""
Casts to character types as calls.
"""

from __future__ import annotations

import pytest

from pggate.translate import tree
from pggate.translate.characters import character_calls
from pggate.translate.characters.character_types import casts
from pggate.translate.tree import Need
from tests.translate import duck, rules


def edited(sql: str) -> dict[str, object]:
    text = rules.alone(casts, sql).text
    assert Need.CHARACTERS in tree.needs(text)
    found = duck.tree(text)
    character_calls.edit(found)
    return found


EDITS = (
    ("select b::varchar(2) || 'x' from t", '"~char_varchar"(CAST(b AS VARCHAR), 2)'),
    ("select b::char(2) from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
    ("select b::char(2) = 'a' from t", '"~char_bpchar"(CAST(b AS VARCHAR), 2)'),
    ("select octet_length(b::char(2)) from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
    ("select case when a = 1 then b::char(2) end from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
    ("select 'x1f'::bit(8)", "\"~char_bit\"('00011111', 8)"),
    ("select a::bit(3) from t", '"~char_bit"(a, 3)'),
    ("select $1::bit(3)", '"~char_bit"(CAST($1 AS BIT), 3)'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "call"), EDITS)
def test_calls(sql: str, call: str) -> None:
    assert call in duck.text(edited(sql))


@pytest.mark.parametrize(
    ("item", "call"),
    [
        ("b::varchar(2)", '"system".main."left"(CAST(b AS VARCHAR), CAST(2 AS UINTEGER))'),
        ("b::char(2)", 'rtrim("system".main."left"(CAST(b AS VARCHAR), CAST(2 AS UINTEGER)), \' \')'),
        ("b::bpchar", '"~char_bpchar"(CAST(b AS VARCHAR))'),
    ],
)
def test_what_a_table_keeps(item: str, call: str) -> None:
    found = duck.tree(rules.alone(casts, f"select {item} from t").text)
    character_calls.edit(found, is_shown=False)
    assert call in duck.text(found)


def test_groups_stay_what_the_items_are() -> None:
    found = edited("select b::char(2) as x, count(*) from t group by b::char(2) order by b::char(2)")
    assert duck.text(found).count('"~char_padded"(CAST(b AS VARCHAR), 2)') == 3
