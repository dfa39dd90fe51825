"""
Long INSERTs of plain literals.
"""

from __future__ import annotations

import pytest

from pggate.translate.writing.loads import LONG, load

HEAD = "insert into t values "
PLAIN = "(1, 'it''s', null, -2.5, true, default, 12345678901)"


def many(*rows: str, head: str = HEAD, end: str = "") -> str:
    count = LONG // sum(map(len, rows)) + 1
    return head + ", ".join(rows * count) + end


def test_the_rows_that_tell_all() -> None:
    found = load(many("(1, 'a')", "(2, null)", "(null, 'b')", "(3, 'c')", "(4.5, null)", end=" ;"))
    assert found is not None
    assert found.some == "(1, 'a'), (2, null), (null, 'b'), (4.5, null)"
    assert found.sample == HEAD + found.some
    assert found.strings[0] == ""
    assert found.strings[1].startswith("'a' 'b' 'c' 'a'")
    assert found.head + found.rows == many("(1, 'a')", "(2, null)", "(null, 'b')", "(3, 'c')", "(4.5, null)")


@pytest.mark.parametrize(
    "head",
    ["insert into t values ", 'INSERT INTO s."T" (a, b)\nVALUES', "insert into t as x (values) values (1), "],
)
def test_heads(head: str) -> None:
    assert load(many("(1, 2)", head="insert into t (a, b) values")) is not None
    found = load(many(PLAIN, head=head))
    assert (found is None) == ("(1), " in head)


def test_every_plain_literal() -> None:
    found = load(many(PLAIN))
    assert found is not None
    assert found.some == PLAIN


@pytest.mark.parametrize(
    "other",
    [
        "(1 + 1)", "(now())", "($1)", "(e'a')", "(b'1')", "('a'::int)", "(date '2024-01-01')", "(1e5)", "(0x10)",
        "(1_000)", "(12345678901234567890123)", "(-- x\n1)", "(/* x */ 1)", "((1))", "(a)", "(nullif)", "()",
        "('a' 'b')", "($$a$$)", "(1,)", "(true and true)", "(1.)", "(.5)", "('" + "''" * 5000 + "')",
    ],
)  # fmt: skip
def test_anything_else(other: str) -> None:
    assert load(many("(1)")) is not None
    assert load(many("(1)") + ", " + other) is None


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t values (1)",
        many("(1)", "(1, 2)"),
        many("(1, 2)", "(1)"),
        many("(1)", end=" on conflict do nothing"),
        many("(1)", end=" returning a"),
        many("(1)", end=","),
        many("(1)", end="; select 1"),
        many("(1)", head="with w as (select 1) insert into t values "),
        many("(1)", head="insert into t select * from (values "),
        many("(1)")[:-1],
    ],
)
def test_no_load(sql: str) -> None:
    assert load(sql) is None
