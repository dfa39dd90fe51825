"""
Comparisons that PostgreSQL refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("select date '2024-01-01' = 1", "operator does not exist: date = integer"),
        ("select day > 5 from t", "operator does not exist: date > integer"),
        ("select 1 from t where n = day", "operator does not exist: numeric = date"),
    ],
)
def test_refused(session: Client, sql: str, message: str) -> None:
    session.run("create table t (day date, n numeric(10,2))")
    error = session.error(sql)
    assert (error.code, error.message.replace("(10,2)", "")) == ("42883", message)


def test_what_the_client_casts_itself(session: Client) -> None:
    assert session.code("select 1::date = date '2024-01-01'") == "42846"
    assert session.value("select '2024-01-01'::date = timestamp '2024-01-01'") == "t"
