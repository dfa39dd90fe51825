"""
Why a live view has no rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.emptiness import Emptiness, without_limit

if TYPE_CHECKING:
    from tests.views.conftest import Duck


@pytest.mark.parametrize(
    ("query", "kept", "is_cut", "sentence"),
    [
        ("SELECT v FROM t WHERE v > 9", 0, False, "No row of its topic passes WHERE."),
        ("SELECT unnest(l) FROM t", 0, False, "No row of its topic makes a row of the view."),
        ("SELECT v FROM t LIMIT 0", 3, True, "LIMIT and OFFSET leave none of its rows."),
        (
            "SELECT v FROM t WHERE t0 > now()",
            3,
            False,
            "WHERE over the current time keeps none of its 3 rows.",
        ),
        ("SELECT count(*) FROM t HAVING count(*) > 9", 1, False, "HAVING keeps none of its 1 group."),
        (
            "SELECT t0, count(*) FROM t WHERE t0 > now() AND v > 1 GROUP BY t0 HAVING count(*) > 9 LIMIT 2",
            5,
            False,
            "HAVING and WHERE over the current time keep none of its 5 groups.",
        ),
    ],
)
def test_the_reason(duck: Duck, query: str, kept: int, is_cut: bool, sentence: str) -> None:
    compiled = duck.compiled(query)
    read = duck.tree(compiled.read)["node"]
    empty = Emptiness(duck.tree(query)["node"], read, 1, compiled.kind, kept)
    assert empty.sentence(lambda: is_cut) == sentence


def test_the_rows_without_a_limit(duck: Duck) -> None:
    node = duck.tree("SELECT v FROM t ORDER BY v LIMIT 3 OFFSET 1")["node"]
    assert [each["type"] for each in without_limit(node)] == ["ORDER_MODIFIER"]
