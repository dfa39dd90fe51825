"""
inet, as PostgreSQL 15 sends it.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.types.addresses import INET
from pggate.types.columns import ColumnEncoding
from pggate.types.oids import PG_TYPE
from pggate.types.rows import encode


def test_it_is_postgresqls() -> None:
    (row,) = (row for row in PG_TYPE if row.oid == INET.oid)
    assert (INET.name, INET.array_oid, INET.typlen) == (row.typname, row.typarray, row.typlen)


@pytest.mark.parametrize(
    ("address", "binary"),
    [
        ("127.0.0.1", "02200004 7f000001"),
        ("10.1.2.3/8", "02080004 0a010203"),
        ("::1", "03800010 00000000000000000000000000000001"),
        (None, None),
    ],
)
def test_values(address: str | None, binary: str | None) -> None:
    batch = pa.record_batch([pa.array([address], pa.string())], names=["client_addr"])
    text = None if address is None else address.encode()
    for format_, expected in ((0, text), (1, None if binary is None else bytes.fromhex(binary))):
        cell = (-1).to_bytes(4, signed=True) if expected is None else len(expected).to_bytes(4) + expected
        block = encode(batch, [ColumnEncoding(INET, "VARCHAR", format_)])
        assert bytes(block.data).endswith(b"\x00\x01" + cell)
