"""
A text that is cast to an array or composite type while a statement runs: array_in and record_in (PostgreSQL
15, 8.15.2, 8.16.2), as texts that DuckDB reads the same values from.

duckdb 1.5.5 has texts of its own for lists and STRUCTs, ["a", NULL] and {"a": "1", "b": NULL}; what is
written in them stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import FeatureNotSupported
from pggate.types import literals
from pggate.types.arrays import dimensions, is_written, read_array
from pggate.types.duck import Shown, column_type
from pggate.types.ducktype import parse
from pggate.types.record_values import read_text
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

_COMPOSITES: Final = Shown(structs_as_composites=True)
_MEANING: Final = frozenset('{}",\\ \t\n\r\v\f')


@dataclass(frozen=True, slots=True)
class _Target:
    """
    What a text is cast to: PostgreSQL's type, and of arrays how many dimensions the engine gives them.
    """

    type: PgType
    dimensions: int


def computed_text(written: str, duckdb_type: str) -> str:
    """
    DuckDB's text of an array or a row that is written as PostgreSQL reads it.

    Args:
        written: PostgreSQL's text; one in DuckDB's own form comes back as it is.
        duckdb_type: The type of the cast, of arrays with all their dimensions.

    Raises:
        InvalidTextRepresentation: 22P02, it is none of the type.
        FeatureNotSupported: 0A000, an array of other dimensions than the cast tells, or not beginning at 1.
        PgError: What else PostgreSQL says to it.

    """
    target = _target(duckdb_type)
    if target.type.element is not None:
        begins_as_list = written.lstrip(SPACE).startswith("[") and not is_written(written)
        return written if begins_as_list else _array(target.type.element, written, target.dimensions)
    return written if written.lstrip(SPACE).startswith("{") else _row(target.type, written)


@lru_cache(maxsize=256)
def _target(duckdb_type: str) -> _Target:
    parsed, count = parse(duckdb_type), 0
    while parsed.is_list:
        parsed, count = parsed.element, count + 1
    return _Target(column_type(duckdb_type, _COMPOSITES).type, count)


def _array(element: PgType, written: str, count: int) -> str:
    read = _reader(element)
    items = _plain_items(written)
    if items is not None and count == 1:
        return f"[{', '.join(map(read, items))}]"
    value = read_array(written, lambda item: item)
    if value and len(dimensions(value)) != count:
        raise FeatureNotSupported(
            f"an array of {len(dimensions(value))} dimensions cannot be read from a text that is cast to one"
            f" of {count}",
            hint=f"Write the dimensions of the type: ::{element.sql}{'[]' * len(dimensions(value))}.",
        )
    return _list(value, read)


def _plain_items(written: str) -> list[str] | None:
    """
    The elements of an array of one dimension without a quote, an escape, a space or a NULL; None of others.
    """
    if written[:1] != "{" or written[-1:] != "}":
        return None
    inner = written[1:-1]
    if not _MEANING.isdisjoint(inner.replace(",", "")):
        return None
    items = inner.split(",")
    return None if "" in items or "null" in inner.lower() else items


def _list(items: list[Any], read: Callable[[str], str]) -> str:
    written = (
        _list(item, read) if isinstance(item, list) else "NULL" if item is None else read(item)
        for item in items
    )
    return f"[{', '.join(written)}]"


def _row(type_: PgType, written: str) -> str:
    fields = read_text(type_, written, _field)
    inner = ", ".join(f"{_quoted(name)}: {'NULL' if text is None else text}" for name, text in fields.items())
    return f"{{{inner}}}"


def _field(type_: PgType, text: str) -> str:
    return _reader(type_)(text)


def _reader(type_: PgType) -> Callable[[str], str]:
    """
    What makes the engine's text, as it stands inside of another, of an element or a field.
    """
    if type_.fields:
        return lambda text: _row(type_, text)
    if type_.element is not None:
        element = type_.element
        return lambda text: _list(read_array(text, lambda item: item), _reader(element))
    return lambda text: _quoted(literals.engine_text(type_, text))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
