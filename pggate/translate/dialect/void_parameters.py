"""
Parameters of type void: as arguments of a function they are none at all (PostgreSQL 15, ParseFuncOrColumn).

pgjdbc makes `SELECT * FROM upper($1, $2) AS result` of `{? = call upper(?)}`, and says that $1 is a void.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pggate.translate.syntax.looking import Tokens

VOID: Final = 2278
"""The type's OID."""


def without_void(sql: str, oids: Sequence[int]) -> str:
    """
    The text without them.

    Args:
        sql: A statement or several.
        oids: Of its parameters' types, $1 first; 0 where the client leaves it open.

    """
    if VOID not in oids:
        return sql
    parameters = {f"${number}" for number, oid in enumerate(oids, start=1) if oid == VOID}
    return rewrite(sql, _edits(sql, lexer.tokens(sql), parameters)).text


def _edits(sql: str, tokens: Tokens, parameters: Collection[str]) -> Iterator[Edit]:
    """The list of arguments of each call that has some."""
    for i, token in enumerate(tokens):
        if not token.is_name or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        ends = [i + 1, *commas(tokens, i + 1, close), close]
        arguments = [tokens[first + 1 : last] for first, last in pairwise(ends)]
        kept = [one for one in arguments if not _is_one(one, parameters)]
        if len(kept) < len(arguments):
            texts = (sql[one[0].start : one[-1].stop] for one in kept if one)
            yield Edit(tokens[i + 1].stop, tokens[close].start, ", ".join(texts))


def _is_one(argument: Tokens, parameters: Collection[str]) -> bool:
    return len(argument) == 1 and argument[0].kind is Kind.PARAMETER and argument[0].text in parameters
