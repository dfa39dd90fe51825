"""
RETURNING's list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.types.table import INT4, TEXT
from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_returning(tables: Client) -> None:
    found = analysed(tables, "insert into t (id) values ($1) returning id + $2 as k, s, 'x' || $3")
    assert found.parameters == (INT4.oid, INT4.oid, TEXT.oid)
    assert found.columns is not None
    assert [(c.name, c.type) for c in found.columns] == [("k", INT4), ("s", TEXT), ("?column?", TEXT)]
    assert "returning" not in found.text
    assert found.steps is not None
    assert found.steps.answer
    assert not found.steps.chosen
    assert not found.steps.reads


def test_an_aggregate_is_told_with_its_place(tables: Client) -> None:
    sql = "insert into t (id) values (1) returning id, count(*)"
    with pytest.raises(PgError) as caught:
        analysed(tables, sql)
    assert (caught.value.code, caught.value.position) == ("42803", sql.index("count") + 1)
