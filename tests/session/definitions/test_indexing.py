from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

REFUSED = [
    ("create index on nope (a)", "42P01"),
    ("create index on t (nope)", "42703"),
    ("create index on t (a) include (nope)", "42703"),
    ("create index on t (a) where nope = 1", "42703"),
    ("create index on v (a)", "42809"),
    ("create index on t", "42601"),
]


@pytest.mark.parametrize(("sql", "code"), REFUSED)
def test_an_index_that_could_not_be(session: Client, sql: str, code: str) -> None:
    session.run("create table t (a int, b varchar)", "create view v as select a from t")
    assert session.code(sql) == code


@pytest.mark.parametrize(
    "on", ["t (a)", "t using btree (lower(b) text_pattern_ops, a desc)", "u (a) where a > 0"]
)
def test_an_index_is_taken(session: Client, on: str) -> None:
    session.run("create table t (a int, b varchar)", "create temp table u (a int)")
    (notice,) = session.notices(f"create index i on {on}")
    assert notice.message.startswith("indexes are not kept")
    assert session.tag(f"create index if not exists i on {on}") == "CREATE INDEX"
