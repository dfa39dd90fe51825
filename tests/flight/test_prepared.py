"""
Statements by handle.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidSqlStatementName
from pggate.flight import prepared
from pggate.flight.prepared import PreparedStatements


def test_a_statement_is_its_roles_alone() -> None:
    statements = PreparedStatements()
    handle = statements.add("ann", "select 1")
    assert statements.find("ann", handle).sql == "select 1"
    with pytest.raises(InvalidSqlStatementName):
        statements.find("bob", handle)
    statements.close("bob", handle)
    assert statements.find("ann", handle)
    statements.close("ann", handle)
    statements.close("ann", handle)
    with pytest.raises(InvalidSqlStatementName):
        statements.find("ann", handle)


def test_those_that_were_used_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST", 2)
    statements = PreparedStatements()
    first, second = statements.add("ann", "1"), statements.add("ann", "2")
    statements.find("ann", first)
    statements.add("ann", "3")
    assert statements.find("ann", first).sql == "1"
    with pytest.raises(InvalidSqlStatementName):
        statements.find("ann", second)
