"""
What CREATE TABLE AS makes: the types that the query gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

TYPES = """select a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a
           where a.attrelid = '{}'::regclass and a.attnum > 0 order by a.attnum"""


@pytest.mark.slow
def test_types_are_kept(session: Client) -> None:
    session.run(
        "create table t (a varchar(3), b char(2), c jsonb, d text, e varchar(4)[], f numeric(5,2))",
        "create table made (x, b, c, d, e, f, g) as select *, 'x'::varchar(1) from t",
        "begin",
        "create table again as select x, upper(b) as b, c from made with no data",
        "commit",
        "create or replace table made as select 1 as x",
    )
    assert session.rows(TYPES.format("again")) == [
        ("x", "character varying(3)"),
        ("b", "text"),
        ("c", "jsonb"),
    ]
    assert session.rows(TYPES.format("made")) == [("x", "integer")]


@pytest.mark.slow
def test_select_into_is_the_same(session: Client) -> None:
    session.run(
        "create table t (a varchar(3), b char(2), c timestamp(1), d numeric(5,2), e varchar(4)[])",
        "select * into made from t",
        "select a, d * 2 as n, upper(b) as u into temp made_too from t where a is null",
        "create temp table again as select * from made",
    )
    every = [
        ("a", "character varying(3)"),
        ("b", "character(2)"),
        ("c", "timestamp(1) without time zone"),
        ("d", "numeric(5,2)"),
        ("e", "character varying(4)[]"),
    ]
    assert session.rows(TYPES.format("made")) == every
    assert session.rows(TYPES.format("again")) == every
    assert session.rows(TYPES.format("made_too")) == [
        ("a", "character varying(3)"),
        ("n", "numeric"),
        ("u", "text"),
    ]
    assert session.code("insert into made_too (a) values ('long')") == "22001"
