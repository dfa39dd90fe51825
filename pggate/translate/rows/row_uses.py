"""
Whole rows of relations where DuckDB takes them otherwise than PostgreSQL (PostgreSQL 15, 8.16.5, 9.2).

    t IS NULL, t IS NOT NULL        are asked of every field: a row that an outer join makes up is NULL
    count(t.*), t.* = u.*           are about the rows

A name is a row where the relation is known and has no column of that name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.rows.whole_rows import BEFORE_VALUE, aliases, relations
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import quote
from pggate.translate.types.composite_names import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.types.composite_names import CompositeNames, Field

_BEHIND_VALUE: Final = words("is = <> != < <= > >= ::")
_BEFORE_OPERAND: Final = words("= <> != < <= > >= not and or when then else")
_SPREADING: Final = words("row columns unpack struct_pack exclude replace")
"""What has the columns of t.* side by side, and DuckDB's own words that do."""
_NO_CALLS: Final = BEFORE_VALUE | words("values in any")

STARRED: Final = r"\.\s*\*\s*(?:\)|::|[=<>!]|is\b|and\b|or\b|then\b|else\b|end\b|,[^()]*\)|order\b)"
"""t.* before what has one value before it."""

_USES: Final = re.compile(
    rf"""(?<![.\w"])(\w++|"[^"]*+")\s*(?:\sis\s+(?:not\s+)?null\b|{STARRED})""", re.IGNORECASE
)
_PIECES: Final = ("null", "*")
_ITEMS: Final = re.compile(
    r'(?:\bfrom|\bjoin|\bupdate|\busing|,|\))\s+(?:only\s+)?(?:[\w"]+\s*\.\s*)?([\w"]+)(?:\s+(?:as\s+)?([\w"]+))?',
    re.IGNORECASE,
)


def may_be_in(sql: str) -> bool:
    """
    Is a name used like that which may be a relation's?
    """
    lowered = sql.lower()
    if not any(piece in lowered for piece in _PIECES):
        return False
    used = {found[1].lower() for found in _USES.finditer(sql)}
    return bool(used) and any(
        name.lower() in used for found in _ITEMS.finditer(sql) for name in found.groups() if name
    )


def edits(tokens: Tokens, known: CompositeNames) -> Iterator[Edit]:
    """
    The fields for the rows, and the rows for their columns.
    """
    called, places = aliases(tokens), relations(tokens)
    for i, token in enumerate(tokens):
        if not token.is_name or token.name not in called or word_at(tokens, i - 1) == ".":
            continue
        row = known.find(places[token.name]) if token.name in places else None
        if row is not None and any(field.name == token.name for field in row.fields):
            continue
        is_starred = word_at(tokens, i + 1) == "." and word_at(tokens, i + 2) == "*"
        at = i + 3 if is_starred else i + 1
        negates = word_at(tokens, at + 1) == "not"
        is_test = word_at(tokens, at) == "is" and word_at(tokens, at + 1 + negates) == "null"
        if is_test and row is not None and row.fields and word_at(tokens, i - 1) in BEFORE_VALUE:
            fields = " AND ".join(
                f"{token.text}.{quote(field.name)} {_test(field, negates=negates)}" for field in row.fields
            )
            yield Edit(token.start, tokens[at + 1 + negates].stop, f"({fields})")
        elif is_starred and _is_one_value(tokens, i):
            yield Edit(token.stop, tokens[i + 2].stop, "")


def _test(field: Field, *, negates: bool) -> str:
    """Is the field NULL?  One that is a row itself is not asked for its own fields."""
    if (field.type.element or field.type).fields:
        return "IS DISTINCT FROM NULL" if negates else "IS NOT DISTINCT FROM NULL"
    return "IS NOT NULL" if negates else "IS NULL"


def values(tokens: Tokens) -> Iterator[Edit]:
    """
    The rows for their columns, where no relation is known.
    """
    return edits(tokens, NONE)


def _is_one_value(tokens: Tokens, i: int) -> bool:
    """Is t.* a row, as it is wherever it is no item of a list of results, and no field list of ROW?"""
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 3)
    if after in _BEHIND_VALUE or before in _BEFORE_OPERAND:
        return True
    opening = _enclosing(tokens, i)
    caller = word_at(tokens, opening - 1) if opening is not None else ","
    if caller in _SPREADING:
        return False
    if caller not in _NO_CALLS and opening and tokens[opening - 1].is_name:
        return True
    is_alone = before == "(" and after == ")"
    return is_alone and (word_at(tokens, i + 4) in _BEHIND_VALUE or caller in _BEFORE_OPERAND)


def _enclosing(tokens: Tokens, i: int) -> int | None:
    """Where the parentheses around a token open; None if they are a query's, or there are none."""
    depth = 0
    for at in range(i - 1, -1, -1):
        word = tokens[at].word
        if word == ")":
            depth += 1
        elif word == "(":
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and word in {"select", "returning"}:
            return None
    return None
