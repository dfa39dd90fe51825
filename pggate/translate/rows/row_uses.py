"""
Whole rows of relations where DuckDB takes them otherwise than PostgreSQL (PostgreSQL 15, 8.16.5, 9.2).

    t IS NULL, t IS NOT NULL        are asked of every field: a row that an outer join makes up is NULL
    t::text                         is the text of a row

A name is a row where the relation is known and has no column of that name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.rows.whole_rows import BEFORE_VALUE, relations
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.types.composite_names import CompositeNames

TEXTS: Final = frozenset({"text", "varchar"})

_USES: Final = re.compile(
    r"""(?<![.\w"])(\w++|"[^"]*+")\s*(?:(?:\.\s*\*\s*|\s)is\s+(?:not\s+)?null\b|::\s*(?:text|varchar)\b
    |\s+as\s+(?:text|varchar)\s*\))""",
    re.IGNORECASE | re.VERBOSE,
)
_PIECES: Final = ("null", "::", "as text", "as varchar")
_ITEMS: Final = re.compile(
    r'(?:\bfrom|\bjoin|\bupdate|\busing|,)\s+(?:only\s+)?(?:[\w"]+\s*\.\s*)?([\w"]+)(?:\s+(?:as\s+)?([\w"]+))?',
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
    The fields for the rows.
    """
    places = relations(tokens)
    for i, token in enumerate(tokens):
        if not token.is_name or word_at(tokens, i - 1) not in BEFORE_VALUE or token.name not in places:
            continue
        row = known.find(places[token.name])
        if row is None or not row.fields or any(field.name == token.name for field in row.fields):
            continue
        is_starred = word_at(tokens, i + 1) == "." and word_at(tokens, i + 2) == "*"
        at = i + 3 if is_starred else i + 1
        negates = word_at(tokens, at + 1) == "not"
        if word_at(tokens, at) == "is" and word_at(tokens, at + 1 + negates) == "null":
            asked = "IS NOT NULL" if negates else "IS NULL"
            fields = " AND ".join(f"{token.text}.{quote(field.name)} {asked}" for field in row.fields)
            yield Edit(token.start, tokens[at + 1 + negates].stop, f"({fields})")
        elif not is_starred and _is_shown(tokens, i):
            yield Edit(token.start, token.stop, f"row(*COLUMNS({token.text}.*))")


def _is_shown(tokens: Tokens, i: int) -> bool:
    """Is it cast to text?"""
    if word_at(tokens, i + 2) not in TEXTS:
        return False
    in_cast = word_at(tokens, i + 1) == "as" and word_at(tokens, i - 2) in {"cast", "try_cast"}
    return word_at(tokens, i + 1) == "::" or in_cast
