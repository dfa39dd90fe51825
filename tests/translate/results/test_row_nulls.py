"""
Values of composite types that are asked for NULL.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import row_nulls
from pggate.translate.results.document_types import TEXT, composite
from tests.translate import duck

PLAIN = {
    "id": "STRUCT",
    "type_info": {"child_types": [{"first": "x", "second": TEXT}, {"first": "y z", "second": TEXT}]},
}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("a is null", "((struct_extract(a, 'x') IS NULL) AND (struct_extract(a, 'y z') IS NULL))"),
        (
            "a is not null",
            "((struct_extract(a, 'x') IS NOT NULL) AND (struct_extract(a, 'y z') IS NOT NULL))",
        ),
    ],
)
def test_tested(test: str, expected: str) -> None:
    tree = duck.tree(f"select {test} from t")
    (node,) = tree["node"]["select_list"]
    assert row_nulls.is_test(node)
    assert row_nulls.tested(node, [PLAIN]) is None
    assert row_nulls.tested(node, [None]) is None
    made = row_nulls.tested(node, [composite(PLAIN)])
    assert made is not None
    tree["node"]["select_list"] = [made[0]]
    assert duck.text(tree) == f"SELECT {expected} FROM t"


def test_what_is_asked() -> None:
    row = {"return_type": PLAIN}
    assert row_nulls.asks({"type": "OPERATOR_IS_NULL", "children": [row]})
    assert not row_nulls.asks({"type": "OPERATOR_NOT", "children": [row]})
    assert not row_nulls.asks({"type": "OPERATOR_IS_NULL", "children": [{"return_type": TEXT}]})
