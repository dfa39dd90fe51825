"""
Views while what they read is defined anew; what PostgreSQL answers is in the transcript `dependencies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_several_objects_go_together(session: Client) -> None:
    session.run("create table t (id int primary key)", "create table f (t int references t)")
    session.run(
        "drop table t, f", "create table t (id int primary key)", "create table f (t int references t)"
    )
    assert session.code("drop table t") == "2BP01"
    session.run("drop table f, t")


@pytest.mark.slow
def test_a_view_that_was_renamed_in_the_transaction(session: Client) -> None:
    session.run("create table t (a int)", "create view v as select a from t")
    session.run("begin", "alter view v rename to w")
    assert session.error("drop table t").detail == "view w depends on table t"
    session.run("rollback")
