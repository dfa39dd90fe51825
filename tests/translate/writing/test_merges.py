from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.writing.merges import Merge, parse

SQL = (
    "with q as (select 1) merge into only a.t as x using (select * from s where on_ = 1) y on x.id = y.id"
    " when matched and case when x.m < 'ok' then true end then update set v = 'lt', (a, b) = (default, y.c + 1)"
    " when matched then delete"
    ' when not matched and y.id > 3 then insert (a, "B") values (y.a, default)'
    " when not matched then do nothing;"
)


def found(sql: str) -> Merge:
    merge = parse(sql)
    assert merge is not None
    return merge


def test_parts() -> None:
    merge = found(SQL)
    assert merge.text(merge.common) == "with q as (select 1)"
    assert (merge.text(merge.target), merge.alias) == ("a.t as x", "x")
    assert merge.text(merge.source) == "(select * from s where on_ = 1) y"
    assert [merge.text(each) for each in merge.expressions] == [
        "x.id = y.id",
        "case when x.m < 'ok' then true end",
        "y.id > 3",
        "'lt'",
        "y.c + 1",
        "y.a",
    ]
    assert [(action.does, action.is_matched) for action in merge.actions] == [
        ("update", True),
        ("delete", True),
        ("insert", False),
        ("", False),
    ]
    assert [(value.column, value.is_default) for value in merge.values] == [
        ("v", False),
        ("a", True),
        ("b", False),
        ("a", False),
        ("B", True),
    ]


def test_insertions() -> None:
    merge = found("merge into t using s on true when not matched then insert values (1, 2)")
    assert [(each.columns, each.count) for each in merge.insertions] == [(None, 2)]
    assert merge.alias == "t"
    assert found("merge into t using s on true when not matched then insert default values").insertions == ()


@pytest.mark.parametrize(
    "end",
    [
        "when not matched by source then delete",
        "when matched then update set *",
        "when not matched then insert *",
        "when not matched then insert by name",
        "when matched then update set (a, b) = (select 1, 2)",
        "when matched then delete returning merge_action",
    ],
)
def test_forms_of_duckdb(end: str) -> None:
    assert parse(f"merge into t using s on t.id = s.id {end}") is None


@pytest.mark.parametrize(
    "action",
    [
        "when matched then insert values (1)",
        "when not matched then update set a = 1",
        "when not matched then delete",
    ],
)
def test_actions_that_there_are_not(action: str) -> None:
    sql = f"merge into t using s on true {action}"
    with pytest.raises(SqlSyntaxError) as raised:
        parse(sql)
    assert raised.value.position == sql.index(action.split(" then ")[1]) + 1
