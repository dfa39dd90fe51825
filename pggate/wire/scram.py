"""
SCRAM-SHA-256, the server's half (RFC 5802, RFC 7677; PostgreSQL 15, 55.3.1).

Bytes in, bytes out: salts, nonces and the server's secret are arguments.  What is stored is PostgreSQL's own
text, `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey`, from which nobody can log in.  Errors and their wording
are those of PostgreSQL's auth-scram.c: a message that is no SCRAM is a ProtocolViolation, a wrong proof is
InvalidPassword, and an unknown user cannot be told from a wrong password.
"""

from __future__ import annotations

import hmac
import re
import stringprep
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import pbkdf2_hmac, sha256
from typing import Final, Self

from pggate.errors import FeatureNotSupported, InvalidPassword, ProtocolViolation

MECHANISM: Final = "SCRAM-SHA-256"
ITERATIONS: Final = 4096  # SCRAM_DEFAULT_ITERATIONS; RFC 7677 asks for at least as many
SALT_SIZE: Final = 16  # bytes, SCRAM_DEFAULT_SALT_LEN
NONCE_SIZE: Final = 18  # random bytes that make 24 characters, SCRAM_RAW_NONCE_LEN
KEY_SIZE: Final = 32

VERIFIER: Final = re.compile(
    r"SCRAM-SHA-256\$([1-9]\d{0,8}):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)"
)
PRINTABLE: Final = re.compile(r"[\x21-\x2b\x2d-\x7e]*")  # RFC 5802: ASCII without controls, space and comma

# By the flag of the client's first message, what its last must repeat: base64 of "n,," and "y,,".
CHANNEL_BINDING: Final = {"n": "biws", "y": "eSws"}


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
        salt, stored_key, server_key = map(_base64, (self.salt, self.stored_key, self.server_key))
        return f"{MECHANISM}${self.iterations}:{salt}${stored_key}:{server_key}"


def make_verifier(password: str, salt: bytes, iterations: int = ITERATIONS) -> str:
    """
    The text to store for a password; `salt` are SALT_SIZE random bytes.
    """
    salted = pbkdf2_hmac("sha256", saslprep(password).encode(), salt, iterations)
    stored_key = sha256(_hmac(salted, b"Client Key")).digest()
    return str(Verifier(iterations, salt, stored_key, _hmac(salted, b"Server Key")))


class ScramServer:
    """
    One exchange: `first`, then `final`.

    Args:
        verifier: The user's, or a mock.
        nonce: Printable ASCII that never was used before: base64 of NONCE_SIZE random bytes.
        user: Named where the password is wrong; the name inside the messages is ignored, as in PostgreSQL.

    """

    def __init__(self, verifier: Verifier, nonce: str, *, user: str) -> None:
        self._verifier = verifier
        self._nonce = nonce
        self._user = user
        self._flag = ""
        self._first_bare = ""
        self._first_answer = ""

    def first(self, message: bytes) -> bytes:
        """
        Answer client-first-message: the whole nonce, the salt, the iterations.

        Raises:
            ProtocolViolation: It is not such a message.
            FeatureNotSupported: It asks for an authorization identity or a mandatory extension.

        """
        text = _text(message)
        self._flag, self._first_bare = _gs2_header(text)
        if self._first_bare.startswith("m"):
            raise FeatureNotSupported("client requires an unsupported SCRAM extension")
        attributes = _Attributes(self._first_bare)
        attributes.value("n")
        self._nonce = attributes.value("r") + self._nonce
        if not PRINTABLE.fullmatch(self._nonce):
            raise ProtocolViolation("non-printable characters in SCRAM nonce")
        while attributes:
            attributes.next()
        self._first_answer = f"r={self._nonce},s={_base64(self._verifier.salt)},i={self._verifier.iterations}"
        return self._first_answer.encode()

    def final(self, message: bytes) -> bytes:
        """
        Answer client-final-message: the server's own proof.

        Raises:
            ProtocolViolation: It is not such a message, or not one of this exchange.
            InvalidPassword: The proof is wrong, or there is no such user.

        """
        text = _text(message)
        attributes = _Attributes(text)
        if attributes.value("c") != CHANNEL_BINDING[self._flag]:
            raise ProtocolViolation("unexpected SCRAM channel-binding attribute in client-final-message")
        nonce = attributes.value("r")
        without_proof, proof = _proof(text, attributes)
        if not hmac.compare_digest(nonce.encode(), self._nonce.encode()):
            raise ProtocolViolation("invalid SCRAM response", detail="Nonce does not match.")
        said = f"{self._first_bare},{self._first_answer},{without_proof}".encode("latin-1")
        if not self._is_proven(said, proof) or self._verifier.doomed:
            raise InvalidPassword(f'password authentication failed for user "{self._user}"')
        return f"v={_base64(_hmac(self._verifier.server_key, said))}".encode()

    def _is_proven(self, said: bytes, proof: bytes) -> bool:
        signature = _hmac(self._verifier.stored_key, said)
        client_key = bytes(a ^ b for a, b in zip(proof, signature, strict=True))
        return hmac.compare_digest(sha256(client_key).digest(), self._verifier.stored_key)


def saslprep(password: str) -> str:
    """
    The password normalised by RFC 4013, or as it is where that forbids it: PostgreSQL's pg_saslprep, whose
    callers "just proceed with the original password".  Like it, this looks for forbidden characters before
    normalisation (RFC 3454 says after), and treats pure ASCII as prepared.
    """
    if password.isascii():
        return password
    mapped = "".join(
        " " if stringprep.in_table_c12(char) else char
        for char in password
        if stringprep.in_table_c12(char) or not stringprep.in_table_b1(char)
    )
    if not mapped or any(map(_is_prohibited, mapped)) or _breaks_bidi_rules(mapped):
        return password
    return unicodedata.normalize("NFKC", mapped)


# RFC 4013, 2.3 and 2.5.
PROHIBITED: Final = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
    stringprep.in_table_a1,
)


def _is_prohibited(char: str) -> bool:
    return any(table(char) for table in PROHIBITED)


def _breaks_bidi_rules(text: str) -> bool:
    """
    RFC 3454, 6: with any right-to-left character, first and last are such and none is left-to-right.
    """
    if not any(map(stringprep.in_table_d1, text)):
        return False
    ends_right = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return not ends_right or any(map(stringprep.in_table_d2, text))


class _Attributes:
    """
    A cursor over `a=value,b=value,…`.
    """

    def __init__(self, text: str) -> None:
        self._rest = text

    def __bool__(self) -> bool:
        return bool(self._rest)

    def value(self, name: str) -> str:
        """
        The value of the next attribute, which has that name.
        """
        if not self._rest.startswith(name):
            found = _shown(self._rest)
            raise _malformed(f'Expected attribute "{name}" but found "{found}".')
        return self.next()[1]

    def next(self) -> tuple[str, str]:
        """
        The next attribute, whatever its name.
        """
        if not self._rest:
            raise _malformed("Attribute expected, but found end of string.")
        name = self._rest[0]
        if not (name.isascii() and name.isalpha()):
            raise _malformed(f'Attribute expected, but found invalid character "{_shown(name)}".')
        if self._rest[1:2] != "=":
            raise _malformed(f'Expected character "=" for attribute "{name}".')
        value, _, self._rest = self._rest[2:].partition(",")
        return name, value


def _gs2_header(text: str) -> tuple[str, str]:
    """
    The channel-binding flag, and client-first-message-bare.
    """
    flag, comma, rest = text[:1], text[1:2], text[2:]
    if flag == "p":
        raise _malformed(
            "The client selected SCRAM-SHA-256 without channel binding, "
            "but the SCRAM message includes channel binding data.",
        )
    if flag not in CHANNEL_BINDING:
        raise _malformed(f'Unexpected channel-binding flag "{_shown(text)}".')
    if comma != ",":
        raise _malformed(f'Comma expected, but found character "{_shown(comma)}".')
    if rest.startswith("a"):
        raise FeatureNotSupported("client uses authorization identity, but it is not supported")
    if not rest.startswith(","):
        raise _malformed(f'Unexpected attribute "{_shown(rest)}" in client-first-message.')
    return flag, rest[1:]


def _proof(text: str, attributes: _Attributes) -> tuple[str, bytes]:
    """
    What stands before the proof, and the proof; what stands between nonce and proof are extensions.
    """
    name = value = ""
    while name != "p":
        name, value = attributes.next()
    try:
        proof = b64decode(value, validate=True)
    except ValueError:
        proof = b""
    if len(proof) != KEY_SIZE:
        raise _malformed("Malformed proof in client-final-message.")
    if attributes:
        raise _malformed("Garbage found at the end of client-final-message.")
    return text.removesuffix(",").removesuffix(f",p={value}"), proof


def _text(message: bytes) -> str:
    """
    A message as text, one character per byte: what is hashed must be what was sent.
    """
    if not message:
        raise _malformed("The message is empty.")
    if b"\0" in message:
        raise _malformed("Message length does not match input length.")
    return message.decode("latin-1")


def _shown(text: str) -> str:
    """
    The first character, as PostgreSQL's sanitize_char prints it.
    """
    char = text[:1] or "\0"
    return char if "\x21" <= char <= "\x7e" else f"0x{ord(char):02x}"


def _malformed(detail: str) -> ProtocolViolation:
    return ProtocolViolation("malformed SCRAM message", detail=detail)


def _hmac(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha256")


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
