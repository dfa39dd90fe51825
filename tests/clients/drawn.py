"""
Rows of the table `samples` that hypothesis draws: every type and its arrays, by parameters into a topic and back.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.clients import values
from tests.clients.values import COLUMNS, UTC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import SearchStrategy

    from tests.clients.values import Sample

    Rows = list[tuple[Any, ...]]

EXAMPLES: Final = 10
MOST_ROWS: Final = 8

# PostgreSQL has no NUL in a text, and half a surrogate pair is no character.
TEXT: Final = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)

# A zone may lie a day away from UTC, and drivers have no year 10000.
FIRST, LAST = dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30)


def _unfolded(moment: Any) -> Any:
    """Which of two equal wall clock times it is, no server is told."""
    return moment.replace(fold=0)


DRAWN: Final[dict[str, SearchStrategy[Any]]] = {
    "boolean": st.booleans(),
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "real": st.floats(width=32),
    "double precision": st.floats(),
    "numeric(20,5)": st.decimals(min_value=-(10**14), max_value=10**14, places=5),
    "text": TEXT,
    "varchar(20)": TEXT,
    "bytea": st.binary(max_size=40),
    "date": st.dates(),
    "time": st.times().map(_unfolded),
    "timestamp": st.datetimes(FIRST, LAST).map(_unfolded),
    "timestamptz": st.datetimes(FIRST, LAST, timezones=st.just(UTC)).map(_unfolded),
    "uuid": st.uuids(),
    "json": JSON.filter(lambda value: value is not None),
}


def cells(sample: Sample) -> SearchStrategy[Any]:
    """
    Values of a column, NULL among them.
    """
    one = DRAWN[sample.type.removesuffix("[]")]
    if sample.type.endswith("[]"):
        return st.none() | st.lists(st.none() | one, max_size=4)
    return st.none() | one


def round_trips(
    write: Callable[[Rows], None],
    read: Callable[[int, int], Sequence[Sequence[Any]]],
    given_as: Callable[[Any], Any] = lambda value: value,
) -> None:
    """
    What is written comes back the same, row by row.

    Args:
        write: Inserts rows into `samples` by parameters.
        read: All rows whose number `n` is from the first on and below the second, in that order.
        given_as: What a driver can say of a value at all.

    """
    at = 0

    # The differences are told cell by cell: making the rows smaller would take minutes and tell no more.
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )
    @given(st.lists(st.tuples(*map(cells, COLUMNS)), min_size=1, max_size=MOST_ROWS))
    def they_come_back(drawn: list[tuple[Any, ...]]) -> None:
        nonlocal at
        rows = [(number, *map(given_as, row)) for number, row in enumerate(drawn, at)]
        at += len(rows)
        write(rows)
        found = values.differences(read(at - len(rows), at), rows)
        assert found == [], f"cells that came back otherwise: {found}"

    they_come_back()


BETWEEN: Final = "select * from samples where n >= {} and n < {} order by n"
