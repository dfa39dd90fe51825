"""
Calls for regclass and its kin.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import nodes
from pggate.translate.types.regtype_calls import as_name, as_oid, call, same_kind, type_of
from tests.translate import duck

EMULATED = '"~pg"."~catalog".'


def item(sql: str) -> nodes.Node:
    found: nodes.Node = duck.tree(f"select {sql}")["node"]["select_list"][0]
    return found


def text(node: nodes.Node) -> str:
    return duck.text(nodes.select(node)).removeprefix("SELECT ").replace(EMULATED, "~")


@pytest.mark.parametrize(
    ("sql", "of_type"),
    [("to_regclass('x')", "regclass"), ("pg_typeof(1)", "regtype"), ("lower('x')", None), ("1", None)],
)
def test_what_a_call_gives(sql: str, of_type: str | None) -> None:
    assert type_of(item(sql)) == of_type


def test_a_call_has_the_place_and_the_name_of_what_it_stands_for() -> None:
    was = {**item("x"), "alias": "a"}
    made = call("regclass", was, was)
    assert (made["alias"], made["query_location"], type_of(made)) == ("a", was["query_location"], "regclass")
    assert text(made) == "~regclass(CAST(x AS VARCHAR)) AS a"


@pytest.mark.parametrize(
    ("sql", "name", "oid"),
    [
        ("to_regclass('x')", "~regclass_name(to_regclass('x'))", "to_regclass('x')"),
        ("to_regproc('x')", "~regproc_name(to_regproc('x'))", "to_regproc('x')"),
        ("t.typinput", "~regproc_name(t.typinput)", "t.typinput"),
        ("pg_typeof(1)", "pg_typeof(1)", "~regtype(CAST(pg_typeof(1) AS VARCHAR))"),
        ("x", "x", "x"),
    ],
)
def test_names_and_oids(sql: str, name: str, oid: str) -> None:
    assert text(as_name(item(sql))) == name
    assert text(as_oid(item(sql))) == oid


def test_literals_beside_one() -> None:
    operands = [item(sql) for sql in ("to_regclass('x')", "'y'", "pg_typeof(1)", "2")]
    assert [text(one) for one in same_kind(operands)] == [
        "to_regclass('x')",
        "~regclass(CAST('y' AS VARCHAR))",
        "~regtype(CAST(pg_typeof(1) AS VARCHAR))",
        "2",
    ]
    alone = [item("pg_typeof(1)"), item("'integer'")]
    assert same_kind(alone) == alone
