"""
The table that such a statement writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.errors import FeatureNotSupported
from pggate.session.clauses.clause_targets import PLACES, TEMPORARY_PLACES, names, staged, target
from pggate.session.cursors.places import target_of
from tests.session.clausal import analysed

if TYPE_CHECKING:
    from pggate.translate.writing.chosen import Target
    from tests.session.conftest import Client


def of(client: Client, table: str) -> Target:
    bound = analysed(client, f"delete from {table}").bound
    return target(client.gateway, client.session._parts.cursors, target_of(bound).relation, "x")


def test_columns_and_defaults(tables: Client) -> None:
    found = of(tables, "t")
    assert found.alias == "x"
    assert found.columns == (("id", "INTEGER"), ("n", "INTEGER"), ("s", "VARCHAR"))
    assert found.defaults is not None
    assert found.defaults.keys() == {"n"}


def test_where_rows_lie(tables: Client) -> None:
    tables.run(
        "create table files (filename text)",
        "create table both_names (filename text, rowid int)",
        "create temp table own (a int)",
    )
    assert of(tables, "t").places == PLACES[0]
    assert of(tables, "files").places == PLACES[1]
    assert of(tables, "own").places == TEMPORARY_PLACES[0]
    with pytest.raises(FeatureNotSupported, match="filename and rowid"):
        of(tables, "both_names")


def test_names() -> None:
    assert names(("t",), Relation("lake:a", "public", "t")) == {("t",), ("public", "t")}


def test_the_stage_has_the_types_of_the_columns(tables: Client) -> None:
    bound = analysed(tables, "delete from u").bound
    text = staged(tables.session._parts.cursors.binder, target_of(bound).relation)
    assert 'CAST("k" AS INTEGER) AS "k", CAST("s" AS VARCHAR) AS "s"' in text
