"""
What the operators of a plan do to its columns: a table, from a query's outermost operator to its scans.

A reader says what is known of a relation's column, of an expression over columns, and of columns that become
one; the walk brings it to the place where the query has it.  An operator that the table does not name has no
columns that are known, nor has what joins it.  Shapes: json_serialize_plan of duckdb 1.5.5, where a column is
told by its place below (BOUND_REF).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from pggate.engine.definitions import Relation
from pggate.engine.unresolved_columns import by_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Plan: TypeAlias = Mapping[str, Any]

Known = TypeVar("Known")
"""What a reader knows of one column."""


class PlanReader(ABC, Generic[Known]):
    """
    What is known of the columns of one plan; used once.
    """

    def __init__(self) -> None:
        self.common: dict[int, tuple[Known, ...]] = {}
        """The columns of common table expressions, by their numbers."""
        self.outer: list[tuple[Known, ...]] = []
        """The columns that correlated queries take from outside, the innermost last."""

    @property
    @abstractmethod
    def nothing(self) -> Known:
        """Of a column of which nothing is known."""

    @abstractmethod
    def scanned(self, relation: Relation | None, name: str) -> Known:
        """Of a column of a relation; None is a function in FROM."""

    @abstractmethod
    def expressed(self, expression: Plan, below: Sequence[Known]) -> Known:
        """Of an expression over columns."""

    @abstractmethod
    def merged(self, parts: Sequence[tuple[Plan | None, Known]]) -> Known:
        """
        Of a column of VALUES, UNION and the like.

        Args:
            parts: What it is made of: the expression, where the plan has one, and what is known of it.

        """

    def columns(self, plan: Plan) -> tuple[Known, ...]:
        """One for each column of an operator; none at all where they are not known."""
        walk = _OPERATORS.get(plan["type"])
        return () if walk is None else walk(self, plan)


def at_place(reference: Plan, below: Sequence[Known], nothing: Known) -> Known:
    """What is known of the column that a BOUND_REF is."""
    place = reference["index"]
    return below[place] if place < len(below) else nothing


def of_items(call: Plan) -> Plan | None:
    """
    What list_transform makes of each item: an expression over the call's arguments, in the place of the first
    of which the item stands.  None of another expression.
    """
    if call.get("name") != "list_transform":
        return None
    body: Plan | None = (call.get("function_data") or {}).get("lambda_expr")
    return body


def _passed(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    return reader.columns(plan["children"][0])


def _joined(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    left = reader.columns(plan["children"][0])
    right = _right(reader, plan, left)
    if not left or not right:
        return ()
    match plan.get("join_type"):
        case "SEMI" | "ANTI":
            return left
        case "MARK":  # IN and its like: whether there is such a row
            return (*left, reader.nothing)
        case _:
            return left + right


def _right(reader: PlanReader[Known], plan: Plan, left: Sequence[Known]) -> tuple[Known, ...]:
    """The columns of a join's right side, which may take columns of the left one (LOGICAL_DELIM_GET)."""
    taken = plan.get("duplicate_eliminated_columns") or ()
    if taken:
        reader.outer.append(tuple(reader.expressed(each, left) for each in taken))
    right = reader.columns(plan["children"][1])
    if taken:
        reader.outer.pop()
    return right


def _scanned(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    data = plan.get("function_data") or {}
    relation = Relation(data["catalog"], data["schema"], data["table"]) if "table" in data else None
    names = plan["names"]
    read = [each["index"] for each in plan["column_indexes"]]
    places = [read[at] for at in plan["projection_ids"]] or read
    below = _taken_in(reader, plan["children"][0]) if plan["children"] else ()
    # rowid and other columns that nobody declares have places of their own, far behind
    own = tuple(
        _item(reader, plan, below)
        if place == 0 and below and plan["name"] == _UNNEST
        else reader.scanned(relation, names[place])
        if place < len(names)
        else reader.nothing
        for place in places
    )
    return own + tuple(at_place({"index": place}, below, reader.nothing) for place in plan["projected_input"])


_UNNEST: Final = "unnest"


def _taken_in(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    """
    What a function in FROM takes, where duckdb 1.5.5 leaves columns told by the operator that has them.
    """
    if plan["type"] != "LOGICAL_PROJECTION" or "table_index" not in plan["children"][0]:
        return reader.columns(plan)
    source = plan["children"][0]["table_index"]
    return reader.columns({**plan, "expressions": by_place(plan["expressions"], source)})


def _item(reader: PlanReader[Known], unnest: Plan, below: Sequence[Known]) -> Known:
    """
    What unnest() in FROM gives of an array of the same row, the first column below: as it does in a list.
    """
    array = {"expression_class": "BOUND_REF", "type": "BOUND_REF", "index": 0}
    of_array, of_item = unnest["input_table_types"][0], unnest["returned_types"][0]
    item = {"expression_class": "BOUND_UNNEST", "type": "BOUND_UNNEST", "return_type": of_item}
    return reader.expressed({**item, "child": {**array, "return_type": of_array}}, below)


def _projected(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    below = reader.columns(plan["children"][0])
    return tuple(reader.expressed(expression, below) for expression in plan["expressions"])


def _appended(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    below = reader.columns(plan["children"][0])
    added = tuple(reader.expressed(expression, below) for expression in plan["expressions"])
    return below and below + added


def _grouped(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    below = reader.columns(plan["children"][0])
    expressions = (*plan["groups"], *plan["expressions"])
    columns = tuple(reader.expressed(expression, below) for expression in expressions)
    return columns + (reader.nothing,) * len(plan["grouping_functions"])


def _listed(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    rows = ([(cell, reader.expressed(cell, ())) for cell in row] for row in plan["expressions"])
    return tuple(map(reader.merged, zip(*rows, strict=True)))


def _combined(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    sides = [_written(reader, child) for child in plan["children"]]
    return tuple(map(reader.merged, zip(*sides, strict=False)))


def _written(reader: PlanReader[Known], plan: Plan) -> list[tuple[Plan | None, Known]]:
    """The columns of one side of a UNION, each with its expression."""
    columns = reader.columns(plan)
    expressions = plan["expressions"] if plan["type"] == "LOGICAL_PROJECTION" else (None,) * len(columns)
    return list(zip(expressions, columns, strict=True))


def _defined(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    query, rest = plan["children"]
    reader.common[plan["table_index"]] = reader.columns(query)
    return reader.columns(rest)


def _recursive(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    """PostgreSQL, too, takes a recursive query for what it begins with."""
    start, _ = plan["children"]
    reader.common[plan["table_index"]] = reader.columns(start)
    return reader.common[plan["table_index"]]


def _referred(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    return reader.common.get(plan["cte_index"]) or (reader.nothing,) * len(plan["chunk_types"])


def _taken(reader: PlanReader[Known], plan: Plan) -> tuple[Known, ...]:
    return reader.outer[-1] if reader.outer else (reader.nothing,) * len(plan["chunk_types"])


def _one_row(reader: PlanReader[Known], _: Plan) -> tuple[Known, ...]:
    return (reader.nothing,)


_Walk: TypeAlias = "Callable[[PlanReader[Any], Plan], tuple[Any, ...]]"

# fmt: off
_OPERATORS: Final[Mapping[str, _Walk]] = {
    "LOGICAL_GET":                    _scanned,
    "LOGICAL_DUMMY_SCAN":             _one_row,
    "LOGICAL_EXPRESSION_GET":         _listed,
    "LOGICAL_CTE_REF":                _referred,
    "LOGICAL_DELIM_GET":              _taken,
    "LOGICAL_FILTER":                 _passed,
    "LOGICAL_ORDER_BY":               _passed,
    "LOGICAL_TOP_N":                  _passed,
    "LOGICAL_LIMIT":                  _passed,
    "LOGICAL_DISTINCT":               _passed,
    "LOGICAL_SAMPLE":                 _passed,
    "LOGICAL_PROJECTION":             _projected,
    "LOGICAL_WINDOW":                 _appended,
    "LOGICAL_UNNEST":                 _appended,
    "LOGICAL_AGGREGATE_AND_GROUP_BY": _grouped,
    "LOGICAL_COMPARISON_JOIN":        _joined,
    "LOGICAL_ANY_JOIN":               _joined,
    "LOGICAL_DELIM_JOIN":             _joined,
    "LOGICAL_DEPENDENT_JOIN":         _joined,
    "LOGICAL_ASOF_JOIN":              _joined,
    "LOGICAL_CROSS_PRODUCT":          _joined,
    "LOGICAL_POSITIONAL_JOIN":        _joined,
    "LOGICAL_UNION":                  _combined,
    "LOGICAL_EXCEPT":                 _combined,
    "LOGICAL_INTERSECT":              _combined,
    "LOGICAL_MATERIALIZED_CTE":       _defined,
    "LOGICAL_RECURSIVE_CTE":          _recursive,
}
# fmt: on

PASSING: Final = frozenset(operator for operator, walk in _OPERATORS.items() if walk is _passed)
"""Operators whose columns are those of their only child."""
