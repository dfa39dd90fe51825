"""
PREPARE, EXECUTE, DEALLOCATE and cursors.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate import prepared
from pggate.translate.prepared import Declare, Execute, Fetch, Prepare

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


def test_deallocate_and_close() -> None:
    assert prepared.deallocate("deallocate p") == "p"
    assert prepared.deallocate("deallocate prepare p") == "p"
    assert prepared.deallocate("deallocate all") is None
    assert prepared.deallocate("deallocate prepare all") is None
    assert prepared.close('close "C"') == "C"
    assert prepared.close("close all") is None


DECLARES = (
    ("declare c cursor for select 1", Declare("c", "select 1", 21)),
    ("declare c binary no scroll cursor with hold for select 1",
     Declare("c", "select 1", 48, binary=True, scroll=False, hold=True)),
    ("declare c insensitive scroll cursor without hold for table t", Declare("c", "table t", 53, scroll=True)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), DECLARES)
def test_declare(sql: str, expected: Declare) -> None:
    assert prepared.declare(sql) == expected
    assert sql[expected.offset :] == expected.query


FETCHES = (
    ("fetch c", Fetch("c")),
    ("fetch from c", Fetch("c")),
    ("fetch 10 in c", Fetch("c", "forward", 10)),
    ("fetch -2 c", Fetch("c", "backward", 2)),
    ("fetch all from c", Fetch("c", "forward", None)),
    ("fetch forward from c", Fetch("c", "forward", 1)),
    ("fetch forward 100 from c", Fetch("c", "forward", 100)),
    ("fetch forward all c", Fetch("c", "forward", None)),
    ("fetch backward all c", Fetch("c", "backward", None)),
    ("fetch next from c", Fetch("c", "forward", 1)),
    ("fetch prior from c", Fetch("c", "backward", 1)),
    ("fetch first from c", Fetch("c", "absolute", 1)),
    ("fetch last from c", Fetch("c", "absolute", -1)),
    ("fetch absolute -3 from c", Fetch("c", "absolute", -3)),
    ("fetch relative 0 from c", Fetch("c", "relative", 0)),
    ("move forward 5 from c", Fetch("c", "forward", 5)),
    ("fetch first", Fetch("first")),
)


@pytest.mark.parametrize(("sql", "expected"), FETCHES)
def test_fetch(sql: str, expected: Fetch) -> None:
    assert prepared.fetch(sql) == expected


WRONG = (
    (prepared.prepare, "prepare p select 1"),
    (prepared.prepare, "prepare p as"),
    (prepared.execute, "execute p (1"),
    (prepared.execute, "execute p 1"),
    (prepared.deallocate, "deallocate"),
    (prepared.declare, "declare c for select 1"),
    (prepared.declare, "declare c cursor"),
    (prepared.fetch, "fetch - from c"),
    (prepared.fetch, "fetch 1 from c d"),
)


@pytest.mark.parametrize(("parse", "sql"), WRONG)
def test_syntax_errors(parse: object, sql: str) -> None:
    assert callable(parse)
    with pytest.raises(SqlSyntaxError):
        parse(sql)
