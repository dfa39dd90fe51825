from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.result import Result, ResultColumn
from pggate.engine.spool import Spool
from pggate.errors import DivisionByZero

if TYPE_CHECKING:
    from pathlib import Path


def batch(*values: int) -> pa.RecordBatch:
    return pa.record_batch({"a": pa.array(values)})


class Rows:
    """
    A source of prepared batches.
    """

    def __init__(self, *batches: pa.RecordBatch) -> None:
        self.left = list(batches)
        self.abandoned = False

    def pull(self, result: Result) -> pa.RecordBatch | None:
        if self.left:
            return self.left.pop(0)
        result.ended()
        return None

    def abandon(self, result: Result) -> None:
        self.abandoned = True
        result.ended()


def test_what_only_acts_has_no_rows() -> None:
    result = Result(changed=3)
    assert (result.columns, result.returns_rows, result.changed, result.next_batch()) == ((), False, 3, None)


def test_rows_then_the_end_for_ever() -> None:
    result = Result((ResultColumn("a", "BIGINT"),), returns_rows=True, source=Rows(batch(1), batch(2)))
    assert [part.to_pydict() for part in result.batches()] == [{"a": [1]}, {"a": [2]}]
    assert result.next_batch() is None


def test_the_spool_comes_before_the_source(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    spool.write(batch(1))
    result = Result(returns_rows=True, source=Rows(batch(2)))
    result.spool_to(spool)
    assert [part.to_pydict() for part in result.batches()] == [{"a": [1]}, {"a": [2]}]
    assert result.spool is None


def test_a_failure_waits_behind_the_spool_and_is_told_once(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    spool.write(batch(1))
    result = Result(returns_rows=True, source=Rows())
    result.spool_to(spool)
    result.ended(DivisionByZero("division by zero"))
    assert result.next_batch() == batch(1)
    with pytest.raises(DivisionByZero):
        result.next_batch()
    assert result.next_batch() is None


def test_close_lets_go(tmp_path: Path) -> None:
    source = Rows(batch(1))
    with Result(returns_rows=True, source=source) as result:
        result.spool_to(Spool(tmp_path, 1))
    assert source.abandoned
    assert result.spool is None
    assert result.next_batch() is None
    result.close()
