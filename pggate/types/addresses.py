"""
inet, the addresses of clients in pg_catalog (PostgreSQL 15, 8.9), which the emulation has as texts; and inet
and cidr as clients send them, which the engine takes as texts.
"""

from __future__ import annotations

from functools import partial
from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate.errors import InvalidBinaryRepresentation, ProtocolViolation
from pggate.types.physical import plain
from pggate.types.table import PgType, array_of

if TYPE_CHECKING:
    from collections.abc import Callable

INET: Final = PgType("inet", 869, 1041, -1, "inet", "VARCHAR", casts=False)
CIDR: Final = PgType("cidr", 650, 651, -1, "cidr", "VARCHAR", casts=False)
BY_OID: Final = {of_type.oid: of_type for one in (INET, CIDR) for of_type in (one, array_of(one))}

_FAMILIES: Final = {4: 2, 6: 3}
"""PostgreSQL 15, inet.h PGSQL_AF_INET and PGSQL_AF_INET6."""
_SIZES: Final = {2: 4, 3: 16}
"""Of their addresses, in bytes."""
_HEAD: Final = 4


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


def _received(of_type: PgType, data: bytes) -> str:
    """
    An address as its type's output function writes it (network.c, network_recv).

    Raises:
        ProtocolViolation: 08P01, fewer bytes than it has.
        InvalidBinaryRepresentation: 22P03, it is none.

    """
    family, bits, _, size = _left(data[:_HEAD], _HEAD)
    if family not in _SIZES:
        raise _invalid("address family in", of_type)
    if bits > 8 * _SIZES[family]:
        raise _invalid("bits in", of_type)
    if size != _SIZES[family]:
        raise _invalid("length in", of_type)
    packed = _left(data[_HEAD : _HEAD + size], size)
    if len(data) > _HEAD + size:
        raise InvalidBinaryRepresentation("incorrect binary data format")
    interface = ip_interface((packed, bits))
    if of_type is CIDR and interface.network.network_address != ip_address(packed):
        raise InvalidBinaryRepresentation(
            'invalid external "cidr" value', detail="Value has bits set to right of mask."
        )
    return str(interface.ip) if of_type is INET and bits == 8 * size else str(interface)


def _left(data: bytes, size: int) -> bytes:
    if len(data) < size:
        raise ProtocolViolation("no data left in message")
    return data


def _invalid(what: str, of_type: PgType) -> InvalidBinaryRepresentation:
    return InvalidBinaryRepresentation(f'invalid {what} external "{of_type.name}" value')


RECEIVED: Final[dict[PgType, Callable[[bytes], str]]] = {one: partial(_received, one) for one in (INET, CIDR)}
"""What reads one in binary format."""
