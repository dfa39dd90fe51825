"""
Joins: what they are made into, and of which terms what comes is made.  That the rows are right, test_equality has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.compiled import DELTA, Role

if TYPE_CHECKING:
    from tests.views.conftest import Duck

ONE = "~delta 1"


def test_both_sides_keep_their_names(duck: Duck) -> None:
    view = duck.compiled(
        "SELECT a.id, b.id FROM (SELECT id, v FROM t) AS a JOIN (SELECT v, id FROM u) AS b USING (v)"
    )
    assert view.partials == (
        'SELECT "a"."~seq", a.id AS c0, b.id AS c1, 1::BIGINT AS "~n" FROM '
        '(SELECT t.id AS id, t.v AS v, t."~seq" FROM "~delta" AS t) AS a INNER JOIN '
        '(SELECT u.v AS v, u.id AS id, u."~seq" FROM "~delta 1" AS u) AS b ON ((a.v = b.v))'
    )
    assert (view.joins, view.is_linear, dict(view.relations)) == (1, False, {DELTA: 0, ONE: 1})


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("SELECT t.id FROM t, u", ["db", "ad"]),
        ("SELECT a.id FROM t a, t b, t c", ["dbb", "adb", "aad"]),
        ("SELECT a.id FROM t a, (t b JOIN u c USING (id))", ["dbb", "adb", "aad"]),
        ("SELECT a.id FROM t a, (SELECT id FROM t UNION ALL SELECT id FROM u) b", ["dbb", "add"]),
        ("SELECT t.id FROM t, u UNION ALL SELECT id FROM t", ["db-", "ad-", "--d"]),
        ("SELECT id FROM t UNION ALL SELECT id FROM u UNION ALL SELECT id FROM t", ["dd"]),
    ],
)
def test_terms(duck: Duck, text: str, terms: list[str]) -> None:
    view = duck.compiled(text)
    letters = {Role.DELTA: "d", Role.BEFORE: "b", Role.AFTER: "a", None: "-"}
    assert ["".join(letters[term.get(name)] for name in view.relations) for term in view.terms] == terms


def test_each_of_the_tables_of_a_query_has_relations_of_its_own(duck: Duck) -> None:
    view = duck.compiled("SELECT a.id FROM t AS a JOIN t AS b USING (id) UNION ALL SELECT id FROM t")
    assert view.relations == {DELTA: 0, ONE: 0, "~delta 2": 0}
    assert len(view.source) == 1
