"""
UPDATE and DELETE by their parts.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.writing.changes import delete, update

UPDATES = [
    # statement                                            target    alias  assignments                  FROM      WHERE
    ("update t set a = 1",                                 "t",      "t",   [(("a",), "1")],             "",       ""),
    ('update only s."T" as x set a = b, c = d + 1 where e', 's."T" as x', "x",
     [(("a",), "b"), (("c",), "d + 1")], "", "e"),
    ("update t y set (a, b) = (1, (select 2)), c = default from u, v where y.a = u.a returning *", "t y", "y",
     [(("a",), "1"), (("b",), "(select 2)"), (("c",), "default")], "u, v", "y.a = u.a"),
    ("with w as (select 1 where true) update t set (a, b) = (select 1, 2), c[1] = 3 returning a", "t", "t",
     [(("a", "b"), "(select 1, 2)"), (("c",), "3")], "", ""),
    ("update t set (a, b) = row(1, 2) from (select 1 from x where y) u", "t", "t",
     [(("a",), "1"), (("b",), "2")], "(select 1 from x where y) u", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "target", "alias", "assignments", "sources", "condition"), UPDATES)
def test_update(
    sql: str,
    target: str,
    alias: str,
    assignments: list[tuple[tuple[str, ...], str]],
    sources: str,
    condition: str,
) -> None:
    change = update(sql)
    assert (change.text(change.target), change.alias) == (target, alias)
    assert [(one.columns, one.value) for one in change.assignments] == assignments
    assert (change.text(change.sources), change.text(change.condition)) == (sources, condition)


DELETES = [
    # statement                                       names          target   alias  USING   WHERE
    ("delete from t",                                 ("t",),        "t",     "t",   "",     ""),
    ("delete from only s.t as x where a = 1",         ("s", "t"),    "s.t as x", "x", "",    "a = 1"),
    ("delete from t using u join v on true where b returning a", ("t",), "t", "t", "u join v on true", "b"),
    ("with w as (select 1) delete from t returning (select 1 where true)", ("t",), "t", "t", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "names", "target", "alias", "sources", "condition"), DELETES)
def test_delete(
    sql: str, names: tuple[str, ...], target: str, alias: str, sources: str, condition: str
) -> None:
    change = delete(sql)
    assert (change.names, change.text(change.target), change.alias) == (names, target, alias)
    assert (change.text(change.sources), change.text(change.condition)) == (sources, condition)


def test_the_with_clause() -> None:
    change = update("with w as (select 1) update t set a = 1")
    assert change.text(change.common) == "with w as (select 1)"
    assert not update("update t set a = 1").text(update("update t set a = 1").common)


def test_default() -> None:
    first, second = update("update t set a = DEFAULT, b = 'default'").assignments
    assert (first.is_default, second.is_default) == (True, False)


@pytest.mark.parametrize("sql", ["update t a = 1", "update t set a = 1,", "delete t"])
def test_no_update(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        (update if sql.startswith("update") else delete)(sql)
