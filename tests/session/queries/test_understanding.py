"""
The steps in which a statement is understood: what runs, and where it is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.clausal import analysed
from tests.session.conftest import error_of

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_an_error_is_placed_in_the_text_that_has_it(session: Client) -> None:
    session.run("create table t (a int)")
    for number in ("1", "22222"):
        sql = f"select a from t where a = {number} and nope = 1"
        for error in (session.error(sql), error_of(session.extended(sql))):
            assert (error.code, error.position) == ("42703", sql.index("nope") + 1)


@pytest.mark.parametrize(
    ("sql", "word"),
    [
        ("select id + true from t", "+"),
        ("insert into t (id) select s from t", "s from"),
        ("update t set n = true", "true"),
        ("select s from t where nope('x') = s", "nope"),
    ],
)
def test_a_mistake_has_its_place_whichever_step_finds_it(tables: Client, sql: str, word: str) -> None:
    for text in (sql, f"/* é */ {sql}"):
        assert tables.error(text).position == text.index(word) + 1


def test_the_text_that_runs_is_the_one_that_was_authorised(tables: Client, connect: Connect) -> None:
    name = f"reader{tables.identity.pid}"
    tables.run(f"create role {name} login password 'x'")
    reader = connect(user=name)
    for sql in ("select n / 2 from t", "select sum(n) from t", "select jsonb_build_object('a', t.n) from t"):
        assert reader.code(sql) == "42501"


def test_a_step_that_changes_the_text_keeps_its_parameters(tables: Client) -> None:
    found = analysed(tables, "select sum(n) / $1, max(coalesce(s, $2)) from t")
    assert len(found.parameters) == 2
    assert {relation.name for relation in found.bound.relations} == {"t"}  # type: ignore[union-attr]
