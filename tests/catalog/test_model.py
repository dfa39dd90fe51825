"""
The catalog as a value: what is found in it, and how it says that something is not there.
"""

from __future__ import annotations

import pytest

from pggate.catalog.model import EMPTY, Catalog, Column, Database, Relation, Schema, canonical
from pggate.errors import InvalidCatalogName, UndefinedTable, WrongObjectType
from pggate.lake.topics import Topic

TOPIC = Topic("sales", "public", "t", 2, (), "public/t/", 5, lake_oid=1)
T = Relation(16386, "sales", "public", "t", "r", (Column(1, "a", "BIGINT", 20, -1),), topic=TOPIC)
V = Relation(16387, "sales", "public", "v", "v", (), definition="select 1 as a")
SALES = Database(
    oid=1 << 30,
    name="sales",
    schema_version=5,
    snapshot=7,
    schemas={"public": Schema(16385, "public")},
    relations={("public", "t"): T, ("public", "v"): V},
)
CATALOG = Catalog(3, {"sales": SALES})


def test_what_there_is() -> None:
    assert CATALOG.database("sales") is SALES
    assert CATALOG.relations("sales") == (T, V)
    assert CATALOG.relation("sales", "public", "t") is T
    assert CATALOG.topic("sales", "public", "t") is TOPIC
    assert CATALOG.view("sales", "public", "v") is V
    assert CATALOG.find_oid("sales", 16387) is V


def test_main_is_public() -> None:
    assert CATALOG.relation("sales", "main", "t") is T
    assert (canonical("main"), canonical("sales")) == ("public", "sales")


@pytest.mark.parametrize(
    "place", [("sales", "public", "nope"), ("sales", "nope", "t"), ("nope", "public", "t")]
)
def test_what_is_not_there(place: tuple[str, str, str]) -> None:
    assert CATALOG.find(*place) is None
    for look in (CATALOG.relation, CATALOG.topic, CATALOG.view):
        with pytest.raises(UndefinedTable, match="does not exist"):
            look(*place)


def test_what_is_not_there_by_oid() -> None:
    assert CATALOG.find_oid("sales", 1) is None
    assert CATALOG.find_oid("nope", 16386) is None


def test_the_wrong_kind() -> None:
    with pytest.raises(WrongObjectType, match='"v" is not a table') as refused:
        CATALOG.topic("sales", "public", "v")
    assert refused.value.detail == "It is a view."
    with pytest.raises(WrongObjectType, match='"t" is not a view'):
        CATALOG.view("sales", "public", "t")


def test_unknown_databases() -> None:
    with pytest.raises(InvalidCatalogName, match='database "nope" does not exist'):
        CATALOG.relations("nope")
    assert EMPTY.databases == {}
