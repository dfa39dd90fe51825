"""
The types of parameters that the client left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.statement.inference import parameter_types, target_types, type_of
from pggate.translate.texts.statements import split
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

TABLE = "create table t (a int, b bigint, c varchar, d date, e numeric(10,2), f float8[], g timestamptz)"


@pytest.fixture
def binder(session: Client) -> BinderCursor:
    session.run(TABLE)
    return session.session._parts.cursors.binder


@pytest.mark.parametrize(
    ("sql", "known", "expected"),
    [
        ("select 1", {}, {}),
        ("select a from t where a = $1", {}, {1: "INTEGER"}),
        ("select a from t where d between $1 and $2", {}, {1: "DATE", 2: "DATE"}),
        ("select a from t where b in ($1, $2)", {}, {1: "BIGINT", 2: "BIGINT"}),
        ("select a from t where $1 = c", {}, {1: "VARCHAR"}),
        ("select a from t where a = $1", {1: "BIGINT"}, {1: "BIGINT"}),
        ("select a from t limit $1 offset $2", {}, {1: "BIGINT", 2: "BIGINT"}),
        ("insert into t (d, a) values ($1, $2)", {}, {1: "DATE", 2: "INTEGER"}),
        ("insert into t (c, b) select $1, $2", {}, {1: "VARCHAR", 2: "BIGINT"}),
        ("update t set d = $1 where a = $2", {}, {1: "DATE", 2: "INTEGER"}),
        ("delete from t where g < $1", {}, {1: "TIMESTAMP WITH TIME ZONE"}),
    ],
)
def test_types(binder: BinderCursor, sql: str, known: dict[int, str], expected: dict[int, str]) -> None:
    (statement,) = split(sql)
    assert parameter_types(binder, statement, known) == expected


def test_what_nothing_tells_about_is_left_open_or_text(binder: BinderCursor, session: Client) -> None:
    (statement,) = split("select $1")
    assert parameter_types(binder, statement, {}).get(1, "VARCHAR") == "VARCHAR"
    assert session.described("select $1")[0] == (25,)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("insert into t (c, a) values (1, 2)", ("VARCHAR", "INTEGER")),
        ("insert into t (c, nope) values (1, 2)", ("VARCHAR", None)),
        ("insert into public.t select 1",
         ("INTEGER", "BIGINT", "VARCHAR", "DATE", "DECIMAL(10,2)", "DOUBLE[]", "TIMESTAMP WITH TIME ZONE")),
        ("select a from t", ()),
    ],
)  # fmt: skip
def test_target_types(binder: BinderCursor, sql: str, expected: tuple[str | None, ...]) -> None:
    (statement,) = split(sql)
    equivalent = queries.equivalent(statement)
    assert equivalent is not None
    assert target_types(binder, equivalent) == expected


def test_type_of_what_is_no_query_is_unknown(binder: BinderCursor) -> None:
    assert type_of(binder, binder.tree("select a from t")) == "INTEGER"
    assert type_of(binder, binder.tree("select nope from t")) is None
