"""
Columns of UNION, INTERSECT, EXCEPT and VALUES that are of several char(n)s, or of one and of texts: such a
column has no length, and each value the blanks that it had (PostgreSQL 15, 10.5).

    c UNION ALL d    rpad(c, 3, ' ') UNION ALL rpad(d, 5, ' ')
    c UNION d        SELECT DISTINCT ON (rtrim("~0", ' ')) "~0" AS c FROM (the same) AS _("~0") ORDER BY side
    c EXCEPT d       SELECT coalesce(rpad("~0", 3, ' '), "~0") AS c FROM (c EXCEPT d) AS _("~0")

Only what a client sees has them: a table keeps none, and a query over such a query finds none.
"""

from __future__ import annotations

import copy
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.characters.character_types import LONGEST
from pggate.translate.characters.compared_values import BPCHAR, without_blanks
from pggate.translate.characters.padded_values import filled
from pggate.translate.characters.shown_values import PADDED, UNPADDED
from pggate.translate.characters.written_kinds import TextKind, Written
from pggate.translate.trees import nodes, probes, values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree


class Measured(NamedTuple):
    """
    What kind of text an expression is, and how many characters each value of a char(n) has; else 0.
    """

    kind: TextKind
    characters: int = 0


_UNTYPED: Final = Measured(TextKind.UNTYPED)
_UNKNOWN: Final = Measured(TextKind.OTHER)
_WRITTEN: Final = Written()
_SET_OPERATION: Final = "SET_OPERATION_NODE"
_SIDE: Final = "~side"
"""On which side of a UNION a row stands: of equal ones the first is left."""
_MOST_ROWS: Final = 1000
"""Of VALUES that are looked at."""


def edit(
    tree: Tree, ask: Callable[[Tree], Mapping[int, Measured]], columns_of: Callable[[Node], Sequence[str]]
) -> bool:
    """
    Give the values of such columns of a client's query their blanks, in place; were there any?

    Args:
        ask: Has a probe bound: number → what is known of the expression.
        columns_of: The names of a relation's columns; none of what is not known.

    """
    node = tree["node"]
    if node["type"] == _SET_OPERATION:
        _write_out(node, columns_of)
        return _combine(tree, ask)
    rows = values.written_rows(node)
    return rows is not None and _list(rows)


# ---- VALUES, whose char(n)s are casts -----------------------------------------------------------------


def _list(rows: Sequence[Sequence[Node]]) -> bool:
    if len(rows) > _MOST_ROWS:
        return False
    changed = [_show(column) for column in zip(*rows, strict=True)]
    return any(changed)


def _show(column: Sequence[Node]) -> bool:
    """Casts to a length beside what is none to the same."""
    casts = [cell for cell in column if cell.get("function_name") == UNPADDED]
    lengths = {nodes.likeness(cell["children"][-1]) for cell in casts}
    others = [cell for cell in column if cell not in casts]
    if not casts or not all(map(nodes.is_constant, others)) or (len(lengths) == 1 and not others):
        return False
    for cell in casts:
        cell["function_name"] = PADDED
    return True


def _write_out(node: Node, columns_of: Callable[[Node], Sequence[str]]) -> None:
    """
    The columns that * stands for.
    """
    for query in nodes.selects(node):
        items = query["select_list"]
        source = query["from_table"]
        if len(items) == 1 and _is_plain_star(items[0]) and source["type"] == "BASE_TABLE":
            query["select_list"] = [nodes.column(name) for name in columns_of(source)] or items


def _is_plain_star(item: Node) -> bool:
    return item["class"] == "STAR" and not any(map(item.get, _STAR_OPTIONS))


_STAR_OPTIONS: Final = (
    *("relation_name", "columns", "expr"),
    *("exclude_list", "qualified_exclude_list", "replace_list", "rename_list"),
)


# ---- set operations -----------------------------------------------------------------------------------


class _Columns(NamedTuple):
    """
    Args:
        names: Of the query's columns.
        mixed: The places of those that are of several lengths.
        measured: Of an item, by its id.

    """

    names: Sequence[str]
    mixed: frozenset[int]
    measured: Mapping[int, Measured]

    @property
    def places(self) -> Sequence[str]:
        """What the columns are called within."""
        return [f"~{place}" for place in range(len(self.names))]

    def length(self, node: Node, place: int) -> int:
        """How many characters all values of a column have; 0 where not all have as many."""
        found = {self.measured[id(query["select_list"][place])].characters for query in nodes.selects(node)}
        return found.pop() if len(found) == 1 else 0


def _combine(tree: Tree, ask: Callable[[Tree], Mapping[int, Measured]]) -> bool:
    node = tree["node"]
    lists = [query["select_list"] for query in nodes.selects(node)]
    is_known = all(len(items) == len(lists[0]) for items in lists)
    if not is_known or any(item["class"] == "STAR" for items in lists for item in items):
        return False
    of_query = {id(scope.query): scope for scope in probes.scopes(tree, lambda _: False)}
    asked = [
        (of_query[id(query)], item)
        for query in nodes.selects(node)
        for item in query["select_list"]
        if _WRITTEN.kind(item) is not TextKind.UNTYPED
    ]
    numbers = probes.numbered(asked)
    with _named(item for items in lists for item in items):
        answers = ask(probes.probe(tree, numbers))
    measured = {
        id(item): answers.get(numbers[id(item)], _UNKNOWN) if id(item) in numbers else _UNTYPED
        for items in lists
        for item in items
    }
    columns = zip(*lists, strict=True)
    mixed = frozenset(place for place, items in enumerate(columns) if _is_mixed(items, measured))
    if mixed:
        names = [item["alias"] or item.get("column_names", [""])[-1] for item in lists[0]]
        tree["node"] = _shown(node, _Columns(names, mixed, measured))
    return bool(mixed)


@contextmanager
def _named(items: Iterable[Node]) -> Iterator[None]:
    """Columns by their names, by which ORDER BY has them: what a probe has in their places has none."""
    columns = [item for item in items if item["class"] == "COLUMN_REF" and not item["alias"]]
    for column in columns:
        column["alias"] = column["column_names"][-1]
    yield
    for column in columns:
        column["alias"] = ""


def _is_mixed(items: Sequence[Node], measured: Mapping[int, Measured]) -> bool:
    """Does a char(n) decide on the type, and have not all the same length?"""
    found = [measured[id(item)] for item in items]
    first = next((one for one in found if one.kind is not TextKind.UNTYPED), _UNKNOWN)
    lengths = {one.characters for one in found}
    return first.kind in BPCHAR and len(lengths) > 1


def _shown(node: Node, of: _Columns) -> Node:
    """The node whose values have their blanks."""
    if node["type"] != _SET_OPERATION:
        _pad(node, of)
        return node
    if node["setop_type"] != "UNION":
        lengths = {place: of.length(node["left"], place) for place in of.mixed}
        _trim(node, of)
        return _around(_over(_bare(node), of, lengths), node) if all(lengths.values()) else node
    node["left"], node["right"] = _shown(node["left"], of), _shown(node["right"], of)
    if node["setop_all"]:
        return node
    for number, side in enumerate((node["left"], node["right"])):
        for query in nodes.selects(side):
            query["select_list"].append({**nodes.constant(number), "alias": ""})
    distinct = _over({**_bare(node), "setop_all": True}, of, {}, [_SIDE])
    distinct["modifiers"] = [
        {"type": "DISTINCT_MODIFIER", "distinct_on_targets": _keys(of)},
        {"type": "ORDER_MODIFIER", "orders": [_ascending(nodes.column(_SIDE))]},
    ]
    return _around(_over(distinct, of, {}), node)


def _ascending(key: Node) -> Node:
    return {"type": "ASCENDING", "null_order": "ORDER_DEFAULT", "expression": key}


def _keys(of: _Columns) -> list[Node]:
    return [
        without_blanks(nodes.column(name)) if place in of.mixed else nodes.column(name)
        for place, name in enumerate(of.places)
    ]


def _bare(node: Node) -> Node:
    return {**node, "modifiers": [], "cte_map": {"map": []}}


def _around(over: Node, node: Node) -> Node:
    """With the node's WITH, ORDER BY and LIMIT."""
    return {**over, "modifiers": node["modifiers"], "cte_map": node["cte_map"]}


def _pad(query: Node, of: _Columns) -> None:
    items = query["select_list"]
    for place in of.mixed:
        length = of.measured[id(items[place])].characters
        if length and items[place].get("function_name") != PADDED:
            value = copy.deepcopy({**items[place], "alias": ""})
            items[place] = {**filled(value, length), "alias": of.names[place]}


def _trim(node: Node, of: _Columns) -> None:
    """The values are compared without their blanks."""
    for query in nodes.selects(node):
        items = query["select_list"]
        for place in of.mixed:
            if of.measured[id(items[place])].kind is not TextKind.FIXED:
                alias = items[place]["alias"]
                items[place] = {**_as_bpchar(items[place]), "alias": alias}


def _as_bpchar(value: Node) -> Node:
    """As the macro does it (sql/character_functions.sql): the UINTEGER tells a plan's reader of the type."""
    if nodes.is_constant(value):
        return without_blanks(value)
    longest = nodes.cast(nodes.constant(LONGEST), "UINTEGER")
    value = copy.deepcopy({**value, "alias": ""})
    return without_blanks(nodes.function("left", [value, longest], catalog="system", schema="main"))


def _over(node: Node, of: _Columns, lengths: Mapping[int, int], unseen: Sequence[str] = ()) -> Node:
    """
    A query over the node.

    Args:
        lengths: By the places of columns that are filled up to so many characters.
        unseen: Columns of the node behind those, which the query has not.

    """
    items = [
        _of_any_length(nodes.column(name), lengths[place]) if place in lengths else nodes.column(name)
        for place, name in enumerate(of.places)
    ]
    source = {
        "type": "SUBQUERY",
        "alias": "_",
        "sample": None,
        "query_location": nodes.NOWHERE,
        "subquery": {"node": node, "named_param_map": []},
        "column_name_alias": [*of.places, *unseen],
    }
    over: Node = nodes.select(nodes.constant(None))["node"]
    named = [{**item, "alias": name} for item, name in zip(items, of.names, strict=True)]
    return {**over, "from_table": source, "select_list": named}


def _of_any_length(value: Node, length: int) -> Node:
    """Filled, but of no length: what may be another has none."""
    return {
        "class": "OPERATOR",
        "type": "OPERATOR_COALESCE",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": [filled(value, length), copy.deepcopy(value)],
    }
