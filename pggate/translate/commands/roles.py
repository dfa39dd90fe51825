"""
CREATE, ALTER and DROP of roles as values (PostgreSQL 15, CREATE ROLE, ALTER ROLE, DROP ROLE).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class Role:
    """
    CREATE or ALTER of a ROLE, USER or GROUP.

    Args:
        name: The role; "current_user" and the like as they stand.
        password: What PASSWORD gives; None where nothing is said, "" for PASSWORD NULL.
        options: The flags that are set or cleared: {"superuser": True, "login": False}.
        renamed: The new name of ALTER ROLE ... RENAME TO.
        others: What else there is, in PostgreSQL's words ("connection limit", "valid until", "set").

    """

    name: str
    password: str | None = None
    options: dict[str, bool] = field(default_factory=dict)
    renamed: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DropRole:
    """
    DROP ROLE | USER | GROUP [IF EXISTS] names.
    """

    names: tuple[str, ...]
    if_exists: bool = False


_FLAGS: Final = lexer.words("superuser createdb createrole inherit login replication bypassrls")
_LISTS: Final = lexer.words("in role group admin user")


def role(sql: str) -> Role:
    """
    CREATE or ALTER ROLE, USER, GROUP (PostgreSQL 15, CREATE ROLE, ALTER ROLE).

    Raises:
        SyntaxError: at an option that there is not.

    """
    scan = Scan(sql)
    if not scan.accept_any("create", "alter") or not scan.accept_any("role", "user", "group"):
        raise scan.error()
    name = scan.name()
    if scan.accept("rename", "to"):
        return Role(name, renamed=scan.name())
    scan.accept("with")
    password: str | None = None
    options: dict[str, bool] = {}
    others: list[str] = []
    while not scan.ended:
        word = scan.word
        if scan.accept("encrypted", "password") or scan.accept("password"):
            password = "" if scan.accept("null") else scan.string()
        elif word.removeprefix("no") in _FLAGS:
            scan.at += 1
            options[word.removeprefix("no")] = not word.startswith("no")
        else:
            others.append(_other_option(scan))
    return Role(name, password, options, None, tuple(others))


def _other_option(scan: Scan) -> str:
    if scan.accept("connection", "limit"):
        scan.accept("-")
        scan.take()
        return "connection limit"
    if scan.accept("valid", "until"):
        scan.string()
        return "valid until"
    if scan.word in {"set", "reset"} or scan.accept("in", "database"):
        scan.rest()
        return "set"
    if scan.word not in _LISTS and scan.word != "sysid":
        raise scan.error()
    option = scan.take().word
    if option == "in":
        option = f"in {scan.take().word}"
    scan.take()
    while scan.accept(","):
        scan.take()
    return option


def drop_role(sql: str) -> DropRole:
    """
    Raises:
        SyntaxError: where the text is no DROP ROLE.

    """
    scan = Scan(sql)
    scan.expect("drop")
    if not scan.accept_any("role", "user", "group"):
        raise scan.error()
    if_exists = scan.accept("if", "exists")
    names = scan.name_list()
    scan.end()
    return DropRole(names, if_exists)
