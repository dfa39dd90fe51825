"""
Aliases of joins in parentheses (PostgreSQL 15, 7.2.1.1, 7.2.1.2): one hides the tables that are joined, and
may name the columns anew.

    FROM (a JOIN b USING (id)) AS j (x, y)   becomes   FROM (SELECT * FROM a JOIN b USING (id)) AS j (x, y)

DuckDB's parser forgets them.  One that nothing asks for is forgotten here, too: where a query has columns of
one name DuckDB renames them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.set_functions import NO_ALIAS
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, unnested, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

TRIGGER: Final = r"(?:\b(?:from|join|using)|[,(])\s*\("

_BEFORE: Final = words("from join using ,") | {"("}
_BEGINS_QUERY: Final = words("select with values from table insert update delete merge pivot unpivot")


def queries(tokens: Tokens) -> Iterator[Edit]:
    """
    A join that has an alias becomes a query.
    """
    for i, token in enumerate(tokens):
        if token.word != "(" or word_at(tokens, i - 1) not in _BEFORE:
            continue
        if word_at(tokens, i + 1) not in _BEGINS_QUERY and _is_named_join(tokens, i):
            yield Edit(token.stop, token.stop, "SELECT * FROM ")


def _is_named_join(tokens: Tokens, opening: int) -> bool:
    close = closing(tokens, opening)
    inside = tokens[opening + 1 : close]
    if not any(token.word == "join" for _, token in unnested(inside)):
        return False
    after = close + 1
    has_as = word_at(tokens, after) == "as"
    after += has_as
    if after >= len(tokens) or not tokens[after].is_name or (not has_as and tokens[after].word in NO_ALIAS):
        return False
    alias = tokens[after].name
    is_read = any(token.is_name and token.name == alias for token in (*tokens[:after], *tokens[after + 1 :]))
    return is_read or word_at(tokens, after + 1) == "("
