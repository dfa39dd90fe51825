"""
Arrow's columns of the mirror's tables are those that the emulation has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.catalog.tables import TABLES

if TYPE_CHECKING:
    from tests.catalog.conftest import World

COLUMNS = """select column_name from duckdb_columns()
    where database_name = '~pg' and schema_name = '~mirror' and table_name = $1 order by column_index"""


@pytest.mark.parametrize("table", TABLES)
def test_columns(world: World, table: str) -> None:
    found = [name for (name,) in world.cursor.rows(COLUMNS, [table])]
    assert found == TABLES[table].names
