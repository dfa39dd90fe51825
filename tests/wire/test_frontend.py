from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, ProtocolViolation
from pggate.wire import frontend as f
from tests.wire.messages import STARTUPS, TAGGED


@pytest.mark.parametrize(("message", "data"), STARTUPS)
def test_startup_both_ways(message: f.Startup, data: bytes) -> None:
    assert f.encode(message) == data
    assert f.read_startup(data[4:]) == message


@pytest.mark.parametrize(("message", "data"), TAGGED)
def test_message_both_ways(message: f.Tagged, data: bytes) -> None:
    assert f.encode(message) == data
    assert f.read_message(type(message), data[5:]) == message


def test_every_message_is_in_the_tables() -> None:
    assert {type(message) for message, _ in TAGGED} == set(f.TAGS)
    assert {type(message) for message, _ in STARTUPS} == {f.StartupMessage, *f.STARTUPS.values()}
    assert f.limits().keys() == f.TYPES.keys()


# Where any bytes are a payload, there is nothing to cut short.
WHATEVER = (f.SASLResponse, f.CopyData, f.FunctionCall, f.Terminate)


@pytest.mark.parametrize(("message", "data"), [pair for pair in TAGGED if not isinstance(pair[0], WHATEVER)])
def test_cut_short_or_too_long_is_a_violation(message: f.Tagged, data: bytes) -> None:
    payload = data[5:]
    for size in range(len(payload)):
        with pytest.raises(ProtocolViolation):
            f.read_message(type(message), payload[:size])
    with pytest.raises(ProtocolViolation, match="invalid message format"):
        f.read_message(type(message), payload + b"\0")


@pytest.mark.parametrize(("message", "data"), STARTUPS)
def test_startup_cut_short_or_too_long_is_a_violation(message: f.Startup, data: bytes) -> None:
    payload = data[4:]
    # Any 4 to 256 bytes are a secret.
    whole = 12 if isinstance(message, f.CancelRequest) else len(payload)
    for size in range(whole):
        with pytest.raises(ProtocolViolation):
            f.read_startup(payload[:size])
    with pytest.raises(ProtocolViolation):
        f.read_startup(payload + b"x" * 256)


@given(kind=st.sampled_from(sorted(f.TAGS, key=str)), payload=st.binary(max_size=64))
def test_garbage_is_a_message_or_an_error_of_the_protocol(kind: type[f.Tagged], payload: bytes) -> None:
    try:
        message = f.read_message(kind, payload)
    except (ProtocolViolation, CharacterNotInRepertoire):
        return
    assert f.read_message(kind, message.payload()) == message


@given(
    code=st.sampled_from([b"\x00\x03\x00\x00", b"\x04\xd2\x16\x2e", b"\x04\xd2\x16\x2f", b""]),
    payload=st.binary(max_size=64),
)
def test_startup_garbage(code: bytes, payload: bytes) -> None:
    try:
        message = f.read_startup(code + payload)
    except (ProtocolViolation, CharacterNotInRepertoire, FeatureNotSupported):
        return
    assert f.read_startup(f.encode(message)[4:]) == message
