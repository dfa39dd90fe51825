from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, ProtocolViolation
from pggate.wire import frontend as f
from pggate.wire.framing import INT32, UINT16
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


@pytest.mark.parametrize("size", [0, 3, 257])
def test_a_secret_has_4_to_256_bytes(size: int) -> None:
    with pytest.raises(ProtocolViolation, match="invalid length of cancel request packet"):
        f.read_startup(f.CancelRequest(1, b"x" * size).payload())


def test_bind_with_65535_parameters() -> None:
    parameters = tuple(None if n % 3 == 0 else str(n).encode() for n in range(65_535))
    message = f.Bind("", "", (), parameters, ())
    assert f.read_message(f.Bind, message.payload()) == message


@pytest.mark.parametrize("length", [-2, -(2**31), 2**31 - 1])
def test_bind_with_an_impossible_length(length: int) -> None:
    payload = b"\0\0" + UINT16.pack(0) + UINT16.pack(1) + INT32.pack(length) + b"xyz" + UINT16.pack(0)
    with pytest.raises(ProtocolViolation, match="insufficient data left in message"):
        f.read_message(f.Bind, payload)


def test_a_count_of_minus_one_is_65535_and_they_are_not_there() -> None:
    for payload in (b"\0\0\xff\xff", b"\0\0\0\0\xff\xff", b"\0\0\0\0\0\0\xff\xff"):
        with pytest.raises(ProtocolViolation):
            f.read_message(f.Bind, payload)


def test_as_many_formats_as_parameters() -> None:
    payload = f.Bind("", "", (0, 0), (b"1",)).payload()
    with pytest.raises(ProtocolViolation, match="bind message has 2 parameter formats but 1 parameters"):
        f.read_message(f.Bind, payload)


def test_a_negative_row_limit_is_none() -> None:
    assert f.read_message(f.Execute, b"\0\xff\xff\xff\xff") == f.Execute("", 0)


@pytest.mark.parametrize(("kind", "name"), [(f.Describe, "DESCRIBE"), (f.Close, "CLOSE")])
def test_statement_or_portal(kind: type[f.Tagged], name: str) -> None:
    with pytest.raises(ProtocolViolation, match=f"invalid {name} message subtype 88"):
        f.read_message(kind, b"X\0")


def test_terminate_is_not_argued_with() -> None:
    assert f.read_message(f.Terminate, b"bye") == f.Terminate()


@pytest.mark.parametrize("version", [0x00020000, 0x00040000, 0, 0xFFFFFFFF])
def test_only_protocol_3(version: int) -> None:
    major, minor = version >> 16, version & 0xFFFF
    with pytest.raises(FeatureNotSupported, match=f"unsupported frontend protocol {major}.{minor}: "):
        f.read_startup(version.to_bytes(4, "big") + b"\0")


def test_options_of_the_protocol_are_no_settings() -> None:
    message = f.StartupMessage((3, 2), {"user": "u", "_pq_.a": "1", "pq_": "2", "_pq_.b": ""})
    assert message.protocol_options == ("_pq_.a", "_pq_.b")


def test_names_and_values_must_be_utf8() -> None:
    with pytest.raises(CharacterNotInRepertoire):
        f.read_startup(b"\x00\x03\x00\x00user\x00\xff\x00\x00")


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


names = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)


@given(
    portal=names,
    statement=names,
    parameters=st.lists(st.none() | st.binary(max_size=8), max_size=6).map(tuple),
    results=st.lists(st.integers(-(2**15), 2**15 - 1), max_size=4).map(tuple),
)
def test_any_bind_comes_back(
    portal: str, statement: str, parameters: tuple[bytes | None, ...], results: tuple[int, ...]
) -> None:
    message = f.Bind(portal, statement, (1,), parameters, results)
    assert f.read_message(f.Bind, message.payload()) == message
