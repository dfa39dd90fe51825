"""
A literal of a composite type as PostgreSQL reads it, in SQL that DuckDB casts to the same value.

duckdb 1.5.5 reads '(1,"a""b")' by its own rules, and '(1,)' has an empty text to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.types import literals
from pggate.types.arrays import read_array
from pggate.types.duck import Shown, column_type
from pggate.types.record_values import read_text
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from typing import Any

    from pggate.types.table import PgType

_COMPOSITES: Final = Shown(structs_as_composites=True)


def spelled(type_: PgType, literal: str) -> str:
    """
    An expression, which still needs the cast to its type: of '(1,x)' it is row('1', 'x').

    Args:
        type_: A composite type, or the type of arrays of one.
        literal: The text between the quotes.

    Raises:
        PgError: 22P02 and what else PostgreSQL says to a literal that is none of the type.

    """
    if type_.element is not None:
        return _list(type_.element, read_array(literal, lambda item: item))
    cells = read_text(type_, literal, _field)
    return f"row({', '.join('NULL' if cell is None else cell for cell in cells.values())})"


def spelled_row(duckdb_type: str, literal: str) -> str | None:
    """
    The same of a literal for a STRUCT, or for a list of them.

    Returns:
        None for any other type, and where the literal is in a form of DuckDB's own.

    Raises:
        PgError: 22P02, as `spelled`.

    """
    type_ = column_type(duckdb_type, _COMPOSITES).type
    begins_as_array = literal.lstrip(SPACE).startswith("{")
    if not (type_.element or type_).fields or begins_as_array is bool(type_.fields):
        return None
    return spelled(type_, literal)


def _list(element: PgType, items: list[Any]) -> str:
    written = (
        _list(element, item) if isinstance(item, list) else "NULL" if item is None else spelled(element, item)
        for item in items
    )
    return f"[{', '.join(written)}]"


def _field(type_: PgType, text: str) -> str:
    if (type_.element or type_).fields:
        return spelled(type_, text)
    return literals.spelled(type_, text) or "'" + text.replace("'", "''") + "'"
