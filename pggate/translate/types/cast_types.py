"""
What PostgreSQL calls the type of a cast: pg_type's name, which an unnamed column gets from it.

Of a VARCHAR and an oid only the text tells which type was meant: DuckDB's tree knows one for several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node


def type_name(node: Node, sql: str) -> str:
    """
    pg_type's name of the type of a cast; of an array that of its elements.
    """
    cast_type = node["cast_type"]
    while (element := nodes.element_type(cast_type)) is not None:
        cast_type = element
    if cast_type["id"] == "VARCHAR":
        return _text_type(node, sql)
    if cast_type["id"] == "BIGINT" and _type_words(node, sql)[:1] == ["oid"]:
        return "oid"  # DuckDB's parser knows it as another name of BIGINT
    unbound = enum_name(cast_type) or nodes.unbound_name(cast_type).removeprefix("~char_")
    return unbound or _TYPES.get(cast_type["id"], cast_type["id"].lower())


def enum_name(cast_type: Node) -> str:
    """
    The name of an enumerated type that was created, which DuckDB's last label tells; "" of any other type.
    """
    labels = (cast_type.get("type_info") or {}).get("user_type_modifiers") or ()
    mark = str(labels[-1]["value"]) if labels and nodes.unbound_name(cast_type) == "enum" else ""
    return mark.split(":", 3)[3] if mark.startswith("~enum:") else ""


_TYPES: Final = {
    "BOOLEAN": "bool",
    "TINYINT": "int2",
    "SMALLINT": "int2",
    "INTEGER": "int4",
    "BIGINT": "int8",
    "HUGEINT": "numeric",
    "DECIMAL": "numeric",
    "FLOAT": "float4",
    "DOUBLE": "float8",
    "BLOB": "bytea",
    "TIMESTAMP WITH TIME ZONE": "timestamptz",
    "TIMESTAMP_S": "timestamp",
    "TIMESTAMP_MS": "timestamp",
    "TIMESTAMP_NS": "timestamp",
    "TIME WITH TIME ZONE": "timetz",
}
_TEXTS: Final = {
    "varchar": "varchar",
    "char": "bpchar",
    "nchar": "bpchar",
    "bpchar": "bpchar",
    "text": "text",
}


def _text_type(node: Node, sql: str) -> str:
    """
    Which of PostgreSQL's text types was written; for DuckDB they are all VARCHAR.
    """
    words = _type_words(node, sql)
    match words:
        case ["character" | "char", "varying", *_] | ["national", _, "varying", *_] | ["varchar", *_]:
            return "varchar"
        case ["character" | "national", *_]:
            return "bpchar"
        case ['"char"', *_]:
            return "char"
        case [word, *_]:
            return _TEXTS.get(word, "text")
        case _:
            return "text"


def _type_words(node: Node, sql: str) -> list[str]:
    """
    The words of the type as the text has them: behind `::`, behind AS, or before the literal.
    """
    tokens = lexer.tokens(sql)
    at = token_at(tokens, sql, node["query_location"])
    if at is None:
        literal = token_at(tokens, sql, node["child"].get("query_location", nodes.NOWHERE))
        return [] if literal is None or literal == 0 else [tokens[literal - 1].text.lower()]
    if tokens[at].word != "::":
        at = next((i for i in range(at, len(tokens)) if _is_as_of_cast(tokens, at, i)), len(tokens))
    return [token.text.lower() for token in tokens[at + 1 : at + 4]]


def _is_as_of_cast(tokens: Sequence[lexer.Token], start: int, i: int) -> bool:
    """
    True for the AS that belongs to the CAST( at `start`, not to one inside it.
    """
    if tokens[i].word != "as":
        return False
    inside = [token.word for token in tokens[start:i]]
    return inside.count("(") - inside.count(")") == 1


def token_at(tokens: Sequence[lexer.Token], sql: str, location: int) -> int | None:
    """
    Which token begins at a place as DuckDB counts it, in bytes of UTF-8.
    """
    if location >= nodes.NOWHERE:
        return None
    start = location if sql.isascii() else len(sql.encode()[:location].decode(errors="ignore"))
    return next((i for i, token in enumerate(tokens) if token.start == start), None)
