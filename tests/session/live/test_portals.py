from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.store import Store
from pggate.errors import (
    ConfigurationLimitExceeded,
    DuplicateCursor,
    DuplicatePreparedStatement,
    InvalidCursorName,
    InvalidSqlStatementName,
)
from pggate.session.live.portals import MOST_PORTALS, MOST_STATEMENTS, Portals
from pggate.session.statement.portal import FAILED, Portal, Prepared
from pggate.translate.commands.cursors import Declare
from tests.session.statement.test_portal import Source, portal, prepared

if TYPE_CHECKING:
    from pathlib import Path


def no_store() -> Store:
    pytest.fail("nothing is kept here")


def test_statements_by_name() -> None:
    portals = Portals(no_store)
    first, second = prepared("a"), prepared()
    portals.prepare(first)
    portals.prepare(prepared())
    portals.prepare(second)  # the unnamed one is replaced
    assert portals.statement("a") is first
    assert portals.statement("") is second
    with pytest.raises(DuplicatePreparedStatement, match='prepared statement "a" already exists'):
        portals.prepare(prepared("a"))
    portals.deallocate("a")
    portals.close_statement("a")  # Close is content, DEALLOCATE is not
    with pytest.raises(InvalidSqlStatementName, match='prepared statement "a" does not exist'):
        portals.deallocate("a")
    portals.deallocate_all()
    assert portals.statements() == ()
    with pytest.raises(InvalidSqlStatementName, match="unnamed prepared statement does not exist"):
        portals.statement("")


def test_portals_by_name() -> None:
    portals, source = Portals(no_store), Source(1)
    portals.bind(portal(rows=source.rows()))
    portals.bind(portal("a"))
    portals.bind(portal())  # replaces the unnamed one
    assert source.closed == 1
    with pytest.raises(DuplicateCursor, match='cursor "a" already exists'):
        portals.bind(portal("a"))
    portals.close_portal("a")
    portals.close_portal("a")
    with pytest.raises(InvalidCursorName, match='portal "a" does not exist'):
        portals.portal("a")


def test_portals_outlive_their_statement() -> None:
    portals, source = Portals(no_store), Source(1)
    mine, other = prepared("mine"), prepared("other")
    portals.prepare(mine)
    portals.prepare(other)
    portals.bind(portal("a", mine, source.rows()))
    portals.bind(portal("b", other))
    portals.close_statement("mine")
    assert source.closed == 0
    assert portals.portal("a").prepared is mine
    assert portals.portal("b").prepared is other


def test_a_simple_query_forgets_the_unnamed_ones_only() -> None:
    portals = Portals(no_store)
    for name in ("", "a"):
        portals.prepare(prepared(name))
        portals.bind(portal(name))
    portals.forget_unnamed()
    assert [one.name for one in portals.statements()] == ["a"]
    assert portals.portal("a").name == "a"
    with pytest.raises(InvalidCursorName):
        portals.portal("")


def test_the_transaction_fails_and_ends() -> None:
    portals, source = Portals(no_store), Source(2)
    portals.prepare(prepared("s"))
    portals.bind(portal("a", rows=source.rows()))
    portals.fail_portals()
    assert (source.closed, portals.portal("a").outcome) == (1, FAILED)
    portals.close_portals()
    assert (source.closed, len(portals.statements())) == (1, 1)
    with pytest.raises(InvalidCursorName):
        portals.portal("a")


def test_limits() -> None:
    portals, one = Portals(no_store), prepared()
    for number in range(MOST_STATEMENTS):
        portals.prepare(Prepared(f"s{number}", None, "", ()))
    with pytest.raises(ConfigurationLimitExceeded):
        portals.prepare(prepared("more"))
    for number in range(MOST_PORTALS):
        portals.bind(portal(f"p{number}", one))
    with pytest.raises(ConfigurationLimitExceeded):
        portals.bind(portal("more", one))
    portals.close_portal("p0")
    portals.bind(portal("more", one))


def declared(name: str, source: Source, level: int = 0, *, hold: bool = False) -> Portal:
    """A cursor."""
    one = portal(name, rows=source.rows())
    one.cursor, one.level = Declare(name, "", 0, hold=hold), level
    return one


def names(portals: Portals) -> list[str]:
    return [one.name for one in portals.portals()]


def test_a_commit_keeps_what_is_held(tmp_path: Path) -> None:
    portals = Portals(lambda: Store(tmp_path, 1 << 20))
    held, other = Source(2, 2), Source(2)
    portals.bind(declared("held", held, hold=True))
    portals.bind(declared("other", other))
    list(portals.portal("held").batches(1))
    portals.hold()
    assert (held.batches, held.closed, other.closed, names(portals)) == ([], 1, 1, ["held"])
    portals.keep()
    portals.fail_portals()
    portals.close_portals()
    assert [batch["n"].to_pylist() for batch in portals.portal("held").batches(0)] == [[1], [2, 3]]
    portals.close_all()
    assert names(portals) == []


def test_a_commit_that_fails_keeps_nothing(tmp_path: Path) -> None:
    portals = Portals(lambda: Store(tmp_path, 1 << 20))
    portals.bind(declared("held", Source(2), hold=True))
    portals.hold()
    portals.close_portals()
    assert names(portals) == []


def test_savepoints() -> None:
    portals = Portals(no_store)
    for level in range(4):
        portals.bind(declared(f"c{level}", Source(1), level))
    portals.fail_portals(3)
    assert [one.name for one in portals.portals() if one.outcome is FAILED] == ["c3"]
    portals.release(2)
    assert [one.level for one in portals.portals()] == [0, 1, 2, 2]
    portals.close_portals(2)
    assert names(portals) == ["c0", "c1"]
