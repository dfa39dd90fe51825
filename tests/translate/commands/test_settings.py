"""
SET, SHOW, RESET.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.settings import (
    SetCommand,
    SetTransaction,
    reset_command,
    set_command,
    show_command,
)
from pggate.translate.commands.transactions import Modes

SETS = (
    # text                                      name, values, local
    ("set a = 1", "a", ("1",), False),
    ("SET A TO B", "a", ("b",), False),
    ("set a = -1.5", "a", ("-1.5",), False),
    ("set a to 'It''s'", "a", ("It's",), False),
    ('set a to "Mixed"', "a", ("Mixed",), False),
    ("set session a = on", "a", ("on",), False),
    ("set local a = true", "a", ("true",), True),
    ("set a to default", "a", None, False),
    ("set a = default;", "a", None, False),
    ("set search_path to a, \"B\", 'c d'", "search_path", ("a", "B", "c d"), False),
    ("set schema 'x'", "search_path", ("x",), False),
    ("set pggate.nested_lists = 'json'", "pggate.nested_lists", ("json",), False),
    ("set time zone 'UTC'", "timezone", ("UTC",), False),
    ("set time zone local", "timezone", None, False),
    ("set time zone default", "timezone", None, False),
    ("set local time zone -3", "timezone", ("-3",), True),
    ("set time zone interval '-08:00' hour to minute", "timezone", ("-08:00",), False),
    ("set session time zone utc", "timezone", ("utc",), False),
    ("set timezone = 'Europe/Berlin'", "timezone", ("Europe/Berlin",), False),
    ("set names 'utf8'", "client_encoding", ("utf8",), False),
    ("set names default", "client_encoding", None, False),
    ("set role x", "role", ("x",), False),
    ("set local role none", "role", ("none",), True),
    ("set role = 'x'", "role", ("x",), False),
    ("set session authorization 'x'", "session_authorization", ("x",), False),
    ("set local session authorization x", "session_authorization", ("x",), True),
    ("set session session authorization default", "session_authorization", None, False),
)


@pytest.mark.parametrize(("sql", "name", "values", "local"), SETS)
def test_set(sql: str, name: str, values: tuple[str, ...] | None, local: bool) -> None:
    assert set_command(sql) == SetCommand(name, values, local)


VALUES = (
    (("x",), "x"),
    (("a", "B", "c d"), 'a, "B", "c d"'),
    (None, None),
)


@pytest.mark.parametrize(("values", "value"), VALUES)
def test_the_value_that_show_gives_back(values: tuple[str, ...] | None, value: str | None) -> None:
    assert SetCommand("a", values).value == value


def test_set_transaction() -> None:
    serializable = Modes(isolation="serializable", read_only=True)
    assert set_command("set transaction isolation level serializable, read only") == SetTransaction(
        serializable, session=False
    )
    assert set_command(
        "set session characteristics as transaction isolation level serializable read only"
    ) == SetTransaction(serializable, session=True)


SHOWS = (
    ("show a", "a"),
    ("SHOW DateStyle", "datestyle"),
    ("show all", "all"),
    ("show time zone", "timezone"),
    ("show transaction isolation level", "transaction_isolation"),
    ("show session authorization", "session_authorization"),
    ("show pggate.nested_lists", "pggate.nested_lists"),
    ("show all tables", "all tables"),
    ("show tables from s", "tables from s"),
)


@pytest.mark.parametrize(("sql", "name"), SHOWS)
def test_show(sql: str, name: str) -> None:
    assert show_command(sql).name == name


@pytest.mark.parametrize(("sql", "name"), [("reset all", "all"), ("reset TimeZone", "timezone"), ("reset time zone", "timezone"),
                                           ("reset session authorization", "session_authorization")])  # fmt: skip
def test_reset(sql: str, name: str) -> None:
    assert reset_command(sql).name == name


WRONG = (
    # text                  message, position
    ("set", "syntax error at end of input", 4),
    ("set a", "syntax error at end of input", 6),
    ("set a b", 'syntax error at or near "b"', 7),
    ("set a = 1 2", 'syntax error at or near "2"', 11),
    ("set a = ,", 'syntax error at or near ","', 9),
    ("set a = - x", 'syntax error at or near "x"', 11),
    ("set transaction nonsense", 'syntax error at or near "nonsense"', 17),
)


@pytest.mark.parametrize(("sql", "message", "position"), WRONG)
def test_syntax_errors(sql: str, message: str, position: int) -> None:
    with pytest.raises(SqlSyntaxError) as error:
        set_command(sql)
    assert (error.value.message, error.value.position) == (message, position)
