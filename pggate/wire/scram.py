"""
SCRAM-SHA-256, the server's half of the exchange (RFC 5802, RFC 7677; PostgreSQL 15, 55.3.1).

Bytes in, bytes out: the nonce is an argument.  Errors and their wording are those of PostgreSQL's
auth-scram.c: a message that is no SCRAM is a ProtocolViolation, a wrong proof is InvalidPassword, and an
unknown user cannot be told from a wrong password.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64decode
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, InvalidPassword, ProtocolViolation
from pggate.wire.scram_verifier import KEY_SIZE, base64_text

if TYPE_CHECKING:
    from pggate.wire.scram_verifier import Verifier

NONCE_SIZE: Final = 18  # random bytes that make 24 characters, SCRAM_RAW_NONCE_LEN
PRINTABLE: Final = re.compile(r"[\x21-\x2b\x2d-\x7e]*")  # RFC 5802: ASCII without controls, space and comma

# By the flag of the client's first message, what its last must repeat: base64 of "n,," and "y,,".
CHANNEL_BINDING: Final = {"n": "biws", "y": "eSws"}


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
        salt = base64_text(self._verifier.salt)
        self._first_answer = f"r={self._nonce},s={salt},i={self._verifier.iterations}"
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
        if not self._verifier.is_proven(said, proof) or self._verifier.doomed:
            raise InvalidPassword(f'password authentication failed for user "{self._user}"')
        return f"v={base64_text(self._verifier.signature(said))}".encode()


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
