"""
Messages of Flight SQL.
"""

from __future__ import annotations

import pytest
from google.protobuf import any_pb2

from pggate.errors import FeatureNotSupported, InvalidBinaryRepresentation
from pggate.flight.sql_messages import REPLACE, TYPE_URL, message, packed, unpacked


def test_there_and_back() -> None:
    kind, found = unpacked(packed("CommandStatementQuery", query="select 1"))
    assert (kind, found.query, found.HasField("transaction_id")) == (
        "CommandStatementQuery",
        "select 1",
        False,
    )
    options = message("TableDefinitionOptions", if_exists=REPLACE)
    _, found = unpacked(
        packed("CommandStatementIngest", table="t", schema="s", table_definition_options=options)
    )
    assert (found.table, found.schema, found.HasField("catalog")) == ("t", "s", False)
    assert found.table_definition_options.if_exists == REPLACE


def test_bytes_are_those_of_the_format() -> None:
    """Protocol Buffers, "Encoding": field 1, a text of 8 bytes."""
    assert message("CommandStatementQuery", query="select 1").SerializeToString() == b"\x0a\x08select 1"
    assert message("DoPutUpdateResult", record_count=3).SerializeToString() == b"\x08\x03"


@pytest.mark.parametrize(
    "data",
    [b"\xff", any_pb2.Any(type_url=TYPE_URL + "CommandGetCatalogs", value=b"\xff").SerializeToString()],
)
def test_what_is_malformed(data: bytes) -> None:
    with pytest.raises(InvalidBinaryRepresentation):
        unpacked(data)


@pytest.mark.parametrize("url", ["", TYPE_URL + "CommandGetCrossReference", "type.googleapis.com/x.Y"])
def test_what_is_not_spoken(url: str) -> None:
    with pytest.raises(FeatureNotSupported):
        unpacked(any_pb2.Any(type_url=url).SerializeToString())
