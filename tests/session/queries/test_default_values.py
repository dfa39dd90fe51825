"""
DEFAULT in UPDATE; what PostgreSQL answers is in the transcript `default_values`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_defaults(session: Client) -> None:
    session.run("create table t (id serial, a int default 7, b timestamp default now(), c text)")
    session.run("insert into t (a, c) values (1, 'x')", "update t set id = default, a = default, c = default")
    assert session.rows("select id, a, b is not null, c from t") == [("2", "7", "t", None)]
    session.extended("update t set a = $1, c = default where a = $2", ("8", "7"))
    assert session.rows("select a from t") == [("8",)]
