from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import CharacterNotInRepertoire, PgError, ProtocolViolation
from pggate.wire import backend as b
from tests.wire.messages import BACKENDS, ERROR

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


def test_encryption_is_one_byte() -> None:
    assert b.encode(b.EncryptionResponse(True)) == b"S"
    assert b.encode(b.EncryptionResponse(False)) == b"N"


def test_a_block_of_rows_is_not_copied() -> None:
    block = b.DataRows.of([(b"1",), (None,)]).block
    assert b.encode(b.DataRows(block, 2)) is block


def test_a_block_of_copied_rows_is_not_copied_either() -> None:
    block = memoryview(b"".join(b.encode(b.CopyData(data)) for data in (b"1\n", b"2\n")))
    assert b.encode(b.CopyRows(block, 2)) is block


def test_cells_come_back() -> None:
    rows = ((b"1", None, b""), (b"\x00\xff", b"x" * 70_000, None))
    message = b.DataRows.of(rows)
    assert message.rows == 2
    assert message.cells() == rows
    assert b.DataRows.of([()]).cells() == ((),)


def test_every_field_of_an_error_comes_back() -> None:
    data = b.encode(b.ErrorResponse(ERROR, "FATAL"))
    read = b.read_message("E", data[5:])
    assert isinstance(read, b.ErrorResponse)
    error = read.error
    assert read.severity == "FATAL"
    assert (error.code, error.message) == ("42P01", 'relation "ö" does not exist')
    assert (error.detail, error.hint, error.position) == ("d", "h", 15)


def test_the_context_of_an_error() -> None:
    data = b.encode(b.ErrorResponse(PgError("m", context='COPY t, line 3, column b: "x"')))
    assert data[5:].endswith(b'Mm\0WCOPY t, line 3, column b: "x"\0\0')
    read = b.read_message("E", data[5:])
    assert isinstance(read, b.ErrorResponse)
    assert read.error.context == 'COPY t, line 3, column b: "x"'


def test_fields_that_are_not_known_are_not_sent() -> None:
    assert b.encode(b.ErrorResponse(PgError("m")))[5:] == b"SERROR\0VERROR\0CXX000\0Mm\0\0"


def test_an_error_text_cannot_break_the_framing() -> None:
    data = b.encode(b.ErrorResponse(PgError("a\0b")))
    assert data[5:].endswith("Ma\N{REPLACEMENT CHARACTER}b\0\0".encode())


# What PostgreSQL 15.18 sent: fields that are not ours are read over.
def test_an_error_of_postgresql() -> None:
    payload = (
        b'SERROR\x00VERROR\x00C42601\x00Msyntax error at or near "selec"\x00P1\x00'
        b"Fscan.l\x00L1188\x00Rscanner_yyerror\x00\x00"
    )
    read = b.read_message("E", payload)
    assert isinstance(read, b.ErrorResponse)
    assert (read.error.code, read.error.position) == ("42601", 1)


@pytest.mark.parametrize(
    ("tag", "payload"),
    [
        ("~", b""),
        ("R", b"\x00\x00\x00\x63"),
        ("Z", b"X"),
        ("E", b"Mx\0\0"),
        ("E", b"SERROR\0VERROR\0CXX000\0Mm\0Px\0\0"),
        ("v", b"\x00\x03\x00\x00\xff\xff\xff\xff\x00"),
    ],
)
def test_not_a_message(tag: str, payload: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        b.read_message(tag, payload)


@given(tag=st.sampled_from([*b.TYPES, "R"]), payload=st.binary(max_size=64))
def test_garbage_is_a_message_or_an_error_of_the_protocol(tag: str, payload: bytes) -> None:
    try:
        b.encode(b.read_message(tag, payload))
    except (ProtocolViolation, CharacterNotInRepertoire):
        return
