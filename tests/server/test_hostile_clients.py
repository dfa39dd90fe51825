"""
Clients that cut their bytes anywhere, leave at the worst moment, or say what nobody asked for, in plain text and
within TLS.  Whatever they do, the driver ends with them, gives back what it held, and says nothing to the log.
"""

from __future__ import annotations

import itertools
import random
import socket
import ssl
import struct
import threading
import time
from typing import TYPE_CHECKING

import pytest

from pggate.server import driver as module
from pggate.server import worker
from pggate.wire import backend as b
from pggate.wire import frontend as f
from tests.server.driving import (
    BLOCK_OF_ROWS,
    PATIENCE,
    SHUTDOWN,
    STARTUP,
    WELCOME,
    Talk,
    Wire,
    at_rest,
    brisk,
    drive,
    told,
)
from tests.server.tls_end import TlsEnd

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from pggate.server.certificate import CertificateFiles
    from pggate.server.driver import Driver

pytestmark = pytest.mark.server

VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER: on, no seconds."""


class TlsWire(Wire):
    """
    A client's end whose TLS records are bytes in its hands.
    """

    def __init__(self, plain: socket.socket, files: CertificateFiles, version: ssl.TLSVersion) -> None:
        super().__init__(plain)
        self.end = TlsEnd(files, version)
        self.tls = self.end.tls

    def records(self, *messages: f.Frontend) -> bytes:
        """Messages, each in a record of its own."""
        for message in messages:
            self.tls.write(f.encode(message))
        return self.end.outgoing.read()

    def pending(self) -> bytes:
        """What TLS has to say."""
        return self.end.outgoing.read()

    def hear(self) -> None:
        data = self.socket.recv(1 << 16)
        assert data, "the server hung up"
        self.end.incoming.write(data)

    def shake(self, send: Callable[[bytes], None]) -> None:
        assert super().receive(1) == b"S"
        while not self.end.greets():
            send(self.pending())
            self.hear()
        send(self.pending())

    def receive(self, size: int) -> bytes:
        heard = b""
        while len(heard) < size:
            try:
                heard += self.tls.read(size - len(heard))
            except ssl.SSLWantReadError:
                self.hear()
        return heard

    def say_goodbye(self) -> None:
        """close_notify, without waiting for the server's."""
        with pytest.raises(ssl.SSLWantReadError):
            self.tls.unwrap()
        self.socket.sendall(self.pending())


def reset(wire: Wire) -> None:
    wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    wire.socket.close()


def hang_up(wire: Wire) -> None:
    wire.socket.close()


def say_no_more(wire: Wire) -> None:
    """Whoever has rows to come may still read them; all others are done with."""
    wire.socket.shutdown(socket.SHUT_WR)


def in_pieces(plain: socket.socket, data: bytes, choose: random.Random) -> None:
    """Now and then with a pause, so that the pieces do not come together."""
    while data:
        size = choose.choice((1, 1, 2, 3, 5, 16, 100, 5000))
        plain.sendall(data[:size])
        data = data[size:]
        if choose.random() < 0.2:
            time.sleep(0.001)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("version", [None, *VERSIONS])
def test_bytes_cut_anywhere(files: CertificateFiles, version: ssl.TLSVersion | None, seed: int) -> None:
    """Handshake, records and messages; a pipeline of them, so that a worker reads some and the loop others."""
    choose = random.Random(seed)
    texts = [f"{number}{'x' * choose.choice((0, 1, 300, 20_000))}" for number in range(60)]
    asked: list[f.Frontend] = [f.Query(text) for text in texts]
    answered = b"".join(
        b.encode(m) for text in texts for m in (b.CommandComplete(text), b.ReadyForQuery("I"))
    )

    def client(wire: Wire, *_: object) -> None:
        plain = wire.socket
        if version is not None:
            wire = TlsWire(plain, files, version)
            in_pieces(plain, f.encode(f.SSLRequest()), choose)
            wire.shake(lambda data: in_pieces(plain, data, choose))
            start, questions = wire.records(START), wire.records(*asked)
        else:
            start, questions = STARTUP, b"".join(map(f.encode, asked))
        in_pieces(plain, start, choose)
        assert wire.receive(len(WELCOME)) == WELCOME
        sending = threading.Thread(target=in_pieces, args=(plain, questions, choose))
        sending.start()
        assert wire.receive(len(answered)) == answered
        sending.join()

    drive(client, files=files)


START = f.StartupMessage((3, 0), {"user": "u"})


def before_hello(wire: TlsWire, talk: Talk) -> None:
    wire.socket.sendall(f.encode(f.SSLRequest()))
    assert Wire(wire.socket).receive(1) == b"S"


def in_the_hello(wire: TlsWire, talk: Talk) -> None:
    before_hello(wire, talk)
    wire.end.greets()
    wire.socket.sendall(wire.pending()[:-7])


def after_the_hello(wire: TlsWire, talk: Talk) -> None:
    before_hello(wire, talk)
    wire.end.greets()
    wire.socket.sendall(wire.pending())
    wire.hear()


def garbage_for_a_hello(wire: TlsWire, talk: Talk) -> None:
    wire.socket.sendall(f.encode(f.SSLRequest()))
    wire.socket.sendall(b"\x16\x03\x01\x00\x05nonsense")


def after_the_handshake(wire: TlsWire, talk: Talk) -> None:
    wire.socket.sendall(f.encode(f.SSLRequest()))
    wire.shake(wire.socket.sendall)


def logged_in(wire: TlsWire, talk: Talk) -> None:
    after_the_handshake(wire, talk)
    wire.socket.sendall(wire.records(START))
    assert wire.receive(len(WELCOME)) == WELCOME


def half_a_record(wire: TlsWire, talk: Talk) -> None:
    logged_in(wire, talk)
    wire.socket.sendall(wire.records(f.Query("a"))[:-3])


def in_a_statement(wire: TlsWire, talk: Talk) -> None:
    logged_in(wire, talk)
    wire.socket.sendall(wire.records(f.Query("wait")))
    assert talk.running.wait(PATIENCE)


def in_rows_that_it_does_not_read(wire: TlsWire, talk: Talk) -> None:
    logged_in(wire, talk)
    wire.socket.sendall(wire.records(f.Query("rows 2000")))
    wire.receive(1)
    at_rest(talk)


def in_rows_that_it_reads(wire: TlsWire, talk: Talk) -> None:
    logged_in(wire, talk)
    wire.socket.sendall(wire.records(f.Query("rows 2000")))
    wire.receive(1_000_000)


def brisk_and_then_gone(wire: TlsWire, talk: Talk) -> None:
    logged_in(wire, talk)
    for number in range(30):
        wire.socket.sendall(wire.records(f.Query(str(number))))
        wire.receive(len(b.encode(b.CommandComplete(str(number))) + b.encode(b.ReadyForQuery("I"))))


def changed_record(wire: TlsWire, talk: Talk) -> None:
    brisk_and_then_gone(wire, talk)
    record = bytearray(wire.records(f.Query("a")))
    record[-1] ^= 1
    wire.socket.sendall(bytes(record))


PHASES = [
    before_hello,
    in_the_hello,
    after_the_hello,
    garbage_for_a_hello,
    after_the_handshake,
    logged_in,
    half_a_record,
    in_a_statement,
    in_rows_that_it_does_not_read,
    in_rows_that_it_reads,
    brisk_and_then_gone,
    changed_record,
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("phase", "leave"),
    [
        (phase, leave)
        for phase, leave in itertools.product(PHASES, (reset, hang_up, say_no_more))
        if not (leave is say_no_more and phase in (in_rows_that_it_does_not_read, in_rows_that_it_reads))
    ],
)
def test_a_client_within_tls_that_leaves(
    files: CertificateFiles,
    phase: Callable[[TlsWire, Talk], None],
    leave: Callable[[Wire], None],
    version: ssl.TLSVersion,
) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        secure = TlsWire(wire.socket, files, version)
        phase(secure, talk)
        leave(secure)
        assert talk.closed.wait(PATIENCE), "what it held is given back"

    drive(client, files=files)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_last_answer_reaches_a_client_that_has_said_goodbye(
    files: CertificateFiles, version: ssl.TLSVersion
) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        secure = TlsWire(wire.socket, files, version)
        logged_in(secure, talk)
        secure.socket.sendall(secure.records(f.Query("a")))
        secure.say_goodbye()
        secure.expect(b.CommandComplete("a"), b.ReadyForQuery("I"))
        with pytest.raises(ssl.SSLZeroReturnError):
            secure.receive(1)

    drive(client, files=files)


@pytest.mark.parametrize("is_within_tls", [False, True])
def test_questions_that_come_while_the_answers_go(files: CertificateFiles, is_within_tls: bool) -> None:
    """Both directions full at once: nobody waits for ever, and nothing is lost or exchanged."""
    count, size = 300, len(b.encode(BLOCK_OF_ROWS))
    filler = "y" * 30_000

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        plain = wire.socket
        if is_within_tls:
            wire = TlsWire(plain, files, ssl.TLSVersion.TLSv1_3)
            logged_in(wire, talk)
            questions = wire.records(*[m for _ in range(count) for m in (f.Query("rows 3"), f.Query(filler))])
        else:
            wire.start()
            questions = b"".join(map(f.encode, (f.Query("rows 3"), f.Query(filler)))) * count
        sending = threading.Thread(target=plain.sendall, args=(questions,))
        sending.start()
        for _ in range(count):
            assert len(wire.receive(3 * size)) == 3 * size
            wire.expect(b.ReadyForQuery("I"), b.CommandComplete(filler), b.ReadyForQuery("I"))
        sending.join()

    drive(client, files=files)


def test_tls_without_asking_for_it(files: CertificateFiles) -> None:
    """PostgreSQL 17's direct TLS is no start-up packet here, and is not waited for."""

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        secure = TlsWire(wire.socket, files, ssl.TLSVersion.TLSv1_3)
        secure.end.greets()
        wire.socket.sendall(secure.pending())
        said = wire.rest()
        error = b.read_message(chr(said[0]), said[5:])
        assert isinstance(error, b.ErrorResponse)
        assert error.error.code == "08P01"

    drive(client, files=files)


def test_a_lent_socket_at_the_end_of_the_server(
    files: CertificateFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LINGER", 1.0)
    monkeypatch.setattr(worker, "LINGER", 0.5)
    monkeypatch.setattr(module, "LEASE", PATIENCE)

    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        brisk(wire)
        told(loop, driver.end_when_idle)
        wire.expect_end(b.ErrorResponse(SHUTDOWN, "FATAL"))

    drive(client, files=files)
