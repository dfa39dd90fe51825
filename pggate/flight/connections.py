"""
The end of a client's connection, where gRPC gives no means to end it.

gRPC's sockets are this process's: the one is found whose ends are the wanted ones, and is shut down
(shutdown(2)).  gRPC sees a client that is gone, and closes it.
"""

from __future__ import annotations

import contextlib
import os
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote

OPEN: Final = Path("/proc/self/fd")  # of Linux; elsewhere nothing is found

End: TypeAlias = tuple[IPv4Address | IPv6Address, int]


def end_connection(port: int, peer: str) -> bool:
    """
    Shut down the connection of a client to one of this process's ports.

    Args:
        peer: As gRPC names it: `ipv4:127.0.0.1:50000`, `ipv6:%5B::1%5D:50000`.

    Returns:
        Whether there was one.

    """
    with contextlib.suppress(OSError, ValueError):
        wanted = far_end(peer)
        for number in [int(each.name) for each in OPEN.iterdir()]:
            if ends(number) == (port, wanted):
                return _shut_down(number, port, wanted)
    return False


def far_end(peer: str) -> End:
    """
    Raises ValueError where it is none of TCP's.
    """
    _, _, place = unquote(peer).partition(":")
    host, _, port = place.rpartition(":")
    return _plain(host.strip("[]")), int(port)


def ends(number: int) -> tuple[int, End] | None:
    """
    This process's port and the other end of the connection that a descriptor is; None of any other.
    """
    try:
        looked_at = socket.socket(fileno=number)
    except OSError:  # no socket, or closed by now
        return None
    try:
        return looked_at.getsockname()[1], _far(looked_at)
    except (OSError, ValueError, IndexError):  # one that listens, or of another kind
        return None
    finally:
        looked_at.detach()  # it is gRPC's


def _shut_down(number: int, port: int, wanted: End) -> bool:
    """Of a copy, whose number nobody gives to another file in between."""
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(number)) as copy:
        if (copy.getsockname()[1], _far(copy)) == (port, wanted):
            copy.shutdown(socket.SHUT_RDWR)
            return True
    return False


def _far(connected: socket.socket) -> End:
    host, port, *_ = connected.getpeername()
    return _plain(host), port


def _plain(host: str) -> IPv4Address | IPv6Address:
    """Without the zone of a link; an address of IPv4 as one, also where a socket for both has it."""
    address = ip_address(host.partition("%")[0])
    return getattr(address, "ipv4_mapped", None) or address
