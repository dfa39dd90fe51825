"""
Appends that came raw: what they become together is what each would have become alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import DatatypeMismatch, InternalError, InvalidBinaryRepresentation, NotNullViolation
from pggate.lake.appends import Append
from pggate.lake.fitting import fit
from tests.lake.tools import batch, create, held, integers, rows, run
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

pytestmark = pytest.mark.slow  # a real lake


@dataclass(frozen=True)
class Given:
    """Rows that are decoded already, or cannot be; every attempt is noted."""

    batch: pa.RecordBatch
    is_corrupt: bool = False
    tried: list[int] = field(default_factory=list)
    kind: str = "a"

    @property
    def rows(self) -> int:
        return self.batch.num_rows

    @property
    def size(self) -> int:
        return self.batch.nbytes

    def together(self, raws: Sequence[Given]) -> Sequence[pa.RecordBatch]:
        self.tried.append(len(raws))
        if any(raw.is_corrupt for raw in raws):
            raise InvalidBinaryRepresentation("corrupt")
        return [raw.batch for raw in raws]


def raw(topic: Topic, *keys: int, **more: object) -> Append:
    return Append.of_raw(topic, Given(batch(k=integers(*keys)), **more), 0)


def test_each_gets_its_own_rows(lake: Lake, t: Topic) -> None:
    appends = [raw(t, 1, 2), raw(t, 3), raw(t, 4, 5, 6)]
    assert fit(lake, appends) == []
    assert [append.conformed[0].column("k").to_pylist() for append in appends] == [[1, 2], [3], [4, 5, 6]]
    assert [append.batches[0].column(0).to_pylist() for append in appends] == [[1, 2], [3], [4, 5, 6]]
    assert appends[0].conformed[0].schema.names == [column.name for column in t.columns]
    assert all(append.raw is None for append in appends)


def test_what_is_not_raw_is_left_alone(lake: Lake, t: Topic) -> None:
    given = [batch(k=integers(1), v=["x"])]
    append = Append.of(t, given, given, 0)
    assert fit(lake, [append, raw(t, 2)]) == []
    assert append.conformed is given


@pytest.mark.parametrize("bad", [{0}, {63}, {7, 8, 40}, set(range(64))])
def test_only_those_that_are_wrong_are_refused(lake: Lake, t: Topic, bad: set[int]) -> None:
    tried: list[int] = []
    appends = [raw(t, n, is_corrupt=n in bad, tried=tried) for n in range(64)]
    refused = fit(lake, appends)
    assert {appends.index(append) for append, _ in refused} == bad
    assert {type(error) for _, error in refused} == {InvalidBinaryRepresentation}
    assert [append.raw is not None for append in appends] == [n in bad for n in range(64)]
    assert len(tried) <= 1 + 2 * 6 * len(bad)


def test_a_bug_that_one_has_met_is_no_fault_of_the_others(lake: Lake, t: Topic) -> None:
    @dataclass(frozen=True)
    class Unforeseen(Given):
        def together(self, raws: Sequence[Given]) -> Sequence[pa.RecordBatch]:
            if any(raw.is_corrupt for raw in raws):
                raise RecursionError("too deep")
            return super().together(raws)

    appends = [Append.of_raw(t, Unforeseen(batch(k=integers(n)), is_corrupt=n == 5), 0) for n in range(8)]
    ((append, error),) = fit(lake, appends)
    assert append is appends[5]
    assert isinstance(error, InternalError)


def test_those_of_other_kinds_are_decoded_by_themselves(lake: Lake, t: Topic) -> None:
    tried: list[int] = []
    appends = [raw(t, n, kind="ab"[n // 2 % 2], tried=tried) for n in range(6)]
    assert fit(lake, appends) == []
    assert tried == [2, 2, 2]


def test_a_constraint_is_broken_by_one(lake: Lake) -> None:
    strict = create(lake, "strict", "k integer not null")
    with_null = Append.of_raw(strict, Given(batch(k=pa.array([None], pa.int32()))), 0)
    ((append, error),) = fit(lake, [raw(strict, 1), with_null, raw(strict, 2)])
    assert append is with_null
    assert isinstance(error, NotNullViolation)


def test_another_type_is_each_ones_own_fault(lake: Lake, t: Topic) -> None:
    appends = [Append.of_raw(t, Given(batch(k=["x"])), 0) for _ in range(3)]
    refused = fit(lake, appends)
    assert [type(error) for _, error in refused] == [DatatypeMismatch] * 3


def test_rows_that_were_lost_are_not_committed(lake: Lake, t: Topic) -> None:
    @dataclass(frozen=True)
    class Losing(Given):
        @property
        def rows(self) -> int:
            return self.batch.num_rows + 1

    ((_, error),) = fit(lake, [Append.of_raw(t, Losing(batch(k=integers(1))), 0)])
    assert isinstance(error, InternalError)


def test_raw_appends_are_committed_together(lake: Lake, writer: Writer, t: Topic) -> None:
    with held(lake, t):
        first = writer.submit_raw(t, Given(batch(k=integers(0))))
        wait_until(lambda: bool(writer.pipeline.lanes.by_topic[t.table_id].ready))
        futures = [
            writer.submit_raw(t, Given(batch(k=integers(n, -n)), is_corrupt=n == 5)) for n in range(1, 9)
        ]
    assert first.result(LONG).rows == 1
    with pytest.raises(InvalidBinaryRepresentation):
        futures.pop(4).result(LONG)
    assert {future.result(LONG).rows for future in futures} == {2}
    assert rows(lake, "select count(*), count(distinct k) from t") == [(15, 15)]


def test_raw_appends_follow_their_topic(lake: Lake, writer: Writer, t: Topic) -> None:
    with held(lake, t):
        future = writer.submit_raw(t, Given(batch(k=integers(1))))
        wait_until(lambda: bool(writer.pipeline.lanes.by_topic[t.table_id].ready))
        run(lake, "alter table t add column added integer")
    assert future.result(LONG).rows == 1
    assert rows(lake, "select k, added from t") == [(1, None)]
