"""
Functions and operators whose result has another type in PostgreSQL 15 than in DuckDB, by the types of their
arguments (PostgreSQL 15, 9.3, 9.21, 9.22).

A rule makes what stands in a node's place, and tells its type; None leaves the node alone.  What it makes is
plain SQL, mostly a cast around the call, since views keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pggate.translate.arrays import array_results, item_calls, nested_arrays, numeric_arrays, subscripts
from pggate.translate.columns import nullifs
from pggate.translate.dates import moment_results
from pggate.translate.numbers import aggregate_results as aggregates
from pggate.translate.numbers import arithmetic_results as arithmetic
from pggate.translate.numbers import (
    decimal_branches,
    exact_floats,
    float_comparisons,
    integer_branches,
    number_texts,
    read_numbers,
    untyped_operands,
    window_defaults,
)
from pggate.translate.numbers import number_results as numbers
from pggate.translate.numbers import rounded_results as rounding
from pggate.translate.results import (
    bit_results,
    boolean_texts,
    bytes_casts,
    document_types,
    item_casts,
    known_oids,
    label_choices,
    read_texts,
    refused_calls,
    row_nulls,
    shown_texts,
)
from pggate.translate.trees import choices, nodes
from pggate.translate.trees.number_types import FLOATS, exact, is_bare, is_exact, is_number, is_numeric

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pggate.translate.trees.nodes import Node

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
        is_numeric = is_bare(to) or numeric_arrays.is_wanted(to)
        is_wanted = is_numeric or to["id"] in _CAST_TYPES or array_results.is_list(to)
        return is_wanted and not node["try_cast"]
    if known_oids.is_wanted(node):
        return True
    if node["class"] in {"FUNCTION", "WINDOW"}:
        return _rule(node) is not None
    if subscripts.is_subscript(node) or array_results.is_constructor(node):
        return True
    if node["type"] == GROUPING or float_comparisons.is_wanted(node):
        return True
    return choices.is_choice(node) or row_nulls.is_test(node)


_CAST_TYPES: Final = (
    moment_results.CAST_TYPES
    | read_numbers.TYPES
    | read_texts.TYPES
    | {boolean_texts.BOOLEAN["id"], bytes_casts.BYTES["id"]}
)


def keeps_type(node: Node) -> bool:
    """
    Is what stands in its place of the same type, so that nothing around it has to be asked again?
    """
    return known_oids.is_wanted(node)


def arguments(node: Node) -> list[Node]:
    """
    What a rule wants to know the types of.
    """
    if node["class"] == "CAST":
        return [node["child"]]
    if node["type"] == GROUPING:
        return []
    if choices.is_choice(node):
        return choices.branches(node)
    if float_comparisons.is_wanted(node):
        return [float_comparisons.subject(node)]
    if subscripts.is_subscript(node):
        return subscripts.parts(node)
    return _call_arguments(node) if "function_name" in node else list(node["children"])


def _call_arguments(call: Node) -> list[Node]:
    name, is_window = call["function_name"], call["class"] == "WINDOW"
    if item_calls.is_call(call):
        return [item_calls.array(call)]
    if known_oids.is_wanted(call):
        return [known_oids.given(call)]
    if is_window and name in window_defaults.NAMES:
        return window_defaults.arguments(call)
    if not is_window and name == "quantile_cont":
        return [order["expression"] for order in call["order_bys"]["orders"][:1]]
    return list(call["children"])


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
    if subscripts.is_subscript(node):
        return subscripts.read(node, types)
    for is_one, made in _BY_SHAPE:
        if is_one(node):
            return made({**node, "alias": ""}, types)
    rule = RULES[CAST] if node["class"] == "CAST" else _rule(node)
    return None if rule is None else rule.make({**node, "alias": ""}, types)


def _rule(node: Node) -> Rule | None:
    name = node["function_name"].lower()
    if name in item_calls.NAMES:
        return RULES[name] if item_calls.is_call(node) else None
    return RULES.get(name) if node["schema"] in {"", "main"} else None


def _cast(node: Node, types: Types) -> Made:
    if is_bare(node["cast_type"]):
        return numbers.as_numeric(node, types) or read_numbers.cast(node, types)
    if numeric_arrays.is_wanted(node["cast_type"]):
        kept = numeric_arrays.kept(node, types) or array_results.cast(node, types)
        return kept or item_casts.cast(node, types) or read_texts.cast(node, types)
    if array_results.is_list(node["cast_type"]):
        return array_results.cast(node, types) or item_casts.cast(node, types) or read_texts.cast(node, types)
    return (
        document_types.shown(node, types)
        or moment_results.cast(node, types)
        or read_numbers.cast(node, types)
        or exact_floats.cast(node, types)
        or number_texts.cast(node, types)
        or shown_texts.cast(node, types)
        or boolean_texts.cast(node, types)
        or bytes_casts.cast(node, types)
        or read_texts.cast(node, types)
    )


def _joined(node: Node, types: Types) -> Made:
    return (
        document_types.concatenated(node, types)
        or document_types.joined(node, types)
        or array_results.joined(node, types)
        or untyped_operands.joined(node, types)
        or bit_results.joined(node, types)
        or number_texts.joined(node, types)
    )


def _chosen(node: Node, types: Types) -> Made:
    return (
        integer_branches.widened(node, types)
        or decimal_branches.kept(node, types)
        or label_choices.chosen(node, types)
    )


def _constructed(node: Node, types: Types) -> Made:
    return array_results.constructed(node, types) or label_choices.constructed(node, types)


_BY_SHAPE: Final[Sequence[tuple[Callable[[Node], bool], Callable[[Node, Types], Made]]]] = (
    (choices.is_choice, _chosen),
    (array_results.is_constructor, _constructed),
    (row_nulls.is_test, row_nulls.tested),
    (float_comparisons.is_wanted, float_comparisons.compared),
    (known_oids.is_wanted, known_oids.as_it_is),
)
"""What is known by the shape of its node, and the edit."""


def _is_joined(of_type: Node) -> bool:
    if document_types.is_json(of_type) or document_types.is_row(of_type) or array_results.is_list(of_type):
        return True
    if untyped_operands.is_bytes(of_type) or bit_results.is_bits(of_type):
        return True
    return number_texts.is_written_otherwise(of_type)


def _gathered(node: Node, types: Types) -> Made:
    return refused_calls.gathered(node) if untyped_operands.is_bytes(types[0]) and len(types) == 2 else None


def _shifted(node: Node, types: Types) -> Made:
    return bit_results.shifted(node, types) or arithmetic.shifted(node, types)


def _is_shifted(of_type: Node) -> bool:
    return bit_results.is_bits(of_type) or integer_branches.is_small(of_type)


def _shifted_right(node: Node, types: Types) -> Made:
    return bit_results.shifted(node, types) or arithmetic.shifted_right(node, types)


def _any(_: Node) -> bool:
    return True


# fmt: off
_BY_NAMES: Final[Mapping[tuple[str, ...], Rule]] = {
    ("sum",):                                 Rule(aggregates.is_small_sum, aggregates.total),
    ("avg", "mean"):                          Rule(is_exact, aggregates.average),
    ("stddev", "stddev_samp", "stddev_pop",
     "variance", "var_samp", "var_pop"): Rule(is_number, aggregates.deviation),
    ("quantile_cont",):                       Rule(is_number, aggregates.percentile),
    ("corr", "regr_slope"):                   Rule(_any, aggregates.defined),
    ("ntile",):                               Rule(_any, numbers.always("INTEGER")),
    ("regr_count",):                          Rule(_any, numbers.always("BIGINT")),
    ("generate_series",):                     Rule(is_exact, numbers.series),
    ("<<",):                                  Rule(_any, _shifted),
    (">>",):                                  Rule(_is_shifted, _shifted_right),
    ("%", "&", "|", "xor"):                   Rule(integer_branches.is_small, arithmetic.with_integer),
    tuple(window_defaults.NAMES):             Rule(lambda _: False, window_defaults.typed),
    ("/",):                                   Rule(arithmetic.is_divided, arithmetic.divided),
    ("+", "-"):                               Rule(arithmetic.is_operand, arithmetic.calculated),
    ("*",):                                   Rule(arithmetic.has_many_decimals, arithmetic.multiplied),
    ("ceil", "ceiling", "floor", "sign"):     Rule(is_number, rounding.to_whole),
    ("round",):                               Rule(is_number, rounding.rounded),
    ("trunc",):                               Rule(is_number, rounding.truncated),
    ("sqrt", "ln", "log10", "|/"):            Rule(is_numeric, numbers.as_double(numbers.FINE)),
    ("log",):                                 Rule(is_exact, numbers.logarithm),
    ("exp", "power", "pow", "^", "**"):       Rule(is_numeric, numbers.as_double(numbers.WIDE)),
    ("gcd", "lcm"):                           Rule(is_exact, numbers.common_divisor),
    ("greatest", "least"):                    Rule(integer_branches.is_small, _chosen),
    ("nullif",):                              Rule(_any, nullifs.typed),
    ("||",):                                  Rule(_is_joined, _joined),
    ("string_agg",):                          Rule(untyped_operands.is_bytes, _gathered),
    ("overlay",):                             Rule(bit_results.is_bits, bit_results.overlaid),
    ("concat", "concat_ws", "~format"):       Rule(shown_texts.is_shown_otherwise, shown_texts.concatenated),
    ("unnest",):                              Rule(array_results.is_nested, array_results.unnested),
    ("array_agg",):                           Rule(array_results.is_list, array_results.accumulated),
    ("list_value",):                          Rule(integer_branches.is_small, _constructed),
    tuple(nested_arrays.CONTAINMENTS):        Rule(array_results.is_nested, array_results.contained),
    ("array_to_string", "to_json"):           Rule(array_results.is_nested, array_results.written),
    array_results.ELEMENT_CALLS:              Rule(array_results.is_nested, array_results.by_elements),
    tuple(item_calls.NAMES):                  Rule(array_results.is_nested, item_calls.deepened),
    ("~jsonb_each_of",):                      Rule(array_results.is_nested, document_types.normal_items),
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
