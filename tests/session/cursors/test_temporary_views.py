"""
Temporary views go with the temporary tables that they read; what PostgreSQL answers is in the transcript
`on_commit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.session.cursors.temporary_views import drop, readers

if TYPE_CHECKING:
    from tests.session.conftest import Client

TABLE = Relation("temp", "main", "t")


def test_the_statement() -> None:
    assert drop('a"b') == 'DROP VIEW "temp"."main"."a""b"'


@pytest.mark.server
def test_who_reads_a_table(session: Client) -> None:
    session.run("create temp table t (a int)", "create temp table u (a int)", "create table p (a int)")
    session.run(
        'create temp view "V 1" as with q as (select a from t) select * from q',
        'create temp view v2 (x) as select a from u union all select a from "V 1"',
        "create temp view v3 as select a from u",
        "create temp view v4 as select a from p",
    )
    cursors = session.session._parts.cursors
    assert sorted(readers(cursors.lake, cursors.binder, TABLE)) == ["V 1", "v2"]
    assert session.code("drop table t") == "2BP01"
    (notice,) = session.notices("drop table t cascade")
    assert notice.message == "drop cascades to 2 other objects"
    assert (session.code("select * from v2"), session.rows("select * from v3")) == ("42P01", [])
