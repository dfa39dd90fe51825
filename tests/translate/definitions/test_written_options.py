from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.definitions.table_definitions import edits, read
from pggate.translate.definitions.written_options import (
    WrittenOptions,
    clauses,
    is_storage,
    only_storage,
    read_options,
    written_options,
)
from pggate.translate.syntax import lexer
from pggate.translate.tokens import apply
from tests.translate import rules

PAIRS = [
    (clauses, "create table t (a int) with (evolve = 'none')", "create table t (a int) "),
    (clauses, "create table t (a int) with (fillfactor = 7, evolve = none)", "create table t (a int) "),
    (clauses, "create table t with (sort_by='a') as select 1 a", "create table t  as select 1 a"),
    (clauses, "create table t as with q as (select 1) select * from q", None),
    (edits, "alter table t set (evolve = none)", 'alter table t ADD COLUMN "~declared" INTEGER'),
    (edits, "alter table t reset (evolve, toast.x)", 'alter table t ADD COLUMN "~declared" INTEGER'),
]


@pytest.mark.parametrize(("rule", "pg", "duck"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, duck: str | None) -> None:
    rules.check(rule, pg, duck)


def test_storage_is_told_of() -> None:
    rewritten = apply("create table t (a int) with (fillfactor = 7, evolve = none)", rules.NAMES)
    assert [notice.message for notice in rewritten.notices] == ["WITH is ignored"]
    assert not apply("create table t (a int) with (evolve = none)", rules.NAMES).notices


def test_what_is_written() -> None:
    text = "create table t (a int) with (Evolve = None, \"X\" = \"Y\", sort_by='it''s', ingested_at, fillfactor=1)"
    given = (("evolve", "None"), ("X", "Y"), ("sort_by", "it's"), ("ingested_at", "true"))
    assert written_options(text) == WrittenOptions(given)
    for other in ("create table t (a int)", "create table t (a int) with (fillfactor = 1)", "select 1"):
        assert written_options(other) is None
    assert read("alter table t set (a = -1, b.c = 2)").options == WrittenOptions((("a", "-1"), ("b.c", "2")))
    assert read("alter table only s.t reset (a, b)").options == WrittenOptions(reset=("a", "b"))
    assert read("alter table t set (fillfactor = 70)").options is None


def test_reset_takes_no_values() -> None:
    with pytest.raises(SqlSyntaxError):
        read_options(lexer.tokens("(a = 1)"), 0, resets=True)


def test_storage() -> None:
    assert is_storage("autovacuum_enabled")
    assert not only_storage(lexer.tokens("fillfactor = 1, evolve"))
