"""
char(n) is compared without trailing spaces; what PostgreSQL answers is in the transcript `char_comparisons`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_only_of_columns_that_are_so_declared(session: Client) -> None:
    session.run("create table t (c char(3))", "create table u (c text)", "insert into t values ('a')")
    session.run("insert into u values ('a'), ('a  ')")
    assert session.rows("select c from t where c = 'a   '") == [("a  ",)]
    assert session.rows("select c from u where c = 'a  '") == [("a  ",)]
    assert session.value("select count(*) from t, u where t.c = 'a' and u.c = 'a  '") == "1"


def test_in_the_transaction_that_declares(session: Client) -> None:
    session.run("begin", "create table t (c char(3))", "insert into t values ('a')")
    assert session.value("select count(*) from t where c = 'a  '") == "1"
    session.run("rollback")
