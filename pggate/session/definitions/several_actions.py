"""
ALTER TABLE with several actions, which run one after the other: in PostgreSQL each USING reads the rows as
they were before the statement (15, ALTER TABLE, "Notes").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions import table_definitions
from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def check_actions(table: str, texts: Iterable[str]) -> None:
    """
    Args:
        table: Its name.
        texts: An ALTER TABLE for each action.

    Raises:
        FeatureNotSupported: A column gets another type twice, or a USING reads a column that an action before
            has changed.

    """
    changed: set[str] = set()
    for text in texts:
        definition = table_definitions.read(text)
        names = {column.name for column in definition.columns if definition.alters}
        for name in names & changed:
            raise FeatureNotSupported(f'cannot alter type of column "{name}" twice')
        if (
            changed
            and definition.using is not None
            and _reads(text[slice(*definition.using)], table, changed)
        ):
            raise FeatureNotSupported(
                "USING reads a column that another action of the statement changes",
                hint="Change the type of one column in a statement.",
            )
        changed |= names


def _reads(expression: str, table: str, columns: Collection[str]) -> bool:
    """Does it name one of the columns, or the whole row?"""
    tokens = lexer.tokens(expression)
    for at, token in enumerate(tokens):
        is_behind_dot = at > 0 and tokens[at - 1].word == "."
        if token.word == "*" and is_behind_dot:
            return True
        if token.is_name and token.name in columns:
            return True
        if token.is_name and token.name == table and not is_behind_dot and word_at(tokens, at + 1) != ".":
            return True
    return False
