"""
Which columns a COPY is about, and what is made of its options.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.session.copying.copy_columns import chosen, copied_in, framing, input_column, places
from pggate.session.copying.target_columns import TargetColumn
from pggate.translate.commands.copy_option_list import STAR
from pggate.translate.commands.copy_options import settled
from pggate.translate.commands.copying import Copy, copy
from pggate.types.copy_input import CopyIn, InputColumn
from pggate.types.framings import COPY_BINARY, CopyCsv, CopyText
from pggate.types.table import INT4, NUMERIC, PgField, PgType

COLUMNS = (TargetColumn("a", "INTEGER"), TargetColumn("b", "DECIMAL(10,2)"), TargetColumn("C", "VARCHAR"))
NAMES = [column.name for column in COLUMNS]


def of(text: str) -> Copy:
    return copy(f"copy t {text}")


def test_columns_in_the_order_of_the_statement() -> None:
    assert chosen(COLUMNS, of("from stdin")) == list(COLUMNS)
    assert chosen(COLUMNS, of('("C", a) from stdin')) == [COLUMNS[2], COLUMNS[0]]


@pytest.mark.parametrize(
    ("text", "sqlstate", "message"),
    [
        ("(a, nope) from stdin", "42703", 'column "nope" of relation "t" does not exist'),
        ("(c) from stdin", "42703", 'column "c" of relation "t" does not exist'),
        ("(a, b, a) from stdin", "42701", 'column "a" specified more than once'),
    ],
)
def test_columns_that_are_not_there_or_twice(text: str, sqlstate: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        chosen(COLUMNS, of(text))
    assert (raised.value.code, raised.value.message) == (sqlstate, message)


def test_places_of_forced_columns() -> None:
    assert places((), NAMES, NAMES, of("to stdout"), "FORCE_QUOTE") == frozenset()
    assert places(STAR, NAMES, NAMES, of("to stdout"), "FORCE_QUOTE") == frozenset({0, 1, 2})
    assert places(("C", "a"), ["C", "a"], NAMES, of("to stdout"), "FORCE_QUOTE") == frozenset({0, 1})


@pytest.mark.parametrize(
    ("text", "sqlstate", "message"),
    [
        ("copy t to stdout", "42703", 'column "zz" of relation "t" does not exist'),
        ("copy (select 1) to stdout", "42703", 'column "zz" does not exist'),
    ],
)
def test_forced_columns_that_are_not_there(text: str, sqlstate: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        places(("zz",), ["a"], NAMES, copy(text), "FORCE_NULL")
    assert (raised.value.code, raised.value.message) == (sqlstate, message)


def test_a_forced_column_twice() -> None:
    with pytest.raises(PgError) as raised:
        places(("a", "a"), ["a"], NAMES, copy("copy t to stdout"), "FORCE_NULL")
    assert (raised.value.code, raised.value.message) == ("42701", 'column "a" specified more than once')


def test_a_forced_column_that_is_not_copied() -> None:
    with pytest.raises(PgError) as raised:
        places(("b",), ["a"], NAMES, of("(a) from stdin"), "FORCE_NULL")
    assert raised.value.code == "42P10"


def test_framings() -> None:
    def made(text: str) -> object:
        return framing(settled(of(text).options, is_from=False), frozenset({1}))

    assert made("to stdout") == CopyText(b"\t", b"\\N")
    assert made("to stdout binary") is COPY_BINARY
    assert made("to stdout csv delimiter ';' null 'x' quote '|' escape '!'") == CopyCsv(
        b";", b"x", b"|", b"!", frozenset({1})
    )


def test_what_the_reader_is_told() -> None:
    command = of("(b, a) from stdin csv header force not null a force null b, a")
    told = copied_in(settled(command.options, is_from=True), chosen(COLUMNS, command), COLUMNS, command)
    assert told == CopyIn(CopyCsv(), True, frozenset({1}), frozenset({0, 1}))
    assert input_column(COLUMNS[0]) == InputColumn("a", INT4, -1, "INTEGER")
    assert input_column(COLUMNS[1]) == InputColumn("b", NUMERIC, (10 << 16 | 2) + 4, "DECIMAL(10,2)")
    composite = PgType("r", 70, 71, -1, "r", "STRUCT(a INTEGER)", fields=(PgField("a", INT4),))
    told_row = input_column(TargetColumn("c", composite.duckdb, composite))
    assert told_row == InputColumn("c", composite, -1, composite.duckdb)
