"""
Composite types that CREATE TYPE … AS made: what the registry and a commit's message keep of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Attribute:
    """
    A field of a composite type.

    Args:
        duckdb: DuckDB's type of it.
        type: The OID of PostgreSQL's.

    """

    name: str
    duckdb: str
    type: int
    typmod: int = -1


@dataclass(frozen=True, slots=True)
class CompositeType:
    """
    Args:
        array_oid: Of the type of its arrays.
        attributes: In their order.

    """

    oid: int
    array_oid: int
    schema: str
    name: str
    attributes: tuple[Attribute, ...]


def composite_of(value: Mapping[str, Any]) -> CompositeType:
    """As JSON has it."""
    attributes = tuple(Attribute(**attribute) for attribute in value["attributes"])
    return CompositeType(**{**value, "attributes": attributes})
