"""
What regular expressions prefer, and how they are written.
"""

from __future__ import annotations

import pytest

from pggate.functions.regular_expressions import parse

GREEDY = (
    ("a*?b*", False),
    ("ab*", True),
    ("a|b*?", True),
    ("(?:a*?){1,1}", True),
    ("(a*?){2}", False),
    ("a", True),
)
PLAIN = ((r"\d+x*", True), ("a|b", False), ("a*?", False), ("(a)b?", True), ("(a)*", False), ("(?=a)", False))


@pytest.mark.parametrize(("expression", "greedy"), GREEDY)
def test_preferences(expression: str, greedy: bool) -> None:
    assert parse(expression).is_greedy is greedy


@pytest.mark.parametrize(("expression", "plain"), PLAIN)
def test_which_are_plain(expression: str, plain: bool) -> None:
    assert parse(expression).is_plain is plain


def test_a_lazy_one() -> None:
    assert parse("(a*)b{2}").python(lazy=True) == "(a*?)b{2}?"


def test_case() -> None:
    assert parse("a", "i").python() == "(?i:a)"
    assert parse("a", "i").re2() == "(?is:a)"
