r"""
What of PostgreSQL's regular expressions RE2 finds alike.
"""

from __future__ import annotations

import pytest

from pggate.functions import re2_expressions as expressions

WRITTEN = r"(?s:(\p{L})[0-9])"


def test_whether_it_matches() -> None:
    assert expressions.re2("a|b") == "(?s:a|b)"
    assert expressions.re2("a", "i") == "(?is:a)"
    assert expressions.re2("a", "g") is None
    assert expressions.re2(r"(a)\1") is None


def test_what_it_matches() -> None:
    assert expressions.re2_span("ab*") == "(?s:ab*)"
    assert expressions.re2_span("a|b") is None
    assert expressions.re2_found("ab") == "((?s:ab))"
    assert expressions.re2_found("(a)b") == "(?s:(a)b)"


@pytest.mark.parametrize(
    ("expression", "groups", "captured"),
    [
        ("a", 1, "((?s:a))()()()"),
        ("(a)(b)", 2, "(?s:(a)(b))()()()"),
        ("(a)?", None, None),
        ("(a)(a)(a)(a)(a)", None, None),
    ],
)
def test_groups(expression: str, groups: int | None, captured: str | None) -> None:
    assert expressions.re2_groups(expression) == groups
    if groups is not None:
        assert expressions.re2_captured(expression) == captured


@pytest.mark.parametrize("expression", ["a", "a+", "(ab)c*", "a{1,2}"])
def test_expressions_that_are_found_anywhere(expression: str) -> None:
    assert expressions.re2_pieces(expression) == expressions.re2_span(expression)


@pytest.mark.parametrize("expression", ["", "a*", "(a?)", "a{0,2}", "^a", r"\mab"])
def test_expressions_that_are_not(expression: str) -> None:
    assert expressions.re2_pieces(expression) is None


def test_a_place_is_none_of_nothing() -> None:
    assert expressions.re2_never_empty("^a") == r"(?s:\Aa)"
    assert expressions.re2_never_empty("^") is None


@pytest.mark.parametrize(
    ("replacement", "written"),
    [(r"\2\1", r"\1"), (r"[\&]", r"[\0]"), ("\\\\", "\\\\"), (r"\x", r"\\x"), ("a\\", "a\\\\")],
)
def test_replacements(replacement: str, written: str) -> None:
    assert expressions.re2_rewrite(replacement, "(a)") == written
