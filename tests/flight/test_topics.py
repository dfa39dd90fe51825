"""
Tickets and schemas.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.flight.topics import as_query, schema_of
from pggate.lake.topics import Topic, TopicColumn


@pytest.mark.parametrize(
    ("ticket", "query"),
    [
        ("t", "SELECT * FROM t"),
        (' s."T ""x""" ; ', 'SELECT * FROM  s."T ""x""" '),
        ("a.b.c", "SELECT * FROM a.b.c"),
        ("a.b.c.d", "a.b.c.d"),
        ("select 1", "select 1"),
        ("from t", "from t"),
        ("t, u", "t, u"),
        ("", ""),
    ],
)
def test_a_name_stands_for_all_rows(ticket: str, query: str) -> None:
    assert as_query(ticket) == query


def test_the_schema_of_a_topic() -> None:
    columns = (
        TopicColumn("a", 1, "INTEGER", nullable=False),
        TopicColumn("b", 2, "DECIMAL(10,2)", nullable=True),
        TopicColumn("g", 3, "GEOMETRY", nullable=True),
    )
    topic = Topic("l", "public", "t", 1, columns, "p/", 1, 1)
    wanted = [pa.field("a", pa.int32(), nullable=False), ("b", pa.decimal128(10, 2)), ("g", pa.string())]
    assert schema_of(topic) == pa.schema(wanted)
