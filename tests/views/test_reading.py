from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views import reading
from pggate.views.expressions import column

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def test_what_is_about_all_rows_is_asked_at_the_end(duck: Duck) -> None:
    modifiers = duck.tree("SELECT DISTINCT 1 ORDER BY x LIMIT 1")["node"]["modifiers"]
    text = reading.text(
        "SELECT k0", ["x"], [column("~final", "k0")], [column("~final", "f0")], modifiers, duck.text
    )
    assert (
        text
        == 'SELECT DISTINCT "~final".k0 AS x FROM (SELECT k0) AS "~final" WHERE "~final".f0 ORDER BY x LIMIT 1'
    )


def test_finals(duck: Duck) -> None:
    assert reading.each_group(["k0"], ["s0 + 1"]) == 'SELECT k0, s0 + 1 AS f0 FROM "~merged"'
    assert reading.each_group([], []) == 'SELECT "~n" FROM "~merged"'
    duck.run('CREATE TEMP TABLE "~merged" AS SELECT * FROM (VALUES (1, 1), (2, 3), (3, -1)) AS v(c0, "~n")')
    assert sorted(duck.rows(reading.each_time(["c0"]))) == [(1,), (2,), (2,), (2,)]
    assert len(duck.rows(reading.each_time([]))) == 4
