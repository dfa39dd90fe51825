"""
Aggregates that PostgreSQL has not for booleans, and DuckDB has: sum, min and max (PostgreSQL 15, 9.21).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.mismatch import Mismatch
from pggate.engine.name_rules import CASTS
from pggate.errors import UndefinedFunction

if TYPE_CHECKING:
    from collections.abc import Mapping

    Node = Mapping[str, Any]

_CLASSES: Final = frozenset({"BOUND_AGGREGATE", "BOUND_WINDOW"})
_NAMES: Final = frozenset({"sum", "min", "max"})


def unaggregated(call: Node) -> Mismatch | None:
    """
    What is wrong with a call in a plan, which never tells where it stands; None if nothing is.
    """
    if call["expression_class"] not in _CLASSES or call.get("name") not in _NAMES:
        return None
    if [of_type["id"] for of_type in call.get("arguments", ())] != ["BOOLEAN"]:
        return None
    message = f"function {call['name']}(boolean) does not exist"
    return Mismatch(UndefinedFunction, message, CASTS.format("function"), None, ())
