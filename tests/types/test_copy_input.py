"""
COPY's input: bytes in, rows or PostgreSQL's error out; the kernel as the reference, both as PostgreSQL 15.
"""

from __future__ import annotations

import math
import tracemalloc
from dataclasses import replace
from decimal import Decimal
from struct import pack, unpack_from
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pggate.errors import FeatureNotSupported, PgError
from pggate.types import copy_input, copy_tuples, rows, table
from pggate.types.columns import column_encoding
from pggate.types.copy_columns import InputColumn
from pggate.types.copy_input import CopyIn, CopyReader
from pggate.types.duck import column_type
from pggate.types.framings import COPY_BINARY, CopyBinary, CopyCsv, CopyText
from tests.types.test_kernel import COLUMNS as EVERY_COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import psycopg

ZONE: Final = ZoneInfo("Europe/Berlin")
BINARY_HEADER: Final = copy_tuples.SIGNATURE + bytes(8)
TEXT: Final = CopyIn(CopyText())
CSV: Final = CopyIn(CopyCsv())
BINARY: Final = CopyIn(COPY_BINARY)

needs_kernel = pytest.mark.skipif(not rows.IS_COMPILED, reason="the kernel was not built: no C++ compiler")
READERS: Final = [pytest.param(True, id="kernel", marks=needs_kernel), pytest.param(False, id="reference")]


def columns(*duckdb: str) -> list[InputColumn]:
    return [
        InputColumn(name, column_type(one).type, column_type(one).typmod, one)
        for name, one in zip("abcdefghijklmnopqrstuvwxyz", duckdb, strict=False)
    ]


INT_TEXT: Final = columns("INTEGER", "VARCHAR")


def batches(
    how: CopyIn,
    data: bytes,
    into: Sequence[InputColumn] = INT_TEXT,
    *,
    compiled: bool = rows.IS_COMPILED,
    cuts: Sequence[int] = (),
) -> list[pa.RecordBatch]:
    reader = CopyReader(how, into, "t", ZONE, is_compiled=compiled)
    made = []
    for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True):
        made += reader.feed(data[start:end])
        if cuts:
            made += reader._read(final=False)  # though it is little
    made += reader.finish()
    for column in (column for batch in made for column in batch.columns):
        # Arrow's times end before 24:00:00.
        (column.view(pa.int64()) if pa.types.is_time64(column.type) else column).validate(full=True)
    return made


Answer = list[tuple[Any, ...]] | tuple[str | None, ...]


def said(error: PgError) -> tuple[str | None, ...]:
    return error.code, error.message, error.detail, error.hint, error.context


def answer(how: CopyIn, data: bytes, into: Sequence[InputColumn] = INT_TEXT, **more: Any) -> Answer:
    """The rows, or the error."""
    try:
        return [
            tuple(row.values()) for batch in batches(how, data, into, **more) for row in batch.to_pylist()
        ]
    except PgError as error:
        return said(error)


def tuple_of(*cells: bytes | None) -> bytes:
    fields = (pack("!i", -1) if cell is None else pack("!i", len(cell)) + cell for cell in cells)
    return pack("!h", len(cells)) + b"".join(fields)


def failure(code: str, message: str, context: str | None, hint: str | None = None) -> Answer:
    return code, message, None, hint, context


CR_HINT: Final = 'Use "\\r" to represent carriage return.'
LF_HINT: Final = 'Use "\\n" to represent newline.'
CORRUPT: Final = "end-of-copy marker corrupt"
MISMATCH: Final = "end-of-copy marker does not match previous newline style"

# Taken from PostgreSQL 15.  (The servers' own answers are asked for again further down.)
CASES: Final[list[tuple[CopyIn, bytes, Answer]]] = [
    (TEXT, b"", []),
    (TEXT, b"1\ta\n2\tb\n", [(1, "a"), (2, "b")]),
    (TEXT, b"1\ta\r\n2\tb\r\n", [(1, "a"), (2, "b")]),
    (TEXT, b"1\ta\r2\tb", [(1, "a"), (2, "b")]),
    (TEXT, b"1\ta\\.\n2\tb\n", [(1, "a")]),
    (TEXT, b"1\ta\n\\.\nrubbish\0\xff", [(1, "a")]),
    (TEXT, b"1\ta\r\n\\.\r\n", [(1, "a")]),
    (TEXT, b"\\N\t\\N\n1\t\\\\N\n", [(None, None), (1, "\\N")]),
    (TEXT, b"1\ta\\\nb\n", [(1, "a\nb")]),
    (TEXT, b"1\ta\\", [(1, "a")]),
    (TEXT, b"1\t\\303\\244\\x41\\xg\\8\\b\\f\\n\\r\\t\\v\n", [(1, "äAxg8\b\f\n\r\t\v")]),
    (TEXT, b" +7 \t\n", [(7, "")]),
    (TEXT, b"1\ta\n\\.", failure("22P04", CORRUPT, "COPY t, line 2")),
    (TEXT, b"1\ta\n\\.x", failure("22P04", CORRUPT, "COPY t, line 2")),
    (TEXT, b"1\ta\n\\.\r", failure("22P04", MISMATCH, "COPY t, line 2")),
    (TEXT, b"1\ta\r\n\\.\n", failure("22P04", MISMATCH, "COPY t, line 2")),
    (TEXT, b"1\ta\r\n2\tb\n", failure("22P04", "literal newline found in data", "COPY t, line 2", LF_HINT)),
    (
        TEXT,
        b"1\ta\n2\tb\r\n",
        failure("22P04", "literal carriage return found in data", "COPY t, line 2", CR_HINT),
    ),
    (TEXT, b"1\n", failure("22P04", 'missing data for column "b"', 'COPY t, line 1: "1"')),
    (
        TEXT,
        b"x\n",
        failure("22P02", 'invalid input syntax for type integer: "x"', 'COPY t, line 1, column a: "x"'),
    ),
    (
        TEXT,
        b"1\ta\n1\ta\tb\n",
        failure("22P04", "extra data after last expected column", 'COPY t, line 2: "1\ta\tb"'),
    ),
    (
        TEXT,
        b"1\ta\n99999999999\ta\n",
        failure(
            "22003",
            'value "99999999999" is out of range for type integer',
            'COPY t, line 2, column a: "99999999999"',
        ),
    ),
    (
        TEXT,
        b"1\ta\n2\ta\xc3\n",
        failure("22021", 'invalid byte sequence for encoding "UTF8": 0xc3 0x0a', "COPY t, line 2"),
    ),
    (
        TEXT,
        b"1\ta\n2\ta\0\n",
        failure("22021", 'invalid byte sequence for encoding "UTF8": 0x00', "COPY t, line 2"),
    ),
    (
        TEXT,
        b"1\ta\n1\t\\377\n",
        failure("22021", 'invalid byte sequence for encoding "UTF8": 0xff', 'COPY t, line 2: "1\t\\377"'),
    ),
    (replace(TEXT, header=True), b"rubbish\r\n1\ta\r\n", [(1, "a")]),
    (replace(TEXT, header="match"), b"a\tb\n1\ta\n", [(1, "a")]),
    (
        replace(CSV, header="match"),
        b"a,c\n",
        failure(
            "22P04",
            'column name mismatch in header line field 2: got "c", expected "b"',
            'COPY t, line 1: "a,c"',
        ),
    ),
    (
        replace(CSV, header="match"),
        b"a,\n",
        failure(
            "22P04",
            'column name mismatch in header line field 2: got null value (""), expected "b"',
            'COPY t, line 1: "a,"',
        ),
    ),
    (
        replace(CSV, header="match"),
        b"a\n",
        failure("22P04", "wrong number of fields in header line: got 1, expected 2", 'COPY t, line 1: "a"'),
    ),
    (CSV, b'1,a"b"c\n2,"a""b"\n3,"a\nb"', [(1, "abc"), (2, 'a"b'), (3, "a\nb")]),
    (CSV, b'1,""\n2,\n', [(1, ""), (2, None)]),
    (CSV, b"\\.\n1,a\n", []),
    (replace(CSV, force_not_null=frozenset({1})), b"1,\n,\n", [(1, ""), (None, "")]),
    (replace(CSV, force_null=frozenset({1})), b'1,""\n2,\n', [(1, None), (2, None)]),
    (
        replace(CSV, force_null=frozenset({1}), force_not_null=frozenset({1})),
        b'1,""\n2,\n',
        [(1, None), (2, "")],
    ),
    (
        CopyIn(CopyCsv(escape=b"\\")),
        b'1,"a\\"b\\\\\\c"\n2,"\\\\"\n',
        [(1, 'a"b\\\\c'.replace("\\\\", "\\\\")), (2, "\\")],
    ),
    (
        CSV,
        b'1,"a\nb"\n2,"c\n',
        failure("22P04", "unterminated CSV quoted field", 'COPY t, line 3: "2,"c\n"'),
    ),
    (
        CSV,
        b"1,a\n2,b\rc\n",
        failure(
            "22P04",
            "unquoted carriage return found in data",
            "COPY t, line 2",
            "Use quoted CSV field to represent carriage return.",
        ),
    ),
    (
        CSV,
        b'1,"a\rb\r"\r\nx,2\r\n',
        failure("22P02", 'invalid input syntax for type integer: "x"', 'COPY t, line 4, column a: "x"'),
    ),
    (BINARY, BINARY_HEADER, []),
    (BINARY, BINARY_HEADER + b"\0", []),
    (BINARY, BINARY_HEADER + tuple_of(pack("!i", 1), b"x") + b"\xff\xff", [(1, "x")]),
    (BINARY, BINARY_HEADER + tuple_of(None, None), [(None, None)]),
    (BINARY, copy_tuples.SIGNATURE + b"\0\0\0\x01\0\0\0\x02zz" + tuple_of(None, b""), [(None, "")]),
    (BINARY, b"", failure("22P04", "COPY file signature not recognized", None)),
    (BINARY, b"1\ta\n", failure("22P04", "COPY file signature not recognized", None)),
    (
        BINARY,
        BINARY_HEADER + tuple_of(pack("!i", 1), b"x") + b"\xff\xffz",
        failure("22P04", "received copy data after EOF marker", "COPY t, line 2"),
    ),
    (
        BINARY,
        BINARY_HEADER + tuple_of(b"x"),
        failure("22P04", "row field count is 1, expected 2", "COPY t, line 1"),
    ),
    (
        BINARY,
        BINARY_HEADER + tuple_of(pack("!i", 1), b"x")[:-3],
        failure("22P04", "unexpected EOF in COPY data", "COPY t, line 1, column b"),
    ),
    (
        BINARY,
        BINARY_HEADER + tuple_of(b"\0\0\1", b"x"),
        failure("08P01", "insufficient data left in message", "COPY t, line 1, column a"),
    ),
    (
        BINARY,
        BINARY_HEADER + tuple_of(None, b"") + tuple_of(None, b"a\0"),
        failure("22021", 'invalid byte sequence for encoding "UTF8": 0x00', "COPY t, line 2, column b"),
    ),
    (
        BINARY,
        BINARY_HEADER + b"\0\2\xff\xff\xff\xfe",
        failure("22P04", "invalid field size", "COPY t, line 1, column a"),
    ),
    (
        BINARY,
        BINARY_HEADER + b"\0\2\x3f\xff\xff\xff",
        (
            "54000",
            "out of memory",
            "Cannot enlarge string buffer containing 0 bytes by 1073741823 more bytes.",
            None,
            "COPY t, line 1, column a",
        ),
    ),
]


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize(("how", "data", "expected"), CASES)
def test_cases_whole_and_cut_anywhere(how: CopyIn, data: bytes, expected: Answer, *, compiled: bool) -> None:
    assert answer(how, data, compiled=compiled) == expected
    for cut in range(len(data) + 1):
        assert answer(how, data, compiled=compiled, cuts=[cut]) == expected
    assert answer(how, data, compiled=compiled, cuts=range(1, len(data))) == expected


@pytest.mark.parametrize("compiled", READERS)
def test_what_is_long_is_cut_in_the_context(*, compiled: bool) -> None:
    found = answer(TEXT, "é".encode() * 51 + b"\tx\n", compiled=compiled)
    assert found[4] == f'COPY t, line 1, column a: "{"é" * 50}..."'


@pytest.mark.parametrize("compiled", READERS)
def test_the_first_error_counts(*, compiled: bool) -> None:
    """Errors come in the order of the data, whoever finds them."""
    into = columns("INTEGER", "JSON", "INTEGER")
    assert answer(CSV, b"1,1,1\n1,{,x\n1,1\n", into, compiled=compiled)[0] == "22P02"
    assert answer(CSV, b"1,1,1\n1,{,x\n", into, compiled=compiled)[4] == 'COPY t, line 2, column b: "{"'
    assert (
        answer(CSV, b"1,1,1\n1,1,x\n1,{,1\n", into, compiled=compiled)[4] == 'COPY t, line 2, column c: "x"'
    )
    assert answer(CSV, b"1,1,1\n1,{\n", into, compiled=compiled)[4] == 'COPY t, line 2, column b: "{"'
    assert answer(CSV, b"1,1,1\n1,1\nx,1,1\n", into, compiled=compiled)[1] == 'missing data for column "c"'


# ---- values ---------------------------------------------------------------------------------------------

VALUES: Final[list[tuple[str, str, Any]]] = [
    ("BOOLEAN", "YES", True),
    ("TINYINT", "-128", -128),
    ("UTINYINT", "255", 255),
    ("UBIGINT", "18446744073709551615", 2**64 - 1),
    ("FLOAT", "1e-45", 1.401298464324817e-45),
    ("DOUBLE", "-0", -0.0),
    ("DOUBLE", "-Infinity", -math.inf),
    ("DOUBLE", "1e23", 1e23),
    ("DOUBLE", ".5", 0.5),
    ("DECIMAL(4,2)", "1.005", Decimal("1.01")),
    ("DECIMAL(4,2)", "-1.005", Decimal("-1.01")),
    ("DECIMAL(4,2)", "1e1", Decimal("10.00")),
    ("DECIMAL(38,2)", "999999999999999999999999999999999999.99", Decimal("9" * 36 + ".99")),
    ("DECIMAL(38,38)", "0." + "1" * 38, Decimal("0." + "1" * 38)),
    ("VARCHAR", "é€𝄞", "é€𝄞"),
    ("BLOB", "\\x00fF", b"\x00\xff"),
    ("BLOB", "abc", b"abc"),
    ("JSON", '{"a":  1}', '{"a":  1}'),
    ("TIMESTAMP_S", "2020-01-01 00:00:00.6", "2020-01-01 00:00:01"),
    ("TIMESTAMP_MS", "2020-01-01 00:00:00.0006", "2020-01-01 00:00:00.001000"),
    ("TIMESTAMP_NS", "2020-01-01 00:00:00.000001", "2020-01-01 00:00:00.000001"),
    ("INTEGER[]", "{1,NULL,3}", [1, None, 3]),
    ("INTEGER[][]", "{{1,2},{3,4}}", [[1, 2], [3, 4]]),
    ("INTEGER[][]", "{}", []),
    ("VARCHAR[]", '{"a b",NULL,""}', ["a b", None, ""]),
    ("STRUCT(x INTEGER, y VARCHAR[])", '{"x":1,"y":["a",null]}', {"x": 1, "y": ["a", None]}),
    ("STRUCT(x INTEGER)[]", '[{"x":1},null]', [{"x": 1}, None]),
    ("MAP(VARCHAR, INTEGER)", '{"a":1}', [("a", 1)]),
]


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize(("duckdb", "field", "value"), VALUES)
def test_values(duckdb: str, field: str, value: Any, *, compiled: bool) -> None:
    quoted = '"' + field.replace('"', '""') + '"'
    (batch,) = batches(CSV, f"{quoted}\n\n{quoted}\n".encode(), columns(duckdb), compiled=compiled)
    column = batch.column(0)
    if pa.types.is_timestamp(column.type):
        shown = column.cast(pa.timestamp("us")).to_pylist()
        assert [one and str(one) for one in shown] == [value, None, value]
    else:
        assert repr(column.to_pylist()) == repr([value, None, value])


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize(
    ("duckdb", "field", "expected"),
    [
        ("TINYINT", "128", ("22003", 'value "128" is out of range for type tinyint', None)),
        ("UBIGINT", "-1", ("22003", 'value "-1" is out of range for type ubigint', None)),
        (
            "DECIMAL(4,2)",
            "99.995",
            (
                "22003",
                "numeric field overflow",
                "A field with precision 4, scale 2 must round to an absolute value less than 10^2.",
            ),
        ),
        (
            "DECIMAL(4,4)",
            "1",
            (
                "22003",
                "numeric field overflow",
                "A field with precision 4, scale 4 must round to an absolute value less than 1.",
            ),
        ),
        (
            "DECIMAL(4,2)",
            "inf",
            (
                "22003",
                "numeric field overflow",
                "A field with precision 4, scale 2 cannot hold an infinite value.",
            ),
        ),
        ("DATE", "2023-02-29", ("22008", 'date/time field value out of range: "2023-02-29"', None)),
        ("TIMESTAMP", "294276-12-31 23:59:59", ("22008", "timestamp out of range", None)),
        ("TIMESTAMP_NS", "3000-01-01", ("22008", "timestamp out of range", None)),
        ("DOUBLE", "1e400", ("22003", '"1e400" is out of range for type double precision', None)),
        ("DOUBLE", "1e-400", ("22003", '"1e-400" is out of range for type double precision', None)),
        ("DOUBLE", "nan(1)", ("22P02", 'invalid input syntax for type double precision: "nan(1)"', None)),
        (
            "INTEGER[]",
            "{{1}}",
            ("2202E", "wrong number of array dimensions", "The column is of type INTEGER[]."),
        ),
    ],
)
def test_values_that_are_refused(
    duckdb: str, field: str, expected: tuple[str, ...], *, compiled: bool
) -> None:
    found = answer(TEXT, f"\\N\n{field}\n".encode(), columns(duckdb), compiled=compiled)
    assert found == (*expected, None, f'COPY t, line 2, column a: "{field}"')


@pytest.mark.parametrize("compiled", READERS)
def test_lengths(*, compiled: bool) -> None:
    into = [InputColumn("a", table.VARCHAR, 3 + 4, "VARCHAR")]
    assert answer(TEXT, "abc\nab   \nééé\n".encode(), into, compiled=compiled) == [
        ("abc",),
        ("ab ",),
        ("ééé",),
    ]
    assert answer(TEXT, b"abc\nabcd\n", into, compiled=compiled) == failure(
        "22001", "value too long for type character varying(3)", 'COPY t, line 2, column a: "abcd"'
    )


def test_a_column_that_cannot_be_copied_into() -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        CopyReader(TEXT, columns("INTEGER", "HUGEINT"), "t", ZONE)
    assert caught.value.hint == 'Leave the column "b" out of COPY\'s column list.'


# ---- kernel, reference and the encoders -----------------------------------------------------------------

FRAMINGS: Final = [
    CopyText(),
    CopyText(b"|", b"NULL"),
    CopyCsv(),
    CopyCsv(b";", b"0", b"'", b"\\"),
    CopyCsv(b":", b"NULL", b"1", b"2", frozenset({0})),
    COPY_BINARY,
]


def encoded(batch: pa.RecordBatch, types: Sequence[str], framing: CopyText | CopyCsv | CopyBinary) -> bytes:
    """What COPY TO sends, out of its CopyData messages."""
    is_binary = isinstance(framing, CopyBinary)
    encodings = [column_encoding(one, int(is_binary), ZONE) for one in types]
    data, at, parts = bytes(rows.encode(batch, encodings, framing).data), 0, []
    while at < len(data):
        (length,) = unpack_from("!i", data, at + 1)
        parts.append(data[at + 5 : at + 1 + length])
        at += 1 + length
    rest = b"".join(parts)
    return BINARY_HEADER + rest + b"\xff\xff" if is_binary else rest


# What a topic stores, and COPY's formats show whole.
STORED: Final = {
    "bool", "int1", "uint1", "int2", "uint2", "int4", "uint4", "int8", "uint8", "float4", "float8", "numeric",
    "text", "bytea", "uuid", "date", "time", "timestamp", "timestamptz",
} & EVERY_COLUMN.keys()  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("framing", FRAMINGS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_round_trip(framing: CopyText | CopyCsv | CopyBinary, data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(STORED)), min_size=1, max_size=4))
    count = data.draw(st.integers(1, 5))
    types = [EVERY_COLUMN[name][0] for name in names]
    arrays = [
        EVERY_COLUMN[name][2](
            data.draw(st.lists(st.none() | EVERY_COLUMN[name][1], min_size=count, max_size=count))
        )
        for name in names
    ]
    batch = pa.RecordBatch.from_arrays(arrays, [str(at) for at in range(len(arrays))])
    sent = encoded(batch, types, framing)
    for compiled in {False, rows.IS_COMPILED}:
        try:
            read = batches(CopyIn(framing), sent, columns(*types), compiled=compiled)
        except PgError as error:
            # What the engine holds and PostgreSQL's types do not: dates before its calendar.
            assert error.code == "22008"  # noqa: PT017  the library may refuse, too
            continue
        assert encoded(pa.concat_batches(read), types, framing) == sent


TYPES: Final = (
    *(
        "BOOLEAN",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "UINTEGER",
        "FLOAT",
        "DOUBLE",
        "DECIMAL(18,2)",
        "DECIMAL(38,9)",
    ),
    *(
        "VARCHAR",
        "BLOB",
        "UUID",
        "DATE",
        "TIME",
        "TIMESTAMP",
        "TIMESTAMP WITH TIME ZONE",
        "INTEGER[]",
        "JSON",
    ),
)
SPELLINGS: Final = (
    *("", "t", "F", "yes", "0", "1", "-1", "+1", " 1", "1 ", "00012", "32767", "-32769", "2147483648"),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775809", "4294967296", "1.", ".5", "-.5"),
    *(
        "1.25",
        "1.255",
        "-1.255",
        "1e3",
        "1E-3",
        "1e400",
        "1e-400",
        "-0",
        "0.000",
        "inf",
        "NaN",
        "0x10",
        "1_0",
    ),
    *("12345678901234567.89", "12345678901234567.999", "99999999999999999999999999999.999999999", "4.9e-324"),
    *("3.4028235e38", "3.4028236e38", "1e-46", "16777217", "\\\\x00ff", "\\\\xzz", "\\\\x0", "a\\\\001"),
    *(
        "00000000-0000-0000-0000-00000000000a",
        "0000000000000000000000000000000A",
        "{1,2}",
        "{1,NULL}",
        "{",
        "null",
    ),
    *(
        "2020-02-29",
        "2021-02-29",
        "0001-01-01",
        "0000-01-01",
        "2020-1-1",
        "20200101",
        "12020-01-01",
        "infinity",
    ),
    *(
        "00:00:00",
        "23:59:59.999999",
        "24:00:00",
        "23:59:60",
        "1:2:3",
        "12:00:00.1234567",
        "12:00:00.",
        "12:00",
    ),
    *("2020-01-01 00:00:00", "2020-01-01T23:59:59.5", "2020-01-01 00:00:00.1234567", "2020-01-01 24:00:00"),
    *(
        "2020-07-01 00:00:00+02",
        "2020-07-01 00:00:00-03:30",
        "2020-07-01 00:00:00Z",
        "2020-07-01 00:00:00+16",
    ),
    *(
        "2020-07-01 00:00:00 +02",
        "2020-07-01 00:00:00+00:00:01",
        "2020-03-29 02:30:00",
        "2020-01-01 00:00:00 BC",
    ),
)


def written(
    how: CopyIn, data: bytes, into: Sequence[InputColumn] = INT_TEXT, *, compiled: bool = rows.IS_COMPILED
) -> bytes | Answer:
    """The rows as COPY TO writes them, whatever their values, or the error."""
    try:
        made = batches(how, data, into, compiled=compiled)
    except PgError as error:
        return said(error)
    return b"".join(encoded(batch, [one.duckdb for one in into], CopyText()) for batch in made)


@needs_kernel
@pytest.mark.parametrize("duckdb", TYPES)
def test_spellings(duckdb: str) -> None:
    """Taken by the kernel or left to the reference: the same value, or the same refusal."""
    for field in SPELLINGS:
        data = f"\\N\n{field}\n".encode()  # the first line is never the kernel's
        compiled = written(TEXT, data, columns(duckdb), compiled=True)
        assert compiled == written(TEXT, data, columns(duckdb), compiled=False)


def hostile(alphabet: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    return st.lists(st.sampled_from(alphabet), max_size=24).map(b"".join)


PIECES: Final = (
    *(
        b"1",
        b"2",
        b"x",
        b"a",
        b"\\",
        b"\\.",
        b"\\N",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b"\t",
        b",",
        b",",
        b'"',
        b'"',
    ),
    *(b"'", b"\\101", b"\\x41", b"\\303\\244", b"\xc3\xa4", b"\xc3", b"\xff", b"\0", b"\\n", b" ", b"NULL"),
)
OPTIONS: Final = [
    TEXT,
    CopyIn(CopyText(b",", b"NULL"), header=True),
    CSV,
    CopyIn(CopyCsv(null=b"NULL", escape=b"\\"), force_null=frozenset({1})),
    CopyIn(CopyCsv(quote=b"'", escape=b"1"), header=True, force_not_null=frozenset({0, 1})),
    CopyIn(CopyCsv(), header="match"),
]


@needs_kernel
@pytest.mark.parametrize("how", OPTIONS)
@given(data=hostile(PIECES), cut=st.integers(0, 60))
def test_hostile_lines(how: CopyIn, data: bytes, cut: int) -> None:
    first = b"a,b\n" if how.header else b""
    data = first + b"1,2\n" + data if b"," in how.framing.delimiter else b"1\t2\n" + data  # type: ignore[union-attr]
    into = columns("VARCHAR", "VARCHAR")
    compiled = answer(how, data, into, compiled=True, cuts=[min(cut, len(data))])
    assert compiled == answer(how, data, into, compiled=False)


@needs_kernel
@given(
    st.lists(st.lists(st.none() | st.binary(max_size=10), min_size=2, max_size=2).map(tuple), max_size=4),
    st.binary(max_size=8),
    st.sampled_from(TYPES),
)
@example([], b"\0\1", "INTEGER")
def test_hostile_tuples(cells: list[tuple[bytes | None, ...]], rest: bytes, duckdb: str) -> None:
    data = BINARY_HEADER + b"".join(tuple_of(*one) for one in cells) + rest
    into = columns(duckdb, "VARCHAR")
    assert written(BINARY, data, into, compiled=True) == written(BINARY, data, into, compiled=False)


NUMERICS: Final = st.tuples(
    st.lists(st.sampled_from([0, 1, 9, 10, 100, 5000, 9990, 9999, 10_000, -1]), max_size=12),
    st.integers(-12, 12),
    st.sampled_from([0, 0x4000, 0xC000, 0x1234]),
    st.integers(0, 20),
)


@needs_kernel
@given(NUMERICS, st.sampled_from(["DECIMAL(18,2)", "DECIMAL(38,0)", "DECIMAL(38,38)", "DECIMAL(4,3)"]))
def test_numerics_in_binary(sent: tuple[list[int], int, int, int], duckdb: str) -> None:
    groups, weight, sign, scale = sent
    field = pack(f"!HhHH{len(groups)}h", len(groups), weight, sign, scale, *groups)
    data = BINARY_HEADER + tuple_of(field)
    into = columns(duckdb)
    assert answer(BINARY, data, into, compiled=True) == answer(BINARY, data, into, compiled=False)


# ---- size -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize("how", [TEXT, CSV, BINARY])
def test_batches_are_bounded(how: CopyIn, monkeypatch: pytest.MonkeyPatch, *, compiled: bool) -> None:
    monkeypatch.setattr(copy_input, "MOST_ROWS", 100)
    batch = pa.record_batch([pa.array(range(1050), pa.int32()), pa.array(["x"] * 1050)], ["a", "b"])
    data = encoded(batch, ["INTEGER", "VARCHAR"], how.framing)
    made = batches(how, data, compiled=compiled)
    assert all(one.num_rows <= 101 for one in made)
    assert pa.concat_batches(made).column(0).to_pylist() == list(range(1050))


@pytest.mark.slow
@needs_kernel
def test_memory_does_not_grow_with_the_data() -> None:
    line = b"1\t" + b"x" * 998 + b"\n"
    reader = CopyReader(TEXT, INT_TEXT, "t", ZONE)
    tracemalloc.start()
    try:
        count = sum(batch.num_rows for _ in range(100) for batch in reader.feed(line * 1000))
        count += sum(batch.num_rows for batch in reader.finish())
        assert tracemalloc.get_traced_memory()[1] < 4 * copy_input.ENOUGH
    finally:
        tracemalloc.stop()
    assert count == 100_000


@pytest.mark.slow
@pytest.mark.parametrize("compiled", READERS)
def test_a_long_row_in_small_pieces(*, compiled: bool) -> None:
    reader = CopyReader(CSV, INT_TEXT, "t", ZONE, is_compiled=compiled)
    assert reader.feed(b'1,"') == []
    for _ in range(1000):
        assert reader.feed(b"x" * 20_000) == []
    reader.feed(b'"\n')
    (batch,) = reader.finish()
    assert len(batch.column(1)[0].as_py()) == 20_000_000


def test_a_row_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_input, "ENOUGH", 1)
    monkeypatch.setattr(copy_tuples, "MOST_BYTES", 1000)
    found = answer(TEXT, b"1\ta\n2\t" + b"x" * 2000, cuts=range(100, 2000, 100))
    assert (found[0], found[4]) == ("54000", "COPY t, line 2")


@pytest.mark.parametrize("compiled", READERS)
def test_times_of_the_session(*, compiled: bool) -> None:
    into = columns("TIMESTAMP WITH TIME ZONE", "INTEGER")
    local = ("2020-03-29 02:30:00", "2020-10-25 02:30:00", "1850-01-01 00:00:00", "0001-01-01 00:00:00")
    fields = [*local, "\\N", "2020-07-01 00:00:00+00", "2020-7-1 0:00", *local]
    shown = written(TEXT, "".join(f"{field}\t1\n" for field in fields).encode(), into, compiled=compiled)
    assert isinstance(shown, bytes)
    assert shown.decode().replace("\t1\n", ",").split(",")[:-1] == [
        "2020-03-29 03:30:00+02",
        "2020-10-25 02:30:00+01",
        "1850-01-01 00:00:00+00:53:28",
        "0001-01-01 00:00:00+00:53:28",
        "\\N",
        "2020-07-01 02:00:00+02",
        "2020-07-01 00:00:00+02",
        "2020-03-29 03:30:00+02",
        "2020-10-25 02:30:00+01",
        "1850-01-01 00:00:00+00:53:28",
        "0001-01-01 00:00:00+00:53:28",
    ]


@needs_kernel
@pytest.mark.parametrize(
    ("framing", "told", "message"),
    [
        ([], (("i4", 0, 0),), "framing must be a tuple"),
        ((b"x", b",", b""), (("i4", 0, 0),), "no line ends so"),
        ((b"\n", b",", b"", b'"', b'"', b""), (("i4", 0, 0),), "a byte of flags for each"),
        ((), [], "columns must be a tuple"),
        ((), (("i3", 0, 0),), "no such reader"),
        ((), (("decimal", 39, 0),), "no such reader"),
        ((), (("decimal", 3, 4),), "no such reader"),
    ],
)
def test_wrong_arguments_are_refused(framing: Any, told: Any, message: str) -> None:
    from pggate.types import _kernel

    with pytest.raises((TypeError, ValueError), match=message):
        _kernel.read_copy(b"", 0, 1, 0, framing, told)
    with pytest.raises(ValueError, match="no row begins there"):
        _kernel.read_copy(b"", 1, 1, 0, (), (("i4", 0, 0),))


# ---- PostgreSQL itself ----------------------------------------------------------------------------------

TABLE: Final = "create temp table t (a integer, b text) on commit drop"


@pytest.fixture(scope="module")
def postgres(postgres_server: Any) -> Iterator[psycopg.Connection[Any]]:
    import psycopg

    with psycopg.connect(postgres_server.dsn()) as connection:
        connection.execute("set timezone = 'Europe/Berlin'")
        connection.commit()
        yield connection


def quoted(value: bytes) -> str:
    return "E'" + "".join(f"\\x{byte:02x}" for byte in value) + "'"


def options(how: CopyIn) -> str:
    framing = how.framing
    if isinstance(framing, CopyBinary):
        return "format binary"
    given = {"delimiter": framing.delimiter, "null": framing.null}
    if isinstance(framing, CopyCsv):
        given |= {"quote": framing.quote, "escape": framing.escape}
    parts = [f"{name} {quoted(value)}" for name, value in given.items()]
    parts.append(f"format {'csv' if isinstance(framing, CopyCsv) else 'text'}")
    parts.append(f"header {how.header}")
    for name, places in (("force_not_null", how.force_not_null), ("force_null", how.force_null)):
        parts += [f"{name} ({', '.join('ab'[place] for place in places)})"] if places else []
    return ", ".join(parts)


def asked(postgres: psycopg.Connection[Any], how: CopyIn, data: bytes, made: str = TABLE) -> bytes | Answer:
    """The rows as PostgreSQL's COPY TO shows them, or its error."""
    import psycopg

    with postgres.cursor() as cursor:
        try:
            cursor.execute(made)
            with cursor.copy(f"copy t from stdin with ({options(how)})") as copying:
                copying.write(data)
            with cursor.copy("copy t to stdout") as copied:
                return b"".join(map(bytes, copied))
        except psycopg.Error as error:
            diag = error.diag
            return diag.sqlstate, diag.message_primary, diag.message_detail, diag.message_hint, diag.context
        finally:
            postgres.rollback()


@pytest.mark.server
@pytest.mark.parametrize(("how", "data"), [(how, data) for how, data, _ in CASES])
def test_cases_as_postgres(postgres: psycopg.Connection[Any], how: CopyIn, data: bytes) -> None:
    assert written(how, data) == asked(postgres, how, data)


@pytest.mark.server
@pytest.mark.parametrize("how", OPTIONS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=hostile(PIECES))
def test_hostile_lines_as_postgres(postgres: psycopg.Connection[Any], how: CopyIn, data: bytes) -> None:
    into = columns("VARCHAR", "VARCHAR")
    expected = asked(postgres, how, data, "create temp table t (a text, b text) on commit drop")
    assert written(how, data, into) == expected


# As each other's values, in a table of its type.
ORACLE_TYPES: Final = {
    "BOOLEAN": "boolean", "SMALLINT": "smallint", "INTEGER": "integer", "BIGINT": "bigint", "FLOAT": "real",
    "DOUBLE": "double precision", "DECIMAL(18,2)": "numeric(18,2)", "DECIMAL(38,9)": "numeric(38,9)",
    "VARCHAR": "text", "BLOB": "bytea", "UUID": "uuid", "DATE": "date", "TIME": "time",
    "TIMESTAMP": "timestamp", "TIMESTAMP WITH TIME ZONE": "timestamptz", "INTEGER[]": "integer[]",
}  # fmt: skip


# Where the reference decoder does not say in PostgreSQL's words what is wrong with rubbish.
LOOSE: Final = {"DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "INTEGER[]"}

# Values of PostgreSQL's that its own decoder, or the column, does not take; and one that only it takes.
DIFFERENT: Final = {
    *(("FLOAT", "0x10"), ("DOUBLE", "0x10"), ("DECIMAL(18,2)", "NaN"), ("DECIMAL(38,9)", "NaN")),
    *((duckdb, "inf") for duckdb in LOOSE),
    *(("TIME", field) for field in SPELLINGS if field.startswith("2020-0")),
}


@pytest.mark.server
@pytest.mark.parametrize("duckdb", ORACLE_TYPES)
def test_spellings_as_postgres(postgres: psycopg.Connection[Any], duckdb: str) -> None:
    made = f"create temp table t (a {ORACLE_TYPES[duckdb]}) on commit drop"
    for field in SPELLINGS:
        data = f"\\N\n{field}\n".encode()
        found, expected = written(TEXT, data, columns(duckdb)), asked(postgres, TEXT, data, made)
        if duckdb in LOOSE and isinstance(found, tuple):
            found, expected = found[4], expected[4]  # both refuse it, and say where
        assert found == expected or (duckdb, field) in DIFFERENT
