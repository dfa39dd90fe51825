r"""
Documents that are written to a STRUCT, a MAP or a list of them, which are JSON to a client, as values that
the engine casts to its type.

duckdb 1.5.5 reads a text that is cast to such a type in a form of its own, where `\u00e4` is `u00e4`; and
JSON that is cast to one has to name all of its fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.types import table, text
from pggate.types.documents_input import shaped
from pggate.types.duck import scalar_type
from pggate.types.ducktype import parse
from pggate.types.literals import engine_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.ducktype import DuckType

_WITH_PARTS: Final = ("STRUCT(", "MAP(")


def is_read_from_json(duckdb_type: str) -> bool:
    """
    Is it the type of a STRUCT, a MAP or a list of them?
    """
    return duckdb_type.startswith(_WITH_PARTS)


def engine_value(duckdb_type: str, document: str) -> Any:
    """
    The engine's parameter for a document, of dicts, lists and texts; None for the JSON null.

    Raises:
        InvalidTextRepresentation: 22P02, it is no JSON, or has another shape; or what the type of a value in
            it raises.

    """
    return _made(duckdb_type, document, _PARAMETERS)


def expression(duckdb_type: str, document: str) -> str:
    """
    The same as SQL.
    """
    return f"CAST({_made(duckdb_type, document, _SQL)} AS {duckdb_type})"


class _Writers:
    """How parts become a whole."""

    def __init__(
        self,
        leaf: Callable[[str | None], Any],
        row: Callable[[dict[str, Any]], Any],
        items: Callable[[list[Any]], Any],
        pairs: Callable[[list[Any], list[Any]], Any],
    ) -> None:
        self.leaf = leaf
        self.row = row
        self.items = items
        self.pairs = pairs

    def write(self, column: DuckType, value: Any) -> Any:
        if value is None or column.name not in {"STRUCT", "MAP", "LIST"}:
            return self.leaf(value)
        if column.name == "STRUCT":
            types = dict(column.children)
            return self.row({name: self.write(types[name], item) for name, item in value.items()})
        if column.name == "LIST":
            return self.items([self.write(column.element, item) for item in value])
        (_, key), (_, of_value) = column.children
        keys = [self.write(key, name) for name, _ in value]
        return self.pairs(keys, [self.write(of_value, item) for _, item in value])


def _made(duckdb_type: str, document: str, writers: _Writers) -> Any:
    column = parse(duckdb_type)
    value = shaped(column, text.decode(table.JSON, document), _spelled)
    return writers.write(column, value)


def _spelled(column: DuckType, written: str) -> str:
    type_ = scalar_type(column)
    return written if type_ is table.JSON else engine_text(type_, written)


def _sql_row(cells: dict[str, str]) -> str:
    named = (f"{_quoted(name)}: {cell}" for name, cell in cells.items())
    return f"{{{', '.join(named)}}}"


def _sql_list(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def _quoted(characters: str) -> str:
    return "'" + characters.replace("'", "''") + "'"


_SQL: Final = _Writers(
    lambda leaf: "NULL" if leaf is None else _quoted(leaf),
    _sql_row,
    _sql_list,
    lambda keys, values: f"MAP({_sql_list(keys)}, {_sql_list(values)})",
)
_PARAMETERS: Final = _Writers(
    lambda leaf: leaf,
    lambda cells: cells,
    lambda items: items,
    lambda keys, values: {"key": keys, "value": values},  # what duckdb takes for a MAP
)
