"""
The compiled kernel writes what the reference encoders write, byte for byte.
"""

from __future__ import annotations

import ctypes
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pggate.types import rows
from pggate.types.columns import ColumnEncoding, column_encoding
from pggate.types.framings import COPY_BINARY, DATA_ROW, CopyCsv, CopyText, Framing

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.skipif(not rows.IS_COMPILED, reason="the kernel was not built: no C++ compiler"),
    pytest.mark.slow,
]

BERLIN: Final = ZoneInfo("Europe/Berlin")

TEXTS: Final[tuple[Framing, ...]] = (
    DATA_ROW,
    CopyText(),
    CopyText(b"-", b""),
    CopyText(b"|", b"NULL"),
    CopyCsv(),
    CopyCsv(b";", b"0", b"'", b"\\"),
    CopyCsv(b":", b"NULL", b"1", b"2", frozenset({0})),
)
BINARIES: Final[tuple[Framing, ...]] = (DATA_ROW, COPY_BINARY)


def characters() -> st.SearchStrategy[str]:
    hard = st.sampled_from(
        [
            '"',
            "'",
            "\\",
            "\\.",
            "\\N",
            "{}",
            "NULL",
            "null",
            "\n",
            "\r\n",
            "\t",
            "\b\v",
            "é",
            "🦆",
            "",
            " ",
            ",",
            ";",
        ]
    )
    return st.lists(
        hard | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8), max_size=4
    ).map("".join)


def integers(bits: int) -> st.SearchStrategy[int]:
    edges = st.sampled_from([0, 1, -1, 2 ** (bits - 1) - 1, -(2 ** (bits - 1)), 2**15 - 1, -(2**15)]).filter(
        lambda value: -(2 ** (bits - 1)) <= value < 2 ** (bits - 1)
    )
    return edges | st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


def doubles() -> st.SearchStrategy[float]:
    edges = [
        0.0,
        -0.0,
        5e-324,
        2.2250738585072014e-308,
        1.7976931348623157e308,
        1e15,
        1e16,
        1e23,
        9007199254740993.0,
    ]
    patterns = st.integers(0, 2**64 - 1).map(lambda bits: struct.unpack("d", bits.to_bytes(8))[0])
    return st.sampled_from([*edges, 1e-4, 1e-5, 123456.5, 2.0**63]) | st.floats() | patterns


def singles() -> st.SearchStrategy[float]:
    return st.sampled_from([0.0, -0.0, 1e6, 999999.0, 1e-4, 9.5367431640625e-07, 16777216.0]) | st.floats(
        width=32
    )


def decimals(precision: int, scale: int) -> st.SearchStrategy[Decimal]:
    most = 10**precision - 1
    edges = st.sampled_from([0, 1, -1, most, -most, 10**precision // 2, 10_000, 99_990_000])
    # Not scaleb: it rounds to the context's 28 digits.
    return (edges | st.integers(-most, most)).map(lambda unscaled: Decimal(f"{unscaled}e-{scale}"))


def days() -> st.SearchStrategy[int]:
    edges = [0, -719_162, -719_163, 2_932_896, 2_932_897, 2**31 - 1, -(2**31) + 1, -2_440_588, 106_751_991]
    return st.sampled_from(edges) | st.integers(-3_000_000, 4_000_000)


def micros() -> st.SearchStrategy[int]:
    edges = [
        0,
        -1,
        2**63 - 1,
        -(2**63) + 1,
        253_402_300_800_000_000,
        -62_135_596_800_000_000,
        951_782_400_000_000,
    ]
    return st.sampled_from(edges) | st.integers(-(2**55), 2**58) | st.integers(0, 2**51)


def listed(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.none() | items, max_size=4)


def physical(stored: Any, shown: Any) -> Callable[[list[Any]], Any]:
    return lambda values: pa.array(values, stored).view(shown)


def array(type_: Any) -> Callable[[list[Any]], Any]:
    return lambda values: pa.array(values, type_)


# name: (DuckDB type, values, how they become an array)
COLUMNS: Final[dict[str, tuple[str, st.SearchStrategy[Any], Callable[[list[Any]], Any]]]] = {
    "bool": ("BOOLEAN", st.booleans(), array(pa.bool_())),
    "int1": ("TINYINT", integers(8), array(pa.int8())),
    "int2": ("SMALLINT", integers(16), array(pa.int16())),
    "int4": ("INTEGER", integers(32), array(pa.int32())),
    "int8": ("BIGINT", integers(64), array(pa.int64())),
    "unsigned": ("UBIGINT", st.integers(0, 2**64 - 1), array(pa.uint64())),
    "float4": ("FLOAT", singles(), array(pa.float32())),
    "float8": ("DOUBLE", doubles(), array(pa.float64())),
    "text": ("VARCHAR", characters(), array(pa.string())),
    "large text": ("VARCHAR", characters(), array(pa.large_string())),
    "text view": ("VARCHAR", characters(), array(pa.string_view())),
    "enum": ("ENUM('a', 'b,')", st.sampled_from(["a", "b,"]), lambda values: pa.array(values, pa.string()).dictionary_encode()),
    "json": ("JSON", characters(), array(pa.string())),
    "bytea": ("BLOB", st.binary(max_size=40), array(pa.binary())),
    "bytea view": ("BLOB", st.binary(max_size=40), array(pa.binary_view())),
    "uuid": ("UUID", st.uuids().map(str), array(pa.string())),
    "date": ("DATE", days(), physical(pa.int32(), pa.date32())),
    "time": ("TIME", st.integers(0, 86_400_000_000), physical(pa.int64(), pa.time64("us"))),
    "time_ns": ("TIME_NS", st.integers(0, 86_400_000_000_000), physical(pa.int64(), pa.time64("ns"))),
    "timestamp": ("TIMESTAMP", micros(), physical(pa.int64(), pa.timestamp("us"))),
    "timestamp_s": ("TIMESTAMP_S", st.integers(-(10**11), 10**11), physical(pa.int64(), pa.timestamp("s"))),
    "timestamp_ms": ("TIMESTAMP_MS", st.integers(-(10**14), 10**14), physical(pa.int64(), pa.timestamp("ms"))),
    "timestamp_ns": ("TIMESTAMP_NS", micros(), physical(pa.int64(), pa.timestamp("ns"))),
    "timestamptz": ("TIMESTAMP WITH TIME ZONE", micros(), physical(pa.int64(), pa.timestamp("us", "UTC"))),
    "int[]": ("INTEGER[]", listed(integers(32)), array(pa.list_(pa.int32()))),
    "text[]": ("VARCHAR[]", listed(characters()), array(pa.list_(pa.string()))),
    "float[]": ("DOUBLE[]", listed(doubles()), array(pa.large_list(pa.float64()))),
    "int[2]": ("INTEGER[2]", st.lists(integers(32), min_size=2, max_size=2), array(pa.list_(pa.int32(), 2))),
    "timestamptz[]": (
        "TIMESTAMP WITH TIME ZONE[]",
        listed(st.integers(0, 2**50)),
        array(pa.list_(pa.timestamp("us", "UTC"))),
    ),
    "int[][]": ("INTEGER[][]", st.sampled_from([[[1, 2], [3, None]], [], [[5]]]), array(pa.list_(pa.list_(pa.int32())))),
    "struct": ("STRUCT(a INTEGER)", st.sampled_from([{"a": 1}, {"a": None}]), array(pa.struct([("a", pa.int32())]))),
    "nothing": ('"NULL"', st.none(), array(pa.null())),
}  # fmt: skip


def same(batch: Any, columns: list[ColumnEncoding], framings: tuple[Framing, ...]) -> None:
    for framing in framings:
        assert bytes(rows.compiled(batch, columns, framing)) == rows.reference(batch, columns, framing)


@pytest.mark.parametrize("format_", [0, 1])
@pytest.mark.parametrize("name", COLUMNS)
@given(data=st.data())
def test_every_type(name: str, format_: int, data: st.DataObject) -> None:
    duckdb_type, values, made = COLUMNS[name]
    column = data.draw(st.lists(st.none() | values, min_size=1, max_size=12))
    batch = pa.record_batch([made(column)], ["c"])
    batch = batch[data.draw(st.integers(0, len(column) - 1)) :]
    same(batch, [column_encoding(duckdb_type, format_, BERLIN)], BINARIES if format_ else TEXTS)


@given(data=st.data())
def test_many_columns(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(COLUMNS)), min_size=1, max_size=6))
    formats = [data.draw(st.sampled_from([0, 1])) for _ in names]
    count = data.draw(st.integers(1, 6))
    arrays = [
        COLUMNS[name][2](data.draw(st.lists(st.none() | COLUMNS[name][1], min_size=count, max_size=count)))
        for name in names
    ]
    columns = [
        column_encoding(COLUMNS[name][0], format_, BERLIN)
        for name, format_ in zip(names, formats, strict=True)
    ]
    batch = pa.RecordBatch.from_arrays(arrays, ["c"] * len(arrays))
    same(batch[data.draw(st.integers(0, count - 1)) :], columns, (DATA_ROW, COPY_BINARY))


@pytest.mark.parametrize("scale", [0, 1, 2, 3, 4, 5, 9, 18, 30, 37, 38])
@given(data=st.data())
def test_decimals(scale: int, data: st.DataObject) -> None:
    values = data.draw(st.lists(st.none() | decimals(38, scale), min_size=1, max_size=8))
    batch = pa.record_batch([pa.array(values, pa.decimal128(38, scale))], ["c"])
    for format_ in (0, 1):
        same(batch, [column_encoding(f"DECIMAL(38,{scale})", format_)], (DATA_ROW,))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5), st.sampled_from([0, 1]))
@example([40, 40], 0)
def test_half_way_between_two_floats(powers: list[int], format_: int) -> None:
    values = [float(f"{digit}e{power}") for power in powers for digit in range(1, 10)]
    batch = pa.record_batch([pa.array(values), pa.array(values, pa.float32())], ["a", "b"])
    same(batch, [column_encoding("DOUBLE", format_), column_encoding("FLOAT", format_)], (DATA_ROW,))


def test_every_power_of_two() -> None:
    wide = [sign * 2.0**power for power in range(-1074, 1024) for sign in (1, -1)]
    narrow = [2.0**power for power in range(-149, 128)]
    same(pa.record_batch([pa.array(wide)], ["c"]), [column_encoding("DOUBLE")], (DATA_ROW,))
    same(pa.record_batch([pa.array(narrow, pa.float32())], ["c"]), [column_encoding("FLOAT")], (DATA_ROW,))


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 1_000_000])
@pytest.mark.parametrize("framing", [DATA_ROW, CopyText(), CopyCsv()])
def test_cells_larger_than_anything(framing: Framing, size: int) -> None:
    batch = pa.record_batch([pa.array(["\\" * size, None, '"' * size])], ["c"])
    same(batch, [column_encoding("VARCHAR")], (framing,))
    many = pa.record_batch([pa.array([["{" * size], ["\\" * size, None]])], ["c"])
    same(many, [column_encoding("VARCHAR[]")], (framing,))


def test_columns_come_in_any_number() -> None:
    batch = pa.RecordBatch.from_arrays([pa.array([1, 2])] * 1600, [str(at) for at in range(1600)])
    same(batch, [column_encoding("BIGINT")] * 1600, (DATA_ROW, COPY_BINARY, CopyText()))
    same(pa.record_batch([pa.array([1, 2])], ["n"]), [], (DATA_ROW,))


@pytest.mark.parametrize(
    ("columns", "framing", "message"),
    [
        ([("int8", 0, 0, None)], None, "tuple"),
        ((("int8", 0, 0, None),) * 2, None, "does not have these columns"),
        ((("timestamptz", 0, 0, b"1234"),), None, "fewer offsets than rows"),
        ((("int8", 0, 0, None),), (b",", b"", b'"', b'"', b""), "one byte of forced per column"),
    ],
)
def test_wrong_arguments_are_refused(columns: Any, framing: Any, message: str) -> None:
    from pggate.types import _kernel

    batch = pa.record_batch([pa.array([1, 2])], ["n"])
    with pytest.raises((TypeError, ValueError), match=message):
        _kernel.encode(*batch.__arrow_c_array__(), columns, framing)


@pytest.mark.parametrize("framing", [DATA_ROW, CopyText()])
def test_other_threads_run_while_it_writes(framing: Framing) -> None:
    numbers = pa.array(np.arange(1_000_000) / 7)
    batch = pa.RecordBatch.from_arrays([numbers] * 4, [*"abcd"])
    columns = [column_encoding("DOUBLE")] * 4
    seen: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.001):
            seen.append(time.perf_counter())

    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(watch)
        began = time.perf_counter()
        rows.compiled(batch, columns, framing)
        ended = time.perf_counter()
        done.set()
        watching.result()
    # Not at its edges, where Python runs around it.
    margin = (ended - began) / 4
    assert [moment for moment in seen if began + margin < moment < ended - margin]


class ArrowArray(ctypes.Structure):
    """Arrow's C data interface."""


ArrowArray._fields_ = [
    *((name, ctypes.c_int64) for name in ("length", "null_count", "offset", "n_buffers", "n_children")),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowArray))),
]


def exported_buffers(capsule: Any) -> list[int | None]:
    """The addresses of the columns' buffers."""
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    batch = ArrowArray.from_address(pointer(capsule, b"arrow_array"))
    columns = [batch.children[at].contents for at in range(batch.n_children)]
    return [column.buffers[at] for column in columns for at in range(column.n_buffers)]


@pytest.mark.parametrize("offset", [0, 3])
def test_it_reads_the_engines_own_buffers(monkeypatch: pytest.MonkeyPatch, offset: int) -> None:
    batch = pa.record_batch([pa.array([1, None] * 8), pa.array(["a", None] * 8)], [*"ab"])[offset:]
    real, seen = rows._kernel.encode, []

    def encode(schema: Any, exported: Any, *arguments: Any) -> Any:
        seen.append(exported_buffers(exported))
        return real(schema, exported, *arguments)

    monkeypatch.setattr(rows._kernel, "encode", encode)
    made = rows.compiled(batch, [column_encoding("BIGINT"), column_encoding("VARCHAR")], DATA_ROW)
    assert seen == [[buffer.address for column in batch.columns for buffer in column.buffers()]]
    assert isinstance(made, memoryview)  # of the kernel's own block
