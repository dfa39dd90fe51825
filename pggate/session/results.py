"""
Parameters, columns and rows between the wire and the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from pggate.engine.names import quote_identifier
from pggate.errors import InvalidParameterValue, ProtocolViolation
from pggate.types import params, rows
from pggate.types.columns import ColumnEncoding
from pggate.types.duck import column_type, travels_as
from pggate.types.framings import DATA_ROW
from pggate.types.slices import slices
from pggate.wire import backend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from pggate.engine.result import ResultColumn
    from pggate.session.outcome import Column
    from pggate.session.portal import Prepared
    from pggate.session.settings import Settings
    from pggate.types.framings import Framing
    from pggate.wire import frontend

FORMATS: Final = (0, 1)
"""Text and binary (PostgreSQL 15, 55.1.3 "Formats and Format Codes")."""


def expanded(codes: Sequence[int], count: int, what: Literal["parameter", "result"]) -> tuple[int, ...]:
    """
    Format codes as Bind has them, none, one for all or one each, as one each.

    Raises:
        ProtocolViolation: Another number of them.
        InvalidParameterValue: A code that is neither text nor binary.

    """
    for code in codes:
        if code not in FORMATS:
            raise InvalidParameterValue(f"unsupported format code: {code}")
    if len(codes) == count:
        return tuple(codes)
    if len(codes) > 1:
        there_are = f"{count} parameters" if what == "parameter" else f"query has {count} columns"
        raise ProtocolViolation(f"bind message has {len(codes)} {what} formats but {there_are}")
    return tuple(codes) * count if codes else (0,) * count


def field_of(column: Column, code: int = 0) -> backend.Field:
    """A column as RowDescription tells it."""
    return backend.Field(
        name=column.name,
        table_oid=0,
        column=0,
        type_oid=column.type.oid,
        typlen=column.type.typlen,
        typmod=column.typmod,
        format=code,
    )


def encoder(
    columns: Sequence[Column], codes: Sequence[int], settings: Settings, framing: Framing = DATA_ROW
) -> Callable[[pa.RecordBatch], Iterator[rows.Block]]:
    """
    How this result's batches become DataRows, or rows of COPY: as many blocks as they need.
    """
    zone = ZoneInfo(settings.show("TimeZone"))
    encodings = [
        ColumnEncoding(column.type, column.duckdb, code, zone)
        for column, code in zip(columns, codes, strict=True)
    ]
    return lambda batch: (rows.encode(part, encodings, framing) for part in slices(batch))


def carried(text: str, columns: Sequence[Column], found: Sequence[ResultColumn] = ()) -> str:
    """
    A query in a form whose values all survive the way out of the engine, as what the client was told.

    duckdb 1.5.5 loses a TIMETZ's offset and long INTERVALs on the way to Arrow; such columns travel as text.
    And what it computes from a parameter that is NULL may be an INTEGER NULL, whatever it would be otherwise:
    `found` are the columns that came out.
    """
    carriers = [travels_as(column.duckdb) for column in columns]
    for number, (column, got) in enumerate(zip(columns, found, strict=bool(found))):
        if carriers[number] is None and column_type(got.duckdb_type).type != column.type:
            carriers[number] = column.duckdb
    if not any(carriers):
        return text
    names = [quote_identifier(f"c{number}") for number in range(len(columns))]
    items = [
        name if carrier is None else f"CAST({name} AS {carrier}) AS {name}"
        for name, carrier in zip(names, carriers, strict=True)
    ]
    return f"SELECT {', '.join(items)} FROM ({text}) AS result({', '.join(names)})"


def decoded(prepared: Prepared, message: frontend.Bind) -> tuple[object, ...]:
    """
    The values of a statement's parameters.

    Raises:
        ProtocolViolation: Their number, or that of their formats, is wrong.
        PgError: A value is not one of its type.

    """
    types = prepared.parameters
    if len(message.parameters) != len(types):
        raise ProtocolViolation(
            f"bind message supplies {len(message.parameters)} parameters, "
            f'but prepared statement "{prepared.name}" requires {len(types)}'
        )
    formats = expanded(message.parameter_formats, len(types), "parameter")
    return tuple(
        params.decode(oid, code, data, number)
        for number, (oid, code, data) in enumerate(
            zip(types, formats, message.parameters, strict=True), start=1
        )
    )
