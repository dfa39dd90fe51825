"""
String literals where a function takes an array of any type.
"""

from __future__ import annotations

import pytest

from pggate.errors import AmbiguousFunction, DatatypeMismatch, InvalidTextRepresentation
from pggate.translate.dialect import untyped_arrays
from pggate.translate.dialect.untyped_arrays import literals
from tests.translate import rules

PAIRS = (
    (literals, "select array_append('{1,2}', 'a')", "select array_append(CAST(ARRAY['1', '2'] AS VARCHAR[]), 'a')"),
    (literals, "select array_prepend('a', '{}')", "select array_prepend('a', CAST(ARRAY[] AS VARCHAR[]))"),
    (literals, "select array_cat('{{1}}', null)", "select array_cat(CAST(ARRAY[ARRAY['1']] AS VARCHAR[][]), null)"),
    (literals, "select array_remove('{1,NULL}', 2)",
     "select array_remove(CAST(ARRAY['1', NULL] AS INTEGER[]), 2)"),
    (literals, "select array_replace('{a}', 'a', E'\\\\')",
     "select array_replace(CAST(ARRAY['a'] AS VARCHAR[]), 'a', E'\\\\')"),
    # what says more of its type, and what is no literal
    (literals, "select array_append(a, 'x'), array_length(a, 1), cardinality(b), unnest(a) from t", None),
    (literals, "select array_position('{a}', b || 'x') from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


@pytest.mark.parametrize(
    "sql",
    [
        "select array_to_string('{1,2}', ',')",
        "select array_length('{1,2}', 1)",
        "select cardinality('{}')",
        "select trim_array('{1,2}', 1)",
        "select array_fill('a', array[2])",
        "select * from generate_subscripts('{1,2}', 1)",
    ],
)
def test_of_any_array_none_is_meant(sql: str) -> None:
    with pytest.raises(DatatypeMismatch) as caught:
        rules.alone(literals, sql)
    assert caught.value.message == "could not determine polymorphic type because input has type unknown"


def test_unnest_is_of_several_types() -> None:
    with pytest.raises(AmbiguousFunction) as caught:
        rules.alone(literals, "select unnest('{1}')")
    assert caught.value.message == "function unnest(unknown) is not unique"
    assert caught.value.position == 8


def test_a_literal_that_is_none_of_an_array() -> None:
    with pytest.raises(InvalidTextRepresentation, match="malformed array literal"):
        rules.alone(literals, "select array_append('x', 'a')")


def test_every_rule_is_tried() -> None:
    assert rules.untried(untyped_arrays, (rule for rule, _, _ in PAIRS)) == set()
