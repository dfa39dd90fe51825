"""
xid, aclitem, pg_node_tree.
"""

from __future__ import annotations

from pggate.types.internal_types import ENCODED
from pggate.types.oids import PG_TYPE


def test_they_are_postgresqls() -> None:
    rows = {row.oid: row for row in PG_TYPE}
    for one in ENCODED:
        row = rows[one.oid]
        assert (one.name, one.array_oid, one.typlen) == (row.typname, row.typarray, row.typlen)


def test_what_they_are_written_as_is_as_long() -> None:
    assert {one.name: other.name for one, other in ENCODED.items()} == {
        "xid": "oid", "aclitem": "text", "_aclitem": "_text", "pg_node_tree": "text",
    }  # fmt: skip
