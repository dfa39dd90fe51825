"""
The aggregate functions that can be kept as partial states: what is kept, how states merge, what they come to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS: Final = frozenset(
    {
        *("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"),
        *("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"),
        *("DECIMAL", "FLOAT", "DOUBLE"),
    }
)
DOUBLES: Final = frozenset({"FLOAT", "DOUBLE"})

EXPORTED: Final = " EXPORT_STATE"
"""Behind an aggregate that is to be its engine's state."""

FINALIZED: Final = "finalize("
"""Before such a state that is to be the aggregate's value."""


@dataclass(frozen=True, slots=True)
class State:
    """
    One column of partials.

    Args:
        partial: Of rows: {x} and {y} are the aggregate's arguments, {filter} its FILTER clause, and {when}
            the condition in it.
        merge: Of the columns of the same aggregate, {0}, {1}…, to the same type: over no partials, what
            `partial` is over no rows.
        negated: What takes it back, of {s}; empty where nothing does.
        is_sum: Is it taken back by subtracting?

    """

    partial: str
    merge: str
    negated: str = ""
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Aggregate:
    """
    An aggregate function.

    Args:
        arguments: How many it takes of each row.
        states: What is kept of it.
        final: Its value, of the states {0}, {1}…, of the {fraction} that it is for, and of the {direction}
            in which the values are ordered.
        over: The types of its first argument, DuckDB's, where it is not the same for all.
        ignores_distinct: Is it all the same whether equal values are taken once?

    """

    arguments: int
    states: tuple[State, ...]
    final: str
    over: frozenset[str] | None = None
    ignores_distinct: bool = False


def _counting(partial: str) -> State:
    return State(partial, "CAST(coalesce(sum({0}), 0) AS BIGINT)", "-{s}", is_sum=False)


def _second_count(partial: str) -> State:
    return State(partial, "CAST(coalesce(sum({1}), 0) AS BIGINT)", "-{s}", is_sum=False)


_SUM: Final = State("sum({x}){filter}", "sum({0})", "-{s}", is_sum=True)
_COUNT: Final = "count({x}){filter}"
_COUNTED: Final = "count(*) FILTER (WHERE ({when}) AND ({x}))"
_COUNTED_NOT: Final = "count(*) FILTER (WHERE ({when}) AND NOT ({x}))"


def _itself(name: str, *, ignores_distinct: bool = True, over: frozenset[str] | None = None) -> Aggregate:
    """Its value is its state, and merges by being aggregated again."""
    state = State(f"{name}({{x}}){{filter}}", f"{name}({{0}})")
    return Aggregate(1, (state,), "{0}", over, ignores_distinct)


def _argument_of(name: str, extreme: str) -> Aggregate:
    """The value beside the greatest or smallest one; rows of which either is NULL do not count."""
    value = State(f"{name}({{x}}, {{y}}){{filter}}", f"{name}({{0}}, {{1}})")
    order = State(f"{extreme}({{y}}) FILTER (WHERE ({{when}}) AND ({{x}}) IS NOT NULL)", f"{extreme}({{1}})")
    return Aggregate(2, (value, order), "{0}", ignores_distinct=True)


# How far values are from their mean, by the method of Chan, Golub and LeVeque (1979): sums of squares would
# lose what is told apart where the mean is great.
_MOMENTS: Final = State(
    "{{'n': CAST(count({x}){filter} AS DOUBLE),"
    " 'mean': coalesce(avg(CAST({x} AS DOUBLE)){filter}, 0.0::DOUBLE),"
    " 'm2': coalesce(var_pop({x}){filter} * count({x}){filter}, 0.0::DOUBLE)}}",
    "coalesce(list_reduce(list({0}), lambda a, b: CASE WHEN b.n = 0 THEN a WHEN a.n = 0 THEN b ELSE"
    " {{'n': a.n + b.n, 'mean': a.mean + (b.mean - a.mean) * (b.n / (a.n + b.n)),"
    " 'm2': a.m2 + b.m2 + (b.mean - a.mean) * (b.mean - a.mean) * (a.n * (b.n / (a.n + b.n)))}} END),"
    " {{'n': 0.0::DOUBLE, 'mean': 0.0::DOUBLE, 'm2': 0.0::DOUBLE}})",
)


def _moments(final: str) -> Aggregate:
    return Aggregate(1, (_MOMENTS,), final, NUMBERS)


def _engines(name: str, arguments: int, of_none: str = "") -> Aggregate:
    """
    What the engine keeps itself while it aggregates, which another version of it cannot read.

    Args:
        of_none: Its value of no rows, where that is not NULL.

    """
    values = ", ".join(("{x}", "{y}")[:arguments])
    state = State(
        f"{name}({values}){{filter}}{EXPORTED}", "list_reduce(list({0}), lambda a, b: combine(a, b))"
    )
    final = f"{FINALIZED}{{0}})"
    return Aggregate(arguments, (state,), f"coalesce({final}, {of_none})" if of_none else final)


# Every value, to which the engine's own aggregate is put: it is read as fast as a column would be.
_VALUES: Final = State("list({x}) FILTER (WHERE ({when}) AND ({x}) IS NOT NULL)", "flatten(list({0}))")


def _of_values(name: str, final: str = "list_aggregate({{0}}, '{0}', {{fraction}})") -> Aggregate:
    return Aggregate(1, (_VALUES,), final.format(name))


_SAMPLE: Final = "CASE WHEN ({{0}}).n > 1 THEN {0}(({{0}}).m2 / (({{0}}).n - 1)) END"
_POPULATION: Final = "CASE WHEN ({{0}}).n > 0 THEN {0}(({{0}}).m2 / ({{0}}).n) END"

# fmt: off
AGGREGATES: Final[Mapping[str, Aggregate]] = {
    "count_star":  Aggregate(0, (_counting("count(*){filter}"),), "{0}"),
    "count":       Aggregate(1, (_counting(_COUNT),), "{0}"),
    "count_if":    Aggregate(1, (_counting(_COUNTED), _second_count(_COUNT)),
                             "CASE WHEN {1} <> 0 THEN CAST({0} AS HUGEINT) END"),
    "sum":         Aggregate(1, (_SUM, _second_count(_COUNT)), "CASE WHEN {1} <> 0 THEN {0} END",
                             NUMBERS | {"BOOLEAN"}),
    "avg":         Aggregate(1, (_SUM, _second_count(_COUNT)),
                             "CASE WHEN {1} <> 0 THEN CAST({0} AS DOUBLE) / {1} END", DOUBLES),
    "min":         _itself("min"),
    "max":         _itself("max"),
    "any_value":   _itself("any_value"),
    "bool_and":    Aggregate(1, (_counting(_COUNTED), _second_count(_COUNTED_NOT)),
                             "CASE WHEN {1} > 0 THEN false WHEN {0} > 0 THEN true END",
                             ignores_distinct=True),
    "bool_or":     Aggregate(1, (_counting(_COUNTED), _second_count(_COUNTED_NOT)),
                             "CASE WHEN {0} > 0 THEN true WHEN {1} > 0 THEN false END",
                             ignores_distinct=True),
    "bit_and":     _itself("bit_and"),
    "bit_or":      _itself("bit_or"),
    "bit_xor":     Aggregate(1, (State("bit_xor({x}){filter}", "bit_xor({0})", "{s}"), _second_count(_COUNT)),
                             "CASE WHEN {1} <> 0 THEN {0} END"),
    "arg_min":     _argument_of("arg_min", "min"),
    "arg_max":     _argument_of("arg_max", "max"),
    "product":     _itself("product", ignores_distinct=False),
    "var_samp":    _moments(_SAMPLE.format("")),
    "var_pop":     _moments(_POPULATION.format("")),
    "stddev_samp": _moments(_SAMPLE.format("sqrt")),
    "stddev_pop":  _moments(_POPULATION.format("sqrt")),
    "median":          _of_values("median", "list_aggregate({{0}}, '{0}')"),
    "quantile_cont":   _of_values("quantile_cont"),
    "quantile_disc":   _of_values("quantile_disc"),
    "approx_quantile": _of_values("approx_quantile"),
    "mode":            _of_values("mode", "list_aggregate(list_sort({{0}}, '{{direction}}'), '{0}')"),
    "approx_count_distinct": replace(_engines("approx_count_distinct", 1, "0"), ignores_distinct=True),
    "regr_count":      _engines("regr_count", 2, "0"),
    **{name: _engines(name, 2) for name in (
        "corr", "covar_pop", "covar_samp", "regr_avgx", "regr_avgy", "regr_intercept", "regr_r2",
        "regr_slope", "regr_sxx", "regr_sxy", "regr_syy")},
    **{name: _engines(name, 1) for name in ("skewness", "kurtosis", "kurtosis_pop")},
}

# What is aggregated once however often it is there: a list of the different values, which grows as they do,
# but is read nearly as fast as a table of them would be (of 1,000,000, 0.4 s and 0.3 s).  duckdb 1.5.5: to
# list_distinct, NaN is not NaN, and a month is not 30 days.
_DIFFERENT: Final = State(
    "list(DISTINCT {x}) FILTER (WHERE ({when}) AND ({x}) IS NOT NULL)", "list_distinct(flatten(list({0})))"
)
_TOLD_APART: Final = (NUMBERS - DOUBLES) | {
    *("BOOLEAN", "VARCHAR", "ENUM", "UUID", "BLOB", "BIT"),
    *("DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"),
}
DISTINCT: Final[Mapping[str, Aggregate]] = {
    "count":       Aggregate(1, (_DIFFERENT,), "coalesce(len({0}), 0)", _TOLD_APART),
    "sum":         Aggregate(1, (_DIFFERENT,), "list_sum({0})", NUMBERS - DOUBLES),
}

# Other names of the same, in trees and in plans
_NAMES: Final[Mapping[str, str]] = {
    "max_by": "arg_max", "min_by": "arg_min", "argmax": "arg_max", "argmin": "arg_min",
    "mean": "avg", "every": "bool_and", "countif": "count_if",
    "variance": "var_samp", "stddev": "stddev_samp", "sum_no_overflow": "sum",
    "quantile": "quantile_disc",
}

# What a refusal says of the others: the keys of refusals.HINTS
REFUSED: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("mad", "histogram", "histogram_exact", "entropy", "approx_top_k", "reservoir_quantile"),
        "an aggregate that needs every value"),
    **dict.fromkeys(
        ("list", "array_agg", "string_agg", "group_concat", "listagg", "first", "last", "arbitrary",
         "any_value_nulls_last", "first_value", "last_value", "arg_max_null", "arg_min_null",
         "arg_max_nulls_last", "arg_min_nulls_last", "json_agg", "jsonb_agg", "json_object_agg",
         "jsonb_object_agg", "json_group_array", "json_group_object", "json_group_structure"),
        "an aggregate that depends on order"),
    **dict.fromkeys(
        ("sem", "fsum", "favg", "kahan_sum", "sumkahan", "bitstring_agg", "geometric_mean", "geomean",
         "weighted_avg", "wavg", "range_agg", "range_intersect_agg", "xmlagg",
         "rank", "dense_rank", "percent_rank", "cume_dist"),
        "an aggregate of an unknown kind"),
}
# fmt: on


def canonical(name: str) -> str:
    """
    The one name of an aggregate that has several.
    """
    return _NAMES.get(name.lower(), name.lower())


def aggregate(name: str, *, is_distinct: bool) -> Aggregate | None:
    """
    What is known of an aggregate of values, or of different values.
    """
    known = AGGREGATES.get(canonical(name))
    if known is None or known.ignores_distinct or not is_distinct:
        return known
    return DISTINCT.get(canonical(name))


def is_aggregate(name: str) -> bool:
    return canonical(name) in AGGREGATES or canonical(name) in REFUSED
