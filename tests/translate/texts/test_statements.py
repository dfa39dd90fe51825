"""
Splitting, and what a statement is.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split

SPLITS = (
    # text                                              statements
    ("", []),
    (" ; -- x\n ; /* ; */", []),
    ("select 1", ["select 1"]),
    ("select 1;", ["select 1"]),
    (" /* x */ select 1 ; -- y", ["select 1"]),
    ("select 1; select 2", ["select 1", "select 2"]),
    ("select ';'; select $$;$$; select \";\"", ["select ';'", "select $$;$$", 'select ";"']),
    ("select E'\\';'; select 2", ["select E'\\';'", "select 2"]),
    ("select 1 /* ; */; select 2 -- ;\n", ["select 1", "select 2"]),
    ("create rule r as on insert to t do (a; b); select 2",
     ["create rule r as on insert to t do (a; b)", "select 2"]),
    ("select 'open; select 2", ["select 'open; select 2"]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "texts"), SPLITS)
def test_split(sql: str, texts: list[str]) -> None:
    statements = split(sql)
    assert [statement.text for statement in statements] == texts
    for statement in statements:
        assert sql[statement.offset :].startswith(statement.text)


TEXT_TAGS = (
    ("discard all", "DISCARD ALL"),
    ("discard temp", "DISCARD TEMP"),
    ("deallocate p", "DEALLOCATE"),
    ("deallocate prepare all", "DEALLOCATE ALL"),
    ("close all", "CLOSE CURSOR ALL"),
    ("close c", "CLOSE CURSOR"),
    ("drop user u", "DROP ROLE"),
    ("abort", "ROLLBACK"),
)


@pytest.mark.parametrize(("sql", "tag"), TEXT_TAGS)
def test_tags_that_the_text_completes(sql: str, tag: str) -> None:
    assert split(sql)[0].tag() == tag


FACTS = (
    # text                                            returns rows, modifies, temporary
    ("select 1", True, False),
    ("insert into t values (1)", False, False),
    ("insert into t values ('returning')", False, False),
    ("insert into t values (1) returning a", True, False),
    ("delete from t returning *", True, False),
    ("copy t from stdin", False, False),
    ("copy (select a from t) to stdout", False, False),
    ("create temp table t (a int)", False, True),
    ("create table temp (a int)", False, False),
    ("create or replace temporary view v as select 1", False, True),
    ("select 1 into temp t", False, True),
    ("select 1 into t", False, False),
    ("begin", False, False),
    ("show all", True, False),
)


@pytest.mark.parametrize(("sql", "returns_rows", "temporary"), FACTS)
def test_what_a_statement_is(sql: str, returns_rows: bool, temporary: bool) -> None:
    (statement,) = split(sql)
    assert (statement.returns_rows, statement.temporary) == (returns_rows, temporary)


def test_parameters() -> None:
    (statement,) = split("select $1, '$2', \"$3\", $$ $4 $$, $10::int, a$5 -- $6")
    assert statement.parameters == {1, 10}


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("select {}", Kind.SELECT),
        ("select a into t from u where a = {}", Kind.CREATE_TABLE_AS),
        ("with w as (select {}) insert into t select * from w", Kind.INSERT),
        ("with w as (select {}) select * from w limit {}", Kind.SELECT),
        ("delete from t where a = {}", Kind.DELETE),
    ],
)
def test_a_kind_does_not_hang_on_numbers(sql: str, kind: Kind) -> None:
    for number in ("1", "234567"):
        text = sql.format(number, number)
        (statement,) = split(f" {text};")
        assert (statement.kind, statement.text, statement.offset) == (kind, text, 1)
