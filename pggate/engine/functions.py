"""
Functions of the gateway's own that SQL can call, such as pggate.create_token().

They are registered under a name that nobody types, and the emulation's macros call them with the session's
process id in front, so that a function knows who calls it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import PgError

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

MARK: Final = "pggate-error:"
"""What stands before a PgError in the message of the exception that duckdb makes of it."""


@dataclass(frozen=True, slots=True)
class Function:
    """
    A scalar function with side effects.

    Args:
        name: As SQL calls it.
        parameters: DuckDB's type texts.
        returns: DuckDB's type text.
        call: What it does; may raise PgError.  Runs in one of the engine's threads.

    """

    name: str
    parameters: tuple[str, ...]
    returns: str
    call: Callable[..., Any]


def register(connection: duckdb.DuckDBPyConnection, function: Function) -> None:
    """
    Make the function callable on every cursor of the connection's instance.
    """
    connection.create_function(
        function.name,
        telling(function.call),
        list(function.parameters),
        function.returns,
        side_effects=True,
    )


def never_called(function: Function) -> Function:
    """
    The function as the binder knows it: what is bound there never runs.
    """

    @wraps(function.call)  # duckdb counts its parameters
    def refuse(*_arguments: Any) -> None:
        raise AssertionError(f"{function.name} was called on the binder")

    return Function(function.name, function.parameters, function.returns, refuse)


def error_in(message: str) -> PgError | None:
    """
    The PgError that a function raised, if the message of duckdb's exception carries one.
    """
    _, found, rest = message.partition(MARK)
    if not found:
        return None
    try:
        said, _ = json.JSONDecoder().raw_decode(rest)
        return PgError(said["message"], sqlstate=said["code"], detail=said["detail"], hint=said["hint"])
    except (ValueError, TypeError, KeyError):  # the mark stands in a value of the client's
        return None


def telling(call: Callable[..., Any]) -> Callable[..., Any]:
    """
    The call with its PgErrors said so that error_in() finds them.
    """

    @wraps(call)
    def told(*arguments: Any) -> Any:
        try:
            return call(*arguments)
        except PgError as error:
            said = {"code": error.code, "message": error.message, "detail": error.detail, "hint": error.hint}
            raise ValueError(MARK + json.dumps(said)) from error

    return told
