"""
The modifiers of a result's columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_modifiers(session: Client) -> None:
    fields = fields_of(
        session.query(
            "select timestamp(3) '2020-01-01', now()::timestamptz(0) as a, interval '1' day, now() as b, time '10:00'"
        )
    )
    names = [(field.name, field.typmod) for field in fields]
    assert names == [("timestamp", 3), ("a", 0), ("interval", 589_823), ("b", -1), ("time", -1)]
