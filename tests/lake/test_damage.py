"""
Damage is found when it is there, and not when everything is as it should be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.lake.damage import find_damage
from tests.lake.tools import create, rows, run

if TYPE_CHECKING:
    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_a_busy_lake_is_sound(any_lake: Lake) -> None:
    create(any_lake, "t", "a integer, b varchar")
    create(any_lake, "gone", "a integer")
    run(
        any_lake,
        "insert into t select range, 'x' from range(100)",
        "insert into t select range, 'y' from range(100)",
        "delete from t where a = 1",
        "delete from t where a = 2",
        "update t set b = 'z' where a = 3",
        f"call ducklake_merge_adjacent_files('{any_lake.alias}')",
        f"call ducklake_rewrite_data_files('{any_lake.alias}', delete_threshold => 0)",
        "insert into t values (500, 'n')",
        "alter table t rename to u",
        "insert into gone values (1)",
        "drop table gone",
    )
    assert find_damage(any_lake) == []


def test_two_live_delete_files(lake: Lake) -> None:
    create(lake, "t", "a integer")
    run(lake, "insert into t select range from range(10)", "delete from t where a = 1")
    run(
        lake,
        f"insert into {lake.metadata}.ducklake_delete_file select * replace (99 as delete_file_id)"
        f" from {lake.metadata}.ducklake_delete_file",
    )
    ((file_id,),) = rows(lake, f"select data_file_id from {lake.metadata}.ducklake_data_file")
    assert find_damage(lake) == [
        f"public.t: data file {file_id} has 2 live delete files, its rows are doubled"
    ]


def test_a_file_that_is_named_twice(lake: Lake) -> None:
    create(lake, "t", "a integer")
    run(lake, "insert into t values (1), (2)", "insert into t values (3)")
    run(lake, f"update {lake.metadata}.ducklake_data_file set row_id_start = 0 where record_count = 1")
    (fault,) = find_damage(lake)
    assert fault.startswith("public.t: data file")
    assert fault.endswith("has row numbers of another file")


def test_missing_data_and_delete_files(lake: Lake) -> None:
    create(lake, "t", "a integer")
    run(lake, "insert into t select range from range(10)", "delete from t where a = 1")
    paths = rows(
        lake,
        f"select path from {lake.metadata}.ducklake_data_file union all"
        f" select path from {lake.metadata}.ducklake_delete_file",
    )
    for (path,) in paths:
        lake.storage.delete(f"public/t/{path}")
    assert find_damage(lake) == sorted(f"public.t: file public/t/{path} is missing" for (path,) in paths)
