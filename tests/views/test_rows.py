from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.views.conftest import Duck, View

if TYPE_CHECKING:
    from pggate.views.compiled import Compiled


@pytest.mark.parametrize(
    ("text", "partials", "read"),
    [
        ("SELECT g, g AS h FROM t", "t.g AS c0", 'SELECT "~final".c0 AS g, "~final".c0 AS h FROM'),
        ("SELECT g FROM t ORDER BY lower(g)", "t.g AS c0, lower(t.g) AS c1", 'ORDER BY "~final".c1'),
        ("SELECT g AS x FROM t ORDER BY x, 1, g", "t.g AS c0", 'ORDER BY x, 1, "~final".c0'),
        (
            "SELECT g FROM t WHERE t0 > now() - INTERVAL '1 hour' AND o",
            "t.g AS c0, t.t0 AS c1",
            "WHERE (\"~final\".c1 > (now() - CAST('1 hour' AS INTERVAL)))",
        ),
        ("SELECT age(t0 + i) AS a FROM t", "(t.t0 + t.i) AS c0", 'SELECT age("~final".c0) AS a FROM'),
        ("SELECT now() AS n FROM t", 'SELECT "~seq", 1::BIGINT', "SELECT now() AS n FROM"),
    ],
)
def test_what_is_kept_of_a_row(duck: Duck, text: str, partials: str, read: str) -> None:
    view: Compiled = duck.compiled(text)
    assert partials in view.partials
    assert read in view.read


def test_a_row_comes_as_often_as_it_is_there(duck: Duck) -> None:
    view = View(duck, duck.compiled("SELECT g, now() IS NULL AS n FROM t"))
    duck.run("INSERT INTO t (id, g) VALUES (1, 'a'), (2, 'a'), (3, NULL), (4, NULL), (5, 'b')")
    duck.delta("FROM t")
    view.append()
    view.compact()
    assert sorted(duck.rows(view.read), key=str) == [
        ("a", False), ("a", False), ("b", False), (None, False), (None, False),
    ]  # fmt: skip
    duck.delta("FROM t WHERE id IN (1, 4, 5)")
    view.append(is_deletion=True)
    assert sorted(duck.rows(view.read), key=str) == [("a", False), (None, False)]


def test_rows_that_are_merely_equal_stay_apart(duck: Duck) -> None:
    view = View(duck, duck.compiled("SELECT f, i FROM t"))
    duck.run(
        "INSERT INTO t (f, i) VALUES (0.0, INTERVAL '1 month'), ('-0.0', INTERVAL '30 days'), ('NaN', NULL), ('NaN', NULL)"
    )
    duck.delta("FROM t")
    view.append()
    view.compact()
    rows = duck.rows(
        f'SELECT f::VARCHAR, i::VARCHAR, "~n" FROM (SELECT c0 AS f, c1 AS i, "~n" FROM {view.kept})'
    )
    assert set(rows) == {("-0.0", "30 days", 1), ("0.0", "1 month", 1), ("nan", None, 2)}
