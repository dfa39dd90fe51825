"""
Which modifier a column of moments has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.catalog.moment_modifiers import moment_modifier
from pggate.engine.definitions import Relation
from pggate.types.table import DATE, TIMESTAMP, TIMESTAMPTZ

if TYPE_CHECKING:
    from pggate.engine.moment_columns import Modifiers

T = Relation("lake:d", "public", "t")


def declared(_place: Relation, name: str) -> tuple[int, int] | None:
    return {"two": (TIMESTAMP.oid, 2), "list": (TIMESTAMP.array_oid, 3)}.get(name)


@pytest.mark.parametrize(
    ("sources", "oid", "found"),
    [
        ({2}, TIMESTAMP.oid, 2),
        ({2, (T, "two")}, TIMESTAMP.oid, 2),  # all that it is made of have the same
        ({3, (T, "two")}, TIMESTAMP.oid, -1),
        ({(T, "list")}, TIMESTAMP.oid, 3),  # an element of it
        ({(T, "two")}, TIMESTAMPTZ.oid, -1),  # another type
        ({(T, "other")}, TIMESTAMP.oid, -1),
        ({2}, DATE.oid, -1),
    ],
)
def test_moment_modifier(sources: Modifiers, oid: int, found: int) -> None:
    assert moment_modifier(frozenset(sources), oid, declared) == found
