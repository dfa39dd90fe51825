from __future__ import annotations

import pyarrow as pa

from pggate.types.oids import PG_TYPE
from pggate.types.vectors import VECTORS, joined


def test_texts() -> None:
    batch = pa.record_batch(
        {"a": pa.array([[1, 2], [], None], pa.list_(pa.int16())), "b": pa.array([1, 2, 3])}
    )
    got = joined(batch, [0])
    assert got.column(0).to_pylist() == ["1 2", "", None]
    assert got.column(1).to_pylist() == [1, 2, 3]


def test_oids_are_postgresqls() -> None:
    known = {row.typname: row.oid for row in PG_TYPE}
    assert all(known[vector.name] == vector.oid for vector in VECTORS)
