"""
What concat() and casts of bytes show.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import shown_texts
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain
from tests.translate import duck


def item(sql: str) -> nodes.Node:
    found: nodes.Node = duck.tree(f"select {sql} from t")["node"]["select_list"][0]
    return found


def text(node: nodes.Node) -> str:
    return duck.text(nodes.select(node)).removeprefix("SELECT ")


@pytest.mark.parametrize(
    ("sql", "types", "expected"),
    [
        ("concat(b, a)", ("VARCHAR", "BOOLEAN"), 'concat(b, "left"(CAST(a AS VARCHAR), 1))'),
        ("concat(a)", ("BLOB",), "concat(('\\x' || lower(hex(a))))"),
        ("concat(a)", ("DOUBLE",), 'concat("~pg"."~mirror".float8_text(a))'),
    ],
)
def test_arguments(sql: str, types: tuple[str, ...], expected: str) -> None:
    made = shown_texts.concatenated(item(sql), [plain(name) for name in types])
    assert made is not None
    assert text(made[0]).replace('"system".main.', "") == expected


def test_texts_stay() -> None:
    assert shown_texts.concatenated(item("concat(b, b)"), [plain("VARCHAR"), None]) is None


def test_a_cast_of_bytes() -> None:
    cast = item("a::varchar")
    made = shown_texts.cast(cast, [plain("BLOB")])
    assert made is not None
    assert "hex" in text(made[0])
    assert shown_texts.cast(cast, [plain("INTEGER")]) is None
    assert shown_texts.asks_cast({"child": {"return_type": plain("BLOB")}, "return_type": plain("VARCHAR")})
    assert not shown_texts.asks_cast({"child": {"return_type": plain("BLOB")}, "return_type": plain("BIT")})
