"""
Which expressions of a plan may be of another type than in PostgreSQL: they are asked for their types
(translate/results/result_types.py).  Shapes: json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine import choices
from pggate.translate.arrays import array_results, item_calls, numeric_arrays, subscripts
from pggate.translate.columns import nullifs
from pggate.translate.dates import moment_results
from pggate.translate.numbers import (
    decimal_branches,
    exact_floats,
    float_comparisons,
    integer_branches,
    number_texts,
    read_numbers,
    window_defaults,
)
from pggate.translate.results import (
    boolean_texts,
    bytes_casts,
    document_types,
    item_casts,
    known_oids,
    read_texts,
    result_types,
    row_nulls,
    shown_texts,
)
from pggate.translate.trees.number_types import is_bare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

CALLS: Final = frozenset({"BOUND_FUNCTION", "BOUND_AGGREGATE", "BOUND_WINDOW"})

_ANYTHING: Final = {"id": "ANY", "type_info": None}


def asks_types(expression: Mapping[str, Any]) -> bool:
    """
    Is a bound expression, for itself, one of them?
    """
    asks = _ASKING.get(expression["expression_class"])
    return asks is not None and asks(expression)


def asks_rows(scan: Mapping[str, Any]) -> bool:
    """
    Does a function in FROM return lists as the items of an array?
    """
    return scan.get("name") == "unnest" and any(map(array_results.is_list, scan["returned_types"]))


def function_name(call: Mapping[str, Any]) -> str:
    """
    The name of the function that a bound expression of `CALLS` calls, lower case.
    """
    return str(call.get("name") or call["type"].removeprefix("WINDOW_")).lower()


def _call(call: Mapping[str, Any]) -> bool:
    name = function_name(call)
    if name in subscripts.CALLS:
        return subscripts.asks(call)
    if name in window_defaults.NAMES:
        return window_defaults.asks(call)
    if choices.is_choice(call) and decimal_branches.loses(choices.branches(call)):
        return True
    return name in result_types.RULES and result_types.asks(name, _argument_types(call.get("children", ())))


def _cast(cast: Mapping[str, Any]) -> bool:
    return (
        is_bare(cast["return_type"])
        or numeric_arrays.is_wanted(cast["return_type"])
        or array_results.asks_cast(cast)
        or item_calls.asks_cast(cast)
        or document_types.is_shown(cast)
        or moment_results.asks_cast(cast)
        or item_casts.asks_cast(cast)
        or read_numbers.asks_cast(cast)
        or exact_floats.asks_cast(cast)
        or number_texts.asks_cast(cast)
        or shown_texts.asks_cast(cast)
        or boolean_texts.asks_cast(cast)
        or bytes_casts.asks_cast(cast)
        or read_texts.asks_cast(cast)
        or known_oids.asks_cast(cast)
    )


def _parameter(parameter: Mapping[str, Any]) -> bool:
    """
    Is it of several types?  duckdb 1.5.5: a cast of a cast of a parameter is one parameter, of the last type.
    """
    data = parameter.get("parameter_data")
    return data is not None and data["return_type"]["id"] == "INVALID"


def _case(case: Mapping[str, Any]) -> bool:
    return _choice(case) or nullifs.asks(case)


def _operator(operator: Mapping[str, Any]) -> bool:
    return _choice(operator) or row_nulls.asks(operator)


def _choice(choice: Mapping[str, Any]) -> bool:
    if not choices.is_choice(choice):
        return False
    return integer_branches.asks(choice) or decimal_branches.loses(choices.branches(choice))


def _unnest(unnest: Mapping[str, Any]) -> bool:
    return result_types.asks("unnest", _argument_types([unnest["child"]]))


_ASKING: Final[Mapping[str, Callable[[Mapping[str, Any]], bool]]] = {
    **dict.fromkeys(CALLS, _call),
    **dict.fromkeys(("BOUND_COMPARISON", "BOUND_BETWEEN"), float_comparisons.asks),
    "BOUND_CASE": _case,
    "BOUND_OPERATOR": _operator,
    "BOUND_CAST": _cast,
    "BOUND_PARAMETER": _parameter,
    "BOUND_UNNEST": _unnest,
}


def _argument_types(arguments: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """
    What the arguments may have been before casts: an aggregate without any is one of everything.
    """
    types = [] if arguments else [_ANYTHING]
    for argument in arguments:
        cast = argument
        types.append(_type(cast))
        while cast["expression_class"] == "BOUND_CAST":
            cast = cast["child"]
            types.append(_type(cast))
    return types


def _type(expression: Mapping[str, Any]) -> dict[str, Any]:
    """
    A comparison says nothing of its own type.
    """
    value = expression.get("value")
    of_type: dict[str, Any] = expression.get("return_type") or (value["type"] if value else _ANYTHING)
    return of_type
