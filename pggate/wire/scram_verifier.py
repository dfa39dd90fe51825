"""
What a server keeps of a password for SCRAM-SHA-256, and what it can tell by it (RFC 5802, 3).

It is stored as PostgreSQL's own text, `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey`, from which nobody can
log in.  No randomness here: salts and the server's secret are arguments.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import pbkdf2_hmac, sha256
from typing import Final, Self

from pggate.wire.saslprep import saslprep

MECHANISM: Final = "SCRAM-SHA-256"
ITERATIONS: Final = 4096  # SCRAM_DEFAULT_ITERATIONS; RFC 7677 asks for at least as many
SALT_SIZE: Final = 16  # bytes, SCRAM_DEFAULT_SALT_LEN
KEY_SIZE: Final = 32

VERIFIER: Final = re.compile(
    r"SCRAM-SHA-256\$([1-9]\d{0,8}):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)"
)


@dataclass(frozen=True, slots=True)
class Verifier:
    """
    What is known of a password.

    Args:
        iterations: How often it was hashed.
        salt: With what.
        stored_key: Proves the client to the server.
        server_key: Proves the server to the client.
        doomed: There is no such user; the exchange goes its way and fails at its end.

    """

    iterations: int
    salt: bytes
    stored_key: bytes
    server_key: bytes
    doomed: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Raises:
            ValueError: It is not PostgreSQL's text of a verifier.

        """
        match = VERIFIER.fullmatch(text)
        if match is None:
            raise ValueError("not a SCRAM-SHA-256 verifier")
        salt, stored_key, server_key = (b64decode(part, validate=True) for part in match.groups()[1:])
        if len(stored_key) != KEY_SIZE or len(server_key) != KEY_SIZE:
            raise ValueError("a SCRAM-SHA-256 verifier whose keys are not 32 bytes")
        return cls(int(match[1]), salt, stored_key, server_key)

    @classmethod
    def mock(cls, user: str, secret: bytes) -> Self:
        """
        For a user who does not exist: a salt that is always the same for that name, as a real one's would be.
        """
        salt = sha256(user.encode() + secret).digest()[:SALT_SIZE]
        return cls(ITERATIONS, salt, bytes(KEY_SIZE), bytes(KEY_SIZE), doomed=True)

    def __str__(self) -> str:
        salt, stored_key, server_key = map(base64_text, (self.salt, self.stored_key, self.server_key))
        return f"{MECHANISM}${self.iterations}:{salt}${stored_key}:{server_key}"

    def is_of(self, password: str) -> bool:
        """
        Whether this is the password, where a client has sent it as it is; takes milliseconds.
        """
        stored_key = sha256(
            hmac.digest(_salted(password, self.salt, self.iterations), b"Client Key", "sha256")
        ).digest()
        return hmac.compare_digest(stored_key, self.stored_key) and not self.doomed

    def is_proven(self, said: bytes, proof: bytes) -> bool:
        """
        Whether the client's proof over all that was said comes from the password.
        """
        signature = hmac.digest(self.stored_key, said, "sha256")
        client_key = bytes(a ^ b for a, b in zip(proof, signature, strict=True))
        return hmac.compare_digest(sha256(client_key).digest(), self.stored_key)

    def signature(self, said: bytes) -> bytes:
        """
        The server's own proof over all that was said.
        """
        return hmac.digest(self.server_key, said, "sha256")


def make_verifier(password: str, salt: bytes, iterations: int = ITERATIONS) -> str:
    """
    The text to store for a password; `salt` are SALT_SIZE random bytes.
    """
    salted = _salted(password, salt, iterations)
    stored_key = sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    return str(Verifier(iterations, salt, stored_key, hmac.digest(salted, b"Server Key", "sha256")))


def _salted(password: str, salt: bytes, iterations: int) -> bytes:
    return pbkdf2_hmac("sha256", saslprep(password).encode(), salt, iterations)


def base64_text(data: bytes) -> str:
    return b64encode(data).decode()
