from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views.states import States

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def test_a_state_is_kept_once(duck: Duck) -> None:
    states = States(duck.text)
    items = (
        "sum(v), count(v), avg(v), sum(v) FILTER (WHERE o), mean(v), count(*), count_star() FILTER (WHERE o)"
    )
    names = [states.column(call) for call in duck.tree(f"SELECT {items}")["node"]["select_list"]]
    assert names == ["f0", "f1", "f2", "f3", "f2", "f4", "f5"]
    assert states.partials == [
        "sum(v)",
        "count(v)",
        "sum(v) FILTER (WHERE o)",
        "count(v) FILTER (WHERE o)",
        "count(*) FILTER (WHERE o)",
    ]
    assert states.finals[2:5] == [
        "CASE WHEN s1 <> 0 THEN CAST(s0 AS DOUBLE) / s1 END",
        "CASE WHEN s3 <> 0 THEN s2 END",
        '"~n"',
    ]
    assert (states.sums, states.is_invertible) == ({0, 2}, True)
    assert states.aggregates == {"sum", "count", "avg", "count_star"}


def test_states_of_two_columns(duck: Duck) -> None:
    states = States(duck.text)
    for call in duck.tree("SELECT max(v), arg_max(g, v), max(v) FILTER (WHERE true AND g IS NOT NULL)")[
        "node"
    ]["select_list"]:
        states.column(call)
    assert states.merges[:3] == ["max(s0)", "arg_max(s1, s2)", "max(s2)"]
    assert states.negated == [""] * len(states.partials)
    assert not states.is_invertible
