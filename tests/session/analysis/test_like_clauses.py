"""
CREATE TABLE (LIKE t); what PostgreSQL answers is in the transcript `like_clauses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_like_a_table_of_the_transaction(session: Client) -> None:
    session.run("begin", "create table t (a int, b varchar(3))", "create table u (like t)", "commit")
    assert session.columns("select * from u") == ["a", "b"]
    assert session.code("create table w (like nope)") == "42P01"


@pytest.mark.slow
def test_a_temporary_one_takes_numbers_of_its_own_columns(session: Client) -> None:
    session.run("create table t (a int generated always as identity, b text default 'x')")
    session.run("create temp table u (like t including defaults)", "insert into u (a) values (1)")
    assert session.rows("select * from u") == [("1", "x")]
