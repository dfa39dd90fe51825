"""
LOCK TABLE, read.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.locks import Lock, lock

LOCKS = (
    ("lock t", Lock(("t",), True, True)),
    ('LOCK TABLE ONLY s."T" *, u IN ACCESS EXCLUSIVE MODE NOWAIT;', Lock(('s."T"', "u"), True, False)),
    ("lock table t in share mode", Lock(("t",), True, True)),
    ("lock table t in share update exclusive mode", Lock(("t",), False, True)),
    ("lock table t in row exclusive mode nowait", Lock(("t",), False, False)),
)


@pytest.mark.parametrize(("sql", "found"), LOCKS)
def test_lock(sql: str, found: Lock) -> None:
    assert lock(sql) == found


@pytest.mark.parametrize("sql", ["lock", "lock table", "lock t in mode", "lock t in some mode", "lock t now"])
def test_nonsense(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        lock(sql)
