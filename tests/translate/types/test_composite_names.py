"""
Names of composite types in texts.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.syntax import lexer
from pggate.translate.tokens import Names, apply
from pggate.translate.types.composite_names import CompositeNames, named, of_parameters
from pggate.types import record_literals, table
from pggate.types.table import PgField, PgType, array_of

STRUCT = 'STRUCT("a" INTEGER, "b" VARCHAR)'
ADDR = PgType("addr", 70, 71, -1, "addr", STRUCT, fields=(PgField("a", table.INT4), PgField("b", table.TEXT)))
KNOWN = CompositeNames(
    frozenset({"addr"}), {("addr",): ADDR, ("s", "addr"): ADDR}.get, array_of, record_literals.spelled
)
NAMES = Names(composites=KNOWN)


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("select row(1, 'x')::addr", f"select row(1, 'x')::{STRUCT}"),
        ("select cast(x as s.addr)", f"select cast(x as {STRUCT})"),
        ("select null::addr[]", f"select null::{STRUCT}[]"),
        ("select '(1,x)'::addr", f"select row('1', 'x')::{STRUCT}"),
        ("select cast('(1,x)' as addr)", f"select cast(row('1', 'x') as {STRUCT})"),
        ("select addr '(1,)'", f"select CAST(row('1', NULL) AS {STRUCT})"),
        ("""select '{"(1,x)"}'::addr[]""", f"select [row('1', 'x')]::{STRUCT}[]"),
        ("create table t (id int, home addr)", f"create table t (id int, home {STRUCT})"),
        ("create table t (past addr[] not null)", f"create table t (past {STRUCT}[] not null)"),
        ("alter table t add column x addr", f"alter table t add column x {STRUCT}"),
        ("select addr from addr", "select addr from addr"),
        ("select x as addr, 'y' from addr as addr", "select x as addr, 'y' from addr as addr"),
        ("select addr.a, addr(1)", "select addr.a, addr(1)"),
    ],
)
def test_edits(pg: str, duck: str) -> None:
    assert apply(pg, NAMES).text == duck


def test_a_literal_that_is_none() -> None:
    with pytest.raises(PgError) as raised:
        apply("select '(1)'::addr", NAMES)
    assert (raised.value.code, raised.value.position) == ("22P02", 8)


def test_where_to_look() -> None:
    for sql in (
        "x::addr",
        'x::"addr"',
        "x :: s.addr",
        "cast(x as addr)",
        "addr '(1)'",
        "create table t (a addr)",
    ):
        assert KNOWN.may_be_in(sql)
    for sql in ("select a from addr", "addr.a = 'x'", "x::int", "select 'x' as y"):
        assert not KNOWN.may_be_in(sql)
    assert not CompositeNames().may_be_in("x::addr")


def test_which_types_a_text_casts_to() -> None:
    tokens = lexer.tokens("select x::addr[], y::addr, $2::addr, $1::addr[]")
    assert named(tokens, KNOWN) == (ADDR,)
    assert of_parameters(tokens, KNOWN) == {2: ADDR, 1: array_of(ADDR)}
