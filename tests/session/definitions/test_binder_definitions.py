from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_what_is_made_of_a_query_is_known_in_its_transaction(session: Client) -> None:
    session.run("begin", "create table t as select 1 as a, 'x' as b", "create view v as select b from t")
    assert session.columns("select * from v") == ["b"]
    session.run("create temp table u as select a from t")
    assert session.rows("select a from u") == [("1",)]
    session.run("rollback")
