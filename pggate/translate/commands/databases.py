"""
CREATE and DROP of databases as values (PostgreSQL 15, CREATE DATABASE, DROP DATABASE).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class CreateDatabase:
    """
    CREATE DATABASE [IF NOT EXISTS] name [WITH] option [=] value ...

    `options` has the options by name, folded ("owner", "encoding", "template", "connection limit").
    """

    name: str
    if_not_exists: bool = False
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DropDatabase:
    """
    DROP DATABASE [IF EXISTS] name [WITH (FORCE)].
    """

    name: str
    if_exists: bool = False
    force: bool = False


def create_database(sql: str) -> CreateDatabase:
    """
    Raises:
        SyntaxError: where the text is no CREATE DATABASE.

    """
    scan = Scan(sql)
    scan.expect("create", "database")
    if_not_exists = scan.accept("if", "not", "exists")
    name = scan.name()
    scan.accept("with")
    options: dict[str, str] = {}
    while not scan.ended:
        option = scan.name()
        if option == "connection":
            scan.expect("limit")
            option = "connection limit"
        scan.accept("=")
        options[option] = scan.value()
    return CreateDatabase(name, if_not_exists, options)


def drop_database(sql: str) -> DropDatabase:
    """
    Raises:
        SyntaxError: where the text is no DROP DATABASE.

    """
    scan = Scan(sql)
    scan.expect("drop", "database")
    if_exists = scan.accept("if", "exists")
    name = scan.name()
    scan.accept("with")
    force = scan.accept("(", "force", ")")
    scan.end()
    return DropDatabase(name, if_exists, force)
