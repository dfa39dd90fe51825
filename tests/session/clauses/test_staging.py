from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pggate.errors import InternalError, NotNullViolation, QueryCanceled
from pggate.lake.topics import TopicColumn
from pggate.session.clauses.staging import STAGE, definition, described, filled, stage, staged, unstaged
from pggate.translate.writing.insert import retarget

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

COLUMNS = (
    TopicColumn("id", 1, "BIGINT", nullable=False),
    TopicColumn('Odd "name"', 2, "VARCHAR", nullable=True, default="'it''s'"),
    TopicColumn("amount", 3, "DECIMAL(10,2)", nullable=True),
)


def stages(cursor: Cursor) -> int:
    return len(cursor.rows("select 1 from duckdb_tables() where table_name = '~stage'"))


def test_definition() -> None:
    assert [definition(column) for column in COLUMNS] == [
        '"id" BIGINT NOT NULL',
        '"Odd ""name""" VARCHAR DEFAULT (\'it\'\'s\')',
        '"amount" DECIMAL(10,2)',
    ]


def test_an_insert_does_on_the_stage_what_it_does(cursor: Cursor) -> None:
    with stage(cursor, COLUMNS) as name:
        cursor.run(f"insert into {name} (amount, id) values ('1.005', 1), (null, '2')")
        ((batch,),) = staged(cursor, 1 << 20)
    rows = [tuple(map(str, row.values())) for row in batch.to_pylist()]
    assert rows == [("1", "it's", "1.01"), ("2", "it's", "None")]
    assert stages(cursor) == 0


def test_nothing_inserted(cursor: Cursor) -> None:
    with stage(cursor, COLUMNS):
        assert list(staged(cursor, 1)) == []


@pytest.mark.parametrize(("size", "groups"), [(1, 3), (1 << 30, 1)])
def test_rows_come_in_groups(cursor: Cursor, size: int, groups: int) -> None:
    with stage(cursor, COLUMNS) as name:
        cursor.run(f"insert into {name} (id) select range from range(20000)")
        got = list(staged(cursor, size))
    assert len(got) == groups
    assert [n for group in got for b in group for n in b["id"].to_pylist()] == list(range(20000))


def test_a_failure_leaves_nothing(cursor: Cursor) -> None:
    with pytest.raises(NotNullViolation) as caught, stage(cursor, COLUMNS) as name:
        cursor.run(f"insert into {name} (amount) values (1)")
    error = unstaged(caught.value, "t", "insert into t (amount) values (1)")
    assert "~stage" not in error.message
    assert stages(cursor) == 0


def test_a_failure_in_a_transaction_is_gone_with_it(cursor: Cursor) -> None:
    cursor.begin()
    with pytest.raises(NotNullViolation), stage(cursor, COLUMNS) as name:
        cursor.run(f"insert into {name} (amount) values (1)")
    cursor.rollback()
    assert stages(cursor) == 0


def test_an_interruption_leaves_nothing(engine: Engine) -> None:
    is_interrupted = False
    cursor = engine.cursor(lambda: is_interrupted)
    with closing(cursor):
        with pytest.raises(QueryCanceled), stage(cursor, COLUMNS) as name:
            cursor.run(f"insert into {name} (id) select range from range(20000)")
            with closing(staged(cursor, 1)) as groups:
                next(groups)
                is_interrupted = True
                next(groups)
        is_interrupted = False
        assert stages(cursor) == 0


@pytest.mark.parametrize("target", ["public.t", "t", '"a much longer name than the one of the stage"'])
@pytest.mark.parametrize("word", ["insert", "into", "nope", "'é'"])
def test_an_errors_position_is_that_in_the_clients_insert(target: str, word: str) -> None:
    insert = f"insert into {target} (nope) values ('é')"
    ran = retarget(insert, STAGE)
    error = InternalError('no "nope" in "~stage"', position=ran.index(word) + 1)
    assert unstaged(error, "t", insert).position == insert.index(word) + 1
    assert error.message == 'no "nope" in "t"'


def test_an_error_about_the_stage_is_about_the_target() -> None:
    insert = "insert into public.t values (1)"
    for offset in (0, 8, len(STAGE) - 1):
        error = InternalError("x", position=insert.index("public") + offset + 1)
        assert unstaged(error, "t", insert).position == insert.index("public") + 1
    assert unstaged(InternalError("x"), "t", insert).position is None


def test_columns_of_a_table_that_only_the_engine_knows(cursor: Cursor) -> None:
    cursor.run("create temp table own (a int primary key default 3, b varchar default 'it''s', c timestamp)")
    columns = described(cursor, "own")
    assert [(c.name, c.duckdb_type, c.nullable, c.default) for c in columns] == [
        ("a", "INTEGER", False, "3"),
        ("b", "VARCHAR", True, "'it''s'"),
        ("c", "TIMESTAMP", True, None),
    ]
    with stage(cursor, columns):
        assert filled(cursor, "insert into own (c) values (null), (null)", "own", ()) == 2
        assert cursor.rows(f"select a, b from {STAGE}") == [(3, "it's"), (3, "it's")]
    cursor.run("drop table own")
