"""
INSERTs of one row with any combination of declared types: what is put together is what would be analysed.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

import pytest

from pggate.errors import PgError
from pggate.session.queries.understanding import Understanding
from pggate.session.statement.row_analysis import RowAnalysis
from pggate.translate.texts.statements import split
from pggate.translate.writing.lone_parameters import lone_parameters
from tests.session.conftest import error_of, succeeded

if TYPE_CHECKING:
    from typing import Any

    from tests.session.conftest import Client

pytestmark = pytest.mark.server

INT2, INT4, INT8, TEXT, FLOAT8, NUMERIC, BOOL, DATE, TIMESTAMP, TIMESTAMPTZ = (
    *(21, 23, 20, 25, 701, 1700, 16, 1082, 1114, 1184),
)
JSON, JSONB, BPCHAR, UNKNOWN, INT4_ARRAY = 114, 3802, 1042, 705, 1007
OIDS: Final = (
    *(0, INT2, INT4, INT8, TEXT, FLOAT8, NUMERIC, BOOL, DATE, TIMESTAMP, TIMESTAMPTZ),
    *(JSON, JSONB, BPCHAR, UNKNOWN, INT4_ARRAY),
)
TABLE: Final = (
    "create table t (a int primary key, b bigint, c text, d varchar(5), e float8, g smallint, h numeric(12,3),"
    " i timestamp, j timestamptz, k char(4), l jsonb, m bool, n date, o int[], p numeric default 7)"
)
STATEMENTS: Final = (
    "insert into t values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    """insert into t (a, b, c, d, e, h)
         values ($1::int, $2::bigint, $3::text, $4::varchar, $5::float8, $6::numeric) returning a, p""",
    """insert into t (c, a, b, h) values ($1, $2, $3::int + $4::int, $5)
         on conflict (a) do update set b = excluded.b""",
    "insert into t (c, d, a) values (upper($1), $2, (select max(a) from t where b = $3))",
)


def alone(session: Client, monkeypatch: pytest.MonkeyPatch, sql: str, declared: tuple[int, ...]) -> Any:
    """The analysis of this combination by itself; an error's SQLSTATE and message."""
    with monkeypatch.context() as context:
        context.setattr(RowAnalysis, "of", lambda *_: None)
        context.setattr(RowAnalysis, "declared", lambda *_: None)
        session.session._parts.cursors.forget_analyses()
        session.gateway.caches.statements._entries.clear()
        return told(session, sql, declared)


def told(session: Client, sql: str, declared: tuple[int, ...]) -> Any:
    (statement,) = split(sql)
    session.session._parts.analyst._for_engine._described = None
    try:
        found = session.analyse(statement, declared)
    except PgError as error:
        return error.code, error.message, error.position
    return (
        *(found.text, found.parameters, found.columns, found.steps, dict(found.types)),
        *(dict(found.documents), found.notices, found.bound.relations, found.bound.targets),
    )


@pytest.mark.slow
@pytest.mark.parametrize("sql", STATEMENTS)
def test_what_is_put_together_is_what_would_be_analysed(
    session: Client, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    session.run(TABLE)
    numbers = max(split(sql)[0].parameters)
    random = Random(numbers)
    drawn = [tuple(random.choice(OIDS) for _ in range(numbers)) for _ in range(12)]
    usual = tuple(session.described(sql)[0])
    integers = (INT2, INT4, INT8)
    drawn += [  # as the columns are, as nothing, as integers: combinations that are taken
        tuple(random.choice((oid, 0, 0, random.choice(integers))) for oid in usual) for _ in range(30)
    ]
    for declared in drawn:
        assert told(session, sql, declared) == alone(session, monkeypatch, sql, declared), declared


def test_a_combination_is_analysed_once_for_each_new_type(
    session: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.run("create table t (a int, b bigint, c numeric)")
    understood: list[str] = []
    understand = Understanding.understand

    def counted(self: Understanding, statement: Any, *args: Any, **kwargs: Any) -> Any:
        understood.append(statement.text)
        return understand(self, statement, *args, **kwargs)

    monkeypatch.setattr(Understanding, "understand", counted)
    integers = (0, INT2, INT4, INT8)
    every = [(a, b, c) for a in integers for b in integers for c in (*integers, FLOAT8)]
    for declared in sorted(every, key=lambda oids: len(set(oids))):
        values = [None if oid == 0 else "7" for oid in declared]
        succeeded(session.extended("insert into t values ($1, $2, $3)", values, declared))
    assert len(understood) < 10
    assert len(every) == 80
    assert session.rows("select count(a), count(b), count(c), sum(a + b + c) from t") == [
        ("60", "60", "64", str(21 * 36))
    ]


def test_values_fit_the_columns_whatever_they_are_declared_as(session: Client) -> None:
    session.run("create table t (a smallint, b text)")
    sql = "insert into t values ($1, $2)"
    for declared, values in (
        ((INT2, 0), ["1", "x"]),
        ((INT8, INT4), ["2", "77"]),
        ((0, INT4), [None, "78"]),
        ((INT8, 0), ["3", None]),
        ((INT2, INT4), ["4", "79"]),
    ):
        succeeded(session.extended(sql, values, declared))
    assert session.rows("select * from t order by a") == [
        *(("1", "x"), ("2", "77"), ("3", None), ("4", "79"), (None, "78"))
    ]
    assert error_of(session.extended(sql, ["70000", "x"], (INT8, 0))).code == "22003"


def test_a_statement_without_a_row_of_its_own_is_none(session: Client) -> None:
    session.run("create table t (a int)")
    (statement,) = split("insert into t values ($1)")
    found = session.analyse(statement, (INT4,))
    assert RowAnalysis.of(found, lone_parameters(statement.text), (INT4,)) is not None
    (nothing,) = split("begin")
    assert RowAnalysis.of(session.analyse(nothing), {1}, (INT4,)) is None
