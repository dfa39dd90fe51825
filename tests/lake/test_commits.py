"""
One round of the committer, on both kinds of catalog: what gets in, what is left out, what is told.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import IoError, PgError, SerializationFailure, UndefinedTable
from pggate.lake.commits import commit_round
from pggate.lake.lake import Lake
from pggate.lake.marks import OutcomeUnknownError
from tests.lake.tools import create, rows, run, segment, topic

if TYPE_CHECKING:
    from pggate.lake import commits

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def told(outcome: commits.Round) -> tuple[list[str], list[str], list[str]]:
    """The topics' names in the three lists."""
    return (
        [made.topic.name for made, _ in outcome.committed],
        [made.topic.name for made, _ in outcome.altered],
        [f"{failure.segment.topic.name}: {failure.error.code}" for failure in outcome.failed],
    )


def test_several_topics_and_segments_are_one_snapshot(any_lake: Lake) -> None:
    t, u = create(any_lake, "t", "k integer"), create(any_lake, "u", "k integer")
    made = [segment(any_lake, t, 1, 2), segment(any_lake, u, 3), segment(any_lake, t, 4)]
    outcome = commit_round(any_lake, made)
    assert [done for done, _ in outcome.committed] == made
    (snapshot,) = {snapshot for _, snapshot in outcome.committed}
    assert any_lake.gates.last_write == {t.table_id: snapshot, u.table_id: snapshot}
    assert rows(any_lake, "select k from t union all select k from u order by k") == [(1,), (2,), (3,), (4,)]
    message = f"select author, commit_extra_info from {any_lake.metadata}.ducklake_snapshot_changes"
    ((author, extra),) = rows(any_lake, f"{message} where snapshot_id = {snapshot}")
    assert author == "pggate"
    assert '"pggate": {"commit": "' in extra


def test_dropped_and_altered_topics_are_left_out(any_lake: Lake) -> None:
    kept, dropped, altered = (create(any_lake, name, "k integer") for name in ("kept", "dropped", "altered"))
    made = [segment(any_lake, kept, 1), segment(any_lake, dropped, 2), segment(any_lake, altered, 3)]
    run(any_lake, "drop table dropped", "alter table altered add column more integer")
    outcome = commit_round(any_lake, made)
    assert told(outcome) == (["kept"], ["altered"], ["dropped: 42P01"])
    assert outcome.altered[0][1] == topic(any_lake, "altered")
    assert isinstance(outcome.failed[0].error, UndefinedTable)
    assert rows(any_lake, "select k from kept") == [(1,)]


def test_nothing_is_left_to_commit(any_lake: Lake) -> None:
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]
    run(any_lake, "drop table t")
    assert told(commit_round(any_lake, made)) == ([], [], ["t: 42P01"])
    assert not any_lake.commit_lock.locked()


def test_a_topic_made_anew_under_the_same_name_is_another_topic(any_lake: Lake) -> None:
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]
    run(any_lake, "drop table t", "create table t (k integer)")
    assert told(commit_round(any_lake, made)) == ([], [], ["t: 42P01"])
    assert rows(any_lake, "select k from t") == []


def test_a_file_that_is_refused_takes_its_topic_along_and_no_other(any_lake: Lake) -> None:
    good, bad = create(any_lake, "good", "k integer"), create(any_lake, "bad", "k integer")
    made = [segment(any_lake, good, 1), segment(any_lake, bad, 2), segment(any_lake, bad, 3)]
    any_lake.storage.delete(made[1].path)
    outcome = commit_round(any_lake, made)
    assert told(outcome)[0] == ["good"]
    assert [failure.segment.topic.name for failure in outcome.failed] == ["bad", "bad"]
    assert not any(failure.may_exist for failure in outcome.failed)
    assert rows(any_lake, "select k from good") == [(1,)]
    assert rows(any_lake, "select count(*) from bad") == [(0,)]


def test_a_failing_commit_is_tried_topic_by_topic(any_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    t, u = create(any_lake, "t", "k integer"), create(any_lake, "u", "k integer")
    made = [segment(any_lake, t, 1), segment(any_lake, u, 2)]
    calls: list[int] = []

    def fails_twice(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        calls.append(before)
        if len(calls) <= 2:
            raise IoError("no")
        return real(lake, cursor, before, mark)

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", fails_twice)
    assert told(commit_round(any_lake, made)) == (["u"], [], ["t: 58030"])
    monkeypatch.undo()
    assert rows(any_lake, "select k from t union all select k from u") == [(2,)]


def test_a_conflict_is_tried_again(any_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]
    left = [SerializationFailure("conflict")] * 2

    def loses(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        if left:
            raise left.pop()
        return real(lake, cursor, before, mark)

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", loses)
    assert told(commit_round(any_lake, made)) == (["t"], [], [])
    assert rows(any_lake, "select k from t") == [(1,)]


def test_a_commit_whose_answer_is_lost_is_found_by_its_mark(
    any_lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]

    def lost(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        real(lake, cursor, before, mark)
        raise IoError("connection lost")

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", lost)
    outcome = commit_round(any_lake, made)
    monkeypatch.undo()
    assert told(outcome) == (["t"], [], [])
    assert rows(any_lake, f"select k from t at (version => {outcome.committed[0][1]})") == [(1,)]


def test_when_nobody_can_tell_the_file_stays(any_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]

    def gone(*_: object) -> int:
        monkeypatch.setattr(any_lake, "metadata", '"gone"')
        raise IoError("connection lost")

    metadata = any_lake.metadata
    monkeypatch.setattr(Lake, "commit_and_verify", gone)
    (failure,) = commit_round(any_lake, made).failed
    assert isinstance(failure.error, OutcomeUnknownError)
    assert (failure.error.code, failure.may_exist) == ("08007", True)
    monkeypatch.setattr(any_lake, "metadata", metadata)


def test_a_commit_that_made_no_snapshot_is_a_failure(any_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    """duckdb 1.5.5: COMMIT of a transaction that an error aborted answers OK, and rolls back."""
    made = [segment(any_lake, create(any_lake, "t", "k integer"), 1)]

    def aborted(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        with contextlib.suppress(PgError):
            cursor.rows("select cast('x' as integer)")
        return real(lake, cursor, before, mark)

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", aborted)
    (failure,) = commit_round(any_lake, made).failed
    assert failure.error.message == "the engine answered OK to a COMMIT that made no snapshot"
    monkeypatch.undo()
    assert rows(any_lake, "select k from t") == []
