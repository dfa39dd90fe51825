"""
What becomes durable: an append whose segment cannot be written, and one whose topic was altered after it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import InternalError, IoError, PgError
from tests.lake.tools import ONE, batch, integers, rows, run, topic
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_a_failed_put_fails_its_appends_and_nothing_else(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.refuse = IoError("the disk is gone")
    with pytest.raises(IoError, match="the disk is gone"):
        writer.submit(t, ONE).result(LONG)
    storage.refuse = None
    writer.submit(t, ONE).result(LONG)
    assert rows(lake, "select k from t") == [(1,)]


@pytest.mark.parametrize(
    ("change", "query", "expected"),
    [
        ("alter table t add column w integer default 7", "select k, w from t", (1, 7)),
        ("alter table t drop column v", "select * from t", (1,)),
        ("alter table t rename to s", "select k from s", (1,)),
        ("alter table t alter k type bigint", "select k, typeof(k) from t", (1, "BIGINT")),
        ("create table u (i integer)", "select k from t", (1,)),
    ],
)
def test_an_altered_topic_gets_the_rows_conformed_again(
    lake: Lake,
    writer: Writer,
    storage: WatchedStorage,
    t: Topic,
    change: str,
    query: str,
    expected: tuple[object, ...],
) -> None:
    storage.open.clear()
    future = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    run(lake, change)
    storage.open.set()
    assert future.result(LONG).rows == 1
    assert rows(lake, query) == [expected]
    assert len(storage.deleted) == len(storage.puts) - 1


def test_rows_that_do_not_fit_an_altered_topic_are_refused(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.open.clear()
    first = writer.submit(t, [batch(k=integers(0))])
    wait_until(lambda: len(storage.puts) == 1)
    fits, fits_not = writer.submit(t, ONE), writer.submit(t, [batch(k=integers(2), v=["x"])])
    run(lake, "alter table t drop column v")
    storage.open.set()
    for future in (first, fits):
        assert future.result(LONG).rows == 1
    with pytest.raises(PgError, match='column "v" of relation "t" does not exist'):
        fits_not.result(LONG)
    assert rows(lake, "select k from t order by k") == [(0,), (1,)]


def test_an_append_with_an_old_view_of_the_topic_is_fine(lake: Lake, writer: Writer, t: Topic) -> None:
    run(lake, "alter table t add column w integer")
    writer.submit(t, ONE).result(LONG)
    writer.submit(topic(lake, "t"), [batch(k=integers(2), w=integers(5))]).result(LONG)
    assert rows(lake, "select k, w from t order by k") == [(1, None), (2, 5)]


def test_a_fault_while_conforming_again_fails_its_appends_and_nothing_else(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    storage.open.clear()
    lost = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    run(lake, "alter table t drop column v")
    with monkeypatch.context() as patch:
        patch.setattr("pggate.lake.appends.conform_all", broken)
        storage.open.set()
        with pytest.raises(InternalError):
            lost.result(LONG)
    writer.submit(t, [batch(k=integers(2))]).result(LONG)
    assert rows(lake, "select k from t") == [(2,)]
