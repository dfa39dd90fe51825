"""
What reads columns of a type that changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("change", ["rename attribute x to z", "drop attribute x"])
def test_attributes(session: Client, change: str) -> None:
    session.run("create type co as (x int, y int)", "create table h (id int, v co check ((v).x > 0))")
    assert session.code(f"alter type co {change}") == "2BP01"
    session.run("alter table h drop constraint h_v_check", "create view hv as select (v).x from h")
    assert session.code(f"alter type co {change}") == "2BP01"
    session.run("drop view hv", f"alter type co {change}", "select v from h")


@pytest.mark.parametrize("of_type", ["mood", "mood[]"])
def test_labels(session: Client, of_type: str) -> None:
    session.run("create type mood as enum ('a', 'b')")
    session.run(f"create table h (m {of_type}, constraint one check (m is not null and m::text <> 'a'))")
    assert session.code("alter type mood rename value 'b' to 'c'") == "2BP01"
    session.run("alter table h drop constraint one", "alter type mood rename value 'b' to 'c'")
    session.run("begin", f"create table own (m {of_type}, check (m::text > 'a'))")
    assert session.code("alter type mood rename value 'a' to 'x'") == "2BP01"
