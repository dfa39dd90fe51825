"""
ALTER TYPE … ADD, DROP, RENAME and ALTER ATTRIBUTE (PostgreSQL 15, ALTER TYPE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pggate.translate.commands.composite_commands import attribute_type
from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class AddAttribute:
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class DropAttribute:
    name: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RetypeAttribute:
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class RenameAttribute:
    name: str
    new: str


AttributeAction: TypeAlias = AddAttribute | DropAttribute | RetypeAttribute | RenameAttribute


def attribute_actions(sql: str) -> tuple[AttributeAction, ...]:
    """
    What an ALTER TYPE does to attributes, in order; () of one that is about something else.

    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("alter", "type")
    scan.names()
    if scan.accept("rename", "attribute"):
        name = scan.name()
        scan.expect("to")
        actions: list[AttributeAction] = [RenameAttribute(name, scan.name())]
        scan.accept_any("cascade", "restrict")
        scan.end()
        return tuple(actions)
    actions = []
    while (word := scan.accept_any("add", "drop", "alter")) and scan.accept("attribute"):
        actions.append(_action(scan, word))
        scan.accept_any("cascade", "restrict")
        if not scan.accept(","):
            scan.end()
            return tuple(actions)
    if actions:
        raise scan.error()
    return ()


def _action(scan: Scan, word: str) -> AttributeAction:
    if word == "drop":
        if_exists = scan.accept("if", "exists")
        return DropAttribute(scan.name(), if_exists)
    name = scan.name()
    if word == "alter":
        scan.accept("set", "data")
        scan.expect("type")
    of_type = attribute_type(scan, ",", ")", "collate", "cascade", "restrict", ";")
    if scan.accept("collate"):
        scan.names()
    return AddAttribute(name, of_type) if word == "add" else RetypeAttribute(name, of_type)
