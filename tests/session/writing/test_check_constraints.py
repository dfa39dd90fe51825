"""
CHECK as it is declared; what PostgreSQL answers is in the transcript `check_constraints`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
@pytest.mark.parametrize(
    ("condition", "code"),
    [("b > 0", "42703"), ("a + 1", "42804"), ("a > (select 1)", "0A000"), ("a > 'x'", "22P02")],
)
def test_refused(session: Client, condition: str, code: str) -> None:
    assert session.code(f"create table t (a int check ({condition}))") == code


@pytest.mark.slow
def test_names(session: Client) -> None:
    session.run("create table t (a int check (a > 0) check (a < 9), b int, check (a < b), check (true))")
    names = [key.name for key in session.catalog.relations["public", "t"].keys]
    assert sorted(names) == ["t_a_check", "t_a_check1", "t_check", "t_check1"]


@pytest.mark.slow
def test_merge_is_held(session: Client) -> None:
    session.run("create table t (a int check (a > 0))", "insert into t values (1)")
    merge = "merge into t using (select {} as x) s on t.a = s.x when matched then update set a = {}"
    assert session.code(merge.format(1, -1)) == "23514"
    merge = "merge into t using (select {} as x) s on t.a = s.x when not matched then insert values (x)"
    assert session.code(merge.format(-5)) == "23514"
    assert session.rows("select a from t") == [("1",)]
