"""
Tables whose rows hypothesis draws: every type and its arrays, by parameters into a topic and back.

A column's values are Python's own where Python's types hold them; what they do not hold (infinite days, years BC,
24:00, rows, labels) goes and comes as the text that PostgreSQL prints.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.clients import values
from tests.clients.values import COLUMNS, UTC, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import SearchStrategy

    Rows = list[tuple[Any, ...]]

EXAMPLES: Final = 10
MOST_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Table:
    """
    Columns that stand together; `n` numbers the rows.

    `types` are what must be created first.  Of a table `by_text` every cell is a text.
    """

    name: str
    columns: tuple[Sample, ...]
    types: tuple[str, ...] = ()
    by_text: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return ("n", *(one.column for one in self.columns))

    @property
    def create(self) -> tuple[str, ...]:
        """The statements that make it."""
        columns = ", ".join(f"{one.column} {one.known_as}" for one in self.columns)
        return (*self.types, f"create table {self.name} (n integer, {columns})")

    def insert(self, mark: Callable[[int, Sample], str]) -> str:
        """The statement that takes a row; `mark` is a parameter by its column, the first of which is 2."""
        marks = [mark(number, one) for number, one in enumerate((NUMBER, *self.columns), 1)]
        return f"insert into {self.name} values ({', '.join(marks)})"

    def between(self, first: int, end: int) -> str:
        """The query of the rows from the first on and below the second."""
        listed = [f"{one.column}::text" if self.by_text else one.column for one in self.columns]
        return f"select n, {', '.join(listed)} from {self.name} where n >= {first} and n < {end} order by n"

    def without(self, *columns: str) -> Table:
        """All but what a driver cannot say; who leaves out tells why."""
        kept = tuple(one for one in self.columns if one.column not in columns)
        return Table(self.name, kept, self.types, self.by_text)


def _both(*samples: Sample) -> tuple[Sample, ...]:
    return (*samples, *(sample.array for sample in samples))


NUMBER: Final = Sample("n", "integer")

# fmt: off
SAMPLES: Final = Table("samples", COLUMNS)
FURTHER: Final = Table("further", (
    # Elements of a numeric array have one scale here, so a numeric without one has no array.
    Sample("a_free_numeric", "numeric"),
    # PostgreSQL does not keep how many dimensions are declared, a topic does: values have two.
    Sample("a_matrix", "integer[][]"),
    Sample("a_matrix_of_text", "text[][]"),
    *_both(
        Sample("a_wide_numeric", "numeric(38,10)"),
        Sample("a_whole_numeric", "numeric(38,0)"),
        Sample("a_char", "char(5)"),
        Sample("a_short_varchar", "varchar(3)"),
        Sample("a_jsonb", "jsonb"),
        Sample("a_timestamp_3", "timestamp(3)"),
        Sample("a_timestamp_0", "timestamp(0)"),
    ),
))
DUCKDB: Final = Table("of_duckdb", (
    *_both(
        Sample("a_utinyint", "smallint", declared="UTINYINT"),
        Sample("a_usmallint", "integer", declared="USMALLINT"),
        Sample("a_uinteger", "bigint", declared="UINTEGER"),
        Sample("a_ubigint", "numeric(20,0)", declared="UBIGINT"),
        Sample("a_timestamp_s", "timestamp", declared="TIMESTAMP_S"),
        Sample("a_timestamp_ms", "timestamp", declared="TIMESTAMP_MS"),
        Sample("a_timestamp_ns", "timestamp", declared="TIMESTAMP_NS"),
    ),
    Sample("a_struct", "json", declared="STRUCT(a BIGINT, b VARCHAR)"),
    Sample("some_structs", "json", declared="STRUCT(a BIGINT, b VARCHAR)[]"),
    Sample("a_map", "json", declared="MAP(VARCHAR, BIGINT)"),
))
TEXTS: Final = Table("texts", (
    Sample("a_date", "date"),
    Sample("a_timestamp", "timestamp"),
    Sample("a_timestamptz", "timestamptz"),
    Sample("a_time", "time"),
    Sample("a_mood", "mood"),
    Sample("an_address", "address"),
    Sample("dates", "date[]"),
    Sample("timestamps", "timestamp[]"),
    Sample("times", "time[]"),
    Sample("moods", "mood[]"),
    Sample("addresses", "address[]"),
), types=(
    "create type mood as enum ('joyful', 'calm', 'so so', 'it''s fine', 'grün', 'a,b')",
    "create type address as (street text, number integer)",
), by_text=True)
# fmt: on

# PostgreSQL has no NUL in a text, and half a surrogate pair is no character.
CHARACTERS: Final = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXT: Final = st.text(CHARACTERS, max_size=20)
JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
).filter(lambda value: value is not None)
INTEGERS: Final = st.integers(-(2**31), 2**31 - 1)
BIGINTS: Final = st.integers(-(2**63), 2**63 - 1)

# A zone may lie a day away from UTC, and drivers have no year 10000.
FIRST, LAST = dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30)
# The nanoseconds of TIMESTAMP_NS are 64 bits from 1970 on.
FIRST_NS, LAST_NS = dt.datetime(1677, 9, 22), dt.datetime(2262, 4, 11)


def _unfolded(moment: Any) -> Any:
    """Which of two equal wall clock times it is, no server is told."""
    return moment.replace(fold=0)


def _moments(
    microseconds: int, first: dt.datetime = FIRST, last: dt.datetime = LAST
) -> SearchStrategy[dt.datetime]:
    """Moments of whole so many microseconds."""
    return st.datetimes(first, last).map(
        lambda moment: moment.replace(microsecond=moment.microsecond // microseconds * microseconds, fold=0)
    )


def _decimals(digits: int, places: int) -> SearchStrategy[Decimal]:
    most = 10**digits - 1
    return st.integers(-most, most).map(lambda unscaled: Decimal(f"{unscaled}e-{places}"))


def _without_zeros(number: Decimal) -> Decimal:
    """As a numeric without a scale shows it here."""
    return Decimal(format(number, "f").rstrip("0").rstrip(".")) if number else Decimal(0)


def _matrices(element: SearchStrategy[Any]) -> SearchStrategy[list[Any]]:
    """Of two dimensions, each row as long as the others; an empty array has none."""
    return st.integers(1, 3).flatmap(
        lambda width: st.lists(st.lists(st.none() | element, min_size=width, max_size=width), max_size=3)
    )


# Its fields in their order, as it is shown.
STRUCT: Final = st.tuples(st.none() | BIGINTS, st.none() | TEXT).map(
    lambda both: {"a": both[0], "b": both[1]}
)


def _array_text(elements: list[str | None]) -> str:
    return f"{{{','.join('NULL' if one is None else values.quoted_element(one) for one in elements)}}}"


def _row_text(fields: tuple[str | None, int | None]) -> str:
    """A row as PostgreSQL prints it (PostgreSQL 15, 8.16.6)."""
    street, number = fields
    if street is None:
        shown = ""
    elif street and not (set(street) & set('(),"\\') or any(one in " \t\n\r\v\f" for one in street)):
        shown = street
    else:
        shown = '"' + street.replace("\\", "\\\\").replace('"', '""') + '"'
    return f"({shown},{'' if number is None else number})"


def _eras(day: SearchStrategy[str]) -> SearchStrategy[str]:
    """Days and moments, some of them before our era, or at no time at all."""
    return day | day.map(lambda text: f"{text} BC") | st.sampled_from(["infinity", "-infinity"])


# Every fourth year of our era is a leap year BC, too: the day before March is none.
_DAYS: Final = (
    st.dates(dt.date(1, 1, 1), dt.date(4000, 12, 31))
    .filter(lambda day: (day.month, day.day) != (2, 29))
    .map(str)
)
_CLOCKS: Final = st.times().map(
    lambda time: str(time.replace(fold=0)).rstrip("0") if time.microsecond else str(time.replace(fold=0))
)
_TIMES: Final = _CLOCKS | st.just("24:00:00")
_TIMESTAMPS: Final = _eras(st.tuples(_DAYS, _CLOCKS).map(" ".join))
_TIMESTAMPTZS: Final = _eras(st.tuples(_DAYS, _CLOCKS).map(lambda parts: f"{parts[0]} {parts[1]}+00"))
MOODS: Final = st.sampled_from(["joyful", "calm", "so so", "it's fine", "grün", "a,b"])
ADDRESSES: Final = st.tuples(st.none() | TEXT, st.none() | INTEGERS).map(_row_text)

DRAWN: Final[dict[str, SearchStrategy[Any]]] = {
    "boolean": st.booleans(),
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "integer": INTEGERS,
    "bigint": BIGINTS,
    "real": st.floats(width=32),
    "double precision": st.floats(),
    "numeric(20,5)": st.decimals(min_value=-(10**14), max_value=10**14, places=5),
    "numeric(38,10)": _decimals(38, 10),
    "numeric(38,0)": _decimals(38, 0),
    "numeric": _decimals(38, 11).map(_without_zeros),
    "text": TEXT,
    "varchar(20)": TEXT,
    "varchar(3)": st.text(CHARACTERS, max_size=3),
    "char(5)": st.text(CHARACTERS, max_size=5).map(lambda text: text.ljust(5)),
    "bytea": st.binary(max_size=40),
    "date": st.dates(),
    "time": st.times().map(_unfolded),
    "timestamp": st.datetimes(FIRST, LAST).map(_unfolded),
    "timestamp(3)": _moments(1000),
    "timestamp(0)": _moments(1_000_000),
    "timestamptz": st.datetimes(FIRST, LAST, timezones=st.just(UTC)).map(_unfolded),
    "uuid": st.uuids(),
    "json": JSON,
    "jsonb": JSON,
    "integer[][]": _matrices(INTEGERS),
    "text[][]": _matrices(TEXT),
    "UTINYINT": st.integers(0, 2**8 - 1),
    "USMALLINT": st.integers(0, 2**16 - 1),
    "UINTEGER": st.integers(0, 2**32 - 1),
    "UBIGINT": st.integers(0, 2**64 - 1).map(Decimal),
    "TIMESTAMP_S": _moments(1_000_000),
    "TIMESTAMP_MS": _moments(1000),
    "TIMESTAMP_NS": _moments(1, FIRST_NS, LAST_NS),
    "STRUCT(a BIGINT, b VARCHAR)": STRUCT,
    "STRUCT(a BIGINT, b VARCHAR)[]": st.lists(st.none() | STRUCT, max_size=3),
    "MAP(VARCHAR, BIGINT)": st.dictionaries(TEXT, st.none() | BIGINTS, max_size=3),
}
DRAWN_TEXTS: Final[dict[str, SearchStrategy[str]]] = {
    "date": _eras(_DAYS),
    "timestamp": _TIMESTAMPS,
    "timestamptz": _TIMESTAMPTZS,
    "time": _TIMES,
    "mood": MOODS,
    "address": ADDRESSES,
}


def cells(sample: Sample, *, by_text: bool = False) -> SearchStrategy[Any]:
    """
    Values of a column, NULL among them.
    """
    known = DRAWN_TEXTS if by_text else DRAWN
    if sample.known_as in known:
        return st.none() | known[sample.known_as]
    arrays = st.lists(st.none() | known[sample.known_as.removesuffix("[]")], max_size=4)
    return st.none() | (arrays.map(_array_text) if by_text else arrays)


def drawn_rows(table: Table) -> SearchStrategy[Rows]:
    """
    Some rows of a table, without their numbers.
    """
    row = st.tuples(*(cells(one, by_text=table.by_text) for one in table.columns))
    return st.lists(row, min_size=1, max_size=MOST_ROWS)


# The differences are told cell by cell: making the rows smaller would take minutes and tell no more.
DRAWING: Final = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)


def round_trips(
    table: Table,
    write: Callable[[Rows], None],
    read: Callable[[str], Sequence[Sequence[Any]]],
    given_as: Callable[[Any], Any] = lambda value: value,
) -> None:
    """
    What is written comes back the same, row by row.

    Args:
        table: It is there and empty.
        write: Inserts rows into it by parameters.
        read: The rows of a query.
        given_as: What a driver can say of a value at all.

    """
    at = 0

    @DRAWING
    @given(drawn_rows(table))
    def they_come_back(drawn: Rows) -> None:
        nonlocal at
        rows = [(number, *map(given_as, row)) for number, row in enumerate(drawn, at)]
        at += len(rows)
        write(rows)
        found = values.differences(read(table.between(at - len(rows), at)), rows, table.names)
        assert found == [], f"cells that came back otherwise: {found}"

    they_come_back()
