"""
The mismatches of a query's plan, as messages.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb

from pggate.engine.mismatch import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pggate.engine.mismatch import Mismatch

TABLE = "create table t (id integer, name varchar, b boolean, d date, u uuid, m enum('a', '~enum:1:2:mood'))"


def messages(sql: str, find: Callable[[Mapping[str, Any]], Mismatch | None]) -> list[str]:
    """What PostgreSQL says of each node of the query's plan that `find` knows."""
    with duckdb.connect() as connection:
        connection.execute(TABLE)
        ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    found = [find(node) for node in _nodes(json.loads(answer)["plans"])]
    errors = [refused(one, sql) for one in found if one is not None]
    return [f"{error.code} {error.message}" for error in errors if error is not None]


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for child in value:
            yield from _nodes(child)
    elif isinstance(value, dict):
        if "expression_class" in value or str(value.get("type", "")).startswith("LOGICAL_"):
            yield value
        for child in value.values():
            yield from _nodes(child)
