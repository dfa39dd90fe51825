"""
Which statements may be about live views, in which databases.
"""

from __future__ import annotations

from pggate.session.statement.streams import is_streamed
from pggate.translate.texts.statements import split


def test_views_of_streams() -> None:
    for sql, is_one in (
        ("create view v as select 1", True),
        ("drop view v", True),
        ("create temp view v as select 1", False),
        ("create materialized view v as select 1", False),
        ("create table v (a int)", False),
    ):
        (statement,) = split(sql)
        assert is_streamed("x__stream", statement) is is_one
        assert not is_streamed("stream", statement)
