"""
A client as small as it can be: bytes to a socket, the server's messages back.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import secrets
import socket
from typing import TYPE_CHECKING

from pggate.wire import backend, frontend
from tests.transcripts.messages import Closed

if TYPE_CHECKING:
    from typing import BinaryIO

PATIENCE = 60.0
"""Seconds without a byte from the server after which a test has failed."""


class Client:
    """
    One connection, from its first byte.
    """

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=PATIENCE)
        self._file: BinaryIO = self._socket.makefile("rb")
        self._asks_for_encryption = False
        self._scram: Scram | None = None
        self.key: backend.BackendKeyData | None = None

    def send(self, data: bytes) -> None:
        """Send bytes; a server that has hung up is noticed in reading."""
        asks = (frontend.encode(frontend.SSLRequest()), frontend.encode(frontend.GSSENCRequest()))
        self._asks_for_encryption = data in asks
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._socket.sendall(data)

    def start(self, parameters: dict[str, str], protocol: tuple[int, int], password: str | None) -> None:
        """Send a StartupMessage; what is asked about the password is answered while reading."""
        self._scram = Scram(password or "")
        self.send(frontend.encode(frontend.StartupMessage(protocol, parameters)))

    def receive(self) -> backend.Backend | Closed:
        """The next message."""
        try:
            message = self._receive()
        except ConnectionResetError:
            return Closed()
        if isinstance(message, backend.BackendKeyData):
            self.key = message
        if self._scram is not None and (answer := self._scram.answer(message)) is not None:
            self.send(frontend.encode(answer))
        return message

    def close(self) -> None:
        self._file.close()
        self._socket.close()

    def _receive(self) -> backend.Backend | Closed:
        tag = self._file.read(1)
        if not tag:
            return Closed()
        if self._asks_for_encryption and tag in (b"S", b"N"):
            self._asks_for_encryption = False
            return backend.EncryptionResponse(tag == b"S")
        length = int.from_bytes(self._file.read(4), "big")
        return backend.read_message(tag.decode(), self._file.read(length - 4))


class Scram:
    """
    The client's half of SCRAM-SHA-256 (RFC 5802), without channel binding.
    """

    def __init__(self, password: str) -> None:
        self._password = password.encode()
        self._first = f"n=,r={secrets.token_hex(12)}"

    def answer(self, message: backend.Backend | Closed) -> frontend.Frontend | None:
        """What to say to a message of the server's, if it asks anything."""
        match message:
            case backend.AuthenticationSASL():
                return frontend.SASLInitialResponse("SCRAM-SHA-256", f"n,,{self._first}".encode())
            case backend.AuthenticationSASLContinue(data):
                return frontend.SASLResponse(self._final(data.decode()))
            case _:
                return None

    def _final(self, server_first: str) -> bytes:
        said = dict(part.split("=", 1) for part in server_first.split(","))
        salt, iterations = base64.b64decode(said["s"]), int(said["i"])
        salted = hashlib.pbkdf2_hmac("sha256", self._password, salt, iterations)
        key = hmac.digest(salted, b"Client Key", "sha256")
        without_proof = f"c=biws,r={said['r']}"
        signed = f"{self._first},{server_first},{without_proof}".encode()
        signature = hmac.digest(hashlib.sha256(key).digest(), signed, "sha256")
        proof = bytes(a ^ b for a, b in zip(key, signature, strict=True))
        return f"{without_proof},p={base64.b64encode(proof).decode()}".encode()
