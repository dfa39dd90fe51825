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
