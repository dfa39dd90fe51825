"""
What tools send.
"""

from __future__ import annotations

import pytest

from pggate.doctor import scripts
from pggate.doctor.scripts import Step

TEXT = """-- A remark about the tool.

--> connects
select 1;

select a,

  b;
--> browses
-- columns only: the rows are PostgreSQL's own
-- $1 = OID_OF_T
-- $2 = it's
select $1, $2;
-- rows with: t|v
select c;
select d order by 1;
-- in any order: all are alike
select e order by 1;
"""


def test_steps() -> None:
    assert list(scripts.parsed(TEXT)) == [
        Step("connects", "select 1"),
        Step("connects", "select a,\n\n  b"),
        Step("browses", "select $1, $2", ("OID_OF_T", "it's"), rows=None),
        Step("browses", "select c", rows="t|v"),
        Step("browses", "select d order by 1", has_order=True),
        Step("browses", "select e order by 1"),
    ]


def test_oids() -> None:
    assert (
        scripts.with_oids("a = OID_OF_T and b = 'OID_OF_ORDERS'", {"t": 7, "orders": 8})
        == "a = 7 and b = '8'"
    )
    with pytest.raises(KeyError):
        scripts.with_oids("OID_OF_NOTHING", {"t": 7})


@pytest.mark.parametrize("tool", scripts.names())
def test_every_tool_does_something(tool: str) -> None:
    steps = scripts.steps(tool)
    assert len(steps) > 1
    assert all(step.title and step.text for step in steps)
