"""
Connections that are ended from this side.
"""

from __future__ import annotations

import os
import socket

import pytest

from pggate.flight.connections import OPEN, end_connection, ends, far_end


@pytest.mark.parametrize(
    ("peer", "host"),
    [
        ("ipv4:127.0.0.1:50000", "127.0.0.1"),
        ("ipv6:%5B::1%5D:50000", "::1"),
        ("ipv6:[::ffff:10.0.0.1]:50000", "10.0.0.1"),
        ("ipv6:%5Bfe80::1%25eth0%5D:50000", "fe80::1"),
    ],
)
def test_a_peer_as_grpc_names_it(peer: str, host: str) -> None:
    address, port = far_end(peer)
    assert (str(address), port) == (host, 50000)


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::")])
def test_only_the_one_that_is_meant_is_ended(family: socket.AddressFamily, host: str) -> None:
    is_dual = family is socket.AF_INET6
    with socket.create_server((host, 0), family=family, dualstack_ipv6=is_dual) as server:
        port = server.getsockname()[1]
        with (
            socket.create_connection(("127.0.0.1", port)) as one,
            socket.create_connection(("127.0.0.1", port)) as other,
            server.accept()[0] as accepted,
            server.accept()[0] as kept,
        ):
            peer = f"ipv4:127.0.0.1:{one.getsockname()[1]}"
            before = len(list(OPEN.iterdir()))
            assert not end_connection(port + 1, peer)
            assert not end_connection(port, "unix:/tmp/x")
            assert end_connection(port, peer)
            assert len(list(OPEN.iterdir())) == before
            assert one.recv(1) == b""
            kept.sendall(b"x")
            assert other.recv(1) == b"x"
            assert accepted.fileno() >= 0  # gRPC closes it itself


def test_what_is_no_connection_has_no_ends() -> None:
    reading, writing = os.pipe()
    assert ends(reading) is None
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)
    assert ends(reading) is None
