"""
DROP with and without CASCADE; what PostgreSQL answers is in the transcript `dependencies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_what_stands_in_the_way_is_told(session: Client) -> None:
    session.run("create table t (id int primary key, a text)", "create view v as select a from t")
    session.run("create view w as select a from v", "create table f (t int references t)")
    error = session.error("drop table t")
    assert error.code == "2BP01"
    assert error.detail == (
        "view v depends on table t\nview w depends on view v\nconstraint f_t_fkey on table f depends on table t"
    )
    (notice,) = session.notices("drop table t cascade")
    assert notice.message == "drop cascades to 3 other objects"
    assert notice.detail == (
        "drop cascades to view v\ndrop cascades to view w\ndrop cascades to constraint f_t_fkey on table f"
    )
    assert sorted(name for _, name in session.catalog.relations) == ["f"]


@pytest.mark.slow
def test_a_schema(session: Client) -> None:
    session.run("create schema s", "create table s.t (id serial)", "create view v as select id from s.t")
    error = session.error("drop schema s")
    assert error.detail == "table s.t depends on schema s\nview v depends on table s.t"
    (notice,) = session.notices("drop schema s cascade")
    assert notice.detail == "drop cascades to table s.t\ndrop cascades to view v"


@pytest.mark.slow
def test_the_wrong_kind(session: Client) -> None:
    session.run("create table t (a int)", "create view v as select a from t")
    assert session.error("drop view t").hint == "Use DROP TABLE to remove a table."
    assert session.error("drop table v").hint == "Use DROP VIEW to remove a view."
