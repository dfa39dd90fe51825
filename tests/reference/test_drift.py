"""
The generated tables are what a running PostgreSQL 15 says.
"""

from __future__ import annotations

import pytest

from pggate.types import oids, table
from tests.reference import generate_oids


@pytest.mark.server
def test_oids_are_those_of_postgresql(postgres_dsn: str) -> None:
    version, rows = generate_oids.read(postgres_dsn)
    assert version == "15"
    assert generate_oids.TARGET.read_text() == generate_oids.render(version, rows)


def test_the_type_table_agrees_with_the_generated_one() -> None:
    rows = {row.oid: row for row in oids.PG_TYPE}
    for type_ in table.BY_OID.values():
        row = rows[type_.oid]
        element = type_.element.oid if type_.element else 0
        assert (type_.name, type_.typlen, type_.array_oid) == (row.typname, row.typlen, row.typarray)
        assert element == (row.typelem if row.typcategory == "A" else 0)
