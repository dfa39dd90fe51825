"""
Fields of rows without names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("select (x).f1 from (select row(1, 2) as x) t", [("1",)]),
        ("select (x).f1 + (x).f2 as y, (x).f2 from (select row(1, 2) as x) t", [("3", "2")]),
        ("select count(*) from (select row(1, 2) as x) t where (x).f2 = 2", [("1",)]),
        ("select (x).f1 from (select {'f2': 1, 'f1': 2} as x) t", [("2",)]),
    ],
)
def test_by_name(session: Client, sql: str, rows: list[tuple[str]]) -> None:
    assert session.rows(sql) == rows


def test_no_such_field(session: Client) -> None:
    for field in ("f3", "f0", "nope"):
        assert session.code(f"select (x).{field} from (select row(1, 2) as x) t") == "42703"
    session.run("create view v as select (x).f2 as y from (select row(1, 2) as x) t")
    assert session.rows("select y from v") == [("2",)]
