from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

SHOWN = "select reloptions from pg_class where relname = '{}'"


@pytest.mark.slow
def test_a_transaction_has_its_own(session: Client, connect: Connect) -> None:
    session.run("create table ko (a int) with (evolve = none)", "begin", "alter table ko set (sort_by = a)")
    assert session.rows(SHOWN.format("ko")) == [("{evolve=none,sort_by=a}",)]
    assert connect().rows(SHOWN.format("ko")) == [("{evolve=none}",)]
    session.run("rollback", "begin", "drop table ko", "create table ko (b int)")
    assert session.rows(SHOWN.format("ko")) == [(None,)]
    session.run("rollback", "begin", "alter table ko rename to ok")
    assert session.rows(SHOWN.format("ok")) == [("{evolve=none}",)]
    session.run("commit")
    assert connect().rows(SHOWN.format("ok")) == [("{evolve=none}",)]
