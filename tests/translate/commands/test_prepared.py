"""
PREPARE, EXECUTE and DEALLOCATE.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands import prepared
from pggate.translate.commands.prepared import Execute, Prepare

PREPARES = (
    ("prepare p as select 1", Prepare("p", (), "select 1", 13)),
    ('PREPARE "P" (int, numeric(10, 2)[], timestamp with time zone) AS insert into t values ($1)',
     Prepare("P", ("int", "numeric(10, 2)[]", "timestamp with time zone"), "insert into t values ($1)", 65)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PREPARES)
def test_prepare(sql: str, expected: Prepare) -> None:
    assert prepared.prepare(sql) == expected
    assert sql[expected.offset :] == expected.statement


EXECUTES = (
    ("execute p", Execute("p", ())),
    ("execute p ()", Execute("p", ())),
    ("execute p (1, 'a, b', f(2, 3), array[4, 5])", Execute("p", ("1", "'a, b'", "f(2, 3)", "array[4, 5]"))),
)


@pytest.mark.parametrize(("sql", "expected"), EXECUTES)
def test_execute(sql: str, expected: Execute) -> None:
    assert prepared.execute(sql) == expected


@pytest.mark.parametrize(
    "statement",
    [
        *("select 1", "(select 1)", "values (1)", "table t", "with w as (select 1) table w", "from t"),
        *("insert into t values (1)", "update t set a = 1", "delete from t", "MERGE into t using u on true"),
    ],
)
def test_what_can_be_prepared(statement: str) -> None:
    assert prepared.prepare(f"prepare p as {statement}").statement == statement


@pytest.mark.parametrize(
    "statement",
    [
        *("copy t to stdout", "begin", "create table u (a int)", "show jit", "fetch c", "set jit = on"),
        *("explain select 1", "truncate t", "deallocate all", "execute q", "declare c cursor for select 1"),
        *("prepare q as select 1", "'select'", '"select" 1', "nonsense"),
    ],
)
def test_what_cannot_be_prepared(statement: str) -> None:
    with pytest.raises(SqlSyntaxError) as caught:
        prepared.prepare(f"prepare p as {statement}")
    assert caught.value.message.startswith('syntax error at or near "')
    assert caught.value.position == 14


def test_deallocate() -> None:
    assert prepared.deallocate("deallocate p") == "p"
    assert prepared.deallocate("deallocate prepare p") == "p"
    assert prepared.deallocate("deallocate all") is None
    assert prepared.deallocate("deallocate prepare all") is None


WRONG = (
    (prepared.prepare, "prepare p select 1"),
    (prepared.prepare, "prepare p as"),
    (prepared.execute, "execute p (1"),
    (prepared.execute, "execute p 1"),
    (prepared.deallocate, "deallocate"),
)


@pytest.mark.parametrize(("parse", "sql"), WRONG)
def test_syntax_errors(parse: object, sql: str) -> None:
    assert callable(parse)
    with pytest.raises(SqlSyntaxError):
        parse(sql)
