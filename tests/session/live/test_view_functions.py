"""
pggate.view_status and pggate.derived_views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

REGTYPES = {25: "text", 1009: "text[]", 20: "bigint", 701: "double precision"}

STATUS = (
    "select name, kind, topics, applied_snapshot = newest_snapshot, state_rows, pending_rows, failed_snapshot,"
    " last_error from pggate.view_status where catalog = current_database() order by name"
)


def test_how_far_views_are(session: Client) -> None:
    session.run("create table t (g text, v int)", "insert into t values ('a', 1), ('b', 2)")
    assert session.rows(STATUS) == []
    session.run(
        "create materialized view sums as select g, sum(v) as s from t group by g",
        "create materialized view parts as select 6 / v as p from t",
        "insert into t values ('a', 3)",
    )
    assert len(session.rows("select * from sums, parts")) == 6
    assert session.rows(STATUS) == [
        ("parts", "rows", "{public.t}", "t", "2", "1", None, None),
        ("sums", "groups", "{public.t}", "t", "2", "1", None, None),
    ]
    session.run("insert into t values ('b', 0)")
    assert session.code("select * from parts") == "55000"
    ((name, *_, failed, error), _) = session.rows(STATUS)
    assert (name, failed is None) == ("parts", False)
    assert "division by zero" in str(error)


def test_the_list_that_others_have(session: Client) -> None:
    session.run("create table t (v int)", "create materialized view m as select v from t")
    asked = (
        "select name, kind, sql, status, d.source_topic_id = t.topic_id from {schema}.derived_views d"
        " join pggate.topics t on t.catalog = d.catalog where d.catalog = current_database()"
    )
    for schema in ("pggate", "boilstream"):
        (row,) = session.rows(asked.replace("name,", "d.name,").format(schema=schema))
        assert row == ("m", "materialized", "select v from t", "active", "t")


def test_what_columns_there_are(session: Client) -> None:
    _, columns = session.described("select * from pggate.view_status")
    known = [(name, REGTYPES[oid]) for name, oid in columns]
    assert known == [
        *((name, "text") for name in ("catalog", "schema", "name", "kind")),
        ("topics", "text[]"),
        *((name, "bigint") for name in ("applied_snapshot", "newest_snapshot", "lag_snapshots")),
        ("lag_seconds", "double precision"),
        *((name, "bigint") for name in ("rows_in", "rows_out", "late_rows", "state_rows", "pending_rows")),
        ("failed_snapshot", "bigint"),
        *((name, "text") for name in ("last_error", "note")),
    ]


def test_only_for_superusers(session: Client, connect: Connect) -> None:
    session.run("create table t (v int)", "create materialized view m as select v from t")
    session.run("create role watcher login")
    other = connect(None, "watcher")
    assert other.rows("select * from pggate.view_status") == []
    assert other.rows("select * from pggate.derived_views") == []
