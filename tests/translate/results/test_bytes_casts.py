"""
Casts of texts to bytea.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import bytes_casts
from pggate.translate.trees.number_types import plain
from tests.translate import duck


@pytest.mark.parametrize(
    ("pg", "of_type", "expected"),
    [
        ("select a::bytea", "VARCHAR", '"~pg"."~catalog"."~bytea"(a)'),
        ("select a::bytea", "BLOB", None),
        ("select a::text", "VARCHAR", None),
    ],
)
def test_casts(pg: str, of_type: str, expected: str | None) -> None:
    tree = duck.tree(pg)
    made = bytes_casts.cast(tree["node"]["select_list"][0], [plain(of_type)])
    if made is not None:
        tree["node"]["select_list"] = [made[0]]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected


@pytest.mark.parametrize(
    ("child", "to", "asks"),
    [
        ({"return_type": plain("VARCHAR")}, "BLOB", True),
        ({"return_type": plain("VARCHAR")}, "DATE", False),
        ({"value": {"type": plain("VARCHAR")}}, "BLOB", False),  # a literal
    ],
)
def test_only_what_is_no_literal_asks(child: dict[str, object], to: str, asks: bool) -> None:
    assert bytes_casts.asks_cast({"child": child, "return_type": plain(to)}) is asks
