"""
What a function or an operator says about the parameters among its arguments (PostgreSQL 15, 10.2, 10.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.untyped.evidence import ARITHMETIC, TEXT, alike, common_type, compared, is_json
from pggate.translate.untyped.signatures import OVERLOADS, overload, place_of, signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node
    from pggate.translate.untyped.evidence import Found


def settle_arguments(node: Node, found: Found) -> None:
    """
    Settle the parameters among the arguments of a call.
    """
    children = node["children"]
    if not any(nodes.is_parameter(child) for child in children):
        return
    name = node["function_name"]
    if name in _SIGNS and len(children) == 1:
        found.settle(children[0], "DOUBLE")
    elif name in ARITHMETIC and len(children) == 2:
        _of_arithmetic(name, children, found)
    elif name == "||":
        types = [of_type for of_type in map(found.type, children) if of_type and not _is_text(of_type)]
        for child in children:
            found.settle(child, compared(types[0]) if types else TEXT)
    elif name in _ARRAYS:
        _of_array_and_elements(name, children, found)
    elif _settled_by_overload(name, children, found):
        return
    elif name in _ALIKE or (name in _POWERS and (common_type(children, found) or "").startswith("DECIMAL")):
        alike(children, found)
    else:
        _of_arguments(name, children, signature(name, _arity(name, children)), found)


def _is_text(of_type: str) -> bool:
    """Whatever else stands beside ||, an array, a jsonb or a bytea apart, is made text."""
    return not of_type.endswith("[]") and not is_json(of_type) and of_type != "BLOB"


def _settled_by_overload(name: str, children: Sequence[Node], found: Found) -> bool:
    if name not in OVERLOADS:
        return False
    literals = [nodes.is_constant(child, "VARCHAR") for child in children]
    types = [None if is_ else found.type(child) for is_, child in zip(literals, children, strict=True)]
    chosen = overload(name, types)
    _of_arguments(name, children, chosen, found)
    return any(chosen)


def _arity(name: str, children: Sequence[Node]) -> int:
    """So many that every argument has a place, also where it is given by name."""
    return max(place_of(name, child["alias"], place) for place, child in enumerate(children)) + 1


def _of_arguments(name: str, children: Sequence[Node], types: Sequence[str | None], found: Found) -> None:
    for place, child in enumerate(children):
        found.settle(child, types[place_of(name, child["alias"], place)])


_SIGNS: Final = frozenset("+-")
_ALIKE: Final = frozenset(
    {"nullif", "greatest", "least", "list_value", "generate_series", "range", "@>", "<@", "&&", "ifnull"}
    | {"mod", "gcd", "lcm", "array_cat", "list_concat", "&", "|", "xor"}
)
# Which argument is the array, and which are elements of it (9.19)
_ARRAYS: Final = {
    "array_append": (0, (1,)),
    "array_prepend": (1, (0,)),
    "array_remove": (0, (1,)),
    "array_replace": (0, (1, 2)),
    "array_position": (0, (1,)),
    "array_positions": (0, (1,)),
}


def _of_array_and_elements(name: str, children: Sequence[Node], found: Found) -> None:
    at, places = _ARRAYS[name]
    array, elements = children[at : at + 1], [children[place] for place in places if place < len(children)]
    _of_arguments(name, children, signature(name, len(children)), found)
    of_type = found.type(array[0]) if array else None
    element = of_type.removesuffix("[]") if of_type else common_type(elements, found)
    if element is not None and array:
        found.settle(array[0], f"{element}[]")
        for one in elements:
            found.settle(one, element)


_POWERS: Final = frozenset({"power", "pow", "log"})
"""Of floats, unless something is numeric."""


def _of_arithmetic(operator: str, children: Sequence[Node], found: Found) -> None:
    """
    The other operand's type (PostgreSQL 15, 10.2, rule 2a), but what is added to a moment is an interval.
    """
    for mine, other in (children, reversed(children)):
        if not nodes.is_parameter(mine):
            continue
        of_type = found.type(other)
        if of_type is None:
            continue
        found.settle(mine, _OPERANDS.get((operator, of_type.split("(")[0]), of_type))


# duckdb types; `date - $1` is `date - date`, as PostgreSQL has it
_OPERANDS: Final = {
    ("+", "DATE"): "INTEGER",
    ("+", "TIMESTAMP"): "INTERVAL",
    ("+", "TIMESTAMP WITH TIME ZONE"): "INTERVAL",
    ("+", "TIME"): "INTERVAL",
    ("*", "INTERVAL"): "DOUBLE",
    ("/", "INTERVAL"): "DOUBLE",
    ("+", "VARCHAR"): "BIGINT",
    **{("^", of_type): "DOUBLE" for of_type in ("SMALLINT", "INTEGER", "BIGINT", "FLOAT")},
}
