from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.errors import (
    ConfigurationLimitExceeded,
    DuplicateCursor,
    DuplicatePreparedStatement,
    InvalidCursorName,
    InvalidSqlStatementName,
)
from pggate.session.analysed import Analysed
from pggate.session.outcome import Column, Rows
from pggate.session.portals import FAILED, MOST_PORTALS, MOST_STATEMENTS, Portal, Portals, Prepared
from pggate.translate.statements import split


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
    rows = Source(*sizes).rows()
    opened = portal()
    got = [list(opened.batches(rows, limit)) for limit in limits]
    assert [[batch.num_rows for batch in batches] for batches in got] == pieces
    values = [value for batches in got for batch in batches for value in batch["n"].to_pylist()]
    assert values == list(range(sum(sizes)))
    assert opened.sent == sum(sizes)


def test_no_more_is_pulled_than_is_asked_for() -> None:
    source = Source(2, 2)
    list(portal().batches(source.rows(), 2))
    assert len(source.batches) == 1


def test_what_a_prepared_statement_says() -> None:
    assert (prepared().parameters, prepared().columns) == ((20,), ())
    assert (prepared(sql="").parameters, prepared(sql="").columns) == ((25,), ())


def test_statements_by_name() -> None:
    portals = Portals()
    first, second = prepared("a"), prepared()
    portals.prepare(first)
    portals.prepare(prepared())
    portals.prepare(second)  # the unnamed one is replaced
    assert portals.statement("a") is first
    assert portals.statement("") is second
    with pytest.raises(DuplicatePreparedStatement, match='prepared statement "a" already exists'):
        portals.prepare(prepared("a"))
    portals.deallocate("a")
    portals.close_statement("a")  # Close is content, DEALLOCATE is not
    with pytest.raises(InvalidSqlStatementName, match='prepared statement "a" does not exist'):
        portals.deallocate("a")
    portals.deallocate_all()
    assert portals.statements() == ()
    with pytest.raises(InvalidSqlStatementName, match="unnamed prepared statement does not exist"):
        portals.statement("")


def test_portals_by_name() -> None:
    portals, source = Portals(), Source(1)
    portals.bind(portal(rows=source.rows()))
    portals.bind(portal("a"))
    portals.bind(portal())  # replaces the unnamed one
    assert source.closed == 1
    with pytest.raises(DuplicateCursor, match='cursor "a" already exists'):
        portals.bind(portal("a"))
    portals.close_portal("a")
    portals.close_portal("a")
    with pytest.raises(InvalidCursorName, match='portal "a" does not exist'):
        portals.portal("a")


def test_portals_outlive_their_statement() -> None:
    portals, source = Portals(), Source(1)
    mine, other = prepared("mine"), prepared("other")
    portals.prepare(mine)
    portals.prepare(other)
    portals.bind(portal("a", mine, source.rows()))
    portals.bind(portal("b", other))
    portals.close_statement("mine")
    assert source.closed == 0
    assert portals.portal("a").prepared is mine
    assert portals.portal("b").prepared is other


def test_a_simple_query_forgets_the_unnamed_ones_only() -> None:
    portals = Portals()
    for name in ("", "a"):
        portals.prepare(prepared(name))
        portals.bind(portal(name))
    portals.forget_unnamed()
    assert [one.name for one in portals.statements()] == ["a"]
    assert portals.portal("a").name == "a"
    with pytest.raises(InvalidCursorName):
        portals.portal("")


def test_the_transaction_fails_and_ends() -> None:
    portals, source = Portals(), Source(2)
    portals.prepare(prepared("s"))
    portals.bind(portal("a", rows=source.rows()))
    portals.fail_portals()
    assert (source.closed, portals.portal("a").outcome) == (1, FAILED)
    portals.close_portals()
    assert (source.closed, len(portals.statements())) == (1, 1)
    with pytest.raises(InvalidCursorName):
        portals.portal("a")


def test_limits() -> None:
    portals, one = Portals(), prepared()
    for number in range(MOST_STATEMENTS):
        portals.prepare(Prepared(f"s{number}", None, "", ()))
    with pytest.raises(ConfigurationLimitExceeded):
        portals.prepare(prepared("more"))
    for number in range(MOST_PORTALS):
        portals.bind(portal(f"p{number}", one))
    with pytest.raises(ConfigurationLimitExceeded):
        portals.bind(portal("more", one))
    portals.close_portal("p0")
    portals.bind(portal("more", one))
