"""
Calls of the emulation's functions for regclass and its kin (sql/name_functions.sql): by type one gives the
OID, and another the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

TYPES: Final = frozenset(
    {
        *("regclass", "regtype", "regnamespace", "regrole", "regcollation"),
        *("regproc", "regprocedure", "regoper", "regoperator"),
    }
)

FUNCTION_COLUMNS: Final = frozenset(
    {
        *(
            "typinput",
            "typoutput",
            "typreceive",
            "typsend",
            "typmodin",
            "typmodout",
            "typanalyze",
            "typsubscript",
        ),
        *("prosupport", "oprcode", "oprrest", "oprjoin", "amproc", "amhandler", "conproc"),
        *("aggfnoid", "aggtransfn", "aggfinalfn", "aggcombinefn", "aggserialfn", "aggdeserialfn"),
        *("aggmtransfn", "aggminvtransfn", "aggmfinalfn", "rngcanonical", "rngsubdiff"),
    }
)
"""The columns of pg_catalog that are of type regproc: OIDs here.  That is known by their names."""

TYPEOF: Final = "pg_typeof"
# PostgreSQL's functions that give one of the types
FUNCTIONS: Final = {f"to_{name}": name for name in TYPES} | {TYPEOF: "regtype"}


def call(name: str, child: Node, was: Node) -> Node:
    """
    The OID of what the child names, which may be an OID already.
    """
    return emulated(name, [nodes.cast(child, "VARCHAR")], was)


def list_call(name: str, cast: Node) -> Node:
    return emulated(name, [cast["child"]], cast)


def emulated(name: str, children: list[Node], was: Node) -> Node:
    """A call of the emulation's, in the place of another node."""
    call = nodes.function(name, children, catalog="~pg", schema="~catalog", at=was["query_location"])
    call["alias"], was["alias"] = was["alias"], ""
    return call


def type_of(node: Node) -> str | None:
    """
    Which of the types a call gives.
    """
    name = node.get("function_name")
    if node.get("class") != "FUNCTION":
        return None
    if node["catalog"] == "~pg":
        return name if name in TYPES else None
    return FUNCTIONS.get(str(name))


def as_name(node: Node) -> Node:
    """
    The name of what a call gives the OID of; any other node as it is.
    """
    if node.get("class") == "COLUMN_REF" and node["column_names"][-1].lower() in FUNCTION_COLUMNS:
        return emulated("regproc_name", [node], node)
    of_type = type_of(node)
    if of_type is None or node["function_name"] == TYPEOF:
        return node
    return emulated(f"{of_type}_name", [node], node)


def as_oid(node: Node) -> Node:
    if type_of(node) is None or node["function_name"] != TYPEOF:
        return node
    return call("regtype", node, node)


def same_kind(operands: list[Node]) -> list[Node]:
    """
    In `typ::regtype in ('integer', 'text')` a literal is of the type, too; beside = it is an OID.
    """
    of_type = next(
        (name for node in operands if (name := type_of(node)) and node["function_name"] != TYPEOF), None
    )
    if of_type is None:
        return operands
    return [
        call(of_type, node, node) if nodes.is_constant(node, "VARCHAR") else as_oid(node) for node in operands
    ]
