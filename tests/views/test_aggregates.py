"""
The laws of every aggregate: merge(f(A), f(B)) = f(A + B), nothing changes where nothing is added, and what is
added and taken back was never there.
"""

from __future__ import annotations

import random
import statistics

import pytest

from pggate.views.aggregates import AGGREGATES, DISTINCT, REFUSED, canonical, is_aggregate
from pggate.views.refusals import HINTS
from tests.views.conftest import Duck, View
from tests.views.queries import row
from tests.views.test_equality import are_alike

CALLS = {
    "count_star": ["count(*)", "count(*) FILTER (WHERE o)"],
    "count": ["count(g)", "count(v) FILTER (WHERE o)"],
    "count_if": ["count_if(o)"],
    "sum": ["sum(v)", "sum(b)", "sum(h)", "sum(d)", "sum(e)", "sum(f)", "sum(v) FILTER (WHERE o)", "sum(o)"],
    "avg": ["avg(f)", "mean(f)"],
    "min": ["min(v)", "min(g)", "min(f)", "min(m)", "min(i)", "min(l)", "min(DISTINCT d)", "min(e)"],
    "max": ["max(v)", "max(g)", "max(r)", "max(m)", "max(t0)", "max(y)", "max(b) FILTER (WHERE o)"],
    "any_value": ["any_value(1)"],
    "bool_and": ["bool_and(o)", "bool_and(v > 0)", "bool_and(DISTINCT o) FILTER (WHERE v > 0)"],
    "bool_or": ["bool_or(o)", "bool_or(v > 0) FILTER (WHERE o)"],
    "bit_and": ["bit_and(v)", "bit_and(h)"],
    "bit_or": ["bit_or(b)"],
    "bit_xor": ["bit_xor(v)", "bit_xor(h)", "bit_xor(b) FILTER (WHERE o)"],
    "arg_min": ["arg_min(g, id)", "min_by(l, id)", "arg_min(v, f + id / 1000)"],
    "arg_max": ["arg_max(g, id)", "max_by(m, id) FILTER (WHERE o)"],
    "product": ["product(v)", "product(f / 100)"],
    "var_samp": ["var_samp(v)", "variance(d)"],
    "var_pop": ["var_pop(f)", "var_pop(v) FILTER (WHERE o)"],
    "stddev_samp": ["stddev_samp(v)", "stddev(d)"],
    "stddev_pop": ["stddev_pop(v)"],
    "median": ["median(v)", "median(f)", "median(d)", "median(t0) FILTER (WHERE o)", "median(g)"],
    "quantile_cont": [
        "quantile_cont(v, 0.3)",
        "quantile_cont(f, [0.1, 0.5])",
        "percentile_cont(0.25) WITHIN GROUP (ORDER BY d DESC)",
        "percentile_cont(0.9) WITHIN GROUP (ORDER BY t0) FILTER (WHERE v > 0)",
    ],
    "quantile_disc": [
        "quantile(v, 0.5)",
        "percentile_disc(0.25) WITHIN GROUP (ORDER BY g DESC)",
        "percentile_disc([0.25, 1]) WITHIN GROUP (ORDER BY m)",
    ],
    "approx_quantile": ["approx_quantile(v, 0.5)"],
    "mode": ["mode() WITHIN GROUP (ORDER BY v)", "mode() WITHIN GROUP (ORDER BY g DESC) FILTER (WHERE o)"],
    "approx_count_distinct": [
        "approx_count_distinct(b)",
        "approx_count_distinct(DISTINCT g) FILTER (WHERE o)",
    ],
    **{
        name: [f"{name}(v, id)", f"{name}(f, v) FILTER (WHERE o)"]
        for name in ("regr_count", "corr", "covar_pop", "covar_samp", "regr_avgx", "regr_avgy")
    },
    **{
        name: [f"{name}(v, id)", f"{name}(d, v) FILTER (WHERE o)"]
        for name in ("regr_intercept", "regr_r2", "regr_slope", "regr_sxx", "regr_sxy", "regr_syy")
    },
    **{
        name: [f"{name}(v)", f"{name}(d) FILTER (WHERE o)"]
        for name in ("skewness", "kurtosis", "kurtosis_pop")
    },
}
ALL_CALLS = {
    **CALLS,
    "count distinct": [f"count(DISTINCT {name})" for name in ("v", "g", "d", "h", "m", "t0", "o", "v > 1")],
    "sum distinct": [
        "sum(DISTINCT v)",
        "sum(DISTINCT d)",
        "sum(DISTINCT h)",
        "sum(DISTINCT b) FILTER (WHERE o)",
    ],
}
INVERTIBLE = {"count_star", "count", "count_if", "sum", "avg", "bool_and", "bool_or", "bit_xor"}


def test_every_aggregate_is_here() -> None:
    assert CALLS.keys() == AGGREGATES.keys()
    assert ALL_CALLS.keys() == CALLS.keys() | {f"{name} distinct" for name in DISTINCT}
    assert set(REFUSED.values()) <= HINTS.keys()
    assert not AGGREGATES.keys() & REFUSED.keys()
    assert (canonical("MAX_BY"), is_aggregate("mean"), is_aggregate("lower")) == ("arg_max", True, False)


@pytest.fixture
def parts(duck: Duck) -> tuple[str, str]:
    """Two halves of a pool of rows, as queries."""
    chance = random.Random(7)
    duck.run(f"INSERT INTO pool VALUES {', '.join(row(chance, number) for number in range(40))}")
    return "FROM pool WHERE id < 23", "FROM pool WHERE id >= 23"


@pytest.mark.parametrize("grouped", ["", " GROUP BY g", " GROUP BY id"])
@pytest.mark.parametrize("name", ALL_CALLS)
def test_laws(duck: Duck, parts: tuple[str, str], name: str, grouped: str) -> None:
    a, b = parts
    sql = f"SELECT {', '.join(ALL_CALLS[name])} FROM t{grouped}"
    view = View(duck, duck.compiled(sql))
    kept = duck.columns(f'SELECT * EXCLUDE ("~seq") FROM {view.kept}')

    def is_right() -> bool:
        return are_alike(duck.rows(view.read), duck.rows(sql))

    assert duck.columns(view.merged) == kept  # closed
    assert is_right()  # of nothing
    for part in (a, b):
        duck.run(f"INSERT INTO t {part}")
        duck.delta(part)
        view.append()
        assert is_right()
        duck.delta("FROM pool WHERE false")  # identity
        view.append()
        assert is_right()
    view.compact()
    assert is_right()
    is_shown = not any("AGGREGATE_STATE" in of_type for _, of_type in kept)  # nothing shows the engine's own
    merged = duck.rows(view.merged) if is_shown else []
    view.compact()
    assert is_right()
    again = duck.rows(view.merged) if is_shown else []
    assert "distinct" in name or are_alike(
        again, merged
    )  # idempotent; lists of different values have no order

    assert view.compiled.is_invertible == (name in INVERTIBLE)
    if not view.compiled.is_invertible:
        assert view.compiled.negated == ""
        return
    for part, where in ((b, "id >= 23"), (a, "true")):
        duck.run(f"DELETE FROM t WHERE {where}")
        duck.delta(part)
        view.append(is_deletion=True)
        assert is_right()
    assert duck.columns(view.merged) == kept


def test_what_floats_have_lost_is_not_taken_back(duck: Duck) -> None:
    for sql, is_exact in (
        ("SELECT sum(f) FROM t", False),
        ("SELECT avg(r) FROM t", False),
        ("SELECT sum(d), sum(v), count(f), bool_and(f > 1) FROM t", True),
        ("SELECT max(v) FROM t", False),
        ("SELECT f FROM t", True),
    ):
        view = View(duck, duck.compiled(sql))
        assert view.compiled.takes_back(view.types()) is is_exact, sql


def test_deviations_far_from_zero(duck: Duck) -> None:
    """
    A sum of squares would have lost them: 1e9 ** 2 has no room for 1/12.  What is lost is what the mean has no
    digits for, as it is of the engine's own (2e-8 here).
    """
    sql = "SELECT var_samp(f), stddev_pop(f) FROM t"
    view = View(duck, duck.compiled(sql))
    duck.run("INSERT INTO t (id, f) SELECT i, 1e9 + (i * 7919 % 1000) / 1000 FROM range(1000) AS r(i)")
    for at in range(0, 1000, 10):
        duck.delta(f"FROM t WHERE id BETWEEN {at} AND {at + 9}")
        view.append()
        if at % 300 == 0:
            view.compact()
    values = [value for (value,) in duck.rows("SELECT f FROM t")]
    exact = statistics.variance(map(int, [(value - 1e9) * 2**30 for value in values])) / 2**60
    ((variance, deviation),) = duck.rows(view.read)
    assert variance == pytest.approx(exact, rel=1e-7)
    assert deviation == pytest.approx((exact * 999 / 1000) ** 0.5, rel=1e-7)


def test_sums_are_as_wide_as_the_engines(duck: Duck) -> None:
    sql = "SELECT sum(b), sum(h), sum(e) FROM t"
    view = View(duck, duck.compiled(sql))
    great = "9223372036854775807, 1" + "0" * 37 + ", 99999999999999999999999999999999.9999"
    duck.run(f"INSERT INTO t (id, b, h, e) SELECT i, {great} FROM range(5) AS r(i)")
    duck.delta("FROM t")
    view.append()
    assert duck.rows(view.read) == duck.rows(sql)
