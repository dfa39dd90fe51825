"""
A string literal or NULL beside a date, a time or a timestamp as an operand of `-` and `+`: it is of the other
operand's type, where PostgreSQL has such an operator, else an interval (PostgreSQL 15, 10.2, rule 2a; 9.9,
table 9.31).  As an argument it is what the moment beside it is, else the preferred type of all moments, a
timestamp with time zone (10.3, rules 4a to 4f).  DuckDB chooses none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import AmbiguousFunction
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

_ZONED: Final = "TIMESTAMP WITH TIME ZONE"
_LOCAL: Final = "TIMESTAMP"

_HINT: Final = "Could not choose a best candidate function. You might need to add explicit type casts."

# What the literal behind an operator is, by what stands before it
_TAKEN_FOR: Final[Mapping[tuple[str, str], str]] = {
    ("-", "DATE"): "DATE",
    ("-", _LOCAL): _LOCAL,
    ("-", _ZONED): _ZONED,
    ("-", "TIME"): "TIME",
    ("+", "TIME"): "INTERVAL",
}
# Which arguments of a function are moments of one type
_MOMENTS: Final[Mapping[str, tuple[int, ...]]] = {"date_bin": (1, 2), "age": (0, 1), "timezone": (1,)}
_TRUNC: Final = "date_trunc"
"""Its literal might be an interval."""
CALLS: Final = _MOMENTS.keys() | {_TRUNC}
WORDS: Final = CALLS | {"zone"}
"""What they are written as."""


def typed(node: Node, types: Sequence[str]) -> Node | None:
    """
    The operator with its literal cast; None where there is none behind a date or time.

    Args:
        node: An operator with two operands.
        types: DuckDB's types of the operands; "" of a constant.

    """
    left, right = node["children"]
    to = _TAKEN_FOR.get((node["function_name"], types[0]))
    if to is None or not _is_untyped(right):
        return None
    return {**node, "children": [left, nodes.cast(right, to)]}


def called(node: Node, types: Sequence[str]) -> Node | None:
    """
    A call of CALLS with its literals cast, and the dates beside them; None where there is no literal.

    Args:
        node: The call.
        types: DuckDB's types of its arguments; "" of a constant.

    Raises:
        AmbiguousFunction: 42725, it may be of several types, of which none is preferred.

    """
    name, children = node["function_name"], list(node["children"])
    if name == _TRUNC:
        _refuse_untyped(children)
        return None
    places = _MOMENTS[name]
    if len(children) <= places[-1]:
        return None
    untyped = [at for at in places if _is_untyped(children[at])]
    if not untyped:
        return None
    to = _LOCAL if any(types[at] == _LOCAL for at in places) else _ZONED
    for at in places:
        if at in untyped or types[at] == "DATE":
            children[at] = nodes.cast(children[at], to)
    return {**node, "children": children}


def _refuse_untyped(arguments: Sequence[Node]) -> None:
    if len(arguments) == 2 and _is_untyped(arguments[1]):
        unit = "unknown" if _is_untyped(arguments[0]) else "text"
        raise AmbiguousFunction(f"function {_TRUNC}({unit}, unknown) is not unique", hint=_HINT)


def _is_untyped(node: Node) -> bool:
    return nodes.is_constant(node, "VARCHAR") or nodes.is_constant(node, "NULL")
