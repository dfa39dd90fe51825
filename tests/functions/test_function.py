"""
How a function reads its arguments.
"""

from __future__ import annotations

import pytest

from pggate.errors import UndefinedFunction
from pggate.functions.function import Function, anything, bytestrings, numbers, texts, truths

REPEATED = Function("~repeated", lambda text, times=1: text * times, (texts, numbers), "VARCHAR", least=1)
ALL = Function("all_of", lambda *values: list(values), (anything,), "VARCHAR[]", rest=truths, strict=False)


def test_arguments_may_be_left_out() -> None:
    assert REPEATED.value(("a",)) == "a"
    assert REPEATED.value(("a", 2)) == "aa"


def test_a_strict_one_makes_null_of_null() -> None:
    assert REPEATED.value(("a", None)) is None


def test_one_that_is_not_gets_it() -> None:
    assert ALL.value((None, True, None)) == [None, True, None]


@pytest.mark.parametrize("arguments", [(), (1,), ("a", "b"), ("a", True), ("a", 1, 2)])
def test_there_is_none_of_other_arguments(arguments: tuple[object, ...]) -> None:
    with pytest.raises(UndefinedFunction, match="function repeated of these arguments does not exist"):
        REPEATED.value(arguments)


def test_bytes_may_come_as_a_literal() -> None:
    assert bytestrings("\\x41") == bytestrings(b"A") == b"A"
    assert bytestrings(1) is None
