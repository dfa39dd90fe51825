"""
CREATE DATABASE and DROP DATABASE.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.databases import CreateDatabase, DropDatabase, create_database, drop_database

CREATES = (
    ("create database d", CreateDatabase("d")),
    ('CREATE DATABASE "D";', CreateDatabase("D")),
    ("create database if not exists d", CreateDatabase("d", if_not_exists=True)),
    ("create database d with owner = x encoding 'UTF8' template template0 connection limit -1",
     CreateDatabase("d", options={"owner": "x", "encoding": "UTF8", "template": "template0",
                                  "connection limit": "-1"})),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CREATES)
def test_create_database(sql: str, expected: CreateDatabase) -> None:
    assert create_database(sql) == expected


DROPS = (
    ("drop database d", DropDatabase("d")),
    ("drop database if exists d", DropDatabase("d", if_exists=True)),
    ("drop database d with (force)", DropDatabase("d", force=True)),
    ("drop database d (force)", DropDatabase("d", force=True)),
)


@pytest.mark.parametrize(("sql", "expected"), DROPS)
def test_drop_database(sql: str, expected: DropDatabase) -> None:
    assert drop_database(sql) == expected


@pytest.mark.parametrize(
    "sql", ["create database", "create database d owner =", "create database d owner -x"]
)
def test_what_is_no_create_database(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        create_database(sql)


def test_what_is_no_drop_database() -> None:
    with pytest.raises(SqlSyntaxError):
        drop_database("drop database d cascade")
