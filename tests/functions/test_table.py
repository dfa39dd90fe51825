"""
The table of computed functions.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from pggate.functions.table import FUNCTIONS

if TYPE_CHECKING:
    from pggate.functions.function import Function


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_call_takes_what_is_read_for_it(function: Function) -> None:
    signature = inspect.signature(function.call)
    least = len(function.reads) if function.least is None else function.least
    signature.bind(*range(least))
    signature.bind(*function.reads, *(range(2) if function.rest else ()))


def test_names_are_one_functions_or_of_several_types() -> None:
    plain = [function.name for function in FUNCTIONS if function.overloads is None]
    assert len(plain) == len(set(plain))
    typed = [(function.name, function.overloads) for function in FUNCTIONS if function.overloads is not None]
    assert len(typed) == len(set(typed))
