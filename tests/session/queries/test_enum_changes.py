"""
Labels are ordered in UPDATE and DELETE, too; what PostgreSQL answers is in the transcript `enum_changes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.queries.enum_changes import compares

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_what_may_compare() -> None:
    assert compares("delete from t where a >= 'x'")
    assert not compares("update t set a = 'x' where b <> 'y'")


@pytest.mark.slow
def test_parameters_and_names(session: Client) -> None:
    session.run("create type mood as enum ('sad', 'ok', 'great')", 'create table t ("M" mood, o mood, v int)')
    session.run("insert into t values ('sad', 'ok', 1), ('ok', 'sad', 2), ('great', 'sad', 3)")
    session.extended('update t set v = v + 10 where "M" > $1', ("sad",))
    session.run('update t as x set v = v + 100 where x."M" > o')
    session.run('update t set v = 0 where (select count(*) from t i where i."M" < t."M") = 1')
    assert session.rows("select v from t order by 1") == [("0",), ("1",), ("113",)]
    session.run(
        "create sequence s start 3", "delete from t where v < (select last_value from s) and \"M\" < 'ok'"
    )
    assert session.rows("select v from t order by 1") == [("0",), ("113",)]


@pytest.mark.slow
def test_a_default_is_set_where_labels_are_less(session: Client) -> None:
    session.run("create type mood as enum ('sad', 'ok')", "create table t (m mood, v int default 7)")
    session.run("insert into t values ('sad', 1), ('ok', 2)", "update t set v = default where m < 'ok'")
    assert session.rows("select m, v from t order by v") == [("ok", "2"), ("sad", "7")]
