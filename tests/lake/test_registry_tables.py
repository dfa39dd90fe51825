"""
The registry's tables, on both kinds of catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.lake.registry_tables import FIRST_OID, SCHEMA, RegistryTables

if TYPE_CHECKING:
    from pggate.lake.lake import Home


@pytest.fixture
def tables(any_home: Home) -> RegistryTables:
    return RegistryTables(any_home.engine.cursor())


def test_rows_of_a_table(tables: RegistryTables) -> None:
    with tables.changing():
        tables.insert("numbers", 7, 8, "9")
    assert tables.select("numbers") == [(7, 8, "9")]
    assert tables.rows(f"select next from {SCHEMA}.numbers where lake = $1", [7]) == [("9",)]


def test_a_change_is_whole_or_nothing(tables: RegistryTables) -> None:
    with pytest.raises(PgError), tables.changing():
        tables.insert("numbers", 7, 8, "9")
        tables.run("select nonsense")
    assert tables.select("numbers") == []


def test_a_number_is_given_once(any_home: Home, tables: RegistryTables) -> None:
    with tables.changing():
        assert (tables.take_oids(3), tables.take_oids()) == (FIRST_OID, FIRST_OID + 3)
    again = RegistryTables(any_home.engine.cursor())  # the tables are there, and stay as they are
    with again.changing():
        assert again.take_oids() == FIRST_OID + 4
