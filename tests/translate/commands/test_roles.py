"""
CREATE, ALTER, DROP of roles.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.roles import DropRole, Role, drop_role, role

ROLES = (
    ("create role r", Role("r")),
    ('create user "R"', Role("R")),
    ("create user r password 'it''s'", Role("r", "it's")),
    ("create role r with login superuser nocreatedb encrypted password 'x'",
     Role("r", "x", {"login": True, "superuser": True, "createdb": False})),
    ("alter user r with password null", Role("r", "")),
    ("alter role r nologin", Role("r", None, {"login": False})),
    ("alter role r rename to q", Role("r", renamed="q")),
    ("alter role current_user password 'x'", Role("current_user", "x")),
    ("alter role r set search_path to a, b", Role("r", others=("set",))),
    ("alter role r in database d reset all", Role("r", others=("set",))),
    ("create role r connection limit -1 valid until '2030-01-01' in role a, b noinherit admin c",
     Role("r", None, {"inherit": False}, None, ("connection limit", "valid until", "in role", "admin"))),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), ROLES)
def test_role(sql: str, expected: Role) -> None:
    assert role(sql) == expected


def test_drop_role() -> None:
    assert drop_role("drop role r") == DropRole(("r",))
    assert drop_role('drop user if exists a, "B";') == DropRole(("a", "B"), if_exists=True)


@pytest.mark.parametrize(
    "sql", ["create role", "create role r nonsense", "create role r password x", "create table r"]
)
def test_syntax_errors(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        role(sql)
