"""
What the bound plan says of a live view, which its syntax tree does not: macros hide functions, aggregates and
whole queries.

What a live view is kept by is bound, too: what is kept of a row has to be of that row alone, and what is read
of merged states may depend on the time, but has to aggregate nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees.nodes import walk
from pggate.views.aggregates import aggregate, canonical
from pggate.views.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pggate.views.compiled import Compiled

    Plan = Mapping[str, Any]
    Plans = Sequence[Plan]
    StabilityOf = Callable[[str], str | None]

_OPERATORS: Final = frozenset(
    f"LOGICAL_{name}"
    for name in (
        "AGGREGATE_AND_GROUP_BY",
        "CTE_REF",
        "DISTINCT",
        "FILTER",
        "GET",
        "LIMIT",
        "MATERIALIZED_CTE",
        "ORDER_BY",
        "PROJECTION",
        "TOP_N",
        "UNION",
        "UNNEST",
    )
)

_JOINS: Final = frozenset({"LOGICAL_ANY_JOIN", "LOGICAL_COMPARISON_JOIN", "LOGICAL_CROSS_PRODUCT"})
"""As many as the query has itself: sub-queries in expressions are joins in a plan, too."""

_OF_ROWS: Final = frozenset({"CONSISTENT"})
_OF_READS: Final = frozenset({"CONSISTENT", "CONSISTENT_WITHIN_QUERY"})

# VOLATILE of duckdb 1.5.5, so that it is not evaluated before it has to be; it has no value at all
_HARMLESS: Final = frozenset({"error"})


def verify_query(compiled: Compiled, plans: Plans) -> None:
    """
    That the query does what its tree says.  To be asked first: else what is kept may not even bind.

    Args:
        compiled: What has been made of it.
        plans: The query's own, as `BinderCursor.plans` has them.

    Raises:
        FeatureNotSupported: It does more.

    """
    _check_operators(plans, compiled.joins)
    _check_aggregates(compiled, plans)


def verify_kept(partials: Plans, read: Plans, stability_of: StabilityOf) -> None:
    """
    That what is kept is of the rows alone, and what is read of that, at one moment.

    Args:
        partials: Those of the first of `compiled.planned`, with a relation "~delta".
        read: Those of the second, with a relation "~merged" of what the first one gives.
        stability_of: What duckdb_functions() says of a function's name: CONSISTENT,
            CONSISTENT_WITHIN_QUERY or VOLATILE, the worst where there are several; None where it knows none.

    Raises:
        FeatureNotSupported: It is of more.

    """
    _check_functions(partials, stability_of, _OF_ROWS)
    _check_functions(read, stability_of, _OF_READS)
    for call in _aggregates(read):
        raise refusal("an aggregate of an unknown kind", call, f"{call['name']}()")


def _check_operators(plans: Plans, joins: int) -> None:
    for node in walk(list(plans)):
        operator = str(node.get("type", ""))
        if not operator.startswith("LOGICAL_") or "expression_class" in node:
            continue
        if operator in _JOINS and joins and node.get("join_type", "INNER") == "INNER":
            joins -= 1
        elif operator not in _OPERATORS:
            raise refusal("what the plan does", None, operator.removeprefix("LOGICAL_"))
        if operator == "LOGICAL_GET" and "table" not in (node.get("function_data") or {}):
            raise refusal("what the plan does", None, f"{node.get('name')}()")


def _check_aggregates(compiled: Compiled, plans: Plans) -> None:
    for call in _aggregates(plans):
        name = canonical(call["name"])
        known = aggregate(name, is_distinct=call["aggregate_type"] == "DISTINCT")
        if name not in compiled.aggregates or known is None:
            raise refusal("an aggregate of an unknown kind", call, f"{name}()")
        if known.over is not None and (of_type := _argument_type(call)) not in known.over:
            raise refusal("an aggregate of such values", call, f"{name}({of_type})".lower())


def _check_functions(plans: Plans, stability_of: StabilityOf, held: frozenset[str]) -> None:
    for function in _functions(plans):
        name = function["name"].lower()
        stability = "CONSISTENT" if name in _HARMLESS else stability_of(name)
        if name == "age" and len(function["children"]) == 1:
            stability = "CONSISTENT_WITHIN_QUERY"  # it is from today; the name has another function, too
        if stability in held:
            continue
        if stability is None:
            raise refusal("a function nobody knows", function, f"{name}()")
        is_time = stability == "CONSISTENT_WITHIN_QUERY"
        construct = "the current time here" if is_time else "a volatile function"
        raise refusal(construct, function, f"{name}()")


def _argument_type(call: Plan) -> str:
    """The type of what is aggregated; a comparison has none in the plan."""
    (of_type,) = call["arguments"]
    if of_type["id"] == "ANY":
        of_type = call["children"][0].get("return_type") or {"id": "BOOLEAN"}
    return str(of_type["id"])


def _aggregates(plans: Plans) -> Iterator[Plan]:
    """Those of rows; functions of lists may have aggregates, too."""
    for node in walk(list(plans)):
        if node.get("type") == "LOGICAL_AGGREGATE_AND_GROUP_BY":
            yield from (each for each in node["expressions"] if each["expression_class"] == "BOUND_AGGREGATE")


def _functions(plans: Plans) -> Iterator[Plan]:
    pending: list[object] = list(plans)
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict) and not _is_decided(node):
            if node.get("expression_class") == "BOUND_FUNCTION":
                yield node
            pending += node.values()


def _is_decided(node: Plan) -> bool:
    """
    `random() < 0`, which is never, and `random() < 2`, which is always: by that the emulation keeps the
    binder from evaluating what only a session knows (pggate/catalog/emulation.py).
    """
    if node.get("type") != "COMPARE_LESSTHAN" or node["left"].get("name") != "random":
        return False
    right = node["right"]
    while right.get("expression_class") == "BOUND_CAST":
        right = right["child"]
    # any integer will do; of a decimal the plan has the digits alone
    of_type: object = right.get("value", {}).get("type", {}).get("id")
    return of_type == "INTEGER"
