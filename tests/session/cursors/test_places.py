from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from pggate.catalog import model
from pggate.engine.bound import Bound
from pggate.engine.definitions import Relation, Target
from pggate.errors import InvalidCatalogName, UndefinedTable, WrongObjectType
from pggate.lake.topics import Topic
from pggate.session.cursors.places import databases_of, is_temporary, lake_of, topic_ids, topic_of

TOPIC = Topic("sales", "public", "orders", 1, (), "public/orders/", 1, lake_oid=1)
LAKE = object()


class Databases:
    """One database, `sales`."""

    def find(self, name: str) -> Any:
        if name != "sales":
            raise InvalidCatalogName(f'database "{name}" does not exist')
        return SimpleNamespace(lake=LAKE)


def gateway() -> Any:
    orders = model.Relation(16385, "sales", "public", "orders", "r", (), topic=TOPIC)
    view = model.Relation(16386, "sales", "public", "view", "v", (), definition="select 1")
    relations = {(one.schema, one.name): one for one in (orders, view)}
    database = model.Database(1, "sales", 1, 1, {"public": model.Schema(16384, "public")}, relations)
    catalog = model.Catalog(1, {"sales": database})
    return SimpleNamespace(databases=Databases(), mirror=SimpleNamespace(catalog=catalog))


def test_lakes() -> None:
    assert lake_of(gateway(), Relation("lake:sales", "public", "orders")) is LAKE
    with pytest.raises(InvalidCatalogName):
        lake_of(gateway(), Relation("lake:gone", "public", "orders"))


@pytest.mark.parametrize(("catalog", "temporary"), [("temp", True), ("~pg", False)])
def test_in_no_lake(catalog: str, temporary: bool) -> None:
    relation = Relation(catalog, "main", "t")
    assert lake_of(gateway(), relation) is None
    assert is_temporary(relation) is temporary


@pytest.mark.parametrize("schema", ["public", "main"])
def test_topics(schema: str) -> None:
    assert topic_of(gateway(), Relation("lake:sales", schema, "orders")) is TOPIC


@pytest.mark.parametrize(
    ("relation", "error"),
    [
        (Relation("lake:sales", "public", "view"), WrongObjectType),
        (Relation("lake:sales", "public", "gone"), UndefinedTable),
        (Relation("lake:sales", "other", "orders"), UndefinedTable),
    ],
)
def test_no_topic(relation: Relation, error: type[Exception]) -> None:
    with pytest.raises(error):
        topic_of(gateway(), relation)


@pytest.mark.parametrize(
    ("relation", "ids"),
    [
        (Relation("lake:sales", "public", "orders"), [1]),
        (Relation("lake:sales", "main", "orders"), [1]),
        (Relation("lake:sales", "public", "view"), []),
        (Relation("lake:sales", "public", "gone"), []),
        (Relation("lake:sales", "public", ""), [1]),
        (Relation("lake:sales", "main", ""), [1]),
        (Relation("lake:sales", "other", ""), []),
    ],
)
def test_ids_of_topics(relation: Relation, ids: list[int]) -> None:
    assert topic_ids(gateway(), relation) == ids


def test_databases_of_a_statement() -> None:
    read = frozenset(
        {Relation("lake:a", "s", "t"), Relation("~pg", "~catalog", "pg_class"), Relation("temp", "main", "t")}
    )
    changed = frozenset({Target(Relation("lake:b", "s", ""), "create", "schema")})
    assert databases_of(Bound("CREATE", read, changed)) == {"a", "b"}
    assert databases_of(Bound("SELECT")) == set()
    assert databases_of(None) == set()
