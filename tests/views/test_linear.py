from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views import linear

if TYPE_CHECKING:
    from tests.views.conftest import Duck


@pytest.mark.parametrize("text", ["SELECT * FROM t", "SELECT v + 1 FROM t WHERE v > 2 ORDER BY v"])
def test_rows_of_rows(duck: Duck, text: str) -> None:
    linear.check(duck.tree(text)["node"])


@pytest.mark.parametrize(
    "text",
    [
        "SELECT g FROM t GROUP BY g",
        "SELECT g FROM t GROUP BY ALL",
        "SELECT 1 FROM t GROUP BY ()",
        "SELECT 1 FROM t HAVING true",
        "SELECT DISTINCT g FROM t",
        "SELECT g FROM t LIMIT 1",
        "SELECT g FROM t OFFSET 1",
        "SELECT g FROM t QUALIFY true",
        "SELECT g FROM t USING SAMPLE 3",
    ],
)
def test_rows_of_several(duck: Duck, text: str) -> None:
    with pytest.raises(FeatureNotSupported):
        linear.check(duck.tree(text)["node"])


@pytest.mark.parametrize(
    ("text", "is_refused"), [("v + 1", False), ("1 + sum(v)", True), ("t0 < now()", True)]
)
def test_expressions_of_one_row(duck: Duck, text: str, is_refused: bool) -> None:
    (item,) = duck.tree(f"SELECT {text} FROM t")["node"]["select_list"]
    if is_refused:
        with pytest.raises(FeatureNotSupported):
            linear.check_of_one_row(item, "GROUP BY in a sub-query")
    else:
        linear.check_of_one_row(item, "GROUP BY in a sub-query")
