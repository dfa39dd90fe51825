from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import ProtocolViolation
from pggate.wire.extended_query import Bind, Close, Describe, Execute
from pggate.wire.fields import INT32, UINT16
from pggate.wire.frontend import Tagged, read_message


def test_bind_with_65535_parameters() -> None:
    parameters = tuple(None if n % 3 == 0 else str(n).encode() for n in range(65_535))
    message = Bind("", "", (), parameters, ())
    assert read_message(Bind, message.payload()) == message


@pytest.mark.parametrize("length", [-2, -(2**31), 2**31 - 1])
def test_bind_with_an_impossible_length(length: int) -> None:
    payload = b"\0\0" + UINT16.pack(0) + UINT16.pack(1) + INT32.pack(length) + b"xyz" + UINT16.pack(0)
    with pytest.raises(ProtocolViolation, match="insufficient data left in message"):
        read_message(Bind, payload)


def test_a_count_of_minus_one_is_65535_and_they_are_not_there() -> None:
    for payload in (b"\0\0\xff\xff", b"\0\0\0\0\xff\xff", b"\0\0\0\0\0\0\xff\xff"):
        with pytest.raises(ProtocolViolation):
            read_message(Bind, payload)


def test_as_many_formats_as_parameters() -> None:
    payload = Bind("", "", (0, 0), (b"1",)).payload()
    with pytest.raises(ProtocolViolation, match="bind message has 2 parameter formats but 1 parameters"):
        read_message(Bind, payload)


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
    message = Bind(portal, statement, (1,), parameters, results)
    assert read_message(Bind, message.payload()) == message


@pytest.mark.parametrize(("kind", "name"), [(Describe, "DESCRIBE"), (Close, "CLOSE")])
def test_statement_or_portal(kind: type[Tagged], name: str) -> None:
    with pytest.raises(ProtocolViolation, match=f"invalid {name} message subtype 88"):
        read_message(kind, b"X\0")


def test_a_negative_row_limit_is_none() -> None:
    assert read_message(Execute, b"\0\xff\xff\xff\xff") == Execute("", 0)
