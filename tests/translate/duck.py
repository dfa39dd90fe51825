"""
DuckDB as the judge: what it parses, and the trees that it makes.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import duckdb


@cache
def connection() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("SET preserve_identifier_case = false")
    con.execute(
        "CREATE TABLE t (a INTEGER, b VARCHAR, c TIMESTAMP, d INTEGER[], id BIGINT, n DECIMAL(10,2), day DATE)"
    )
    con.execute("CREATE TABLE s (q INTEGER, r INTEGER)")
    return con


def parses(sql: str) -> bool:
    try:
        connection().extract_statements(sql)
    except duckdb.Error:
        return False
    return True


def tree(sql: str) -> dict[str, Any]:
    answer = json.loads(_value("SELECT json_serialize_sql(?::VARCHAR)", sql))
    assert not answer["error"], answer
    statement: dict[str, Any] = answer["statements"][0]
    return statement


def text(tree: dict[str, Any]) -> str:
    statements = json.dumps({"error": False, "statements": [tree]})
    return _value("SELECT json_deserialize_sql(?::JSON)", statements)


def _value(query: str, argument: str) -> str:
    # All of the result: what is left of one keeps its transaction open, which the next error then aborts.
    ((value,),) = connection().execute(query, [argument]).fetchall()
    return str(value)


def columns(sql: str) -> list[str]:
    return list(connection().sql(sql).columns)


def type_of(tree: dict[str, Any]) -> str | None:
    try:
        return str(connection().sql(text(tree)).types[0])
    except duckdb.Error:
        return None
