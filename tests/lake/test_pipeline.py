"""
What the writer's threads share: who is let in, who is told what, and whom that wakes; no lake.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest

from pggate.errors import CannotConnectNow, InternalError, IoError
from pggate.lake.appends import Append
from pggate.lake.backlog import Overloaded
from pggate.lake.pipeline import Pipeline
from pggate.lake.receipts import Receipt
from pggate.metrics import Metrics
from tests.lake.test_conform import A, topic
from tests.lake.tools import batch, integers
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE = batch(a=integers(1))  # 4 bytes
TABLE = topic(A).table_id


@pytest.fixture
def pipeline() -> Iterator[Pipeline]:
    """Held by the test's own thread, as most of it wants to be."""
    pipeline = Pipeline(Metrics("test").lakes, waiting_bytes=16, linger=1, clock=lambda: 100)
    with pipeline.changed:
        yield pipeline


def append() -> Append:
    return Append.of(topic(A), [ONE], [ONE], began=99)


def admitted(pipeline: Pipeline) -> Append:
    made = append()
    pipeline.admit(made)
    return made


def test_what_is_admitted_is_gathered_and_its_lane_due(pipeline: Pipeline) -> None:
    made = admitted(pipeline)
    assert list(pipeline.lanes.by_topic[TABLE].gathered) == [made]
    assert pipeline.lanes.due == {TABLE: 100}
    assert pipeline.waiting == {made.future: made}


def test_too_much_and_too_late_leave_no_trace(pipeline: Pipeline) -> None:
    made = [admitted(pipeline), admitted(pipeline)]
    with pytest.raises(Overloaded):
        pipeline.admit(append())  # one topic has half of it
    pipeline.lanes.closing = True
    with pytest.raises(CannotConnectNow):
        pipeline.admit(append())
    assert list(pipeline.lanes.by_topic[TABLE].gathered) == made
    assert pipeline.backlog.total == 8


@pytest.mark.parametrize("result", [Receipt(7, 1), IoError("no")])
def test_an_append_is_told_once(pipeline: Pipeline, result: Receipt | IoError) -> None:
    made = admitted(pipeline)
    pipeline.settle([(made, result)])
    pipeline.fail([made], InternalError("too late"))
    if isinstance(result, Receipt):
        assert made.future.result(0) is result
    else:
        assert made.future.exception(0) is result
    assert (pipeline.backlog.appends, pipeline.backlog.total, pipeline.waiting) == (0, 0, {})


def test_what_no_commit_has_taken_waits_again(pipeline: Pipeline) -> None:
    made = admitted(pipeline)
    pipeline.waiting.clear()
    pipeline.wait_again([made])
    assert pipeline.waiting == {made.future: made}


def test_who_waits_for_the_last_one_is_woken() -> None:
    pipeline = Pipeline(Metrics("test").lakes, waiting_bytes=16, linger=1, clock=lambda: 100)
    with pipeline.changed:
        made = admitted(pipeline)
        settling = threading.Thread(target=pipeline.settle, args=([(made, Receipt(7, 1))],))
        settling.start()
        assert pipeline.changed.wait_for(lambda: not pipeline.backlog.appends, LONG)
    settling.join(LONG)


def test_a_job_that_fails_keeps_nobody_waiting(pipeline: Pipeline) -> None:
    made, job = admitted(pipeline), Future[None]()
    job.set_exception(ZeroDivisionError("division by zero"))
    pipeline.job_ended([made], job)
    assert isinstance(made.future.exception(0), InternalError)
    done = Future[None]()
    done.set_result(None)
    pipeline.job_ended([append()], done)
