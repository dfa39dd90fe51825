from __future__ import annotations

import pytest

from pggate.errors import ProtocolViolation
from pggate.wire import backend, frontend
from pggate.wire.authentication import (
    AuthenticationCleartextPassword,
    AuthenticationOk,
    AuthenticationSASL,
    AuthenticationSASLContinue,
    AuthenticationSASLFinal,
    PasswordMessage,
    SASLInitialResponse,
)


# PostgreSQL 15, 55.7; libpq's AUTH_REQ_OK and its kin.
@pytest.mark.parametrize(
    ("message", "code"),
    [
        (AuthenticationOk(), 0),
        (AuthenticationCleartextPassword(), 3),
        (AuthenticationSASL(("SCRAM-SHA-256",)), 10),
        (AuthenticationSASLContinue(b""), 11),
        (AuthenticationSASLFinal(b""), 12),
    ],
)
def test_one_tag_and_a_code(message: backend.Authentication, code: int) -> None:
    assert backend.encode(message)[:1] == b"R"
    assert backend.encode(message)[5:9] == code.to_bytes(4, "big")


def test_mechanisms_stand_in_order_and_end_with_an_empty_one() -> None:
    message = AuthenticationSASL(("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"))
    assert message.payload() == b"SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"
    assert backend.read_message("R", b"\0\0\0\x0a" + message.payload()) == message
    with pytest.raises(ProtocolViolation):
        backend.read_message("R", b"\0\0\0\x0aSCRAM-SHA-256\0")


def test_no_first_word_is_not_an_empty_one() -> None:
    for data in (None, b""):
        message = SASLInitialResponse("SCRAM-SHA-256", data)
        assert frontend.read_message(SASLInitialResponse, message.payload()) == message


def test_a_password_is_one_string() -> None:
    assert frontend.read_message(PasswordMessage, b"a b\0") == PasswordMessage("a b")
    with pytest.raises(ProtocolViolation, match="invalid message format"):
        frontend.read_message(PasswordMessage, b"a\0b\0")
