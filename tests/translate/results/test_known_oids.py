"""
Casts of OIDs to regclass and its kin.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import known_oids, result_types
from pggate.translate.trees.number_types import plain
from pggate.translate.types import regtypes
from tests.translate import duck


@pytest.mark.parametrize(
    ("pg", "of_type", "expected"),
    [
        ("select a::regclass::oid", "UINTEGER", "a"),
        ("select a::regtype::oid", "UINTEGER", "a"),
        ("select a::regtype::oid", "VARCHAR", None),
        ("select a::regtype::oid", "BIGINT", None),  # may be less than 0
    ],
)
def test_what_is_an_oid_stays(pg: str, of_type: str, expected: str | None) -> None:
    tree = duck.tree(pg)
    regtypes.edit(tree, pg)
    call = tree["node"]["select_list"][0]["child"]
    assert known_oids.is_wanted(call)
    assert result_types.is_wanted(call)
    assert result_types.keeps_type(call)
    assert [one["column_names"] for one in result_types.arguments(call)] == [["a"]]
    made = result_types.make(call, [plain(of_type)])
    if made is not None:
        tree["node"]["select_list"] = [made[0]]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected


@pytest.mark.parametrize(
    ("of_type", "expected"),
    [
        ("UINTEGER", '"~pg"."~catalog"."~regtype_names_of"(a)'),
        ("VARCHAR", None),
    ],
)
def test_names_of_oids(of_type: str, expected: str | None) -> None:
    pg = "select a::regtype[]::text[]"
    tree = duck.tree(pg)
    regtypes.edit(tree, pg, is_result=False)
    call = tree["node"]["select_list"][0]["child"]
    assert known_oids.is_wanted(call)
    assert [one["column_names"] for one in result_types.arguments(call)] == [["a"]]
    of_list = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": plain(of_type)}}
    made = result_types.make(call, [of_list])
    if made is not None:
        tree["node"]["select_list"] = [made[0]]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected


@pytest.mark.parametrize("pg", ["select regtype('a')", "select a::oid", "select to_regtype('a'::text)"])
def test_nothing_else_is_looked_at(pg: str) -> None:
    tree = duck.tree(pg)
    assert not known_oids.is_wanted(tree["node"]["select_list"][0])


@pytest.mark.parametrize(
    ("child", "to", "asks"),
    [
        ({"return_type": plain("UINTEGER")}, "VARCHAR", True),
        ({"return_type": plain("BIGINT")}, "VARCHAR", False),
        ({"return_type": plain("UINTEGER")}, "BIGINT", False),
        ({"value": {"type": plain("UINTEGER")}}, "VARCHAR", False),  # a literal
    ],
)
def test_casts_that_ask(child: dict[str, object], to: str, asks: bool) -> None:
    assert known_oids.asks_cast({"child": child, "return_type": plain(to)}) is asks
