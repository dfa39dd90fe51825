"""
Which live view a name stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def test_the_first_of_the_search_path(session: Client) -> None:
    session.run(
        "create table t (v int)", "create schema s", "create materialized view s.m as select v from t"
    )
    assert session.code("refresh materialized view m") == "42P01"
    session.run("set search_path = public, s", "refresh materialized view m", "create table m (v int)")
    assert session.code("refresh materialized view m") == "42809"
    session.run("refresh materialized view s.m")
