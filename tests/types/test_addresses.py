"""
inet, as PostgreSQL 15 sends it, and with cidr as it receives them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import PgError
from pggate.types.addresses import BY_OID, CIDR, INET, RECEIVED
from pggate.types.columns import ColumnEncoding
from pggate.types.oids import PG_TYPE
from pggate.types.rows import encode

if TYPE_CHECKING:
    from pggate.types.table import PgType


@pytest.mark.parametrize("of_type", [INET, CIDR])
def test_they_are_postgresqls(of_type: PgType) -> None:
    (row,) = (row for row in PG_TYPE if row.oid == of_type.oid)
    assert (of_type.name, of_type.array_oid, of_type.typlen) == (row.typname, row.typarray, row.typlen)
    assert BY_OID[of_type.oid] is of_type
    assert BY_OID[of_type.array_oid].element is of_type


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


@pytest.mark.parametrize(
    ("of_type", "binary", "address"),
    [
        (INET, "02200004 7f000001", "127.0.0.1"),
        (INET, "02080004 0a010203", "10.1.2.3/8"),
        (INET, "03800010 00000000000000000000000000000001", "::1"),
        (INET, "03400110 20010db8000000000000000000000000", "2001:db8::/64"),
        (CIDR, "02080104 0a000000", "10.0.0.0/8"),
        (CIDR, "02200104 0a000000", "10.0.0.0/32"),
    ],
)
def test_received(of_type: PgType, binary: str, address: str) -> None:
    assert RECEIVED[of_type](bytes.fromhex(binary)) == address


@pytest.mark.parametrize(
    ("of_type", "binary", "code", "message"),
    [
        (INET, "", "08P01", "no data left in message"),
        (INET, "022000", "08P01", "no data left in message"),
        (INET, "02200004 0a", "08P01", "no data left in message"),
        (INET, "02200004 0a01020304", "22P03", "incorrect binary data format"),
        (INET, "09200004 0a010203", "22P03", 'invalid address family in external "inet" value'),
        (INET, "02210004 0a010203", "22P03", 'invalid bits in external "inet" value'),
        (CIDR, "02200005 0a010203", "22P03", 'invalid length in external "cidr" value'),
        (CIDR, "02080104 0a010203", "22P03", 'invalid external "cidr" value'),
    ],
)
def test_what_is_none(of_type: PgType, binary: str, code: str, message: str) -> None:
    with pytest.raises(PgError) as told:
        RECEIVED[of_type](bytes.fromhex(binary))
    assert (told.value.code, told.value.message) == (code, message)
