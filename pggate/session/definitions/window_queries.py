"""
The query that a live view of windows is made of, from the one that its client wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import DatatypeMismatch, FeatureNotSupported, PgError, UndefinedColumn
from pggate.lake.topic_options import INGESTED_AT
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.statements import split
from pggate.views.windowed import source_of, windowed
from pggate.views.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.statement.outcome import Column
    from pggate.translate.commands.live_view_commands import CreateLiveView
    from pggate.views.windowed import Source

TYPES: Final[Mapping[str, str]] = {
    "date": "timestamp",
    "timestamp": "timestamp",
    "timestamptz": "timestamptz",
}
"""Of columns that windows can be of: the type of a window's start and end."""

_ALL: Final = "SELECT * FROM "


def window_query(analyst: Analyst, command: CreateLiveView) -> Rewritten:
    """
    The query of a view; as it was written where no windows are asked for.

    Raises:
        InvalidParameterValue: 22023, of an option.
        FeatureNotSupported: It is of another form, or nothing says when a row came.
        UndefinedColumn: 42703, timestamp_column is not there.
        DatatypeMismatch: 42804, it is no date or timestamp.

    """
    window = window_of(dict(command.options))
    if window is None:
        return Rewritten(command.query)
    source = source_of(command.query)
    columns = {column.name: column for column in _columns(analyst, source)}
    if not window.column and INGESTED_AT not in columns:
        raise FeatureNotSupported(
            f'a live view of windows needs timestamp_column: "{source.alias}" has no column {INGESTED_AT}',
            hint="Name the column that has the time of a row, or make the topic WITH (ingested_at).",
        )
    wanted = window.column or INGESTED_AT
    column = columns.get(wanted) or columns.get(wanted.lower())
    if column is None:
        raise UndefinedColumn(f'column "{wanted}" named in timestamp_column does not exist')
    if column.type.name not in TYPES:
        raise DatatypeMismatch(
            f'column "{column.name}" named in timestamp_column is of type {column.type.name}',
            hint="Name a column of type date, timestamp or timestamptz.",
        )
    return windowed(command.query, source, window, column.name, TYPES[column.type.name])


def _columns(analyst: Analyst, source: Source) -> Sequence[Column]:
    (statement,) = split(_ALL + source.text)
    try:
        return analyst.analyse(statement, describe=True).columns or ()
    except PgError as error:
        if error.position is not None:
            error.position += source.start - len(_ALL)
        raise
