"""
Functions and operators whose result has another type in PostgreSQL 15 than in DuckDB, by the types of their
arguments (PostgreSQL 15, 9.3, 9.21, 9.22).

A rule makes what stands in a node's place, and tells its type; None leaves the node alone.  What it makes is
plain SQL, mostly a cast around the call, since views keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pggate.translate import (
    array_results,
    boolean_texts,
    document_types,
    integer_branches,
    moment_results,
    nodes,
    number_texts,
    shown_texts,
    untyped_operands,
)
from pggate.translate import number_results as numbers
from pggate.translate.number_types import FLOATS, exact, is_bare

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pggate.translate.nodes import Node

    Types: TypeAlias = Sequence[Node | None]
    Made: TypeAlias = tuple[Node, Node] | None

CAST: Final = "cast"
"""What a cast to numeric is called in RULES, where no function of this name is."""
GROUPING: Final = "GROUPING_FUNCTION"
"""A bigint of DuckDB's, an integer of PostgreSQL's."""


class Rule(NamedTuple):
    """
    Args:
        asks: May it have something to do, where one argument has this type?
        make: The node and its arguments' types to what stands in its place, and its type.

    """

    asks: Callable[[Node], bool]
    make: Callable[[Node, Types], Made]


def asks(name: str, types: Collection[Node]) -> bool:
    """
    May a call of a function with arguments of such types need an edit?
    """
    rule = RULES.get(name)
    return rule is not None and (any(map(rule.asks, types)) or moment_results.asks(name, types))


def is_wanted(node: Node) -> bool:
    """
    Is there a rule for this node of a tree, by its name?
    """
    if node["class"] == "CAST":
        to = node["cast_type"]
        return not node["try_cast"] and (is_bare(to) or to["id"] in _CAST_TYPES)
    if node["class"] in {"FUNCTION", "WINDOW"}:
        return _rule(node) is not None
    return (
        array_results.is_slice_of_slice(node) or integer_branches.is_wanted(node) or node["type"] == GROUPING
    )


_CAST_TYPES: Final = moment_results.CAST_TYPES | {boolean_texts.BOOLEAN["id"]}


def arguments(node: Node) -> list[Node]:
    """
    What a rule wants to know the types of.
    """
    if node["class"] == "CAST":
        return [node["child"]]
    if node["type"] == GROUPING:
        return []
    if integer_branches.is_choice(node):
        return integer_branches.branches(node)
    if array_results.is_slice_of_slice(node):
        return [node["children"][0]]
    if node["function_name"] == "quantile_cont" and node["class"] == "FUNCTION":
        return [order["expression"] for order in node["order_bys"]["orders"][:1]]
    return list(node["children"])


def literal_type(node: Node) -> Node | None:
    """
    The type of a number in the text, or of a NULL that is cast to one; None for what is no number.
    """
    if nodes.is_cast(node) and nodes.is_constant(node["child"], "NULL"):
        to: Node = node["cast_type"]
        return to if exact(to) or to["id"] in FLOATS else None
    if not nodes.is_constant(node):
        return None
    of_type: Node = node["value"]["type"]
    return of_type if exact(of_type) or of_type["id"] in FLOATS else None


def make(node: Node, types: Types) -> Made:
    """
    What stands in a node's place; None if it stays.
    """
    if node["type"] == GROUPING:
        return numbers.always("INTEGER")({**node, "alias": ""}, types)
    if integer_branches.is_choice(node):
        return integer_branches.widened({**node, "alias": ""}, types)
    if array_results.is_slice_of_slice(node):
        return array_results.sliced({**node, "alias": ""}, types)
    rule = RULES[CAST] if node["class"] == "CAST" else _rule(node)
    return None if rule is None else rule.make({**node, "alias": ""}, types)


def _rule(node: Node) -> Rule | None:
    name = node["function_name"].lower()
    return RULES.get(name) if node["schema"] in {"", "main"} else None


def _cast(node: Node, types: Types) -> Made:
    if is_bare(node["cast_type"]):
        return numbers.as_numeric(node, types)
    return (
        document_types.shown(node, types)
        or moment_results.cast(node, types)
        or number_texts.cast(node, types)
        or shown_texts.cast(node, types)
        or boolean_texts.cast(node, types)
    )


def _joined(node: Node, types: Types) -> Made:
    return (
        document_types.concatenated(node, types)
        or array_results.joined(node, types)
        or untyped_operands.joined(node, types)
        or number_texts.joined(node, types)
    )


def _is_joined(of_type: Node) -> bool:
    if document_types.is_json(of_type) or array_results.is_list(of_type):
        return True
    return untyped_operands.is_bytes(of_type) or number_texts.is_written_otherwise(of_type)


def _any(_: Node) -> bool:
    return True


# fmt: off
_BY_NAMES: Final[Mapping[tuple[str, ...], Rule]] = {
    ("sum",):                                 Rule(numbers.is_small_sum, numbers.total),
    ("avg", "mean"):                          Rule(numbers.is_exact, numbers.average),
    ("stddev", "stddev_samp", "stddev_pop",
     "variance", "var_samp", "var_pop"): Rule(numbers.is_exact, numbers.deviation),
    ("quantile_cont",):                       Rule(numbers.is_number, numbers.percentile),
    ("ntile",):                               Rule(_any, numbers.always("INTEGER")),
    ("regr_count",):                          Rule(_any, numbers.always("BIGINT")),
    ("generate_series",):                     Rule(numbers.is_exact, numbers.series),
    ("<<",):                                  Rule(numbers.is_exact, numbers.shifted),
    ("/",):                                   Rule(numbers.is_divided, numbers.divided),
    ("+", "-"):                               Rule(numbers.is_operand, numbers.calculated),
    ("*",):                                   Rule(numbers.has_many_decimals, numbers.multiplied),
    ("ceil", "ceiling", "floor", "sign"):     Rule(numbers.is_number, numbers.to_whole),
    ("round",):                               Rule(numbers.is_number, numbers.rounded),
    ("trunc",):                               Rule(numbers.is_number, numbers.truncated),
    ("sqrt", "ln", "log10", "|/"):            Rule(numbers.is_numeric, numbers.as_double(numbers.FINE)),
    ("log",):                                 Rule(numbers.is_exact, numbers.logarithm),
    ("exp", "power", "pow", "^", "**"):       Rule(numbers.is_numeric, numbers.as_double(numbers.WIDE)),
    ("gcd", "lcm"):                           Rule(numbers.is_exact, numbers.common_divisor),
    ("greatest", "least"):                    Rule(integer_branches.is_small, integer_branches.widened),
    ("||",):                                  Rule(_is_joined, _joined),
    ("concat", "concat_ws"):                  Rule(shown_texts.is_shown_otherwise, shown_texts.concatenated),
    ("unnest",):                              Rule(array_results.is_nested, array_results.unnested),
    ("array_slice",):                         Rule(array_results.is_nested, array_results.sliced),
    (CAST,):                                  Rule(_any, _cast),
}
# fmt: on


def _with_moments(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    """
    The rules, and after them those for dates and times, which say by themselves where they ask
    (moment_results).
    """
    nothing = Rule(lambda _: False, lambda _node, _types: None)
    return dict(rules) | {
        name: _either(rules.get(name, nothing), second) for name, second in moment_results.RULES.items()
    }


def _either(first: Rule, second: Callable[[Node, Types], Made]) -> Rule:
    return Rule(first.asks, lambda node, types: first.make(node, types) or second(node, types))


RULES: Final[Mapping[str, Rule]] = _with_moments(
    {name: rule for names, rule in _BY_NAMES.items() for name in names}
)
