from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import CharacterNotInRepertoire, ProtocolViolation
from pggate.wire import backend as b
from tests.wire.messages import BACKENDS

WHATEVER = (b.AuthenticationSASLContinue, b.AuthenticationSASLFinal, b.BackendKeyData, b.DataRows, b.CopyData)


@pytest.mark.parametrize(("message", "data"), BACKENDS)
def test_message_both_ways(message: b.Backend, data: bytes) -> None:
    assert b.encode(message) == data
    read = b.read_message(chr(data[0]), data[5:])
    assert type(read) is type(message)
    assert b.encode(read) == data
    if not isinstance(message, b.ErrorResponse):  # exceptions are equal to nothing but themselves
        assert read == message


def test_every_message_is_in_the_tables() -> None:
    assert {type(message) for message, _ in BACKENDS} == {*b.TAGS, *b.AUTHENTICATIONS.values()}


@pytest.mark.parametrize(
    ("message", "data"), [pair for pair in BACKENDS if not isinstance(pair[0], WHATEVER)]
)
def test_cut_short_or_too_long_is_a_violation(message: b.Backend, data: bytes) -> None:
    for size in range(5, len(data)):
        with pytest.raises(ProtocolViolation):
            b.read_message(chr(data[0]), data[5:size])
    with pytest.raises(ProtocolViolation):
        b.read_message(chr(data[0]), data[5:] + b"\0")


@pytest.mark.parametrize(("tag", "payload"), [("~", b""), ("R", b"\x00\x00\x00\x63")])
def test_not_a_message(tag: str, payload: bytes) -> None:
    with pytest.raises(ProtocolViolation, match=f"unknown backend message '{tag}'"):
        b.read_message(tag, payload)


@given(tag=st.sampled_from([*b.TYPES, "R"]), payload=st.binary(max_size=64))
def test_garbage_is_a_message_or_an_error_of_the_protocol(tag: str, payload: bytes) -> None:
    try:
        b.encode(b.read_message(tag, payload))
    except (ProtocolViolation, CharacterNotInRepertoire):
        return
