"""
Statements about views as if they were about live views.
"""

from __future__ import annotations

import pytest

from pggate.translate.commands.stream_view_commands import altered_view, created_view, dropped_views


@pytest.mark.parametrize(
    ("sql", "live", "or_replace", "is_of_view"),
    [
        ("create view s.v as select 1", "create MATERIALIZED view s.v as select 1", False, False),
        ("create or replace view s.v (a) as select 1", "create or replace MATERIALIZED view s.v (a) as select 1", True, False),
        ("create recursive view s.v (a) as select 1", "create recursive MATERIALIZED view s.v (a) as select 1", False, True),
        (
            "create view if not exists s.v as select 1 with local check option",
            "create MATERIALIZED view if not exists s.v as select 1 with local check option",
            False,
            True,
        ),
    ],
)  # fmt: skip
def test_create(sql: str, live: str, or_replace: bool, is_of_view: bool) -> None:
    found = created_view(sql)
    assert (found.name, found.text, found.live.text) == (("s", "v"), sql, live)
    assert (found.or_replace, found.is_of_view) == (or_replace, is_of_view)
    assert found.live.position(live.index("s.v")) == sql.index("s.v")


def test_drop_and_alter() -> None:
    found = list(dropped_views('drop view if exists a, s."B" cascade'))
    assert [each.text for each in found] == [
        'DROP VIEW IF EXISTS "a" CASCADE',
        'DROP VIEW IF EXISTS "s"."B" CASCADE',
    ]
    assert found[1].live.text == 'DROP MATERIALIZED VIEW IF EXISTS "s"."B" CASCADE'
    altered = altered_view("alter view if exists a rename to b")
    assert (altered.name, altered.live.text) == (("a",), "alter MATERIALIZED view if exists a rename to b")
