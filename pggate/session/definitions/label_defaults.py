"""
Defaults of enumerated columns, where a label is renamed: in the engine's words, and as they are shown.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pggate.engine.names import quote_literal
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.quoting import string_value
from pggate.types.arrays import array_text, is_written, read_array

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.cursor import Cursor
    from pggate.lake.declared import DeclaredColumn


def with_label_renamed(
    cursor: Cursor, said: DeclaredColumn, old: str, new: str, *, is_list: bool
) -> DeclaredColumn:
    """
    Args:
        cursor: On the engine.
        said: What the column declares.
        old: The label until now.
        new: What it is called from here on.
        is_list: Is the column one of arrays of the type?

    """
    if not said.default:
        return said
    tokens = lexer.tokens(said.default)
    if is_list and len(tokens) == 1 and tokens[0].kind is Kind.STRING:
        words = _of_list(cursor, said.default, old, new)
    else:
        words = _literals(said.default, partial(_renamed, old=old, new=new))
    shown = _literals(said.shown_default, partial(_shown, old=old, new=new, is_list=is_list))
    return replace(said, default=words, shown_default=shown)


def _of_list(cursor: Cursor, words: str, old: str, new: str) -> str:
    item = f"CASE WHEN x = {quote_literal(old)} THEN {quote_literal(new)} ELSE x END"
    query = f"SELECT CAST(list_transform(CAST({words} AS VARCHAR[]), lambda x: {item}) AS VARCHAR)"
    ((value,),) = cursor.rows(query)
    return quote_literal(str(value))


def _literals(sql: str, change: Callable[[str], str]) -> str:
    """The text with other values of its string literals."""
    edits = []
    for token in lexer.tokens(sql):
        value = string_value(token.text) if token.kind is Kind.STRING else ""
        if value and (changed := change(value)) != value:
            edits.append(Edit(token.start, token.stop, quote_literal(changed)))
    return rewrite(sql, edits).text


def _renamed(value: str, old: str, new: str) -> str:
    return new if value == old else value


def _shown(value: str, old: str, new: str, *, is_list: bool) -> str:
    """Of a column of arrays a literal may be a whole array."""
    if not (is_list and is_written(value)):
        return _renamed(value, old, new)
    return array_text(read_array(value, partial(_renamed, old=old, new=new)), str)
