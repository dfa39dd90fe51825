"""
A connection from its first byte to its last: hang-ups, ends, patience, TLS.
"""

from __future__ import annotations

import socket
import ssl
import time
from typing import TYPE_CHECKING

import pytest

from pggate.server import driver as module
from pggate.server import worker
from pggate.server.worker import BLOCK
from pggate.wire import backend as b
from pggate.wire import frontend as f
from tests.server.driving import (
    ANSWER,
    BLOCK_OF_ROWS,
    PATIENCE,
    PIPELINE,
    SHUTDOWN,
    STARTUP,
    Talk,
    Wire,
    at_rest,
    brisk,
    drive,
    told,
)

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator

    from pggate.server.certificate import CertificateFiles
    from pggate.server.driver import Driver

pytestmark = pytest.mark.server


def test_terminate_ends_it() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        wire.send(f.Query("a"), f.Terminate(), f.Query("b"))
        wire.expect_end(b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_the_last_answer_reaches_a_client_that_has_said_all() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        wire.send(f.Query("a"))
        wire.socket.shutdown(socket.SHUT_WR)
        wire.expect_end(b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_a_client_that_does_not_read_holds_the_answers_back() -> None:
    blocks = 2000

    def client(wire: Wire, talk: Talk, *_: object) -> int:
        wire.start()
        wire.send(f.Query(f"rows {blocks}"))
        size = blocks * len(b.encode(BLOCK_OF_ROWS))
        wire.receive(1)
        made = at_rest(talk)
        assert made < blocks
        assert len(wire.receive(size - 1)) == size - 1
        wire.expect(b.ReadyForQuery("I"))
        assert talk.made == blocks
        return made

    # What the kernel's two buffers hold, on the loopback a few megabytes each, and one hop's block.
    assert drive(client) * len(b.encode(BLOCK_OF_ROWS)) < BLOCK + (64 << 20)


def test_abort_in_the_middle_of_rows() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("rows 2000"))
        wire.receive(1)
        at_rest(talk)
        loop.call_soon_threadsafe(driver.abort)
        assert talk.closed.wait(PATIENCE)
        assert talk.abandoned, "what the statement holds is given back"
        assert talk.made < 2000

    drive(client)


def test_a_hang_up_stops_what_runs() -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        wire.socket.close()
        assert talk.interrupted.wait(PATIENCE)
        assert [(r.code, r.message) for r in talk.reasons] == [("57014", module.GONE)]

    drive(client)


def test_a_hang_up_stops_what_a_brisk_client_began() -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        brisk(wire)
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        wire.socket.close()
        assert talk.interrupted.wait(PATIENCE)

    drive(client)


def test_end_of_an_idle_connection() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        told(loop, driver.end)
        wire.expect_end(b.ErrorResponse(SHUTDOWN, "FATAL"))

    drive(client)


def test_end_stops_what_runs() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        told(loop, driver.end)
        wire.expect_end(b.ErrorResponse(SHUTDOWN), b.ReadyForQuery("I"), b.ErrorResponse(SHUTDOWN, "FATAL"))

    drive(client)


def test_end_of_a_client_that_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNREAD_SECONDS", 0.1)

    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("rows 2000"))
        wire.receive(1)
        at_rest(talk)
        told(loop, driver.end)
        assert talk.closed.wait(PATIENCE)
        assert talk.abandoned

    drive(client)


def test_end_when_idle_lets_the_statement_finish() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("rows 500"))
        wire.receive(1)
        at_rest(talk)
        told(loop, driver.end_when_idle)
        size = 500 * len(b.encode(BLOCK_OF_ROWS)) - 1
        assert len(wire.receive(size)) == size
        wire.expect_end(b.ReadyForQuery("I"), b.ErrorResponse(SHUTDOWN, "FATAL"))
        assert SHUTDOWN not in talk.reasons

    drive(client)


def test_patience_ends_while_the_client_is_idle() -> None:
    talk = Talk()
    talk.patience = time.monotonic() + 0.05

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        assert talk.expired.wait(PATIENCE)
        wire.start()

    drive(client, talk)


def test_patience_ends_while_the_client_does_not_read() -> None:
    """The reply that it does not take comes to its end; no other is begun before it has taken this one."""

    class Holding(Talk):
        def _query(self, sql: str) -> Iterator[b.Backend]:
            while not self.expired.is_set():
                self.made += 1
                self.patience = time.monotonic() + 0.2
                yield BLOCK_OF_ROWS
            yield b.CommandComplete(sql)
            yield b.ReadyForQuery("I")

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        wire.send(f.Query("first"), f.Query("second"))
        assert talk.expired.wait(PATIENCE)
        size = talk.made * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect(b.CommandComplete("first"), b.ReadyForQuery("I"))
        wire.expect(b.CommandComplete("second"), b.ReadyForQuery("I"))

    drive(client, Holding())


def encrypted(wire: Wire, files: CertificateFiles, version: ssl.TLSVersion) -> None:
    context = ssl.create_default_context(cafile=str(files.certificate))
    context.minimum_version = context.maximum_version = version
    wire.send(f.SSLRequest())
    assert wire.receive(1) == b"S"
    wire.socket = context.wrap_socket(wire.socket, server_hostname="localhost")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls(files: CertificateFiles, version: ssl.TLSVersion) -> None:
    def client(wire: Wire, *_: object) -> None:
        encrypted(wire, files, version)
        wire.start()
        wire.send(*PIPELINE)
        wire.expect(*ANSWER)
        wire.send(f.Query("rows 200"), f.Terminate())
        size = 200 * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect_end(b.ReadyForQuery("I"))

    drive(client, files=files)


def test_a_brisk_client_within_tls(files: CertificateFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its worker has the socket: encrypts, decrypts, and hears of the end."""
    monkeypatch.setattr(module, "LINGER", 1.0)
    monkeypatch.setattr(worker, "LINGER", PATIENCE)
    monkeypatch.setattr(module, "LEASE", PATIENCE)

    def client(wire: Wire, talk: Talk, driver: Driver, *_: object) -> None:
        wire.send(f.GSSENCRequest())
        assert wire.receive(1) == b"N"
        encrypted(wire, files, ssl.TLSVersion.TLSv1_3)
        brisk(wire)
        assert driver._stream.loan.is_lent
        wire.send(f.Query("rows 200"))
        size = 200 * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect(b.ReadyForQuery("I"))
        wire.send(*PIPELINE, f.Terminate())
        wire.expect_end(*ANSWER)

    drive(client, files=files)


def test_a_brisk_client_whose_bytes_are_no_tls_any_more(files: CertificateFiles) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        encrypted(wire, files, ssl.TLSVersion.TLSv1_3)
        brisk(wire)
        assert isinstance(wire.socket, ssl.SSLSocket)
        plain = socket.socket(fileno=wire.socket.detach())
        with plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert talk.closed.wait(PATIENCE)

    drive(client, files=files)


def test_a_client_within_tls_that_does_not_read_holds_the_answers_back(files: CertificateFiles) -> None:
    blocks = 2000

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        encrypted(wire, files, ssl.TLSVersion.TLSv1_3)
        brisk(wire)
        wire.send(f.Query(f"rows {blocks}"))
        wire.receive(1)
        assert at_rest(talk) < blocks
        size = blocks * len(b.encode(BLOCK_OF_ROWS)) - 1
        assert len(wire.receive(size)) == size
        wire.expect(b.ReadyForQuery("I"))

    drive(client, files=files)


def test_a_hang_up_within_tls_stops_what_runs(files: CertificateFiles) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        encrypted(wire, files, ssl.TLSVersion.TLSv1_3)
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        wire.socket.close()
        assert talk.interrupted.wait(PATIENCE)

    drive(client, files=files)


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", b""),
        (STARTUP[:5], b""),
        (f.encode(f.SSLRequest()), b"S"),
        (f.encode(f.SSLRequest()) + f.encode(f.GSSENCRequest())[:3], None),
    ],
    ids=["silent", "half a packet", "no handshake", "refused anyhow"],
)
def test_a_client_that_takes_its_time_to_log_in(
    files: CertificateFiles, sent: bytes, answer: bytes | None
) -> None:
    """PostgreSQL 15, authentication_timeout: it is hung up on without a word."""

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.socket.sendall(sent)
        said = wire.rest()
        if answer is not None:
            assert said == answer
            assert talk.lost is not None
            assert (talk.lost.code, talk.lost.message) == ("57014", module.LATE)
        assert talk.closed.wait(PATIENCE)

    drive(client, files=files, timeout=0.1)


def test_a_client_in_the_middle_of_the_tls_handshake_has_no_more_time(files: CertificateFiles) -> None:
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    hello = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname="localhost")
    with pytest.raises(ssl.SSLWantReadError):
        hello.do_handshake()

    def client(wire: Wire, *_: object) -> None:
        wire.send(f.SSLRequest())
        assert wire.receive(1) == b"S"
        wire.socket.sendall(outgoing.read())
        wire.rest()  # the server's part of the handshake, and then its end

    drive(client, files=files, timeout=0.1)


def test_who_has_logged_in_has_time() -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        assert not talk.closed.wait(0.3)
        wire.send(f.Query("a"))
        wire.expect(b.CommandComplete("a"), b.ReadyForQuery("I"))
        assert talk.lost is None

    drive(client, timeout=0.1)


def test_no_tls_and_plain_text_goes_on() -> None:
    talk = Talk()
    talk.offers_tls = False

    def client(wire: Wire, *_: object) -> None:
        wire.send(f.SSLRequest())
        assert wire.receive(1) == b"N"
        wire.start()

    drive(client, talk)


def test_bytes_before_the_handshake_are_refused(files: CertificateFiles) -> None:
    """CVE-2021-23214."""

    def client(wire: Wire, *_: object) -> bytes:
        wire.socket.sendall(f.encode(f.SSLRequest()) + STARTUP)
        return wire.rest()

    said = drive(client, files=files)
    error = b.read_message(chr(said[0]), said[5:])
    assert isinstance(error, b.ErrorResponse)
    assert (error.severity, error.error.code) == ("FATAL", "08P01")
    assert error.error.message == "received unencrypted data after SSL request"


def test_a_handshake_that_is_none(files: CertificateFiles) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.send(f.SSLRequest())
        assert wire.receive(1) == b"S"
        wire.socket.sendall(STARTUP)
        assert talk.closed.wait(PATIENCE)

    drive(client, files=files)
