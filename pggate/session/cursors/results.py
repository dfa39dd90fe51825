"""
Parameters, columns and rows between the wire and the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported, InvalidParameterValue, PgError, ProtocolViolation
from pggate.session.cursors.enum_parameters import check_labels
from pggate.types import params, rows
from pggate.types.columns import ColumnEncoding, cells
from pggate.types.duck import column_type, is_partial, travels_as
from pggate.types.enums import encoded_as
from pggate.types.framings import DATA_ROW
from pggate.types.internal_types import ENCODED
from pggate.types.padding import VARHDRSZ, padded
from pggate.types.slices import slices
from pggate.types.table import ARRAYS, BPCHAR, BY_OID, INT2, OID, TEXT
from pggate.types.vectors import OIDVECTOR, VECTORS, joined
from pggate.wire import backend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from pggate.engine.result import ResultColumn
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.outcome import Column
    from pggate.session.statement.portal import Prepared
    from pggate.types.framings import Framing
    from pggate.types.table import PgType
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
    if len(codes) > 1 and len(codes) != count:
        there_are = f"{count} parameters" if what == "parameter" else f"query has {count} columns"
        raise ProtocolViolation(f"bind message has {len(codes)} {what} formats but {there_are}")
    each = tuple(codes) if len(codes) > 1 else tuple(codes or (0,)) * count
    for code in each:
        if code not in FORMATS:
            raise InvalidParameterValue(f"unsupported format code: {code}")
    return each


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
        ColumnEncoding(
            ENCODED.get(column.type) or encoded_as(column.type), column.duckdb, code, zone, column.typmod
        )
        if column.type not in VECTORS
        else vector_encoding(column, code, zone)
        for column, code in zip(columns, codes, strict=True)
    ]
    widths = {
        place: max(column.typmod - VARHDRSZ, column.width)
        for place, column in enumerate(columns)
        if is_padded(column)
    }
    spaced = [
        place
        for place, (column, code) in enumerate(zip(columns, codes, strict=True))
        if column.type in VECTORS and code == 0
    ]
    if widths or spaced:
        return lambda batch: (
            rows.encode(joined(padded(part, widths), spaced), encodings, framing) for part in slices(batch)
        )
    return lambda batch: (rows.encode(part, encodings, framing) for part in slices(batch))


def checker(columns: Sequence[Column]) -> Callable[[pa.RecordBatch], None]:
    """
    What finds the values that `encoder` will refuse, while there is still time to write nothing.

    Their text tells: whatever has none has no binary form, either.  Most results have no such columns.
    """
    doubtful = {
        place: ColumnEncoding(encoded_as(column.type), column.duckdb, 0, ZoneInfo("UTC"), column.typmod)
        for place, column in enumerate(columns)
        if is_partial(column.duckdb)
    }

    def check(batch: pa.RecordBatch) -> None:
        for place, encoding in doubtful.items():
            cells(encoding, batch.column(place))

    return check


def vector_encoding(column: Column, code: int, zone: ZoneInfo) -> ColumnEncoding:
    """An int2vector or oidvector: in text as `joined` makes it, in binary as the array that it is."""
    if code == 0:
        return ColumnEncoding(TEXT, "VARCHAR", code, zone)
    of_type = ARRAYS[OID] if column.type is OIDVECTOR else ARRAYS[INT2]
    return ColumnEncoding(of_type, column.duckdb, code, zone)


def is_padded(column: Column) -> bool:
    """
    Is it a char(n), whose values come out with n characters?
    """
    return (column.typmod > VARHDRSZ or column.width > 0) and (column.type.element or column.type) is BPCHAR


def changed() -> FeatureNotSupported:
    """The error of a query that would return something else than its client was told."""
    return FeatureNotSupported(
        "cached plan must not change result type",
        hint="Prepare the statement again.",
        routine="RevalidateCachedQuery",  # by which asyncpg and pgjdbc know to do so
    )


def carried(text: str, columns: Sequence[Column], found: Sequence[ResultColumn] = ()) -> str:
    """
    A query in a form whose values all survive the way out of the engine, as what the client was told.

    duckdb 1.5.5 loses a TIMETZ's offset and long INTERVALs on the way to Arrow; such columns travel as text.
    And what it computes from a parameter that is NULL may be an INTEGER NULL, whatever it would be otherwise:
    `found` are the columns that came out.

    Raises:
        FeatureNotSupported: They are more or fewer: what the query reads was altered in between.

    """
    if found and len(found) != len(columns):
        raise changed()
    carriers = [travels_as(column.duckdb) for column in columns]
    for number, (column, got) in enumerate(zip(columns, found, strict=bool(found))):
        if carriers[number] is None and column_type(got.duckdb_type).type != column_type(column.duckdb).type:
            carriers[number] = column.duckdb
    if not any(carriers):
        return text
    names = [quote_identifier(f"c{number}") for number in range(len(columns))]
    items = [
        name if carrier is None else f"{_cast(name, column.duckdb, carrier)} AS {name}"
        for name, column, carrier in zip(names, columns, carriers, strict=True)
    ]
    return f"SELECT {', '.join(items)} FROM ({text}) AS result({', '.join(names)})"


def check_count(prepared: Prepared, message: frontend.Bind) -> None:
    """
    Raises:
        ProtocolViolation: There are more parameters than the statement takes, or fewer.

    """
    if len(message.parameters) != len(prepared.parameters):
        raise ProtocolViolation(
            f"bind message supplies {len(message.parameters)} parameters, "
            f'but prepared statement "{prepared.name}" requires {len(prepared.parameters)}'
        )


def decoded(
    prepared: Prepared,
    message: frontend.Bind,
    created: Callable[[int], PgType | None] = lambda _: None,
) -> tuple[object, ...]:
    """
    The values of a statement's parameters, which are as many as they should be.

    Args:
        created: The type of an OID that somebody made.

    Raises:
        ProtocolViolation: The number of their formats is wrong.
        PgError: A value is not one of its type; `context` says which parameter's.

    """
    types = prepared.parameters
    formats = expanded(message.parameter_formats, len(types), "parameter")
    values: list[object] = []
    try:
        for oid, code, data in zip(types, formats, message.parameters, strict=True):
            of_type = created(oid) if oid not in BY_OID and data is not None else None
            number = len(values) + 1
            if of_type is None or data is None:
                values.append(params.decode(oid, code, data, number))
                continue
            value = params.decode_as(of_type, code, data, number)
            check_labels(of_type, value)
            values.append(value)
    except PgError as error:
        place = _place(message.portal, len(values) + 1, formats[len(values)])
        error.context = place if error.context is None else f"{error.context}\n{place}"
        raise
    return tuple(values)


def _place(portal: str, number: int, code: int) -> str:
    """
    Which parameter, as PostgreSQL says it (postgres.c, bind_param_error_callback); its value stays unsaid.
    """
    named = f'portal "{portal}"' if portal else "unnamed portal"
    return f"{named} parameter ${number}" + ("" if code else " = '...'")


def _cast(name: str, duckdb: str, carrier: str) -> str:
    """duckdb 1.5.5: a VARIANT that is NULL is the JSON null."""
    cast = f"CAST({name} AS {carrier})"
    return f"CASE WHEN {name} IS NOT NULL THEN {cast} END" if duckdb == "VARIANT" else cast
