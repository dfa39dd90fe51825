"""
What is one of several in a plan: CASE, COALESCE, greatest and least (PostgreSQL 15, 9.18, 10.5), of
json_serialize_plan of duckdb 1.5.5.

The type of all of them follows from every branch, the modifier from those that are left when PostgreSQL has
computed what is constant (clauses.c, eval_const_expressions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.columns import nullifs
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.plan_walk import Plan

    Branches = Sequence[Plan]

_CALLS: Final = frozenset({"greatest", "least"})
_RAISES: Final = "error"
"""What duckdb 1.5.5 chooses where a subquery that is one value has several rows."""
_ON_CONSTANTS: Final = frozenset({"left", "rtrim", "rpad"})
"""What a cast of a constant to a character type is (sql/character_functions.sql)."""


def is_choice(expression: Plan) -> bool:
    """
    Is it one of several?
    """
    match expression["expression_class"]:
        case "BOUND_CASE":
            return nullif_value(expression) is None
        case "BOUND_OPERATOR":
            return bool(expression["type"] == "OPERATOR_COALESCE")
        case "BOUND_FUNCTION":
            return expression["name"] in _CALLS
        case _:
            return False


def nullif_value(expression: Plan) -> Plan | None:
    """
    What a NULLIF is if it is not NULL, whose type is that of a comparison; None of what is none.
    """
    comparison = nullifs.compared(expression)
    if comparison is None:
        return None
    value: Plan = expression["else_expr"]
    left = comparison["left"]
    while left["expression_class"] == "BOUND_CAST" and value["expression_class"] != "BOUND_CAST":
        left = left["child"]
    return value if nodes.likeness(dict(left)) == nodes.likeness(dict(value)) else None


def nullif_other(nullif: Plan) -> Plan:
    """
    What the value of a NULLIF is compared with.
    """
    other: Plan = nullif["case_checks"][0]["when_expr"]["right"]
    return other


def gathered(expression: Plan) -> Plan | None:
    """
    The array that ARRAY(SELECT ...) is where there are rows; None of what is none.
    """
    if expression["expression_class"] != "BOUND_CASE" or len(expression["case_checks"]) != 1:
        return None
    check = expression["case_checks"][0]
    condition, empty = check["when_expr"], check["then_expr"]
    while empty["expression_class"] == "BOUND_CAST":
        empty = empty["child"]
    is_empty = empty.get("name") == "list_value" and not empty.get("children")
    if not is_empty or condition.get("type") != "OPERATOR_IS_NULL":
        return None
    array: Plan = expression["else_expr"]
    return array if nodes.likeness(dict(condition["children"][0])) == nodes.likeness(dict(array)) else None


def branches(choice: Plan) -> Branches:
    """
    What it may be, in the order in which PostgreSQL looks at the types: of a CASE that of ELSE first
    (parse_expr.c, transformCaseExpr).
    """
    if choice["expression_class"] != "BOUND_CASE":
        children: Branches = choice["children"]
        return children
    return [choice["else_expr"], *(check["then_expr"] for check in _checks(choice))]


def reached(choice: Plan) -> Branches:
    """
    What it may be that constants do not rule out.
    """
    match choice["expression_class"]:
        case "BOUND_CASE":
            return _reached_case(choice)
        case "BOUND_OPERATOR":
            return _reached_coalesce(choice["children"])
        case _:
            return branches(choice)


def _checks(case: Plan) -> list[Plan]:
    return [check for check in case["case_checks"] if not _raises(check["then_expr"])]


def _raises(expression: Plan) -> bool:
    while expression["expression_class"] == "BOUND_CAST":
        expression = expression["child"]
    return expression.get("name") == _RAISES


def _reached_case(case: Plan) -> Branches:
    found: list[Plan] = []
    for check in _checks(case):
        truth = _truth(check["when_expr"])
        if truth is not False:
            found.append(check["then_expr"])
        if truth is True:
            return found
    return [*found, case["else_expr"]]


def _reached_coalesce(children: Branches) -> Branches:
    """
    NULLs fall out, and nothing behind another constant is reached.
    """
    found: list[Plan] = []
    for child in children:
        constant = _constant(child)
        if constant is None or not constant["value"]["is_null"]:
            found.append(child)
        if constant is not None and found[-1:] == [child]:
            return found
    return found or children


def _truth(condition: Plan) -> bool | None:
    """
    What a constant condition says, NULL as false; None of what is no constant.
    """
    constant = _constant(condition)
    if constant is None:
        return None
    value = constant["value"]
    return not value["is_null"] and str(value["value"]).lower() in {"true", "t"}


def _constant(expression: Plan) -> Plan | None:
    """
    The constant that is cast; None of what is none.
    """
    while expression["expression_class"] == "BOUND_CAST" or expression.get("name") in _ON_CONSTANTS:
        expression = expression["child"] if "child" in expression else expression["children"][0]
    return expression if expression["expression_class"] == "BOUND_CONSTANT" else None
