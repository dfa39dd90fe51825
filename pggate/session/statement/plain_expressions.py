"""
Expressions that one row alone has to tell, of DEFAULT, CHECK and USING: without parameters, queries,
aggregates, window functions and functions that return sets (PostgreSQL 15, CREATE TABLE, ALTER TABLE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, PgError, UndefinedParameter
from pggate.session.statement.returned_items import MAY_BE, check_items
from pggate.translate.syntax import lexer

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.session.statement.analysed import Analysed


def check_words(expression: str, place: str) -> None:
    """
    Before it is bound.

    Args:
        place: What it is: "check constraint".

    Raises:
        FeatureNotSupported: It has a query in it.
        UndefinedParameter: It has a parameter in it.

    """
    for token in lexer.tokens(expression):
        if token.word == "select":
            raise FeatureNotSupported(f"cannot use subquery in {place}")
        if token.kind is lexer.Kind.PARAMETER:
            raise UndefinedParameter(f"there is no parameter {token.text}")


def check_bound(binder: BinderCursor, analysed: Analysed, places: str) -> None:
    """
    Args:
        analysed: A query of which it is an item.
        places: What such are: "check constraints".

    Raises:
        PgError: 42803, 42P20, 0A000, it is about more than one row.

    """
    if analysed.bound is None or MAY_BE.isdisjoint(analysed.bound.operators):
        return
    try:
        check_items(binder, analysed.text, places)
    except PgError as error:
        error.position = None  # in a text that nobody wrote
        raise
