"""
inet, the addresses of clients in pg_catalog (PostgreSQL 15, 8.9), which the emulation has as texts.
"""

from __future__ import annotations

from ipaddress import ip_interface
from typing import Any, Final

import pyarrow as pa

from pggate.types.physical import plain
from pggate.types.table import PgType

INET: Final = PgType("inet", 869, 1041, -1, "inet", "VARCHAR", casts=False)

_FAMILIES: Final = {4: 2, 6: 3}
"""PostgreSQL 15, inet.h PGSQL_AF_INET and PGSQL_AF_INET6."""


def sent(array: Any) -> pa.Array:
    """
    The bytes of texts in binary format.
    """
    return pa.array(
        [None if text is None else _bytes(text) for text in plain(array).to_pylist()], pa.binary()
    )


def _bytes(text: str) -> bytes:
    """Family, bits of the netmask, is it a cidr, bytes of the address (network.c, network_send)."""
    address = ip_interface(text)
    head = (_FAMILIES[address.version], address.network.prefixlen, 0, len(address.packed))
    return bytes(head) + address.packed
