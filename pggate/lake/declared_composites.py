"""
Composite types that CREATE TYPE … AS made: what the registry and a commit's message keep of one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pggate.lake.declared import DeclaredColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.lake.topics import TopicColumn


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


def with_attributes(
    column: TopicColumn, said: DeclaredColumn, composites: Mapping[int, CompositeType]
) -> TopicColumn:
    """
    A column that is declared to be of a type, whose parts are declared what that type's attributes are.
    """
    composite = next((one for one in composites.values() if said.type in (one.oid, one.array_oid)), None)
    if composite is None:
        return column
    if column.duckdb_type.endswith("]"):
        scalar = replace(said, type=composite.oid)
        return replace(
            column, children=tuple(with_attributes(one, scalar, composites) for one in column.children)
        )
    known = {one.name: DeclaredColumn(one.type, one.typmod) for one in composite.attributes}
    children = tuple(
        replace(with_attributes(child, known[child.name], composites), declared=known[child.name])
        if child.name in known
        else child
        for child in column.children
    )
    return replace(column, children=children)


def composite_of(value: Mapping[str, Any]) -> CompositeType:
    """As JSON has it."""
    attributes = tuple(Attribute(**attribute) for attribute in value["attributes"])
    return CompositeType(**{**value, "attributes": attributes})
