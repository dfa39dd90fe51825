"""
CREATE TYPE, ALTER TYPE, DROP TYPE (PostgreSQL 15), as far as they are about enumerated types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from pggate.errors import FeatureNotSupported, InvalidName, UniqueViolation
from pggate.translate.syntax.scan import Scan

HINT: Final = "Use an enumerated type, or the columns' own types."

LABEL_BYTES: Final = 63
"""PostgreSQL's NAMEDATALEN - 1."""

Name: TypeAlias = tuple[str, ...]
"""An identifier, or several with dots between them."""


@dataclass(frozen=True, slots=True)
class CreateEnum:
    name: Name
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddValue:
    """
    ADD VALUE.  `neighbour` is the label it stands before or after, "" at the end.
    """

    name: Name
    label: str
    if_not_exists: bool = False
    before: bool = False
    neighbour: str | None = None


@dataclass(frozen=True, slots=True)
class RenameValue:
    name: Name
    label: str
    new: str


@dataclass(frozen=True, slots=True)
class RenameType:
    name: Name
    new: str


@dataclass(frozen=True, slots=True)
class SetSchema:
    name: Name
    schema: str


@dataclass(frozen=True, slots=True)
class SetOwner:
    """
    OWNER TO: everything belongs to the first superuser.
    """

    name: Name


@dataclass(frozen=True, slots=True)
class DropTypes:
    names: tuple[Name, ...]
    if_exists: bool = False
    cascade: bool = False


AlterType: TypeAlias = AddValue | RenameValue | RenameType | SetSchema | SetOwner


def create_type(sql: str) -> CreateEnum:
    """
    Raises:
        SyntaxError: It is not a statement.
        FeatureNotSupported: The type is no enumerated one.
        InvalidName: 42602, a label is too long.
        UniqueViolation: A label comes twice.

    """
    scan = Scan(sql)
    scan.expect("create", "type")
    name = scan.names()
    if not scan.accept("as", "enum"):
        raise FeatureNotSupported("only enumerated types can be created", hint=HINT)
    scan.expect("(")
    labels: list[str] = []
    while not scan.accept(")"):
        if labels:
            scan.expect(",")
        labels.append(_label(scan))
    _end(scan)
    for place, label in enumerate(labels):
        if label in labels[:place]:
            raise UniqueViolation(
                'duplicate key value violates unique constraint "pg_enum_typid_label_index"',
                detail=f'The label "{label}" comes twice.',
            )
    return CreateEnum(name, tuple(labels))


def alter_type(sql: str) -> AlterType:
    """
    Raises:
        SyntaxError: It is not a statement.
        FeatureNotSupported: It is not about an enumerated type.

    """
    scan = Scan(sql)
    scan.expect("alter", "type")
    name = scan.names()
    found: AlterType
    if scan.accept("add", "value"):
        if_not_exists = scan.accept("if", "not", "exists")
        label = _label(scan)
        side = scan.accept_any("before", "after")
        neighbour = scan.string() if side else None
        found = AddValue(name, label, if_not_exists, side == "before", neighbour)
    elif scan.accept("rename", "value"):
        label = scan.string()
        scan.expect("to")
        found = RenameValue(name, label, _label(scan))
    elif scan.accept("rename", "to"):
        found = RenameType(name, scan.name())
    elif scan.accept("set", "schema"):
        found = SetSchema(name, scan.name())
    elif scan.accept("owner", "to"):
        scan.name()
        found = SetOwner(name)
    else:
        raise FeatureNotSupported("only enumerated types can be altered", hint=HINT)
    _end(scan)
    return found


def drop_type(sql: str) -> DropTypes:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("drop", "type")
    if_exists = scan.accept("if", "exists")
    names = [scan.names()]
    while scan.accept(","):
        names.append(scan.names())
    cascade = scan.accept_any("cascade", "restrict") == "cascade"
    _end(scan)
    return DropTypes(tuple(names), if_exists, cascade)


def _label(scan: Scan) -> str:
    label = scan.string()
    if len(label.encode()) > LABEL_BYTES:
        raise InvalidName(
            f'invalid enum label "{label}"', detail=f"Labels must be {LABEL_BYTES} bytes or less."
        )
    return label


def _end(scan: Scan) -> None:
    if not scan.ended:
        raise scan.error()
