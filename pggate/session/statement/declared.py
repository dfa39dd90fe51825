"""
What Parse refuses of a statement's parameters before anybody asks what they are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.errors import UndefinedObject
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.types.oids import PG_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pggate.translate.texts.statements import Statement

KNOWN: Final = frozenset(row.oid for row in PG_TYPE) | {0}
"""0 leaves the type open."""

LITERAL: Final = frozenset(
    {
        Kind.SET,
        Kind.SET_TRANSACTION,
        Kind.SET_ROLE,
        Kind.SET_SESSION_AUTHORIZATION,
        Kind.SHOW,
        Kind.RESET,
        Kind.DISCARD,
        Kind.BEGIN,
        Kind.START_TRANSACTION,
        Kind.COMMIT,
        Kind.ROLLBACK,
        Kind.SAVEPOINT,
        Kind.RELEASE,
        Kind.ROLLBACK_TO,
        Kind.DEALLOCATE,
        Kind.LISTEN,
        Kind.UNLISTEN,
        Kind.NOTIFY,
        Kind.CREATE_DATABASE,
        Kind.DROP_DATABASE,
        Kind.CREATE_ROLE,
        Kind.ALTER_ROLE,
        Kind.DROP_ROLE,
    }
)
"""Commands whose grammar has no place for a $n."""


def check_types(oids: Iterable[int], is_created: Callable[[int], bool]) -> None:
    """
    Args:
        is_created: Is there a type of that OID which was created here?

    Raises:
        UndefinedObject: The client declares a type that there is not.

    """
    for oid in oids:
        if oid not in KNOWN and not is_created(oid):
            raise UndefinedObject(f"type with OID {oid} does not exist")


def check_takes_parameters(statement: Statement) -> None:
    """
    Raises:
        SyntaxError: It has a $n where only a literal can be.

    """
    if statement.kind not in LITERAL:
        return
    for token in lexer.tokens(statement.text):
        if token.kind is lexer.Kind.PARAMETER:
            raise SqlSyntaxError(
                f'syntax error at or near "{token.text}"', position=statement.offset + token.start + 1
            )
