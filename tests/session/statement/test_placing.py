"""
Where an error points in what the client sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import (
    InvalidTextRepresentation,
    PgError,
    UndefinedColumn,
    UndefinedParameter,
    UndefinedTable,
)
from pggate.session.statement.placing import placed, placed_within
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.parametrize(
    ("error", "sql", "position"),
    [
        (UndefinedColumn('column "b" does not exist', position=8), "select b", 8),
        (UndefinedColumn('column "b" does not exist'), "select a, b from t", 11),
        (UndefinedTable('relation "t" does not exist'), "select a from t", 15),
        (UndefinedTable('relation "t" does not exist'), "drop table t", None),
        (
            InvalidTextRepresentation('invalid input syntax for type integer: "x"', position=1),
            "select 'x'::int",
            8,
        ),
        (
            InvalidTextRepresentation('invalid input syntax for type integer: "y"', position=1),
            "select a::int",
            None,
        ),
        (UndefinedParameter("there is no parameter $2"), "select $1, $2, $2", 12),
        (PgError("nothing known"), "select 1", None),
    ],
)
def test_placed(error: PgError, sql: str, position: int | None) -> None:
    (statement,) = split(sql)
    ran = Rewritten(sql) if error.position else None
    assert placed(error, statement, ran).position == position


def test_a_statement_further_back() -> None:
    _, statement = split("select 1; select b")
    error = placed(
        UndefinedColumn('column "b" does not exist', position=8), statement, Rewritten(statement.text)
    )
    assert error.position == 18


def test_placed_within_an_edit() -> None:
    rewritten = rewrite("select f(b)", [Edit(7, 8, "longer")])
    with pytest.raises(UndefinedColumn) as caught, placed_within(rewritten):
        raise UndefinedColumn("b", position=rewritten.text.index("b") + 1)
    assert caught.value.position == 10


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("select 1; select 'ü', nope", 23),
        ("  \n select nope", 12),
        ("select pg_catalog.upper('a'), nope", 31),
        ("insert into nope values (1)", 13),
        ("select * from nope.nope", 15),
    ],
)
def test_of_a_query(session: Client, sql: str, position: int) -> None:
    assert session.error(sql).position == position
