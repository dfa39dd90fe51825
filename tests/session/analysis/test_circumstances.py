"""
What is known of a text in which circumstances.
"""

from __future__ import annotations

from typing import Final

import pytest

from pggate.catalog.emulation import DATABASE
from pggate.engine.bound import Bound
from pggate.engine.definitions import Relation
from pggate.session.analysis.circumstances import Circumstances
from pggate.types.duck import Shown

ALONE: Final = Circumstances("d", True, ("public",), Shown())
CATALOG: Final = Relation(DATABASE, "~catalog", "pg_class")
TOPIC: Final = Relation("lake:d", "public", "t")


@pytest.mark.parametrize(
    ("read", "serves"), [((), True), ((CATALOG,), True), ((TOPIC,), False), ((CATALOG, TOPIC), False)]
)
def test_of_a_text_that_names_nothing_what_reads_a_topic_is_not_kept(
    read: tuple[Relation, ...], serves: bool
) -> None:
    bound = Bound("SELECT", relations=frozenset(read))
    assert ALONE.may_keep(bound) is serves
    assert ALONE._replace(version=1).may_keep(bound)


def test_what_is_not_bound_is_not_kept_either() -> None:
    assert not ALONE.may_keep(None)
