"""
Where the gateway is not as PostgreSQL 15 to SQLAlchemy's suite, and why.
"""

from __future__ import annotations

from typing import Final

IS_GATEWAY: Final = "SUITE_ON_GATEWAY"
"""The environment's variable that is set where the server is the gateway."""

SHARE: Final = 0.95
"""Of the tests that pass on PostgreSQL 15 at least so many pass on the gateway."""

NO_SERIAL: Final = "a temporary table has no serial column: its sequence would have to be a lake's"

LACKING: Final = {
    "has_temp_table": NO_SERIAL,
    "materialized_views": "there are no materialized views",
    "temp_table_reflection": NO_SERIAL,
}
"""Requirements of the suite: tests that need one are left out, and count as failed."""

FAILING: Final = (
    (r"ComponentReflectionTest\.test_column_collation_reflection", "a column keeps no collation"),
    (r"ComponentReflectionTestExtra\.test_reflect_expression_based_indexes", "no index over expressions is kept"),
    (r"ComponentReflectionTest\.test_get_temp_(table|view)_names", NO_SERIAL),
    (r"TempTableElementsTest\..*", NO_SERIAL),
    (r"Computed(Column|Reflection)Test\..*", "a lake keeps no generated columns"),
    (r"ExceptionTest\.test_integrity_error", "no row is held to a key: it is recorded and shown"),
    (r"FetchLimitOffsetTest\.test_(fetch_offset|simple_fetch)_ties.*", "WITH TIES is refused: DuckDB has none"),
    (r"(Precision)?IntervalTest\.test_(arithmetic_operation_table_.*|literal)", "DuckLake keeps no INTERVAL"),
    (r"TableNoColumnsTest\..*", "DuckDB has no table without columns"),
    (r"TimeTZTest\..*", "DuckLake keeps no TIME WITH TIME ZONE"),
    (r"TrueDivTest\.test_truediv_divisor\[numeric_.*", "a numeric has at most 38 digits, and a quotient those of a double"),
    (r"WindowFunctionTest\.test_window_range(_numeric)?", "without ORDER BY the rows come in another order"),
)  # fmt: skip
"""Regular expressions of "Class.test", and why these fail."""
