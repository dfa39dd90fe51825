"""
What kind of text a written expression is.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters.written_kinds import TextKind, Written
from tests.translate import duck

DECLARED = {2: TextKind.OTHER, 3: TextKind.BLANK}


def kind(expression: str) -> TextKind | None:
    sql = f"select {expression} from t"
    tree = duck.tree(sql)
    return Written(sql.encode(), DECLARED).kind(tree["node"]["select_list"][0])


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("'ab  '", TextKind.UNTYPED),
        ("$1", TextKind.UNTYPED),
        ("$1::varchar", TextKind.UNTYPED),  # as the tree has it, whose client said nothing
        ("$2", TextKind.OTHER),
        ("$3::varchar", TextKind.BLANK),
        ("'ab'::varchar", TextKind.VARYING),
        ("a::character varying", TextKind.VARYING),
        ("a::text", TextKind.OTHER),
        ('"~char_bpchar"(a, 3)', TextKind.FIXED),
        ('"~char_padded"(a, 3)', TextKind.BLANK),
        ('"~char_varchar"(a, 3)', TextKind.VARYING),
        ("$1::varchar[]", TextKind.UNTYPED),
        ("a::varchar[]", TextKind.VARYING),
        ("a::text[]", TextKind.OTHER),
        ('"~char_bpchar[]"(a, 3)', TextKind.FIXED),
        ('"~char_bpchar[]"(a)', TextKind.BLANK),
        ('"~char_varchar[]"(a, 3)', TextKind.VARYING),
        ("upper(a)", None),
        ("a", None),
    ],
)
def test_kind(expression: str, found: TextKind | None) -> None:
    assert kind(expression) is found


def test_a_literal_that_case_compares_is_a_text() -> None:
    sql = "select case 'ab  ' when c then 1 end from t"
    (check,) = duck.tree(sql)["node"]["select_list"][0]["case_checks"]
    literal = check["when_expr"]["left"]
    assert Written(sql.encode()).kind(literal) is TextKind.OTHER
