"""
Ten thousand clients of HTTPS that keep their connections open: what each costs, and what they cost who has
something to say.

granian hangs up on who has been answered and asks nothing more for 30 seconds.  So all of them are connected
first, which may take a minute, and then ask one after the other, which takes seconds.
"""

from __future__ import annotations

import select
import socket
import ssl
from typing import TYPE_CHECKING, Final

from bench.ingest import new_topic, readings
from bench.load import posts, stream
from bench.measuring import Measured, allow_files, resident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bench.servers import World

IDLE: Final = 10_000
POSTS: Final = 100
ASK: Final = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


def idle(world: World) -> Iterator[Measured]:
    """Against limits, not peers."""
    allow_files(IDLE + 500)
    gateway = world.new_gateway("https", config={"log": {"level": "warning"}})
    url, body = new_topic(gateway, "posted"), stream(readings(100))
    url = url.replace(gateway.http_url, gateway.https_url)
    posts([url], body, clients=8, count=POSTS, http=1)
    alone = posts([url], body, clients=1, count=POSTS, http=1).p50
    before = resident(gateway.pid)
    clients = _answered(*gateway.addresses["https"])
    each = (resident(gateway.pid) - before) / IDLE
    among = posts([url], body, clients=1, count=POSTS, http=1).p50
    lost = _hung_up_on(clients)
    assert not lost, f"{lost:,} of {IDLE:,} connections were closed meanwhile"
    yield Measured(f"{IDLE:,} idle connections to HTTPS, memory of each", each, 48, "the limit", "KB", 1)
    yield Measured("a post of 100 rows among them, ack p50", among, alone, "one connection", "ms", 1 / 2)
    for client in clients:
        client.close()


def _answered(host: str, port: int) -> Sequence[ssl.SSLSocket]:
    """Clients that have asked once, and could ask again."""
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE  # the gateway has made its certificate by itself
    clients = [trusting.wrap_socket(socket.create_connection((host, port))) for _ in range(IDLE)]
    for client in clients:
        client.sendall(ASK)
        assert client.recv(1024).startswith(b"HTTP/1.1 404")
    return clients


def _hung_up_on(clients: Iterable[ssl.SSLSocket]) -> int:
    """How many the gateway has closed."""
    poll = select.poll()
    for client in clients:
        poll.register(client, select.POLLRDHUP)
    return len(poll.poll(0))
