"""
What every database has of PostgreSQL's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog import given
from pggate.catalog.relation_rows import SYSTEM_COLUMNS
from pggate.catalog.tables import TABLES

if TYPE_CHECKING:
    from tests.catalog.conftest import World


def test_what_rows_are_made_with(tables: World) -> None:
    found = given.read_given(tables.cursor)
    assert found.types[23] == (4, True, "b", "N", "i", "p", 0)
    assert found.classes[23] == 1978
    ((oid, *_),) = found.relations["pg_class"]
    row = dict(zip(TABLES["relations"].names, ("d", *found.relations["pg_class"][0]), strict=True))
    assert (oid, row["schema"], row["same_name"]) == (1259, "pg_catalog", ["pg_catalog"])
    places = (given.OID, given.NAME, given.SCHEMA, given.SAME_NAME)
    assert [TABLES["relations"].names[place + 1] for place in places] == [
        "oid",
        "name",
        "schema",
        "same_name",
    ]


def test_it_is_there_under_a_databases_key(tables: World) -> None:
    given.give(tables.cursor, "d")
    for table in given.TABLES:
        ((count,),) = tables.rows(f"""select count(*) from "~pg"."~mirror".{table} where database = 'd'""")
        assert count > 2, table


def test_tables_have_the_system_columns_that_topics_have(tables: World) -> None:
    of_pg_class = """select -attnum, name, type from "~pg"."~mirror".given_columns
        where relation = 1259 and attnum < 0 order by 1"""
    expected = [(-one.attnum, one.name, one.type) for one in SYSTEM_COLUMNS]
    assert tables.rows(of_pg_class) == expected
