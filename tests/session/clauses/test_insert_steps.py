"""
The steps of an INSERT.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.clauses.staging import NAME as STAGE
from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("insert into t values (1) returning *", False),
        ("insert into t values (1) returning (select max(k) from u)", True),
        ("insert into t select k from u returning *", True),
        ("insert into t values (1) on conflict do nothing", True),
    ],
)
def test_what_reads(tables: Client, sql: str, reads: bool) -> None:
    steps = analysed(tables, sql).steps
    assert steps is not None
    assert steps.reads is reads


def test_on_conflict(tables: Client) -> None:
    steps = analysed(
        tables, "insert into t values (1) on conflict (id) do update set n = $1 where t.n < $2"
    ).steps
    assert steps is not None
    assert steps.chosen
    assert steps.applied.startswith("UPDATE")
    assert steps.twice
    assert not steps.answer
    nothing = analysed(tables, "insert into t values (1) on conflict do nothing").steps
    assert nothing is not None
    assert (nothing.applied, nothing.twice) == ("", "")


def test_what_is_answered_is_read_from_the_stage(tables: Client) -> None:
    steps = analysed(tables, "insert into t as x (id) values (1) returning x.id, s").steps
    assert steps is not None
    assert f'"{STAGE}") AS "x"' in steps.answer
    assert not steps.inserted


def test_a_table_that_its_own_transaction_has_made(tables: Client) -> None:
    tables.run("begin", "create table made (a int primary key)")
    steps = analysed(tables, "insert into made values (1) on conflict do nothing").steps
    assert steps is not None
    assert steps.inserted
    tables.run("rollback")
