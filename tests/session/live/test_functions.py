"""
The gateway's own functions together: who may call them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


@pytest.mark.parametrize(
    "call",
    [
        "pggate.create_token('t')",
        "pggate.revoke_token(1)",
        "pggate.limit_token(1, 'rows', 1)",
        "pggate.damage()",
    ],
)
def test_they_are_the_superusers(session: Client, connect: Connect, call: str) -> None:
    session.run("create table t (a int)", "create role holder login")
    assert connect(user="holder").code(f"select {call}") == "42501"
    session.run("drop role holder")
