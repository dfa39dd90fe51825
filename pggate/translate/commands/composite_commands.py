"""
CREATE TYPE … AS (…), and what ALTER TYPE and DROP TYPE say of composite types (PostgreSQL 15).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.errors import DuplicateColumn
from pggate.translate.definitions.written_types import type_at
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from pggate.translate.commands.type_commands import Name


@dataclass(frozen=True, slots=True)
class CreateComposite:
    """
    `attributes` are names and the texts of the types.
    """

    name: Name
    attributes: tuple[tuple[str, str], ...]


def create_composite(sql: str) -> CreateComposite | None:
    """
    None of a CREATE TYPE of another kind.

    Raises:
        SyntaxError: It is not a statement.
        DuplicateColumn: 42701, an attribute comes twice.

    """
    scan = Scan(sql)
    scan.expect("create", "type")
    name = scan.names()
    if not scan.accept("as", "("):
        return None
    attributes: list[tuple[str, str]] = []
    while not scan.accept(")"):
        if attributes:
            scan.expect(",")
        called = scan.name()
        attributes.append((called, attribute_type(scan, ",", ")", "collate")))
        if scan.accept("collate"):
            scan.names()
    scan.end()
    seen: set[str] = set()
    for called, _ in attributes:
        if called in seen:
            raise DuplicateColumn(f'column "{called}" specified more than once')
        seen.add(called)
    return CreateComposite(name, tuple(attributes))


def attribute_type(scan: Scan, *stops: str) -> str:
    """
    The text of a type, behind which nothing stands but one of these words.

    Raises SyntaxError 42601.
    """
    first = scan.at
    text = scan.text_until(*stops)
    found = type_at(scan.tokens, first, scan.at)
    if found is None or found.stop != scan.tokens[scan.at - 1].stop:
        stop = 0 if found is None else found.stop
        scan.at = next(i for i in range(first, scan.at + 1) if i == scan.at or scan.tokens[i].start >= stop)
        raise scan.error()
    return text


def altered(sql: str) -> Name:
    """
    The type that ALTER TYPE is about.
    """
    scan = Scan(sql)
    scan.expect("alter", "type")
    return scan.names()
