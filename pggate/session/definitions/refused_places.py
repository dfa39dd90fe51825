"""
Where in a client's query that stands which a live view cannot hold.

The compiler reads the query in the engine's words, whose places are others.  So the client's own text is
compiled as well, as far as it can be: a refusal that says the same is about the same.  What only the plan
tells is a function, which is looked for by its name.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, PgError
from pggate.session.statement.placing import placed_within
from pggate.translate.dialect.qualifiers import Names
from pggate.translate.syntax import lexer
from pggate.translate.tokens import apply
from pggate.views.aggregates import canonical, is_aggregate
from pggate.views.compiling import compile_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor
    from pggate.translate.trees.nodes import Node

_CALLED: Final = re.compile(r"\((\w+)\(.*\)\)$")
"""What a refusal names at its end."""


def place_of(cursor: BinderCursor, query: str, refused: FeatureNotSupported) -> int | None:
    """
    In characters from 1; None where it is not told, since it stands behind a macro or in several places.

    Args:
        cursor: The session's, on which the query's names mean what they mean to it.
        query: As the client wrote it.
        refused: What the compiler said of it in the engine's words.

    """
    said = _said_of(cursor, query)
    if said is not None and said.message == refused.message and said.position is not None:
        return said.position
    called = _CALLED.search(refused.message)
    found = list(_calls(query, called[1])) if called else []
    return found[0] + 1 if len(found) == 1 else None


def place_of_groups(query: str) -> int | None:
    """
    Where a query begins to be about more than single rows, in characters from 1.
    """
    for token, following in pairwise(lexer.tokens(query)):
        is_call = token.is_name and following.word == "(" and is_aggregate(token.name)
        if is_call or token.word == "distinct" or (token.word, following.word) == ("group", "by"):
            return token.start + 1
    return None


def _said_of(cursor: BinderCursor, query: str) -> FeatureNotSupported | None:
    def columns_of(table: Node) -> list[str]:
        return [column.name for column in cursor.columns(f"SELECT * FROM {_name_of(table)}")]

    try:
        rewritten = apply(query, Names())
        with placed_within(rewritten):
            text = rewritten.text
            compile_view(cursor.tree(text), lambda _table: True, cursor.text, columns_of, text)
    except FeatureNotSupported as refused:
        return refused
    except PgError:  # it is PostgreSQL's own
        return None
    return None


def _name_of(table: Node) -> str:
    names = (table["catalog_name"], table["schema_name"], table["table_name"])
    return ".".join('"' + name.replace('"', '""') + '"' for name in names if name)


def _calls(query: str, name: str) -> Iterator[int]:
    for token, following in pairwise(lexer.tokens(query)):
        if token.is_name and following.word == "(" and canonical(token.name) == canonical(name):
            yield token.start
