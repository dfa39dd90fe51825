"""
BEGIN, COMMIT, SAVEPOINT and their kin.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.transactions import End, Modes, begin, end, savepoint

BEGINS = (
    ("begin", Modes()),
    ("BEGIN WORK;", Modes()),
    ("begin transaction", Modes()),
    ("start transaction", Modes()),
    ("begin isolation level serializable", Modes(isolation="serializable")),
    ("begin transaction isolation level repeatable read read only",
     Modes(isolation="repeatable read", read_only=True)),
    ("start transaction isolation level read committed, read write, not deferrable",
     Modes(isolation="read committed", read_only=False, deferrable=False)),
    ("begin isolation level read uncommitted", Modes(isolation="read uncommitted")),
    ("begin read only deferrable", Modes(read_only=True, deferrable=True)),
    ("begin read only, read write", Modes(read_only=False)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "modes"), BEGINS)
def test_begin(sql: str, modes: Modes) -> None:
    assert begin(sql) == modes


ENDS = (
    ("commit", End()),
    ("end work", End()),
    ("abort transaction", End()),
    ("rollback and chain", End(chain=True)),
    ("commit transaction and no chain", End()),
    ("commit prepared 'x'", End(prepared="x")),
    ("rollback prepared 'x'", End(prepared="x")),
)


@pytest.mark.parametrize(("sql", "expected"), ENDS)
def test_end(sql: str, expected: End) -> None:
    assert end(sql) == expected


SAVEPOINTS = (
    ("savepoint A", "a"),
    ('savepoint "A"', "A"),
    ("release a", "a"),
    ("release savepoint a", "a"),
    ("rollback to a", "a"),
    ("rollback work to savepoint a", "a"),
    ("rollback transaction to savepoint savepoint", "savepoint"),
)


@pytest.mark.parametrize(("sql", "name"), SAVEPOINTS)
def test_savepoints(sql: str, name: str) -> None:
    assert savepoint(sql) == name


WRONG = (
    (begin, "begin isolation level chaos", 'syntax error at or near "chaos"'),
    (begin, "begin read", 'syntax error at or near "read"'),
    (begin, "start", 'syntax error at or near "start"'),
    (end, "commit and", "syntax error at end of input"),
    (end, "commit prepared x", 'syntax error at or near "x"'),
    (end, "begin", 'syntax error at or near "begin"'),
    (savepoint, "savepoint", "syntax error at end of input"),
    (savepoint, "savepoint 'a'", "syntax error at or near \"'a'\""),
    (savepoint, "rollback to a b", 'syntax error at or near "b"'),
)


@pytest.mark.parametrize(("parse", "sql", "message"), WRONG)
def test_syntax_errors(parse: object, sql: str, message: str) -> None:
    assert callable(parse)
    with pytest.raises(SqlSyntaxError) as error:
        parse(sql)
    assert error.value.message == message
