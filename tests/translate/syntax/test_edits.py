"""
Replacing pieces, and finding the way back.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.translate.syntax.edits import Edit, rewrite


def test_no_edits_leave_the_text() -> None:
    rewritten = rewrite("select 1", [])
    assert (rewritten.text, rewritten.changed) == ("select 1", False)
    assert rewritten.position(7) == 7


POSITIONS = (
    # offset in "select XY, c from t" for "select abc, c from t"
    (0, 0),  # before the edit
    (7, 7),  # its first character
    (8, None),  # inside
    (9, 10),  # behind it
    (11, 12),
)


@pytest.mark.parametrize(("offset", "position"), POSITIONS)
def test_positions(offset: int, position: int | None) -> None:
    rewritten = rewrite("select abc, c from t", [Edit(7, 10, "XY")])
    assert rewritten.text == "select XY, c from t"
    assert rewritten.position(offset) == position


def test_of_two_edits_that_overlap_the_first_wins() -> None:
    assert rewrite("abcdef", [Edit(2, 5, "-"), Edit(1, 3, "+")]).text == "a+def"
    assert rewrite("abcdef", [Edit(1, 3, "+"), Edit(1, 2, "-")]).text == "a+def"


def test_insertions_at_one_place_keep_their_order() -> None:
    assert rewrite("a b", [Edit(1, 1, "("), Edit(1, 1, "1")]).text == "a(1 b"


APART = (
    # text              edit                       text after it
    ("id=any('{}')",    Edit(2, 12, "IN (1)"),     "id IN (1)"),
    ("when'a'then 1",   Edit(4, 7, "CAST('a')"),   "when CAST('a')then 1"),
    ("'a'then 1",       Edit(0, 3, "x"),           "x then 1"),
    ("x'a'then 1",      Edit(1, 4, ""),            "x then 1"),
    ("j->-1",           Edit(1, 3, "~>"),          "j~> -1"),
    ("j=any(a)",        Edit(2, 5, "~any"),        "j= ~any(a)"),
    ("j->'a'",          Edit(1, 3, "~>"),          "j~>'a'"),
    ("'a'\n'b'",        Edit(2, 5, "", joins=True), "'ab'"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "edit", "text"), APART)
def test_tokens_stay_apart(sql: str, edit: Edit, text: str) -> None:
    rewritten = rewrite(sql, [edit])
    assert rewritten.text == text
    if edit.text:
        assert rewritten.position(text.index(edit.text)) == edit.start
    assert rewritten.position(len(text) - 1) in {len(sql) - 1, None}


def test_insertions_beside_one_another_stay_apart() -> None:
    assert rewrite("(a)", [Edit(1, 1, "x"), Edit(1, 1, "y"), Edit(2, 2, "z")]).text == "(x y a z)"


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.text(max_size=4))))
def test_every_character_that_was_kept_finds_its_way_back(
    sql: str, pieces: list[tuple[int, int, str]]
) -> None:
    edits = [
        Edit(min(start, len(sql)), min(start + length, len(sql)), text) for start, length, text in pieces
    ]
    rewritten = rewrite(sql, edits)
    inserted = {edit.start for edit in rewritten.edits}
    for offset, character in enumerate(rewritten.text):
        position = rewritten.position(offset)
        if position is not None and position not in inserted:
            assert sql[position] == character
