"""
Rows of the mirror's tables of enumerated types and of sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.types import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.catalog.model import Database, Relation
    from pggate.lake.sequences import Sequence
    from pggate.types.enums import EnumType

    Row = tuple[object, ...]
    Owner = tuple[int | None, int | None, bool]
    """The relation and the column that own a sequence, and whether it is the column's identity."""

TYPES: Final = {"SMALLINT": table.INT2, "INTEGER": table.INT4, "BIGINT": table.INT8}
"""What a sequence is of."""


def enum_row(database: Database, enum: EnumType) -> Iterator[Row]:
    """
    An enumerated type, unless its schema is gone.
    """
    if (schema := database.schemas.get(enum.schema)) is not None:
        yield (database.key, enum.oid, enum.array_oid, schema.oid, enum.name, list(enum.labels))


def sequence_row(database: Database, sequence: Sequence, owners: Mapping[int, Owner]) -> Iterator[Row]:
    """
    A sequence, unless its schema is gone.
    """
    if (schema := database.schemas.get(sequence.schema)) is not None:
        yield (
            database.key,
            sequence.oid,
            schema.oid,
            sequence.name,
            TYPES[sequence.type].oid,
            sequence.start,
            sequence.increment,
            sequence.minimum,
            sequence.maximum,
            sequence.cycles,
            sequence.cache,
            *owners.get(sequence.oid, (None, None, False)),
        )


def owned(relation: Relation) -> Iterator[tuple[int, Owner]]:
    """
    The sequences that columns own, by their OIDs.
    """
    for column in relation.columns:
        for oid in column.owns:
            yield oid, (relation.oid, column.attnum, column.identity != "" and column.sequence == oid)
