"""
A string literal as a column of one side of UNION, INTERSECT or EXCEPT is of the other side's type (PostgreSQL
15, 10.5): `SELECT id FROM t UNION SELECT '7'` gives integers.  DuckDB makes texts of all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.columns import common_types, names
from pggate.translate.numbers import decimal_branches
from pggate.translate.numbers.quotients import cast
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes, probes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

OPERATORS: Final = frozenset({"LOGICAL_UNION", "LOGICAL_EXCEPT", "LOGICAL_INTERSECT"})
_TEXT: Final = "VARCHAR"
_WORDS: Final = frozenset({"union", "intersect", "except"})
_ENDS_LIST: Final = _WORDS | words("from where group having order limit offset fetch ;")
_BEFORE_ITEM: Final = frozenset({"select", "distinct", "all", ","})
_BEHIND_ITEM: Final = _ENDS_LIST | {",", ")", "as", ""}


def asks(operator: Mapping[str, Any]) -> bool:
    """
    Does one of these operators of a plan make texts of a column beside a string literal, or does a numeric
    lose decimals?
    """
    sides = [child["expressions"] for child in operator["children"] if child["type"] == "LOGICAL_PROJECTION"]
    return any(
        (any(map(_is_literal, column)) and any(map(_is_made_text, column))) or decimal_branches.loses(column)
        for column in zip(*sides, strict=False)
    )


def _is_literal(expression: Mapping[str, Any]) -> bool:
    is_constant = expression["expression_class"] == "BOUND_CONSTANT"
    return bool(is_constant and expression["value"]["type"]["id"] == _TEXT)


def _is_made_text(expression: Mapping[str, Any]) -> bool:
    is_cast = expression["expression_class"] == "BOUND_CAST"
    return bool(is_cast and expression["return_type"]["id"] == _TEXT)


def stands_free(tokens: Tokens) -> bool:
    """
    May a string literal be the column of one side, and a number that of another? What else there may be
    beside a literal the plan tells.
    """
    if _WORDS.isdisjoint(token.word for token in tokens):
        return False
    kinds: dict[int, set[Kind]] = {}
    for i, token in enumerate(tokens):
        if token.word == "select":
            for place, kind in _lone_items(tokens, i + 1):
                kinds.setdefault(place, set()).add(kind)
    return any({Kind.STRING, Kind.NUMBER} <= found for found in kinds.values())


def _lone_items(tokens: Tokens, start: int) -> Iterator[tuple[int, Kind]]:
    """
    The places and kinds of the items of a select list that are one token.
    """
    depth = place = 0
    for i in range(start, len(tokens)):
        word = tokens[i].word
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(word, 0)
        if depth < 0 or (depth == 0 and word in _ENDS_LIST):
            return
        if depth == 0 and word == ",":
            place += 1
        elif word_at(tokens, i - 1) in _BEFORE_ITEM and word_at(tokens, i + 1) in _BEHIND_ITEM:
            yield place, tokens[i].kind


def give_types(tree: Tree) -> None:
    """
    Give literals the type of what they stand with, as far as the text tells it, in place.

    Raises:
        InvalidTextRepresentation: A literal is no number of the type.

    """
    for column in _columns(tree, common_types.is_untyped):
        others = [item for item in column if not _has_no_type(item)]
        written = [common_types.written_type(item) for item in others]
        _give([of_type for of_type in written if of_type is not None], others, column)


def edit(tree: Tree, sql: str, ask: Callable[[Tree], Mapping[int, Node]]) -> bool:
    """
    Give the others the type of what they stand with, and numerics as many decimals as one of them has, in
    place.  Was there any?

    Args:
        sql: The text of which it is the tree: it tells what the columns are called.
        ask: Has a probe bound: number → type.

    Raises:
        InvalidTextRepresentation: A literal is no number of the type.

    """
    columns = list(_columns(tree, _is_open))
    items = {id(item): item for column in columns for item in column if not _has_no_type(item)}
    if not items:
        return False
    names.name_columns(tree, sql, outermost=True)
    types = _types(tree, items, ask)
    made = False
    for column in columns:
        others = [item for item in column if id(item) in items]
        known = [types[id(item)] for item in others if id(item) in types]
        made |= _give(known, others, column) or _keep_decimals(known, others)
    return made


def _is_open(item: Node) -> bool:
    """
    May the type of the others be another one than DuckDB makes of them?
    """
    return common_types.is_untyped(item) or nodes.is_constant(item, "DECIMAL")


def _keep_decimals(types: Sequence[Node], items: Sequence[Node]) -> bool:
    to = decimal_branches.common(types) if len(types) == len(items) else None
    for item, of_type in zip(items, types, strict=False):
        if to is not None and of_type != to:
            made = cast({**item, "alias": ""}, to)
            alias = item["alias"]
            item.clear()
            item.update(made, alias=alias)
    return to is not None


def _give(types: Sequence[Node], others: Sequence[Node], column: Sequence[Node]) -> bool:
    """
    Make literals of a column what these types of all others become.
    """
    to = common_types.common_type(types) if len(types) == len(others) else None
    if to is None:
        return False
    made = False
    for item in filter(common_types.is_untyped, column):
        literal = common_types.as_type(item, to)
        if literal is not None:
            item.clear()
            item.update(literal)
            made = True
    return made


def _columns(tree: Tree, is_wanted: Callable[[Node], bool]) -> Iterator[Sequence[Node]]:
    """
    The items that make a column together, a wanted one among them, of the set operations whose columns the
    text tells.
    """
    inner: set[int] = set()
    for node in nodes.walk(tree["node"]):
        if node.get("type") != "SET_OPERATION_NODE":
            continue
        inner |= {id(node["left"]), id(node["right"])}
        if id(node) not in inner and not nodes.is_by_name(node):
            lists = [query.get("select_list", ()) for query in nodes.selects(node)]
            if not any(item["class"] == "STAR" for items in lists for item in items):
                yield from (column for column in zip(*lists, strict=False) if any(map(is_wanted, column)))


def _has_no_type(item: Node) -> bool:
    return common_types.is_untyped(item) or nodes.is_constant(item, "NULL") or nodes.is_parameter(item)


def _types(
    tree: Tree, items: Mapping[int, Node], ask: Callable[[Tree], Mapping[int, Node]]
) -> dict[int, Node]:
    """
    The type of each item as far as the text tells it, or a probe.
    """
    written = {place: common_types.written_type(item) for place, item in items.items()}
    known = {place: of_type for place, of_type in written.items() if of_type is not None}
    scopes = probes.scopes(tree, lambda node: id(node) in items and id(node) not in known)
    numbers = probes.numbered((scope, node) for scope in scopes for node in scope.found)
    answers = ask(probes.probe(tree, numbers)) if numbers else {}
    return known | {place: answers[number] for place, number in numbers.items() if number in answers}
