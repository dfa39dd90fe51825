"""
What PostgreSQL refuses for the types of what stands together, and the engine casts or fails at when it runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.mismatch import refused
from pggate.session.columns.describing import reads_catalog

if TYPE_CHECKING:
    from pggate.engine.bound import Bound


def check_comparisons(bound: Bound | None, text: str) -> None:
    """
    Refuse comparisons for which there is no operator, columns that become no one type, conditions that are no
    booleans.

    Args:
        text: What was bound.

    Raises:
        UndefinedFunction: 42883, a comparison.
        DatatypeMismatch: 42804, the others.

    """
    if bound is None or bound.mismatch is None or reads_catalog(bound):
        return  # columns of the catalogs are of other types here
    if not all(literal.assigned for literal in bound.enum_literals):
        return  # they are no labels yet
    refusal = refused(bound.mismatch, text)
    if refusal is not None:
        raise refusal
