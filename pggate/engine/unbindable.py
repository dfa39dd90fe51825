"""
Why the binder refuses a statement that is not wrong in itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import duckdb

from pggate.engine import errors
from pggate.errors import (
    FeatureNotSupported,
    IndeterminateDatatype,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# duckdb 1.5.5: a parameter whose type cannot be inferred is this internal error (13 ms, for its backtrace)
NO_TYPE: Final = "Attempted to dereference unique_ptr"

COMPUTED_DEFAULT: Final = "a column can be added with a literal as its default only"
COMPUTED_DEFAULT_HINT: Final = (
    "Write a number or a text in quotes, or add the column without a default and UPDATE."
)


class NotBindable(FeatureNotSupported):
    """
    The binder cannot tell what the statement does: refuse it, or have an explicit rule for it.
    """


class ParameterTypeUnknown(IndeterminateDatatype):
    """
    DuckDB cannot infer the type of some $n of the statement: give it by a cast and bind again.
    """


def only(statements: Sequence[duckdb.Statement]) -> duckdb.Statement:
    """
    The one statement of a text.

    Raises:
        NotBindable: There is none, or DuckDB makes several of it.
        SyntaxError: There are several.

    """
    if not statements:
        raise NotBindable("there is no statement")
    if len(statements) == 1:
        return statements[0]
    if len({statement.query for statement in statements}) == 1:
        raise of_several(statements)
    raise SyntaxError("cannot insert multiple commands into a prepared statement")


def of_several(statements: Sequence[duckdb.Statement]) -> NotBindable:
    """
    Why the one text that DuckDB makes several statements of is refused.

    duckdb 1.5.5: PIVOT first makes a type of what it finds in its columns; ADD COLUMN with a DEFAULT that is
    no literal, and false and date '…' are none, is a whole transaction with an UPDATE in it.
    """
    if any(statement.type == duckdb.StatementType.ALTER for statement in statements):
        return NotBindable(COMPUTED_DEFAULT, hint=COMPUTED_DEFAULT_HINT)
    return NotBindable("PIVOT without its columns cannot be checked before it runs")


def refusal(answer: Mapping[str, Any], sql: str, *, has_parameters: bool) -> PgError:
    """
    The error that json_serialize_plan's answer tells.
    """
    kind, message = answer["error_type"], answer["error_message"]
    if has_parameters and (kind == "parameter not resolved" or message.startswith(NO_TYPE)):
        return ParameterTypeUnknown("could not determine data type of a parameter")
    if "does not support serialization" in message or message.startswith("PRAGMA function"):
        return NotBindable("this statement cannot be checked before it runs")
    return errors.from_json(answer, sql)
