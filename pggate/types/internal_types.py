"""
Types that columns of pg_catalog are of, and hardly any other: xid, aclitem, pg_node_tree (PostgreSQL 15, 53).

Their values look like those of other types on the wire.
"""

from __future__ import annotations

from typing import Final

from pggate.types.table import ARRAYS, OID, TEXT, PgType, array_of

XID: Final = PgType("xid", 28, 1011, 4, "xid", "UINTEGER", casts=False)
ACLITEM: Final = PgType("aclitem", 1033, 1034, 12, "aclitem", "VARCHAR", casts=False)
PG_NODE_TREE: Final = PgType("pg_node_tree", 194, 0, -1, "pg_node_tree", "VARCHAR", casts=False)

ENCODED: Final = {XID: OID, ACLITEM: TEXT, array_of(ACLITEM): ARRAYS[TEXT], PG_NODE_TREE: TEXT}
"""What their values are written as."""
