"""
The steps of an UPDATE or DELETE with RETURNING.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_an_update(tables: Client) -> None:
    steps = analysed(tables, "update t set n = n + 1 from u where u.k = t.id returning t.n, u.s").steps
    assert steps is not None
    assert steps.reads
    assert steps.applied.startswith("UPDATE")
    assert steps.chosen
    assert steps.answer
    assert not steps.inserted


def test_a_delete(tables: Client) -> None:
    steps = analysed(tables, "delete from t using u where u.k = t.id returning *").steps
    assert steps is not None
    assert steps.applied.startswith("DELETE")


def test_a_relation_without_a_name(tables: Client) -> None:
    with pytest.raises(FeatureNotSupported, match="has no name"):
        analysed(tables, "update t set n = 1 from (values (1)) returning n")
