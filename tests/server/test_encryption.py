"""
TLS between two ends in memory: OpenSSL's client and ours.
"""

from __future__ import annotations

import ssl

import pytest

from pggate.server.certificate import CertificateFiles, server_context
from pggate.server.encryption import Encryption
from tests.server.tls_end import TlsEnd

LARGE = bytes(range(256)) * 4096


class TlsClient(TlsEnd):
    def says(self, data: bytes) -> bytes:
        while data:
            data = data[self.tls.write(data) :]
        return self.outgoing.read()

    def hears(self, data: bytes) -> bytes:
        self.incoming.write(data)
        heard = b""
        try:
            while piece := self.tls.read(1 << 20):
                heard += piece
        except (ssl.SSLWantReadError, ssl.SSLZeroReturnError):
            pass
        return heard


@pytest.fixture(params=[ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def ends(request: pytest.FixtureRequest, files: CertificateFiles) -> tuple[Encryption, TlsClient]:
    """Both, behind their handshake."""
    server, client = Encryption(server_context(files)), TlsClient(files, request.param)
    while not (client.greets() and server.is_established):
        said, answer = server.received(client.outgoing.read())
        assert said == b""
        client.incoming.write(answer)
    return server, client


def test_there_and_back(ends: tuple[Encryption, TlsClient]) -> None:
    server, client = ends
    assert server.received(client.says(b"question")) == (b"question", b"")
    assert client.hears(b"".join(server.sent([b"an", b"", memoryview(b"swer")]))) == b"answer"
    assert server.received(client.says(LARGE)) == (LARGE, b"")
    assert client.hears(b"".join(server.sent([LARGE, LARGE]))) == LARGE * 2


def test_bytes_that_come_one_by_one(ends: tuple[Encryption, TlsClient]) -> None:
    server, client = ends
    said = client.says(b"question") + client.says(b"s")
    heard = [server.received(said[at : at + 1])[0] for at in range(len(said))]
    assert [piece for piece in heard if piece] == [b"question", b"s"]
    assert heard[-1] == b"s"


def test_a_byte_that_somebody_has_changed(ends: tuple[Encryption, TlsClient]) -> None:
    server, client = ends
    said = bytearray(client.says(b"question"))
    said[-1] ^= 1
    with pytest.raises(ssl.SSLError):
        server.received(bytes(said))
    with pytest.raises(ssl.SSLError):
        client.hears(server.farewell())  # an alert


def test_no_tls(files: CertificateFiles) -> None:
    server = Encryption(server_context(files))
    with pytest.raises(ssl.SSLError):
        server.received(b"GET / HTTP/1.1\r\n\r\n")
    assert not server.is_established


def test_the_clients_farewell(ends: tuple[Encryption, TlsClient]) -> None:
    server, client = ends
    said = client.says(b"last")
    with pytest.raises(ssl.SSLWantReadError):
        client.tls.unwrap()
    assert server.received(said + client.outgoing.read()) == (b"last", b"")
    assert server.is_ended
    assert client.hears(b"".join(server.sent([b"still heard"])) + server.farewell()) == b"still heard"


def test_our_farewell(ends: tuple[Encryption, TlsClient]) -> None:
    server, client = ends
    client.incoming.write(server.farewell())
    assert client.tls.read(1) == b""
