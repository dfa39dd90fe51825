"""
How a name or a text is written into SQL.  The only quoting functions of the project: every identifier and
every literal that is put into a statement goes through one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def quote_identifier(name: str) -> str:
    """
    `a"b` → `"a""b"`.  Always quoted: a name is never taken for a keyword and never folded.
    """
    _refuse_nul(name)
    return '"' + name.replace('"', '""') + '"'


def quote_literal(text: str) -> str:
    """
    `it's` → `'it''s'`.  DuckDB's plain strings know no escapes but the doubled quote.
    """
    _refuse_nul(text)
    return "'" + text.replace("'", "''") + "'"


def qualified(*parts: str) -> str:
    """
    `("lake:a", "public", "t")` → `"lake:a"."public"."t"`.
    """
    return ".".join(quote_identifier(part) for part in parts)


def search_path(schemas: Iterable[tuple[str, str]]) -> str:
    """
    (catalog, schema) pairs → the text of DuckDB's search_path.  Its entries are split by a comma and a dot
    outside of double quotes.
    """
    return ",".join(qualified(catalog, schema) for catalog, schema in schemas)


def _refuse_nul(text: str) -> None:
    """
    DuckDB's parser takes a NUL character for the end of the text: what follows it would be lost.
    """
    if "\0" in text:
        raise ValueError("a NUL character cannot stand in a statement")
