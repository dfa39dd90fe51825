"""
SET tags[2] = 'x'; what PostgreSQL answers is in the transcript `element_assignments`.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays.element_assignments import JSON, parts, whole_columns

TYPES = {"tags": "VARCHAR[]", "m": "INTEGER[][]", "j": JSON}

WHOLE = (
    # what is assigned, as whole columns
    ("tags[2] = 'x'", "\"tags\" = \"~element_assigned\"(\"t\".\"tags\", CAST((2) AS INTEGER), CAST(('x') AS VARCHAR))"),
    ("tags[2:] = a",
     '"tags" = "~slice_assigned"("t"."tags", CAST((2) AS INTEGER), NULL, false, true, CAST((a) AS VARCHAR[]))'),
    ("m[1][2] = 3",
     '"m" = "~inner_element_assigned"("t"."m", CAST((1) AS INTEGER), CAST((2) AS INTEGER), CAST((3) AS INTEGER))'),
    ("j['k'][0] = v",
     "\"j\" = \"~jsonb_assigned\"(\"t\".\"j\", [CAST(('k') AS VARCHAR), CAST((0) AS VARCHAR)], false, CAST(v AS jsonb))"),
)  # fmt: skip


@pytest.mark.parametrize(("assigned", "whole"), WHOLE)
def test_whole_columns(assigned: str, whole: str) -> None:
    sql = f"update t set a = 1, {assigned}, b = 2 where c"
    assert whole_columns(sql, parts(sql), "t", TYPES).text == f"update t set a = 1, {whole}, b = 2 where c"


def test_parts_of_one_column() -> None:
    sql = "update t set tags[1] = 'a', b = 1, tags[2] = 'b'"
    text = whole_columns(sql, parts(sql), "t", TYPES).text
    assert text == (
        'update t set "tags" = "~element_assigned"("~element_assigned"("t"."tags", CAST((1) AS INTEGER),'
        " CAST(('a') AS VARCHAR)), CAST((2) AS INTEGER), CAST(('b') AS VARCHAR)), b = 1"
    )


def test_places_of_values() -> None:
    sql = "update t set tags[1] = nope"
    made = whole_columns(sql, parts(sql), "t", TYPES)
    assert made.position(made.text.index("nope")) == sql.index("nope")


NONE = [
    "update t set a = b[1]",
    "update t set a = 1 where b[1] = 2",
    "select a[1] = 2 from t",
    "insert into t values (1) on conflict (id) do update set a = 1 where t.b[1] = 2",
]


@pytest.mark.parametrize("sql", NONE)
def test_none(sql: str) -> None:
    assert parts(sql) == []


def test_bounds() -> None:
    sql = "update t set tags[1:n[2]] = x, tags[:] = y, tags[(a::int)] = z, tags[1] = 5"
    assert [part.bounds for part in parts(sql)] == [("1", "n[2]"), ("", ""), None, None]
    assert [part.is_literal for part in parts(sql)] == [False, False, False, True]
