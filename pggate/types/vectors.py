"""
int2vector and oidvector, PostgreSQL's lists in its own catalog: on the wire their text has spaces between the
numbers (PostgreSQL 15, src/backend/utils/adt/int.c, oid.c).  The emulation keeps lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from pggate.types.table import PgType

if TYPE_CHECKING:
    from collections.abc import Iterable

INT2VECTOR: Final = PgType("int2vector", 22, 1006, -1, "int2vector", "SMALLINT[]")
OIDVECTOR: Final = PgType("oidvector", 30, 1013, -1, "oidvector", "BIGINT[]")

BY_DUCKDB: Final = {"SMALLINT[]": INT2VECTOR, "UINTEGER[]": OIDVECTOR}
"""What the emulation has for them."""

VECTORS: Final = frozenset(BY_DUCKDB.values())


def joined(batch: pa.RecordBatch, places: Iterable[int]) -> pa.RecordBatch:
    """
    The batch with the texts of the vectors in these columns.
    """
    for place in places:
        texts = batch.column(place).cast(pa.list_(pa.string()))
        batch = batch.set_column(place, batch.schema.field(place).name, pc.binary_join(texts, " "))
    return batch
