"""
ALTER TABLE beyond the lake: several actions in one statement, as migrations send them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_several_actions(session: Client) -> None:
    session.run("create table t (id int, a text)", "insert into t values (1, '5')")
    session.run(
        "alter table t add column b int not null default 5, alter a type int using a::int,"
        " alter a set not null, add constraint p primary key (id), alter b drop default"
    )
    assert session.rows("select * from t") == [("1", "5", "5")]
    assert session.code("insert into t (id, a) values (2, 3)") == "23502"
