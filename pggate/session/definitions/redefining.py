"""
What a definition changes of what there is, and what it takes for granted, for those who define at the same
time (lake/redefinitions.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.lake.redefinitions import Thing, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.bound import Bound

CHANGES: Final = frozenset(
    {"rename_table", "rename_view", "rename_column", "remove_column", "alter_column_type"}
)
"""Of ALTER, what others cannot go on as if it had not been."""


def redefined(bound: Bound) -> tuple[frozenset[Thing], frozenset[Thing]]:
    """
    Returns:
        What it changes, drops or replaces; what it relies on.

    """
    return frozenset(_anew(bound)), frozenset(_relied(bound))


def _anew(bound: Bound) -> Iterator[Thing]:
    created, altered, dropped = bound.created, bound.altered, bound.dropped
    if created is not None and created.kind == "table" and created.conflict == "replace":
        yield relation(created.relation.schema, created.relation.name)
    yield from _name(bound)
    if altered is not None and altered.action in CHANGES:
        yield relation(altered.relation.schema, altered.relation.name)
    if dropped is not None:
        yield relation(dropped.relation.schema, dropped.relation.name)


def _relied(bound: Bound) -> Iterator[Thing]:
    yield from _name(bound)
    if bound.created is not None and bound.created.kind == "view":
        for read in bound.relations:
            yield relation(read.schema, read.name)
            yield relation(read.schema, "")


def _name(bound: Bound) -> Iterator[Thing]:
    """Of what is made, and must not be there: types have names of the same kind (PostgreSQL 15, 54.64)."""
    created = bound.created
    if created is not None and created.kind != "schema" and created.conflict == "error":
        yield "name", created.relation.schema, created.relation.name
