"""
What may not stand in RETURNING.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.session.statement.returned_items import check_items

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.parametrize(
    ("query", "code", "at"),
    [
        ("select a, count(*) from t", "42803", "count"),
        ("select a, row_number() over () from t", "42P20", "row_number"),
        ("select *, unnest([1, 2]) from t", "0A000", "unnest"),
        ("select a, (select count(*) from t), b + 1 from t", "", ""),
    ],
)
def test_items(session: Client, query: str, code: str, at: str) -> None:
    session.run("create table t (a int, b int)")
    binder = session.session._parts.cursors.binder
    if not code:
        check_items(binder, query)
        return
    with pytest.raises(PgError) as caught:
        check_items(binder, query)
    assert caught.value.code == code
    assert caught.value.message.endswith("are not allowed in RETURNING")
    assert caught.value.position == query.index(at) + 1
