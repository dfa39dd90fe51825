"""
Casts to text of what pg_catalog has as a name, "char", regtype or inet.

DuckDB has them all for texts, so that duckdb 1.5.5 leaves nothing of such a cast in a plan, and a column that
is made of it would be told as a name.  It becomes a concatenation with nothing, and a NULL that is cast to
text a call: a NULL has no type in a plan.  Which columns are of these types is known by their names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

COLUMNS: Final = frozenset(
    {
        *("relname", "attname", "nspname", "typname", "proname", "rolname", "usename", "datname", "conname"),
        *(
            "enumlabel",
            "amname",
            "opcname",
            "opfname",
            "oprname",
            "collname",
            "spcname",
            "lanname",
            "extname",
        ),
        *("tgname", "rulename", "evtname", "srvname", "fdwname", "subname", "pubname", "stxname", "cfgname"),
        *("schemaname", "tablename", "viewname", "matviewname", "indexname", "sequencename", "tableowner"),
        *("relkind", "relpersistence", "typtype", "typcategory", "typdelim", "contype", "prokind"),
        *("data_type", "client_addr"),
        *("provolatile", "proparallel", "castcontext", "castmethod", "attidentity", "attgenerated", "amtype"),
    }
)
_ADDRESSES: Final = frozenset({"client_addr"})
"""Of type inet, whose netmask a cast shows (PostgreSQL 15, network.c network_show)."""
_RELATIONS: Final = ("pg_", "information_schema")
_TEXTS: Final = frozenset({"text", "varchar"})
_BEFORE_TYPE: Final = frozenset({"::", "as"})


def reads_catalog(words: Iterable[str]) -> bool:
    """
    True if a text can read a catalog: where it cannot, no column is a catalog's, whatever its name.
    """
    return any(word.startswith(_RELATIONS) for word in words)


def stands_free(tokens: Tokens) -> bool:
    """
    True if there is such a column of a catalog's, and a cast to text.
    """
    words = {token.word for token in tokens}
    if COLUMNS.isdisjoint(words) or not reads_catalog(words):
        return False
    return any(
        first.word in _BEFORE_TYPE
        and (second.word in _TEXTS or (second.word == "pg_catalog" and word_at(tokens, at + 3) in _TEXTS))
        for at, (first, second) in enumerate(pairwise(tokens))
    )


def edit(tree: Tree) -> None:
    """
    Keep such casts in the plan.
    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    if node.get("class") != "CAST" or node["cast_type"]["id"] != "VARCHAR":
        return node
    child = node["child"]
    if nodes.is_constant(child) and child["value"]["is_null"]:
        return {**nodes.function("~null_text", [], at=node["query_location"]), "alias": node["alias"]}
    name = child["column_names"][-1].lower() if child.get("class") == "COLUMN_REF" else ""
    if name in COLUMNS:
        alias, node["alias"] = node["alias"], ""
        rest = nodes.function("~netmask", [child]) if name in _ADDRESSES else nodes.constant("")
        return {**nodes.operator("||", node, rest), "alias": alias}
    return node
