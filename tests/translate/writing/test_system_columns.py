"""
RETURNING (xmax = 0); what PostgreSQL answers is in the transcript `inserted_or_updated`.
"""

from __future__ import annotations

import pytest

from pggate.translate.writing.system_columns import names_system, with_system

NAMED = (
    # the list, and what becomes of it
    ("(xmax = 0) as inserted", '("~system".xmax = 0) as inserted'),
    ("*, t.xmax, count(*) over ()", '"t".*, "~system".xmax, count(*) over ()'),
    ("s.t.xmax::text", '"~system".xmax::text'),
    ("id as xmax", None),
    ("xmax(id)", None),
)


@pytest.mark.parametrize(("listed", "named"), NAMED)
def test_with_system(listed: str, named: str | None) -> None:
    sql = "insert into s.t values (1) on conflict do nothing returning "
    made = with_system(sql + listed)
    assert made.text == sql + (named or listed)
    assert names_system(made.text) == (named is not None)


def test_others() -> None:
    assert not with_system("insert into t values ('xmax') returning id").changed
    assert not with_system("insert into t select xmax from s").changed
    assert with_system("insert into t as x values (1) returning *, xmax").text.endswith(
        '"x".*, "~system".xmax'
    )
