"""
ON CONFLICT, read.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.spans import Span
from pggate.translate.writing.conflicts import Conflict, conflict
from pggate.translate.writing.insert import parse

INSERT = "insert into t values (1) "


def read(clause: str) -> Conflict:
    sql = INSERT + clause
    at = parse(sql).conflict
    assert at is not None
    return conflict(sql, at)


CLAUSES = [
    # clause                                              columns          constraint  updates
    ("on conflict do nothing",                            [],              "",         False),
    ("on conflict (a) do nothing returning a",            ["a"],           "",         False),
    ('on conflict (a, "B") where c > 1 do nothing',       ["a", "B"],      "",         False),
    ("on conflict (lower(a)) do nothing",                 None,            "",         False),
    ("on conflict ((a + 1)) do nothing",                  None,            "",         False),
    ("on conflict (a text_ops) do nothing",               None,            "",         False),
    ('on conflict on constraint "K" do nothing',          [],              "K",        False),
    ("on conflict on constraint k do update set a = 1",   [],              "k",        True),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "columns", "constraint", "updates"), CLAUSES)
def test_conflict(clause: str, columns: list[str] | None, constraint: str, updates: bool) -> None:
    found = read(clause)
    assert (None if found.columns is None else list(found.columns)) == columns
    assert (found.constraint, found.updates) == (constraint, updates)
    assert found.has_target == (columns != [] or bool(constraint))


def test_the_place_of_the_target() -> None:
    assert read("on conflict (a, b) do nothing").position == len(INSERT) + len("on conflict (")


UPDATES = [
    ("on conflict (a) do update set b = 1", "UPDATE t set b = 1 FROM u"),
    ("on conflict (a) do update set b = 1 where t.c returning a", "UPDATE t set b = 1 FROM u WHERE t.c"),
    ("on conflict (a) do update set (b, c) = (1, excluded.c), d = default returning (select 1 where true)",
     "UPDATE t set (b, c) = (1, excluded.c), d = default FROM u"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "update"), UPDATES)
def test_do_update_as_an_update(clause: str, update: str) -> None:
    made = read(clause).update(Span(0, 0), "t", "u")
    assert made.text == update
    assert made.position(update.index("b")) == (INSERT + clause).index(
        "set (b" if "(b" in clause else "set b"
    ) + 4 + ("(b" in clause)


def test_do_update_with_the_with_clause() -> None:
    sql = "with w as (select 1) insert into t select 1 on conflict (a) do update set b = 1"
    at = parse(sql).conflict
    assert at is not None
    made = conflict(sql, at).update(parse(sql).common, "t", "u")
    assert made.text == "with w as (select 1) UPDATE t set b = 1 FROM u"


@pytest.mark.parametrize(
    ("clause", "at"),
    [
        ("on conflict do update set a = 1", "on"),
        ("on conflict (a) do update", ""),
        ("on conflict (a) do delete", "delete"),
        ("on conflict (a) do nothing where b", "where"),
        ("on conflict a do nothing", "a do"),
        ("on conflict () do nothing", ") do"),
    ],
)
def test_no_clause_of_postgresql(clause: str, at: str) -> None:
    with pytest.raises(SqlSyntaxError) as caught:
        read(clause)
    place = len(INSERT) + (clause.index(at) if at else len(clause)) + 1
    assert caught.value.position == place
