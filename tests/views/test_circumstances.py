"""
What a view's words mean on a cursor.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pggate.views.circumstances import prepare
from tests.session.conftest import connect, database, opened, session

if TYPE_CHECKING:
    from tests.session.conftest import Client

__all__ = ["connect", "database", "opened", "session"]


@pytest.mark.server
def test_the_zone_and_the_macros_are_its_own(session: Client) -> None:
    lake = session.gateway.databases.find(session.identity.database).lake
    with closing(lake.engine.cursor()) as cursor:
        prepare(cursor, lake, "Asia/Tokyo")
        query = "select extract('hour' from timestamptz '2024-01-01 00:00:00+00'), to_char(date '2024-01-01', 'YYYY')"
        assert cursor.rows(query) == [(9, "2024")]
