"""
PREPARE, EXECUTE and DEALLOCATE.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate import prepared
from pggate.translate.prepared import Execute, Prepare

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
