from __future__ import annotations

import pytest

from pggate.errors import PgError, ProtocolViolation
from pggate.wire.backend import encode, read_message
from pggate.wire.error_response import ErrorResponse
from tests.wire.messages import ERROR


def test_every_field_of_an_error_comes_back() -> None:
    data = encode(ErrorResponse(ERROR, "FATAL"))
    read = read_message("E", data[5:])
    assert isinstance(read, ErrorResponse)
    error = read.error
    assert read.severity == "FATAL"
    assert (error.code, error.message) == ("42P01", 'relation "ö" does not exist')
    assert (error.detail, error.hint, error.position) == ("d", "h", 15)


def test_the_context_of_an_error() -> None:
    data = encode(ErrorResponse(PgError("m", context='COPY t, line 3, column b: "x"')))
    assert data[5:].endswith(b'Mm\0WCOPY t, line 3, column b: "x"\0\0')
    read = read_message("E", data[5:])
    assert isinstance(read, ErrorResponse)
    assert read.error.context == 'COPY t, line 3, column b: "x"'


def test_fields_that_are_not_known_are_not_sent() -> None:
    assert encode(ErrorResponse(PgError("m")))[5:] == b"SERROR\0VERROR\0CXX000\0Mm\0\0"


def test_an_error_text_cannot_break_the_framing() -> None:
    data = encode(ErrorResponse(PgError("a\0b")))
    assert data[5:].endswith("Ma\N{REPLACEMENT CHARACTER}b\0\0".encode())


# What PostgreSQL 15.18 sent: fields that are not ours are read over.
def test_an_error_of_postgresql() -> None:
    payload = (
        b'SERROR\x00VERROR\x00C42601\x00Msyntax error at or near "selec"\x00P1\x00'
        b"Fscan.l\x00L1188\x00Rscanner_yyerror\x00\x00"
    )
    read = read_message("E", payload)
    assert isinstance(read, ErrorResponse)
    assert (read.error.code, read.error.position) == ("42601", 1)


@pytest.mark.parametrize("tag", ["E", "N"])
def test_severity_code_and_message_are_always_there(tag: str) -> None:
    with pytest.raises(ProtocolViolation, match="without severity, code or message"):
        read_message(tag, b"Mx\0\0")


def test_a_position_is_a_number() -> None:
    with pytest.raises(ProtocolViolation, match="invalid error position 'x'"):
        read_message("E", b"SERROR\0VERROR\0CXX000\0Mm\0Px\0\0")
