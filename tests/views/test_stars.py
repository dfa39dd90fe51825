from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.expressions import sql
from pggate.views.scope import Scope
from pggate.views.stars import expanded

if TYPE_CHECKING:
    from tests.views.conftest import Duck

SCOPE = Scope("t", ("a", "B", "c"))


@pytest.mark.parametrize(
    ("written", "names", "texts"),
    [
        ("*", ["a", "B", "c"], ["t.a", 't."B"', "t.c"]),
        ("t.*", ["a", "B", "c"], ["t.a", 't."B"', "t.c"]),
        ("* EXCLUDE (b)", ["a", "c"], ["t.a", "t.c"]),
        ("* REPLACE (a + 1 AS a)", ["a", "B", "c"], ["(a + 1)", 't."B"', "t.c"]),
        ("* RENAME (a AS x)", ["x", "B", "c"], ["t.a", 't."B"', "t.c"]),
        ("x, * EXCLUDE (a, b), 1 AS y", ["", "c", "y"], ["x", "t.c", "1"]),
    ],
)
def test_a_star_is_its_columns(duck: Duck, written: str, names: list[str], texts: list[str]) -> None:
    items = list(expanded(duck.tree(f"SELECT {written} FROM t")["node"]["select_list"], SCOPE))
    assert [item["alias"] for item in items] == names
    assert [sql(item, duck.text) for item in items] == texts


@pytest.mark.parametrize("written", ["COLUMNS('a')", "COLUMNS(*)", "u.*", "* EXCLUDE (t.a)"])
def test_what_is_no_list_of_columns(duck: Duck, written: str) -> None:
    with pytest.raises(FeatureNotSupported):
        list(expanded(duck.tree(f"SELECT {written} FROM t")["node"]["select_list"], SCOPE))


def test_columns_of_one_name(duck: Duck) -> None:
    with pytest.raises(FeatureNotSupported):
        list(expanded(duck.tree("SELECT * FROM t")["node"]["select_list"], Scope("t", ("a", "A"))))
