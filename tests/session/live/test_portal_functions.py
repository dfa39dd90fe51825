"""
The rows of pg_prepared_statements and pg_cursors; what PostgreSQL answers is in the transcript
`prepared_statements`.
"""

from __future__ import annotations

from typing import Any

from pggate.session.live.backends import Backends
from pggate.session.live.portal_functions import CURSORS, STATEMENTS, portal_functions
from pggate.session.statement.portal import Portal, Prepared
from tests.session.live.test_backends import backend


def called(backends: Backends, name: str, pid: int) -> list[dict[str, Any]]:
    (function,) = [one for one in portal_functions(backends) if one.name == name]
    rows: list[dict[str, Any]] = function.call(pid)
    return rows


def test_named_statements() -> None:
    backends = Backends()
    asking = backend(1)
    backends.enter(asking)
    asking.portals.prepare(Prepared("", None, "", ()))
    asking.portals.prepare(Prepared("a", None, "select $1", (23,), uses=7))
    asking.portals.prepare(Prepared("b", None, "select 1", (), command="prepare b as select 1", uses=2))
    one, other = called(backends, STATEMENTS, 1)
    assert (one["name"], one["statement"], one["parameter_types"]) == ("a", "select $1", [23])
    assert (one["from_sql"], one["custom_plans"], one["generic_plans"]) == (False, 5, 2)
    assert (other["statement"], other["from_sql"]) == ("prepare b as select 1", True)
    assert (other["custom_plans"], other["generic_plans"]) == (0, 2)
    assert called(backends, STATEMENTS, 2) == []


def test_portals() -> None:
    backends = Backends()
    asking = backend(1)
    backends.enter(asking)
    asking.portals.bind(Portal("p", Prepared("", None, "select 1", ()), (), ()))
    (row,) = called(backends, CURSORS, 1)
    assert (row["name"], row["statement"]) == ("p", "select 1")
    assert not row["is_holdable"]
    assert called(backends, CURSORS, 2) == []
