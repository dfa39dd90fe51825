from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from pggate.session.statement.analysed import Steps
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def steps(client: Client, sql: str) -> Steps | None:
    found: Steps | None = client.analyse(split(sql)[0]).steps
    return found


def test_steps(session: Client) -> None:
    session.run("create table t (a int, b int default 3)", "create temp table p (a int)")
    found = steps(session, "merge into t using p on t.a = p.a when not matched then insert (a) values (p.a)")
    assert found is not None
    assert (found.applied, found.removed) == ("", "")
    assert "CAST(('3') AS INTEGER)" in found.chosen
    assert steps(session, "merge into p using t on t.a = p.a when matched then delete") is None


def test_forms_of_duckdb_are_left_to_it(session: Client) -> None:
    session.run("create table t (a int)", "create table s (a int)", "insert into s values (1)")
    sql = "merge into t using s on t.a = s.a when not matched then insert *"
    assert steps(session, sql) is None
    assert session.tag(sql) == "MERGE 1"
