from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from pggate.engine.store import Store
from pggate.errors import ConfigurationLimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor

SIZES = (3, 1, 4)
ROWS = sum(SIZES)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The numbers from 0 on, in batches of SIZES."""
    store = Store(tmp_path, 1 << 20)
    for at, size in enumerate(SIZES):
        start = sum(SIZES[:at])
        store.append(pa.record_batch({"n": range(start, start + size)}))
    yield store
    store.close()


def numbers(read: Callable[[int, int], pa.RecordBatch], row: int, most: int, step: int) -> list[int]:
    """What is read from a row on until there are `most`, or no more in this direction."""
    found: list[int] = []
    while len(found) < most and 0 <= row < ROWS:
        batch = read(row, most - len(found))
        assert 1 <= batch.num_rows <= most - len(found)
        found += batch["n"].to_pylist()
        row += step * batch.num_rows
    return found


@pytest.mark.parametrize("most", [1, 2, 5, 100])
def test_both_directions(store: Store, most: int) -> None:
    assert store.rows == ROWS
    for row in range(ROWS):
        assert numbers(store.ascending, row, most, 1) == list(range(row, ROWS))[:most]
        assert numbers(store.descending, row, most, -1) == list(range(row, -1, -1))[:most]


def test_rows_come_while_others_are_read(store: Store) -> None:
    assert store.ascending(0, 1)["n"].to_pylist() == [0]
    store.append(pa.record_batch({"n": [8, 9]}))
    assert store.descending(9, 2)["n"].to_pylist() == [9, 8]
    assert store.ascending(2, 9)["n"].to_pylist() == [2]


def test_there_is_a_limit(tmp_path: Path) -> None:
    store = Store(tmp_path, 10)
    store.append(pa.record_batch({"n": [1]}))
    with pytest.raises(ConfigurationLimitExceeded) as caught:
        store.append(pa.record_batch({"n": [2]}))
    assert caught.value.hint
    assert store.ascending(0, 1)["n"].to_pylist() == [1]
    store.close()


VALUES = """
    1, 'ä', 1.5::decimal(10, 2), 2::hugeint, date '2020-01-01', interval 1 day, [1, null], {'a': 1}, map {'a': 1},
    'x'::enum ('x', 'y'), 'a'::blob, uuid(), true, time '10:00', timestamp '2020-01-01', union_value(k := 1),
    '101'::bit, [1, 2]::int[2], null, [[1], [2]], now()
"""


def test_every_type_is_read_backward(cursor: Cursor, tmp_path: Path) -> None:
    store = Store(tmp_path, 1 << 20)
    rows: list[dict[str, Any]] = []
    with cursor.run(f"SELECT i, {VALUES} FROM range(3) AS r(i)") as result:
        for batch in result.batches():
            store.append(batch)
            names = [str(place) for place in range(batch.num_columns)]
            rows += batch.rename_columns(names).to_pylist()
    back = store.descending(2, 3)
    assert back.rename_columns([str(place) for place in range(back.num_columns)]).to_pylist() == rows[::-1]
    store.close()
