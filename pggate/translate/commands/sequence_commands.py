"""
CREATE SEQUENCE, ALTER SEQUENCE, DROP SEQUENCE (PostgreSQL 15).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pggate.translate.commands.sequence_options import SequenceOptions, scan_options
from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan

Name: TypeAlias = tuple[str, ...]
"""An identifier, or several with dots between them."""


@dataclass(frozen=True, slots=True)
class CreateSequence:
    name: Name
    options: SequenceOptions
    if_not_exists: bool = False
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class AlterSequence:
    """
    Args:
        rename: RENAME TO, "" without.
        schema: SET SCHEMA, "" without.
        options: None where it is about something else.

    """

    name: Name
    options: SequenceOptions | None = None
    rename: str = ""
    schema: str = ""
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class DropSequences:
    names: tuple[Name, ...]
    if_exists: bool = False
    cascade: bool = False


def create_sequence(sql: str) -> CreateSequence:
    """
    Raises:
        SyntaxError: It is not a statement.
        InvalidParameterValue: See `scan_options`.

    """
    scan = Scan(sql)
    scan.expect("create")
    temporary = bool(scan.accept_any("temp", "temporary"))
    if not temporary:
        scan.accept("unlogged")
    scan.expect("sequence")
    if_not_exists = scan.accept("if", "not", "exists")
    return CreateSequence(scan.names(), scan_options(scan), if_not_exists, temporary)


def alter_sequence(sql: str) -> AlterSequence:
    """
    Raises:
        SyntaxError: It is not a statement.
        InvalidParameterValue: See `scan_options`.

    """
    scan = Scan(sql)
    scan.expect("alter", "sequence")
    if_exists = scan.accept("if", "exists")
    name = scan.names()
    if scan.accept("rename", "to"):
        found = AlterSequence(name, rename=scan.name(), if_exists=if_exists)
    elif scan.accept("set", "schema"):
        found = AlterSequence(name, schema=scan.name(), if_exists=if_exists)
    elif scan.accept("owner", "to"):  # everything belongs to the first superuser
        scan.name()
        found = AlterSequence(name, if_exists=if_exists)
    elif scan.accept("set", "logged") or scan.accept("set", "unlogged"):
        found = AlterSequence(name, if_exists=if_exists)
    elif scan.ended:
        raise scan.error()
    else:
        found = AlterSequence(name, scan_options(scan), if_exists=if_exists)
    scan.end()
    return found


def as_sequence(sql: str) -> str:
    """
    ALTER TABLE of a sequence, which PostgreSQL takes, as ALTER SEQUENCE.
    """
    table = lexer.tokens(sql)[1]
    return f"{sql[: table.start]}SEQUENCE{sql[table.stop :]}"


def drop_sequence(sql: str) -> DropSequences:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("drop", "sequence")
    if_exists = scan.accept("if", "exists")
    names = [scan.names()]
    while scan.accept(","):
        names.append(scan.names())
    cascade = scan.accept_any("cascade", "restrict") == "cascade"
    scan.end()
    return DropSequences(tuple(names), if_exists, cascade)
