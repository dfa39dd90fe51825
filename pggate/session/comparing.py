"""
Comparisons that PostgreSQL refuses and the engine fails at when they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.incomparable import refused

if TYPE_CHECKING:
    from pggate.engine.bound import Bound


def check_comparisons(bound: Bound | None, text: str) -> None:
    """
    Refuse a comparison for which there is no operator.

    Args:
        text: What was bound.

    Raises:
        UndefinedFunction: 42883.

    """
    if bound is None or bound.incomparable is None:
        return
    refusal = refused(bound.incomparable, text)
    if refusal is not None:
        raise refusal
