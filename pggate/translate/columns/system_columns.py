"""
The system columns tableoid, of every table, and xmin, of pg_catalog's (PostgreSQL 15, 5.5).

DuckDB has neither.  Rows come from the table that stands in FROM, so tableoid is that one's OID, which a
function of the emulation looks up by name (sql/name_functions.sql).  What made the rows of pg_catalog is told
as PostgreSQL's own first transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.characters.character_types import MARK
from pggate.translate.syntax.quoting import quote
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

    Scopes = tuple[Mapping[str, str | None], ...]
    """What stands in FROM, of the innermost query first: tables by the names that qualify columns."""

TABLE_OID: Final = "tableoid"
XMIN: Final = "xmin"
XID: Final = f"{MARK}xid"
"""The function that stands for a cast to xid."""
COLUMNS: Final = frozenset({TABLE_OID, XMIN})
FIRST_TRANSACTION: Final = 1
"""BootstrapTransactionId."""

_OF_CATALOG: Final = ('"pg_', '"pg_catalog".')
_SCHEMAS: Final = {"~catalog": "pg_catalog", "~info": "information_schema", "~gate": "pggate"}


def stands_free(tokens: Tokens) -> bool:
    """
    True if there may be one.
    """
    return any(token.word in COLUMNS for token in tokens)


def edit(tree: Tree) -> None:
    """
    Put in what they are.
    """
    _edit(tree, ())


def _edit(value: object, scopes: Scopes) -> object:
    if isinstance(value, list):
        value[:] = [_edit(child, scopes) for child in value]
        return value
    if not isinstance(value, dict):
        return value
    if _name(value) in COLUMNS:
        return _replaced(value, scopes)
    if value.get("type") == "SELECT_NODE":
        scopes = (dict(_tables(value["from_table"])), *scopes)
        names = [_name(item) for item in value["select_list"]]
    for key, child in value.items():
        value[key] = _edit(child, scopes)
    for item, name in zip(value.get("select_list", ()), names, strict=True) if "select_list" in value else ():
        if name in COLUMNS and item["class"] != "COLUMN_REF":
            item["alias"] = item["alias"] or name
    return value


def _name(node: Node) -> str:
    """The name of a column, without what it is qualified with; "" of what is none."""
    return str(node["column_names"][-1]).lower() if node.get("class") == "COLUMN_REF" else ""


def _tables(source: Node) -> Iterator[tuple[str, str | None]]:
    """
    What stands in FROM: the name that columns are qualified with, and the table's own; None is no table.
    """
    if source["type"] == "JOIN":
        yield from _tables(source["left"])
        yield from _tables(source["right"])
    elif source["type"] == "BASE_TABLE":
        schema = _SCHEMAS.get(source["schema_name"], source["schema_name"])
        names = filter(None, (schema, source["table_name"]))
        yield (source["alias"] or source["table_name"]).lower(), ".".join(map(quote, names))
    elif source["type"] != "EMPTY":
        yield source["alias"].lower(), None


def _replaced(column: Node, scopes: Scopes) -> Node:
    """
    What the column is; itself where it is none of these.
    """
    table = _table(column, scopes)
    if table is None:
        return column
    if _name(column) == TABLE_OID:
        found = nodes.function("~tableoid", [nodes.constant(table)], at=column["query_location"])
    elif table.startswith(_OF_CATALOG):
        found = nodes.function(XID, [nodes.cast(nodes.constant(FIRST_TRANSACTION), "UINTEGER")])
    else:
        return column
    return {**found, "alias": column["alias"]}


def _table(column: Node, scopes: Scopes) -> str | None:
    *qualifier, _ = column["column_names"]
    if qualifier:
        wanted = qualifier[-1].lower()
        return next((tables[wanted] for tables in scopes if wanted in tables), None)
    return next(iter(scopes[0].values())) if scopes and len(scopes[0]) == 1 else None
