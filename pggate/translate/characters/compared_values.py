"""
Texts that are compared with a char(n), whose trailing blanks mean nothing then (PostgreSQL 15, 8.3).

A lake keeps the values of char(n) without them, so what stands beside one loses them, too; a bpchar without a
length has its own.  Beside a text it is the char(n) that is a text, without its blanks (10.2):

    c = 'a  '      c = 'a'
    c = $1         c = rtrim($1, ' ')
    c = v          c = rtrim(v, ' ')        of a varchar
    b = t          rtrim(b, ' ') = t        of a bpchar and a text
    c = ANY ($1)   c = ANY (list_transform($1, "~1" -> rtrim("~1", ' ')))
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.arrays.nested_arrays import innermost, mapped
from pggate.translate.arrays.quantified_operands import array_of
from pggate.translate.characters.character_types import MARK
from pggate.translate.characters.written_kinds import TextKind, Written
from pggate.translate.trees import nodes, probes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree


class Comparison(NamedTuple):
    """
    Expressions that are compared.

    Args:
        is_list: The first one with an array of the others, all of which become of one type (10.5).
        array: The first one with the items of this one, of which the others are written out.

    """

    operands: tuple[Node, ...]
    is_list: bool = False
    array: Node | None = None


BPCHAR: Final = frozenset({TextKind.FIXED, TextKind.BLANK})
_TRIMMED: Final = frozenset({TextKind.BLANK, TextKind.VARYING, TextKind.UNTYPED, TextKind.OTHER})


def edit(tree: Tree, written: Written, ask: Callable[[Tree], Mapping[int, TextKind]]) -> bool:
    """
    Take the blanks of what is compared with a char(n), in place; were there any?

    Args:
        written: What the text tells of which it is the tree.
        ask: Has a probe bound: number → what kind of text the expression is.

    """
    scopes = probes.scopes(tree, _compares)
    found = [(scope, one) for scope in scopes for node in scope.found for one in comparisons(node)]
    inside = {id(item): scope for scope in scopes for item in scope.query.get("select_list", ())}
    asked = [
        (inside.get(id(side), scope), side)
        for scope, one in found
        for side in one.operands
        if written.kind(side) is None
    ]
    numbers = probes.numbered(asked)
    answers = ask(probes.probe(tree, numbers)) if asked else {}

    def kind_of(side: Node) -> TextKind:
        kind = written.kind(side)
        return answers.get(numbers.get(id(side), 0), TextKind.OTHER) if kind is None else kind

    with_blanks = {id(side): side for _, one in found for side in _with_blanks(one, kind_of)}
    arrays = {id(one.array) for _, one in found if one.array is not None}
    nullifs = [node for scope in scopes for node in scope.found if _is_nullif(node)]
    spelled = [node for node in nullifs if with_blanks.pop(id(node["children"][0]), None) is not None]
    changed = [_trim_items(side) if place in arrays else _trim(side) for place, side in with_blanks.items()]
    for node in spelled:
        case = _written_out(node)
        node.clear()
        node.update(case)
    return any(changed) or bool(spelled)


def comparisons(node: Node) -> Iterator[Comparison]:
    """
    What such a node compares, as far as it may be texts.
    """
    for one in _compared(node):
        if all(map(_may_be_text, one.operands)):
            yield one


def _written_out(nullif: Node) -> Node:
    """
    NULLIF(a, b) as what it stands for: a bpchar that keeps the blanks without which it is compared.
    """
    value, other = nullif["children"]
    same = {"when_expr": _equal(without_blanks(value), other), "then_expr": nodes.constant(None)}
    kept = nodes.function(f"{MARK}padded", [value], catalog="~pg", schema="~catalog")
    return {**_node("CASE", "CASE_EXPR"), "alias": nullif["alias"], "case_checks": [same], "else_expr": kept}


def _is_nullif(node: Node) -> bool:
    return node.get("function_name") == "nullif" and len(node["children"]) == 2


def _equal(left: Node, right: Node) -> Node:
    return {**_node("COMPARISON", "COMPARE_EQUAL"), "left": left, "right": right}


def _node(of_class: str, of_type: str) -> Node:
    return {"class": of_class, "type": of_type, "alias": "", "query_location": nodes.NOWHERE}


def _compares(node: Node) -> bool:
    is_in = node["type"] in {"COMPARE_IN", "COMPARE_NOT_IN"}
    is_any = node["class"] == "SUBQUERY" and node["subquery_type"] == "ANY"
    return is_in or is_any or _is_nullif(node) or node["class"] in {"COMPARISON", "BETWEEN"}


def _compared(node: Node) -> Iterator[Comparison]:
    match node["class"]:
        case "COMPARISON":
            yield from _pairs(node["left"], node["right"])
        case "BETWEEN":
            yield Comparison((node["input"], node["lower"]))
            yield Comparison((node["input"], node["upper"]))
        case "FUNCTION":
            yield Comparison(tuple(node["children"]))
        case "SUBQUERY":
            yield from _with_rows(node)
        case _:
            yield from _in_list(node["children"])


def _in_list(children: Sequence[Node]) -> Iterator[Comparison]:
    """
    Items with columns are compared one by one (parse_expr.c, transformAExprIn).
    """
    value, *items = children
    constant = [item for item in items if not _has_columns(item)]
    if len(constant) > 1 and not _is_row(value):
        yield Comparison((value, *constant), is_list=True)
    for item in items:
        if len(constant) < 2 or _is_row(value) or _has_columns(item):
            yield from _pairs(value, item)


def _with_rows(subquery: Node) -> Iterator[Comparison]:
    """
    c IN (SELECT ...), whose columns are its select list, and c = ANY (array), which is one of its items.
    """
    query, value = subquery["subquery"]["node"], subquery["child"]
    items = query.get("select_list", ())
    array = array_of(subquery) if query.get("from_table", {}).get("type") == "EMPTY" else None
    if array is not None:
        yield _with_items(value, array)
        return
    if any(item["class"] == "STAR" for item in items):
        return
    values = value["children"] if _is_row(value) else [value]
    if len(values) == len(items) and not query.get("group_expressions"):
        yield from (Comparison(pair) for pair in zip(values, items, strict=True))


def _with_items(value: Node, array: Node) -> Comparison:
    """Of several dimensions the array is flattened."""
    whole = array
    while whole.get("function_name") == "flatten":
        whole = whole["children"][0]
    if whole is array and array.get("type") == "ARRAY_CONSTRUCTOR":
        return Comparison((value, *array["children"]), array=array)
    return Comparison((value, whole), array=array)


def _pairs(left: Node, right: Node) -> Iterator[Comparison]:
    if not (_is_row(left) and _is_row(right)):
        yield Comparison((left, right))
    elif len(left["children"]) == len(right["children"]):
        for pair in zip(left["children"], right["children"], strict=True):
            yield from _pairs(*pair)


def _is_row(node: Node) -> bool:
    return node.get("function_name") == "row"


def _has_columns(node: Node) -> bool:
    return any(part.get("class") == "COLUMN_REF" for part in nodes.walk(node))


def _may_be_text(node: Node) -> bool:
    """Numbers and the like are not."""
    if nodes.is_constant(node):
        return nodes.is_constant(node, "VARCHAR") or nodes.is_constant(node, "NULL")
    return not nodes.is_cast(node) or innermost(node["cast_type"])[0]["id"] == "VARCHAR"


def _with_blanks(comparison: Comparison, kind_of: Callable[[Node], TextKind]) -> Sequence[Node]:
    """
    Those whose blanks have to go.
    """
    operands = comparison.operands
    kinds = [kind_of(operand) for operand in operands]
    if comparison.array is not None:
        return _with_blanks_of(comparison.array, operands, kinds)
    if not BPCHAR.intersection(kinds):
        return ()
    first = next(kind for kind in kinds if kind is not TextKind.UNTYPED)
    is_text = first not in BPCHAR if comparison.is_list else TextKind.OTHER in kinds
    taken = {TextKind.BLANK} if is_text else _TRIMMED
    return [operand for operand, kind in zip(operands, kinds, strict=True) if kind in taken]


def _with_blanks_of(array: Node, operands: Sequence[Node], kinds: Sequence[TextKind]) -> Sequence[Node]:
    """
    What stands in ARRAY[...] becomes of one type before anything is compared with it: literals are texts.
    """
    value, kind, items = operands[0], kinds[0], kinds[1:]
    if array.get("type") == "ARRAY_CONSTRUCTOR":
        typed = [one for one in items if one is not TextKind.UNTYPED]
        items = typed[:1] or [TextKind.OTHER]
    (of_items,) = items
    if BPCHAR.isdisjoint({kind, of_items}):
        return ()
    taken = {TextKind.BLANK} if TextKind.OTHER in {kind, of_items} else _TRIMMED
    return [side for side, one in ((value, kind), (array, of_items)) if one in taken]


def _trim_items(array: Node) -> bool:
    """
    Of what is written out each item, of another array in a lambda.
    """
    if array.get("type") == "ARRAY_CONSTRUCTOR":
        changed = [_trim(item) for item in array["children"]]
        return any(changed)
    alias = array["alias"]
    made = mapped(copy.deepcopy({**array, "alias": ""}), 1, without_blanks)
    array.clear()
    array.update(made, alias=alias)
    return True


def _trim(node: Node) -> bool:
    trimmed, alias = without_blanks(node), node["alias"]
    if nodes.is_constant(node) and trimmed["value"] == node["value"]:
        return False
    node.clear()
    node.update(trimmed, alias=alias)
    return True


def without_blanks(node: Node) -> Node:
    """
    A text without its trailing blanks.
    """
    if nodes.is_constant(node, "VARCHAR"):
        return nodes.constant(str(node["value"]["value"]).rstrip(" "))
    if nodes.is_constant(node):
        return node
    value = copy.deepcopy({**node, "alias": ""})
    return nodes.function("rtrim", [value, nodes.constant(" ")], catalog="system", schema="main")
