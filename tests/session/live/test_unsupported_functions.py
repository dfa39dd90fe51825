"""
pggate.unsupported as SQL reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import UndefinedTable
from pggate.session.live.backends import Backends
from pggate.session.live.unsupported_functions import unsupported_functions
from tests.session.live.test_backends import backend

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_who_sees_what() -> None:
    backends = Backends()
    boss, clerk = backend(1), backend(2, superuser=False)
    for each in (boss, clerk):
        backends.enter(each)
        backends.unsupported.note(each.identity, "tool", "table pg_nothing", UndefinedTable("x"), 5)
    (function,) = unsupported_functions(backends)
    assert {row["role"] for row in function.call(1)} == {"ann", "bob"}
    assert {row["role"] for row in function.call(2)} == {"bob"}
    assert function.call(7) == []


@pytest.mark.slow
def test_a_failed_statement_is_shown(session: Client) -> None:
    session.run("set application_name = 'my tool'")
    for relation in ("pg_catalog.pg_nothing", "nowhere"):
        with pytest.raises(UndefinedTable):
            session.rows(f"select * from {relation}")
    assert session.rows(
        "select application_name, role = current_user, catalog = current_database(), sqlstate, statement, count,"
        " first_failed_at = last_failed_at, last_failed_at <= clock_timestamp() from pggate.unsupported"
    ) == [("my tool", "t", "t", "42P01", "select * from pg_catalog.pg_nothing", "1", "t", "t")]
    assert "pg_nothing" in session.value("select message from pggate.unsupported")
