"""
Relations by their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.queries import known_relations

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def test_columns_have_their_own_names(session: Client) -> None:
    session.run('create table t ("Id" int, x int)', "create view v as select x, 1 as one from t")
    binder = session.session._parts.cursors.binder
    assert known_relations.columns(binder, ("t",)) == ("Id", "x")
    assert known_relations.columns(binder, ("public", "v")) == ("x", "one")
    assert known_relations.columns(binder, ("nosuch",)) is None
