"""
Binary format against PostgreSQL 15, value by value.
"""

from __future__ import annotations

import contextlib
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types import binary, table, text
from tests.types.values import TYPES_OF_VALUES, values_of

ZONE = ZoneInfo("Europe/Berlin")
TYPES = {type_.name: type_ for type_ in table.BY_OID.values()}


@pytest.mark.parametrize("name", TYPES_OF_VALUES)
def test_what_postgresql_sends(name: str) -> None:
    type_ = TYPES[name]
    for value in values_of(name):
        sent = binary.encode(type_, text.decode(type_, value.given, ZONE)).hex()
        assert (value, sent) == (value, value.binary)
        read = binary.decode(type_, bytes.fromhex(value.binary))
        assert (value, text.encode(type_, read, ZONE).decode()) == (value, value.text)


@given(st.sampled_from(list(table.BY_OID.values())), st.binary(max_size=64))
def test_garbage_is_a_value_or_an_error_of_ours(type_: table.PgType, data: bytes) -> None:
    with contextlib.suppress(PgError, UnicodeDecodeError):  # params makes 22021 of the latter
        binary.decode(type_, data)


def test_a_uuid_may_come_as_text() -> None:
    written = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"
    assert binary.encode(table.UUID, written) == UUID(written).bytes
