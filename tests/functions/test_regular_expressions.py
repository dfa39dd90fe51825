r"""
PostgreSQL's regular expressions for other engines.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.regular_expressions import parse

RE2 = (
    (r"^\d{3}$", r"(?s:\A[0-9]{3}\z)"),
    (r"a.b", r"(?s:a(?s:.)b)"),
    (r"(?n)^.$", r"(?s:(?m:^)[^\n](?m:$))"),
    (r"(?i)a", r"(?is:a)"),
    (r"***=a.c", r"(?s:a\.c)"),
    (r"***:a|b", "(?s:a|b)"),
    (r"[^]a-c[:digit:]]+?", r"(?s:[^\]a-c0-9]+?)"),
    (r"(?x) a b # c", "(?s:ab)"),
    (r"a(?#no)b", "(?s:ab)"),
    (r"\x41\u0042\t\101", r"(?s:AB\x09A)"),
    ("x{", r"(?s:x\{)"),
    (r"[[.hyphen.][=a=]]", r"(?s:[\-a])"),
)
PYTHON_ALONE = (r"\mfoo\M", r"\y", "foo(?=bar)", "(?<!a)b", r"(a)\1", "[[:<:]]a")
WRONG = (
    ("(", "parentheses () not balanced"),
    ("a)", "parentheses () not balanced"),
    ("[a", "brackets [] not balanced"),
    ("*a", "quantifier operand invalid"),
    ("a**", "quantifier operand invalid"),
    ("^*", "quantifier operand invalid"),
    ("(?<a)", "quantifier operand invalid"),
    ("a{2,1}", "invalid repetition count(s)"),
    ("a{256}", "invalid repetition count(s)"),
    ("a{1", "braces {} not balanced"),
    ("a\\", "invalid escape \\ sequence"),
    (r"\q", "invalid escape \\ sequence"),
    (r"\u12", "invalid escape \\ sequence"),
    (r"\1", "invalid backreference number"),
    (r"(a\1)", "invalid backreference number"),
    ("[[:nonsense:]]", "invalid character class"),
    ("[[.nonsense.]]", "invalid collating element"),
    ("[b-a]", "invalid character range"),
)


@pytest.mark.parametrize(("expression", "written"), RE2)
def test_re2(expression: str, written: str) -> None:
    assert parse(expression).re2() == written


@pytest.mark.parametrize("expression", PYTHON_ALONE)
def test_what_re2_has_not(expression: str) -> None:
    assert parse(expression).re2() is None
    assert parse(expression).python()


@pytest.mark.parametrize(("expression", "why"), WRONG)
def test_no_expressions(expression: str, why: str) -> None:
    with pytest.raises(PgError) as caught:
        parse(expression)
    assert (caught.value.code, caught.value.message) == ("2201B", f"invalid regular expression: {why}")


def test_groups_within_lookaround_capture_nothing() -> None:
    assert parse("(a)(?=(b))").groups == 1
