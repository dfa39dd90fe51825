"""
String literals beside numbers.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.numbers import untyped_operands
from tests.translate import duck
from tests.translate.retyped import edited


def typed(expression: str, *types: str) -> str | None:
    tree = duck.tree(f"select {expression}")
    node = untyped_operands.typed(tree["node"]["select_list"][0], list(types))
    return node and duck.text({**tree, "node": {**tree["node"], "select_list": [node]}})


@pytest.mark.parametrize(
    ("expression", "types", "expected"),
    [
        ("'1' + 2", ("", ""), "SELECT (CAST('1' AS INTEGER) + 2)"),
        ("a - '1'", ("BIGINT", ""), "SELECT (a - CAST('1' AS BIGINT))"),
        ("'1e3' * a", ("", "DOUBLE"), "SELECT (CAST('1e3' AS DOUBLE) * a)"),
        ("1.5 % '2.25'", ("", ""), "SELECT (1.5 % 2.25)"),
        ("a / '2.5'", ("DECIMAL(10,2)", ""), "SELECT (a / 2.5)"),
        ("a + '1 day'", ("TIMESTAMP", ""), None),
        ("a + 1", ("INTEGER", ""), None),
    ],
)
def test_typed(expression: str, types: tuple[str, ...], expected: str | None) -> None:
    assert typed(expression, *types) == expected


@pytest.mark.parametrize(
    ("expression", "code"), [("'1' + '2'", "42725"), ("1 + 'a'", "22P02"), ("2 * '1.5'", "22P02")]
)
def test_refused(expression: str, code: str) -> None:
    with pytest.raises(PgError) as raised:
        typed(expression, "", "")
    assert raised.value.code == code


def test_joined_to_bytes() -> None:
    assert edited(r"select b || '\x0102' || 'a' as x from (select 'a'::blob as b) t") == (
        "SELECT ((b || \"system\".main.unhex('0102')) || \"system\".main.unhex('61')) AS x "
        "FROM (SELECT CAST('a' AS BLOB) AS b) AS t"
    )
    assert edited("select b || b as x from (select 'a'::blob as b) t") is None
