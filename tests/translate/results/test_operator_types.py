"""
Operators that DuckDB has not for the types of their operands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.errors import InvalidTextRepresentation, PgError
from pggate.translate.results import operator_types
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module", autouse=True)
def documents() -> Iterator[None]:
    duck.connection().execute(
        "CREATE TABLE docs (j JSON, k JSON, l INTEGER[], m INTEGER[][], n INTEGER, s INTERVAL)"
    )
    yield
    duck.connection().execute("DROP TABLE docs")


def parsed(expression: str) -> dict[str, Any]:
    node: dict[str, Any] = duck.tree(f"SELECT {expression}")["node"]["select_list"][0]
    return node


PAIRS = (
    ("j || '{}'", '"~jsonb_concat"("~jsonb"(j), "~jsonb"(\'{}\'))'),
    ("j - 'a'", '"~jsonb_delete"("~jsonb"(j), \'a\')'),
    ("j @> k", '"~jsonb_contains"("~jsonb"(j), "~jsonb"(k))'),
    ("'{}' <@ j", '"~jsonb_contains"("~jsonb"(j), "~jsonb"(\'{}\'))'),
    ("n - 1", None),
    ("l || n", "list_append(l, n)"),
    ("n || l", "list_prepend(n, l)"),
    ("m || l", "list_append(m, l)"),
    ("array_cat(l, m)", "list_prepend(l, m)"),
    ("l || '{1,2}'", "list_concat(l, CAST((ARRAY['1', '2']) AS INTEGER[]))"),
    ("l || l", None),
    ("m @> l", "(flatten(m) @> l)"),
    ("array_replace(m, 1, 2)", 'list_transform(m, ("~1" -> array_replace("~1", 1, 2)))'),
    ("l[1][2]", "CAST(NULL AS INTEGER)"),
    ("m[1][2]", None),
    ("n = any (m)", "(n = ANY(SELECT unnest(flatten(m))))"),
    ("n > any (array['1', null])", "((n > '1') OR (n > NULL))"),
    ("n = any (l)", None),
    ("array_append('{1,2}', n)", "array_append(CAST((ARRAY['1', '2']) AS INTEGER[]), n)"),
    ("array_prepend(3, '{1,2}')", "array_prepend(3, CAST((ARRAY['1', '2']) AS INTEGER[]))"),
    ("array_append('{1,2}', 'a')", None),
    ("null + s", "(CAST(NULL AS INTERVAL) + s)"),
    ("s - '1 day'", "(s - CAST('1 day' AS INTERVAL))"),
    ("n || 'x'", None),
)


@pytest.mark.parametrize(("expression", "expected"), PAIRS)
def test_pairs(expression: str, expected: str | None) -> None:
    sql = f"select {expression} from docs"
    tree = duck.tree(sql)
    assert operator_types.edit(tree, duck.type_of, parsed) is (expected is not None)
    assert duck.text(tree) == (
        duck.text(duck.tree(sql)) if expected is None else f"SELECT {expected} FROM docs"
    )


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "with c as (select l as p, n from docs) select q from (select p || n as q from c) x",
            "list_append(p, n)",
        ),
        (
            "with c as (select l as p from docs), b as (select p || 9 as q from c) select q from b",
            "list_append(p, 9)",
        ),
        (
            "with recursive r(p, i) as (select l, 1 from docs union all select i || p, i + 1 from r) select p from r",
            "list_prepend(i, p)",
        ),
        (
            "with recursive r(p) as (select l from docs union all select p from r) select p || 7 from r",
            "list_append(p, 7)",
        ),
    ],
)
def test_of_columns_that_with_defines(sql: str, expected: str) -> None:
    tree = duck.tree(sql)
    assert operator_types.edit(tree, duck.type_of, parsed)
    assert expected in duck.text(tree)


def test_from_the_inside_to_the_outside() -> None:
    duck.connection().create_function("~jsonb_concat", lambda a, b: a, ["JSON", "JSON"], "JSON")
    duck.connection().create_function("~jsonb", lambda a: a, ["VARCHAR"], "JSON")
    tree = duck.tree("select (j || '{}') - 'a' as x from docs where j || k @> '{}'")
    try:
        assert operator_types.edit(tree, duck.type_of, parsed)
    finally:
        for name in ("~jsonb_concat", "~jsonb"):
            duck.connection().remove_function(name)
    assert "||" not in duck.text(tree)
    assert '"~jsonb_contains"("~jsonb_concat"("~jsonb"(j), "~jsonb"(k))' in duck.text(tree)


def test_nothing_is_asked_where_there_is_no_operator() -> None:
    def never(_: object) -> str:
        raise duckdb.Error

    assert not operator_types.edit(duck.tree("select j from docs"), never, parsed)


def test_a_literal_beside_an_array_is_one() -> None:
    with pytest.raises(InvalidTextRepresentation, match="malformed array literal"):
        operator_types.edit(duck.tree("select l || 'x' from docs"), duck.type_of, parsed)


@pytest.mark.parametrize(
    "expression", ["m || n", "array_append(m, 1)", "array_position(m, 1)", "array_remove(m, n)"]
)
def test_one_dimension_only(expression: str) -> None:
    with pytest.raises(PgError, match="dimension"):
        operator_types.edit(duck.tree(f"select {expression} from docs"), duck.type_of, parsed)
