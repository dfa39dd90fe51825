"""
The columns of a COPY, and its options as what reads and writes rows takes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import DuplicateColumn, InvalidColumnReference, UndefinedColumn
from pggate.translate.commands.copy_option_list import STAR
from pggate.types import copy_input
from pggate.types.duck import column_type
from pggate.types.framings import COPY_BINARY, CopyCsv, CopyText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.copying.target_columns import TargetColumn
    from pggate.translate.commands.copy_option_list import Star
    from pggate.translate.commands.copy_options import CopyOptions
    from pggate.translate.commands.copying import Copy
    from pggate.types.framings import CopyBinary


def framing(options: CopyOptions, forced: frozenset[int] = frozenset()) -> CopyText | CopyCsv | CopyBinary:
    """The options as what stands around the values."""
    delimiter, null = options.delimiter.encode(), options.null.encode()
    match options.format:
        case "binary":
            return COPY_BINARY
        case "csv":
            return CopyCsv(delimiter, null, options.quote.encode(), options.escape.encode(), forced)
        case _:
            return CopyText(delimiter, null)


def copied_in(
    options: CopyOptions, columns: Sequence[TargetColumn], known: Sequence[TargetColumn], command: Copy
) -> copy_input.CopyIn:
    """The options as the reader of rows takes them."""
    names, known_names = [c.name for c in columns], [c.name for c in known]
    return copy_input.CopyIn(
        framing(options),
        options.header,
        places(options.force_not_null, names, known_names, command, "FORCE_NOT_NULL"),
        places(options.force_null, names, known_names, command, "FORCE_NULL"),
    )


def input_column(column: TargetColumn) -> copy_input.InputColumn:
    """A column as the reader of rows knows it."""
    if column.type is not None:
        return copy_input.InputColumn(column.name, column.type, column.typmod, column.duckdb)
    told = column_type(column.duckdb)
    return copy_input.InputColumn(column.name, told.type, told.typmod, column.duckdb)


def chosen(columns: Sequence[TargetColumn], command: Copy) -> list[TargetColumn]:
    """
    The columns that COPY names, in its order; all where it names none.
    """
    if command.columns is None:
        return list(columns)
    by_name = {column.name: column for column in columns}
    refuse_unknown(command.columns, by_name, command.name)
    return [by_name[name] for name in command.columns]


def refuse_unknown(
    names: Sequence[str], known: Sequence[str] | dict[str, TargetColumn], relation: str
) -> None:
    """
    Args:
        relation: "" for a query.

    Raises:
        UndefinedColumn: 42703.
        DuplicateColumn: 42701.

    """
    whose = f' of relation "{relation}"' if relation else ""
    for place, name in enumerate(names):
        if name not in known:
            raise UndefinedColumn(f'column "{name}"{whose} does not exist')
        if name in names[:place]:
            raise DuplicateColumn(f'column "{name}" specified more than once')


def places(
    names: Sequence[str] | Star, copied: Sequence[str], known: Sequence[str], command: Copy, option: str
) -> frozenset[int]:
    """
    Where among the copied columns those of a FORCE_ option stand.

    Raises:
        UndefinedColumn: 42703, the relation or query has no such column.
        DuplicateColumn: 42701.
        InvalidColumnReference: 42P10, it is not copied.

    """
    if names is STAR:
        return frozenset(range(len(copied)))
    refuse_unknown(names, copied if command.query else known, command.name)
    for name in names:
        if name not in copied:
            raise InvalidColumnReference(f'{option} column "{name}" not referenced by COPY')
    return frozenset(list(copied).index(name) for name in names)
