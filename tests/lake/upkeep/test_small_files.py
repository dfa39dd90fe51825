"""
Which files are worth merging.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.lake.upkeep.small_files import (
    Merge,
    Rewrite,
    Sizes,
    find_work,
    kind_of,
    share_to_rewrite,
    tiers_of,
)
from tests.lake.tools import create, run

if TYPE_CHECKING:
    from collections.abc import Collection

    from pggate.lake.lake import Lake
    from pggate.lake.upkeep.small_files import Work

SIZES = Sizes(small_files=3, target=1 << 20)


def found(lake: Lake, table_ids: Collection[int] | None = None, least: int = 0) -> list[Work]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return find_work(cursor, lake.metadata, SIZES, table_ids, least=least)


def test_the_tiers_touch_each_other_and_end_at_the_target() -> None:
    assert tiers_of(SIZES) == [(0, 1 << 12), (1 << 12, 1 << 16), (1 << 16, 1 << 20)]


@pytest.mark.parametrize(
    ("files", "share"),
    [
        ([], None),
        ([(10, 0.1), (10, 0.2)], None),  # few, and little is gone of each
        ([(10, 0.1), (10, 0.6)], 0.6),
        ([(10, 0.1), (10, 0.2), (10, 0.3)], 0.1),  # many
        ([(60, 0.1), (60, 0.2), (60, 0.3)], 0.3),  # not more than so many bytes at once
        ([(600, 0.9)], 0.9),  # but one file at least
    ],
)
def test_what_is_rewritten_is_worth_it_and_bounded(
    files: list[tuple[int, float]], share: float | None
) -> None:
    assert share_to_rewrite(files, enough=3, most=100) == share


@pytest.mark.slow
def test_small_files_are_merged_when_there_are_enough(lake: Lake) -> None:
    t, u = create(lake, "t", "k integer"), create(lake, "u", "k integer")
    run(lake, "insert into t values (1)", "insert into t values (2)", "insert into u values (1)")
    assert found(lake) == []
    merge = Merge(t.table_id, 0, 1 << 12, 1 << 16)
    assert found(lake, least=2) == [merge]
    run(lake, "insert into t values (3)")
    assert found(lake) == found(lake, [t.table_id, u.table_id]) == [merge]
    assert found(lake, [u.table_id]) == found(lake, []) == []
    assert kind_of(merge) == "merge from 0"


@pytest.mark.slow
def test_files_with_deleted_rows_are_rewritten(lake: Lake) -> None:
    t = create(lake, "t", "k integer")
    run(lake, *(f"insert into t select * from range({n}, {n + 4})" for n in (0, 10, 20)))
    run(lake, "delete from t where k in (0, 10, 20)")
    assert found(lake) == [Rewrite(t.table_id, 0.25, SIZES.target)]
    assert kind_of(found(lake)[0]) == "rewrite"
