"""
One row of the table.
"""

from __future__ import annotations

from pggate.engine.rule import Rule
from pggate.errors import DivisionByZero


def test_a_pattern_looks_across_lines() -> None:
    rule = Rule("divide by zero", DivisionByZero, r"Division.*(?P<what>zero)")
    found = rule.compiled.search("Division\nby zero!")
    assert found is not None
    assert found["what"] == "zero"


def test_a_row_without_a_pattern_takes_anything() -> None:
    assert Rule("divide by zero", DivisionByZero).compiled.search("")
