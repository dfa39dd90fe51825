"""
The kernel and the reference encoders write what PostgreSQL 15 itself writes of the same values, byte for byte.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pggate.decimals import BARE_SCALE, PRODUCT_SCALES, QUOTIENT_SCALES
from pggate.types import rows
from pggate.types.framings import COPY_BINARY, DATA_ROW, CopyCsv, CopyText, DataRow
from tests.types import drawn
from tests.types.kinds import SCALARS, Kind, array_of, fixed_array_of, items, numeric, scaled
from tests.types.layouts import layouts
from tests.types.postgres_client import PostgresClient, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.types.framings import Framing

pytestmark = [pytest.mark.server, pytest.mark.slow]

WRITERS: Final[list[Callable[..., Any]]] = [
    *([rows.compiled] if rows.IS_COMPILED else []),
    rows.reference,
]

# Half an hour of summer time; seconds in the offset until 1972.
ODD_ZONES: Final = ("Australia/Lord_Howe", "Africa/Monrovia")
ZONES: Final = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", *ODD_ZONES)

COPIES: Final[tuple[CopyText | CopyCsv, ...]] = (
    CopyText(),
    CopyText(b"-", b""),
    CopyText(b"|", b"NULL"),
    CopyCsv(),
    CopyCsv(b";", b"0", b"'", b"\\"),
    CopyCsv(b":", b"NULL", b"1", b"2", frozenset({0})),
)

ARRAYS: Final = {f"{name}[]": array_of(kind) for name, kind in SCALARS.items()} | {
    f"{name}[2]": fixed_array_of(SCALARS[name], 2) for name in ("int4", "text", "timestamptz", "interval")
}
MATRICES: Final = {
    "int4[][]": array_of(SCALARS["int4"], 2),
    "text[][]": array_of(SCALARS["text"], 2),
    "timestamptz[][]": array_of(SCALARS["timestamptz"], 2),
    "numeric[][][]": array_of(SCALARS["decimal(9,4)"], 3),
    "interval[][][]": array_of(SCALARS["interval"], 3),
}
KINDS: Final = SCALARS | ARRAYS | MATRICES

# DECIMALs of these scales stand for numeric without a modifier (tests/types/test_unconstrained.py)
OWN_SCALES: Final = frozenset({BARE_SCALE, *PRODUCT_SCALES, *QUOTIENT_SCALES})

EXACT: Final = Context(prec=99)

# Of smaller quotients PostgreSQL shows more decimals than such a DECIMAL has.
LEAST: Final = dict(zip(QUOTIENT_SCALES, (Decimal("0.0001"), Decimal(1), Decimal(10_000)), strict=True))

# Dividends and divisors.  A power of 10,000 has four decimals more, where both sides begin alike.
EVEN: Final[dict[int, list[tuple[int, int] | None]]] = {
    QUOTIENT_SCALES[0]: [(0, 3), (2, 2), (-20_000, 2), (3, 10_000), (70, 7), (1, 3), (-29_999, 30_000)],
    QUOTIENT_SCALES[1]: [(3, 2), (-9_999, 2), (70, 7), (2**63 - 1, 3), None],
    QUOTIENT_SCALES[2]: [(-30_000, 2), (10**22 - 1, 3), None],
}

# What DuckDB has structs of.  PostgreSQL has no empty sub-arrays, in JSON neither: {{}} is {}.
IN_DOCUMENTS: Final = {name: kind for name, kind in (SCALARS | ARRAYS).items() if kind.shown is None}

# Few examples of many rows: each is a table of PostgreSQL's.  How long one takes is the machine's affair.
few = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def postgres(postgres_server: Any) -> Iterator[PostgresClient]:
    client = PostgresClient(postgres_server.host, postgres_server.port)
    yield client
    client.close()


@contextmanager
def stored(
    postgres: PostgresClient, kinds: Sequence[Kind], values: Sequence[Sequence[Any]], zone: str = "UTC"
) -> Iterator[None]:
    """
    While it is open the columns, values of these kinds, are PostgreSQL's table t.
    """
    columns = ", ".join(f"c{place} {kind.postgres}" for place, kind in enumerate(kinds))
    cells = [kind.cells(column) for kind, column in zip(kinds, values, strict=True)]
    postgres.text(f"begin; set local timezone = '{zone}'; create temp table t ({columns})")
    try:
        postgres.load("t", zip(*cells, strict=True))
        yield
    finally:
        postgres.text("rollback")


def assert_same(
    postgres: PostgresClient,
    kinds: Sequence[Kind],
    batch: Any,
    zone: str = "UTC",
    copies: Sequence[CopyText | CopyCsv] = COPIES,
    query: str = "table t",
) -> None:
    """
    PostgreSQL and every writer of ours make the same bytes of a query's rows, which the batch holds as well.
    """
    for format_, framings in ((0, (DATA_ROW, *copies)), (1, (DATA_ROW, COPY_BINARY))):
        columns = [kind.encoding(format_, ZoneInfo(zone)) for kind in kinds]
        for framing in framings:
            expected = written(postgres, query, format_, framing)
            for write in WRITERS:
                assert frames(write(batch, columns, framing)) == expected, (write.__name__, framing)


def written(postgres: PostgresClient, query: str, format_: int, framing: Framing) -> list[bytes]:
    if not isinstance(framing, DataRow):
        return postgres.copied(query, framing)
    return postgres.binary(query) if format_ else postgres.text(query)


def batch_of(arrays: Sequence[Any]) -> Any:
    return pa.RecordBatch.from_arrays(arrays, [f"c{place}" for place in range(len(arrays))])


def plain(kinds: Sequence[Kind], values: Sequence[Sequence[Any]]) -> Any:
    """A batch of the layouts that the engine gives."""
    return batch_of([kind.array(column) for kind, column in zip(kinds, values, strict=True)])


def laid_out(data: st.DataObject, kind: Kind, values: Sequence[Any]) -> Any:
    """An array in any layout, a slice of a longer one."""
    before, after = data.draw(st.integers(0, 9)), data.draw(st.integers(0, 3))
    others = [None, *kind.edges, *values, None] * 5
    array = kind.array([*others[:before], *values, *others[:after]])
    layout = data.draw(st.sampled_from(layouts(array.type)))
    return layout(array)[before : before + len(values)]


def zone_for(data: st.DataObject, kind: Kind) -> str:
    return data.draw(st.sampled_from(ZONES)) if "timestamptz" in kind.postgres else "UTC"


@pytest.mark.parametrize("name", KINDS)
@few
@given(data=st.data())
def test_every_type(postgres: PostgresClient, name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    values = [*kind.edges, None, *data.draw(st.lists(items(kind), max_size=40))]
    batch, zone = batch_of([laid_out(data, kind, values)]), zone_for(data, kind)
    with stored(postgres, [kind], [values], zone):
        assert_same(postgres, [kind], batch, zone)


@few
@given(data=st.data())
def test_many_columns(postgres: PostgresClient, data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(list(KINDS.values())), min_size=2, max_size=8))
    count = data.draw(st.integers(0, 20))
    values = [data.draw(st.lists(items(kind), min_size=count, max_size=count)) for kind in kinds]
    batch = batch_of([laid_out(data, kind, column) for kind, column in zip(kinds, values, strict=True)])
    zone = data.draw(st.sampled_from(ZONES))
    with stored(postgres, kinds, values, zone):
        assert_same(postgres, kinds, batch, zone)


@few
@given(st.lists(st.none() | drawn.UNSCALED, max_size=20))
def test_every_scale(postgres: PostgresClient, unscaled: list[int | None]) -> None:
    kinds, values = [], []
    for scale in set(range(39)) - OWN_SCALES:
        kinds.append(numeric(38, scale))
        values.append([*kinds[-1].edges, *(None if one is None else scaled(scale, one) for one in unscaled)])
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values))


# Few cells are written one by one, many by the scales that they show.
@pytest.mark.parametrize("times", [1, 5], ids=["few", "many"])
@few
@given(unscaled=st.lists(st.none() | drawn.UNSCALED, max_size=20))
def test_every_scale_of_numeric_without_a_modifier(
    postgres: PostgresClient, times: int, unscaled: list[int | None]
) -> None:
    """Zeros at the end are the DECIMAL's own, and not shown."""
    kinds, values = [], []
    for scale in (BARE_SCALE, *PRODUCT_SCALES):
        kinds.append(numeric(38, scale))
        column = [*kinds[-1].edges, *(None if one is None else scaled(scale, one) for one in unscaled)]
        values.append(column * times)
    trimmed = ", ".join(f"trim_scale(c{place}) as c{place}" for place in range(len(kinds)))
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values), query=f"select {trimmed} from t")


@pytest.mark.parametrize("times", [1, 25], ids=["few", "many"])
@pytest.mark.parametrize("scale", QUOTIENT_SCALES)
@few
@given(data=st.data())
def test_every_scale_of_quotients(
    postgres: PostgresClient, scale: int, times: int, data: st.DataObject
) -> None:
    """PostgreSQL's own division, of numbers whose quotient has its decimals in such a DECIMAL."""
    pairs = [*EVEN[scale], *data.draw(st.lists(drawn_pairs(scale), max_size=20))] * times
    operands = [[pair and pair[side] for pair in pairs] for side in (0, 1)]
    quotients = [pair and quotient(*pair, scale) for pair in pairs]
    whole, kind = SCALARS["int16"], numeric(38, scale)
    with stored(postgres, [whole, whole], operands):
        assert_same(postgres, [kind], plain([kind], [quotients]), query="select c0 / c1 as c0 from t")


def drawn_pairs(scale: int) -> st.SearchStrategy[tuple[int, int] | None]:
    """What is divided by what; NULL among them."""
    whole = 10 ** (38 - scale) - 1
    pair = st.tuples(st.integers(-whole, whole), st.integers(1, 10**9))
    return st.none() | pair.filter(lambda one: is_told(*one, scale))


def is_told(dividend: int, divisor: int, scale: int) -> bool:
    """
    Does the quotient alone tell its decimals?  PostgreSQL guesses its weight by the first digit, to the base
    10,000, of either side; and rounds once, where a DECIMAL rounded before.
    """
    found = quotient(dividend, divisor, scale)
    return (
        abs(found) >= LEAST[scale]
        and first_digit(dividend) != first_digit(divisor)
        and found.as_tuple().digits[-1] != 5
    )


def first_digit(value: int) -> int:
    digits = str(abs(value))
    return int(digits[: (len(digits) - 1) % 4 + 1])


def quotient(dividend: int, divisor: int, scale: int) -> Decimal:
    exact = EXACT.divide(Decimal(dividend), Decimal(divisor))
    return exact.quantize(scaled(scale, 1), ROUND_HALF_UP, EXACT)


@few
@given(st.binary(max_size=4096))
def test_any_bits_of_floats(postgres: PostgresClient, data: bytes) -> None:
    bits = np.frombuffer(data[: len(data) // 8 * 8], np.uint64)
    assert_same_floats(postgres, "float8", bits)
    assert_same_floats(postgres, "float4", bits.view(np.uint32))


def test_floats_around_every_power(postgres: PostgresClient) -> None:
    """Of two, and of ten with one digit before it: many lie half way between two floats."""
    tens = [float(f"{digit}e{power}") for power in range(-323, 309) for digit in range(1, 10)]
    powers = np.array([2.0**power for power in range(-1074, 1024)] + tens)
    narrow = powers[(powers > 1e-45) & (powers < 3.4e38)].astype(np.float32)
    assert_same_floats(postgres, "float8", around(powers.view(np.uint64)))
    assert_same_floats(postgres, "float4", around(narrow.view(np.uint32)))


def around(bits: Any) -> Any:
    return np.concatenate([bits - 1, bits, bits + 1])


def assert_same_floats(postgres: PostgresClient, name: str, bits: Any) -> None:
    kinds, values = [SCALARS[name]], [bits.tolist()]
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values), copies=())


@pytest.mark.parametrize("name", IN_DOCUMENTS)
@few
@given(data=st.data())
def test_documents(postgres: PostgresClient, name: str, data: st.DataObject) -> None:
    kind = IN_DOCUMENTS[name]
    values = [*kind.edges, None, *data.draw(st.lists(items(kind), max_size=20))]
    structs = pa.StructArray.from_arrays([laid_out(data, kind, values)], ["c0"])
    struct, zone = replace(kind, duckdb=f"STRUCT(c0 {kind.duckdb})"), zone_for(data, kind)
    with stored(postgres, [kind], [values], zone):
        query = "select row_to_json(t) as c0 from t"
        assert_same(postgres, [struct], batch_of([structs]), zone, query=query)


@few
@given(data=st.data(), copies=st.tuples(drawn.COPY_TEXTS, drawn.COPY_CSVS))
def test_any_options_of_copy(
    postgres: PostgresClient, data: st.DataObject, copies: tuple[CopyText, CopyCsv]
) -> None:
    other = KINDS[data.draw(st.sampled_from(sorted(KINDS)))]
    kinds = [SCALARS["text"], SCALARS["float8"], ARRAYS["json[]"], other]
    values = [data.draw(st.lists(items(kind), min_size=20, max_size=20)) for kind in kinds]
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values), copies=copies)


def test_no_rows(postgres: PostgresClient) -> None:
    kinds = list(KINDS.values())
    values: list[list[Any]] = [[]] * len(kinds)
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values))


def test_no_columns(postgres: PostgresClient) -> None:
    batch = batch_of([pa.array([1, 2, 3])])
    query = "select from generate_series(1, 3)"
    assert_same(postgres, [], batch, copies=(CopyText(), CopyCsv()), query=query)


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 300_000])
def test_cells_larger_than_a_block(postgres: PostgresClient, size: int) -> None:
    texts = ["a" * size, "\\" * size, '"' * size, "\t" * size, "é" * size]
    kinds = [SCALARS["text"], SCALARS["bytea"], ARRAYS["text[]"]]
    values: list[list[Any]] = [texts, [text.encode() for text in texts], [[text, None] for text in texts]]
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values))


def test_rows_larger_than_a_block(postgres: PostgresClient) -> None:
    kinds = [SCALARS["int2"]] * 1600  # as many columns as a table can have
    values = [[1, None, -(2**15)]] * 1600
    with stored(postgres, kinds, values):
        assert_same(postgres, kinds, plain(kinds, values))
