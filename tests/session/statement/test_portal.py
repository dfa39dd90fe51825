"""
A portal alone, over batches that are there; test_portals.py uses the same ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import ObjectNotInPrerequisiteState
from pggate.session.statement.analysed import Analysed
from pggate.session.statement.outcome import Column, Done, Rows
from pggate.session.statement.portal import Portal, Prepared
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from pggate.session.statement.outcome import Outcome


class Source:
    """Batches of these sizes, whose rows count on."""

    def __init__(self, *sizes: int) -> None:
        starts = [sum(sizes[:index]) for index in range(len(sizes))]
        self.batches = [
            pa.record_batch({"n": range(start, start + size)})
            for start, size in zip(starts, sizes, strict=True)
        ]
        self.closed = 0

    def rows(self) -> Rows:
        return Rows((Column("n"),), self.pull, "SELECT {}".format, self.close)

    def pull(self) -> pa.RecordBatch | None:
        return self.batches.pop(0) if self.batches else None

    def close(self) -> None:
        self.closed += 1


def prepared(name: str = "", sql: str = "select $1") -> Prepared:
    statements = split(sql)
    analysed = Analysed(statements[0], sql, parameters=(20,)) if statements else None
    return Prepared(name, analysed, sql, (25,))


def portal(name: str = "", of: Prepared | None = None, rows: Rows | None = None) -> Portal:
    return Portal(name, of or prepared(), (), (), rows)


@pytest.mark.parametrize(
    ("sizes", "limits", "pieces"),
    [
        ((3, 2), [0], [[3, 2]]),
        ((3, 2), [5, 1], [[3, 2], []]),
        ((3, 2), [2, 2, 2], [[2], [1, 1], [1]]),
        ((5,), [1, 0], [[1], [4]]),
        ((3, 2), [3, 0], [[3], [2]]),
        ((7,), [3, 3, 3, 3], [[3], [3], [1], []]),
        ((), [0, 1], [[], []]),
    ],
)
def test_a_limit_cuts_batches(sizes: tuple[int, ...], limits: list[int], pieces: list[list[int]]) -> None:
    opened = portal(rows=Source(*sizes).rows())
    got = [list(opened.batches(limit)) for limit in limits]
    assert [[batch.num_rows for batch in batches] for batches in got] == pieces
    values = [value for batches in got for batch in batches for value in batch["n"].to_pylist()]
    assert values == list(range(sum(sizes)))
    assert opened.sent == sum(sizes)


def test_no_more_is_pulled_than_is_asked_for() -> None:
    source = Source(2, 2)
    list(portal(rows=source.rows()).batches(2))
    assert len(source.batches) == 1


def test_what_a_prepared_statement_says() -> None:
    assert (prepared().parameters, prepared().columns) == ((20,), ())
    assert (prepared(sql="").parameters, prepared(sql="").columns) == ((25,), ())


def test_a_portal_is_opened_once() -> None:
    runs: list[Outcome] = []

    def run(*_: object) -> Outcome:
        with pytest.raises(ObjectNotInPrerequisiteState, match='portal "p" cannot be run'):
            one.reading()  # it is being opened
        runs.append(Source(1).rows())
        return runs[-1]

    one = portal("p")
    assert one.open(run) is one.open(run)
    assert len(runs) == 1
    assert one.reading() is one.reading()
    one.outcome = Done("")
    with pytest.raises(ObjectNotInPrerequisiteState):
        one.reading()
