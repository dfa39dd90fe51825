from __future__ import annotations

import pytest

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, ProtocolViolation
from pggate.wire import backend
from pggate.wire.frontend import read_message, read_startup
from pggate.wire.startup import (
    CancelRequest,
    EncryptionResponse,
    NegotiateProtocolVersion,
    StartupMessage,
    Terminate,
)


def test_encryption_is_one_byte() -> None:
    assert backend.encode(EncryptionResponse(True)) == b"S"
    assert backend.encode(EncryptionResponse(False)) == b"N"


@pytest.mark.parametrize("version", [0x00020000, 0x00040000, 0, 0xFFFFFFFF])
def test_only_protocol_3(version: int) -> None:
    major, minor = version >> 16, version & 0xFFFF
    with pytest.raises(FeatureNotSupported, match=f"unsupported frontend protocol {major}.{minor}: "):
        read_startup(version.to_bytes(4, "big") + b"\0")


def test_options_of_the_protocol_are_no_settings() -> None:
    message = StartupMessage((3, 2), {"user": "u", "_pq_.a": "1", "pq_": "2", "_pq_.b": ""})
    assert message.protocol_options == ("_pq_.a", "_pq_.b")


def test_names_and_values_must_be_utf8() -> None:
    with pytest.raises(CharacterNotInRepertoire):
        read_startup(b"\x00\x03\x00\x00user\x00\xff\x00\x00")


def test_the_version_that_is_spoken_is_a_whole_word() -> None:
    assert NegotiateProtocolVersion(2, ()).payload() == b"\x00\x03\x00\x02\x00\x00\x00\x00"


def test_options_cannot_be_fewer_than_none() -> None:
    with pytest.raises(ProtocolViolation):
        backend.read_message("v", b"\x00\x03\x00\x00\xff\xff\xff\xff\x00")


@pytest.mark.parametrize("size", [0, 3, 257])
def test_a_secret_has_4_to_256_bytes(size: int) -> None:
    with pytest.raises(ProtocolViolation, match="invalid length of cancel request packet"):
        read_startup(CancelRequest(1, b"x" * size).payload())


def test_terminate_is_not_argued_with() -> None:
    assert read_message(Terminate, b"bye") == Terminate()
