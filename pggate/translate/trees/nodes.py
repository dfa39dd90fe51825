"""
DuckDB's syntax trees as JSON values (json_serialize_sql, duckdb 1.5.5): reading, walking, building.

A tree here is one entry of "statements": {"node": ..., "named_param_map": [...]}.  Trees are edited in
place by whoever was handed one to edit; nothing here keeps one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pggate.translate.syntax import quoting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Tree: TypeAlias = "dict[str, Any]"
Node: TypeAlias = "dict[str, Any]"

# What query_location holds where the parser knows no place: 2**64 - 1.
NOWHERE: Final = 18446744073709551615

_WITH_PARTS: Final = (dict, list)


def walk(value: object) -> Iterator[Node]:
    """
    Every node of a tree, outer before inner, in the order of the JSON.
    """
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            yield node
            pending += [child for child in reversed(node.values()) if isinstance(child, _WITH_PARTS)]
        elif isinstance(node, list):
            pending += [child for child in reversed(node) if isinstance(child, _WITH_PARTS)]


def rewrite_nodes(value: object, change: Callable[[Node], Node]) -> object:
    """
    The value with every node replaced by what `change` makes of it, inner before outer.
    """
    if isinstance(value, dict):
        for key, child in value.items():
            if isinstance(child, dict | list):
                value[key] = rewrite_nodes(child, change)
        return change(value)
    if isinstance(value, list):
        value[:] = [rewrite_nodes(child, change) for child in value]
    return value


def without_parameters(tree: Tree) -> Tree:
    """
    A copy with a NULL for every $n, of which the binder can tell the types.
    """
    copied: Tree = json.loads(json.dumps(tree))
    rewrite_nodes(copied, _null_of_parameter)
    return copied


def _null_of_parameter(node: Node) -> Node:
    return {**constant(None), "alias": node["alias"]} if is_parameter(node) else node


def selects(node: Node) -> Iterator[Node]:
    """
    The SELECT nodes whose rows are the query's own: itself, or both sides of each set operation, left first.
    """
    if node["type"] == "SELECT_NODE":
        yield node
    elif "left" in node:
        yield from selects(node["left"])
        yield from selects(node["right"])


def is_by_name(node: Node) -> bool:
    """
    Do columns of a set operation's sides belong together by their names?  UNION BY NAME of DuckDB's dialect.
    """
    sides = [node[side] for side in ("left", "right") if side in node]
    return node.get("setop_type") == "UNION_BY_NAME" or any(map(is_by_name, sides))


def likeness(node: Node) -> str:
    """
    The same for two nodes that differ in nothing but where they stand in the text.
    """
    return json.dumps(_without_places(node), sort_keys=True)


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_places(child) for key, child in value.items() if key != "query_location"}
    if isinstance(value, list):
        return [_without_places(child) for child in value]
    return value


def is_cast(node: object) -> bool:
    return isinstance(node, dict) and node.get("class") == "CAST"


def is_constant(node: object, type_id: str | None = None) -> bool:
    if not isinstance(node, dict) or node.get("class") != "CONSTANT":
        return False
    return type_id is None or node["value"]["type"]["id"] == type_id


def is_parameter(node: object) -> bool:
    return isinstance(node, dict) and node.get("class") == "PARAMETER"


def unbound_name(cast_type: Node) -> str:
    """
    The name of a type that DuckDB's parser does not know by itself ("regclass"); "" for one that it does.
    """
    info = cast_type.get("type_info")
    return str(info["name"]).lower() if cast_type["id"] == "UNBOUND" and info else ""


def element_type(cast_type: Node) -> Node | None:
    """
    What a list is a list of; None if the type is no list.
    """
    info = cast_type.get("type_info")
    if cast_type["id"] not in {"LIST", "ARRAY"} or not info:
        return None
    child: Node = info["child_type"]
    return child


def type_text(cast_type: Node) -> str | None:
    """
    DuckDB's text of a type in a cast, as far as it can stand behind `::`; None for a nested one.
    """
    element = element_type(cast_type)
    if element is not None:
        inner = type_text(element)
        return None if inner is None else f"{inner}[]"
    info = cast_type.get("type_info")
    if cast_type["id"] == "UNBOUND":
        return _unbound_text(info) if info else None
    if cast_type["id"] == "DECIMAL" and info:
        return f"DECIMAL({info['width']},{info['scale']})"
    return None if info else str(cast_type["id"])


def _unbound_text(info: Node) -> str:
    """
    A name, or ENUM with its labels.
    """
    name, labels = str(info["name"]), info.get("user_type_modifiers")
    if name.upper() != "ENUM" or not labels:
        return quoting.quote(name.lower())
    return f"ENUM({', '.join(quoting.literal(label['value']) for label in labels)})"


def function(
    name: str, children: list[Node], *, catalog: str = "", schema: str = "", at: int = NOWHERE
) -> Node:
    """
    A call of a function.
    """
    return {
        "class": "FUNCTION",
        "type": "FUNCTION",
        "alias": "",
        "query_location": at,
        "function_name": name,
        "schema": schema,
        "children": children,
        "filter": None,
        "order_bys": {"type": "ORDER_MODIFIER", "orders": []},
        "distinct": False,
        "is_operator": False,
        "export_state": False,
        "catalog": catalog,
    }


def operator(name: str, left: Node, right: Node) -> Node:
    return {**function(name, [left, right]), "is_operator": True}


def cast(child: Node, type_id: str) -> Node:
    """
    A cast to a type without parameters.
    """
    return {
        "class": "CAST",
        "type": "OPERATOR_CAST",
        "alias": "",
        "query_location": NOWHERE,
        "child": child,
        "cast_type": {"id": type_id, "type_info": None},
        "try_cast": False,
    }


def cast_to_enum(child: Node, labels: list[str]) -> Node:
    """
    A cast to ENUM(…), as the parser has it.
    """
    modifiers = [constant(label)["value"] for label in labels]
    info = {"type": "UNBOUND_TYPE_INFO", "alias": "", "extension_info": None, "name": "ENUM", "catalog": ""}
    unbound = {**info, "schema": "", "user_type_modifiers": modifiers}
    return {**cast(child, "UNBOUND"), "cast_type": {"id": "UNBOUND", "type_info": unbound}}


def constant(value: int | str | None) -> Node:
    """
    An integer, a text or NULL.
    """
    type_id = "NULL" if value is None else "INTEGER" if isinstance(value, int) else "VARCHAR"
    content: Node = {"type": {"id": type_id, "type_info": None}, "is_null": value is None}
    if value is not None:
        content["value"] = value
    return {
        "class": "CONSTANT",
        "type": "VALUE_CONSTANT",
        "alias": "",
        "query_location": NOWHERE,
        "value": content,
    }


def column(name: str) -> Node:
    return {
        "class": "COLUMN_REF",
        "type": "COLUMN_REF",
        "alias": "",
        "query_location": NOWHERE,
        "column_names": [name],
    }


def star() -> Node:
    """
    `*`.
    """
    return {
        "class": "STAR",
        "type": "STAR",
        "alias": "",
        "query_location": NOWHERE,
        "relation_name": "",
        "exclude_list": [],
        "replace_list": [],
        "columns": False,
        "expr": None,
        "qualified_exclude_list": [],
        "rename_list": [],
    }


def conjunction(kind: str, children: list[Node]) -> Node:
    """
    Several conditions, joined by AND or OR.
    """
    return {
        "class": "CONJUNCTION",
        "type": f"CONJUNCTION_{kind}",
        "alias": "",
        "query_location": NOWHERE,
        "children": children,
    }


def select(item: Node, source: Node | None = None) -> Tree:
    """
    A query of one expression: SELECT item, with the FROM clause and the CTEs of the node `source`.
    """
    empty = {"type": "EMPTY", "alias": "", "sample": None, "query_location": NOWHERE}
    node = {
        "type": "SELECT_NODE",
        "modifiers": [],
        "cte_map": source["cte_map"] if source else {"map": []},
        "select_list": [item],
        "from_table": source["from_table"] if source and "from_table" in source else empty,
        "where_clause": None,
        "group_expressions": [],
        "group_sets": [],
        "aggregate_handling": "STANDARD_HANDLING",
        "having": None,
        "sample": None,
        "qualify": None,
    }
    return {"node": node, "named_param_map": []}
