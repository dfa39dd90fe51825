"""
Which columns of which relations a query reads, wherever in it: from its plan (json_serialize_plan of duckdb
1.5.5), which names them at every scan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.plan_walk import Plan


def read_columns(plan: Plan) -> frozenset[tuple[Relation, str]]:
    """
    (relation, column); with the name "" once for each relation, of which no column need be read.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return frozenset(_read(plan))


def _read(node: object) -> Iterator[tuple[Relation, str]]:
    if isinstance(node, list):
        for child in node:
            yield from _read(child)
    elif isinstance(node, dict):
        if node.get("type") == "LOGICAL_GET":
            yield from _scanned(node)
        for child in node.values():
            yield from _read(child)


def _scanned(node: Plan) -> Iterator[tuple[Relation, str]]:
    data = node.get("function_data") or {}
    if "table" not in data:
        return
    relation = Relation(data["catalog"], data["schema"], data["table"])
    yield relation, ""
    names = node["names"]
    for each in node["column_indexes"]:
        if each["index"] < len(names):  # rowid and its like have places far behind
            yield relation, names[each["index"]]
