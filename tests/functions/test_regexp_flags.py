"""
Flags of regular expressions.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.functions.regexp_flags import Flags, read_flags


def test_flags() -> None:
    assert read_flags("inxgq") == Flags(
        ignores_case=True,
        stops_at_newline=True,
        anchors_at_newline=True,
        is_literal=True,
        is_expanded=True,
        is_global=True,
    )


def test_the_last_one_holds() -> None:
    assert read_flags("icpxwts") == Flags()


def test_no_flag() -> None:
    with pytest.raises(InvalidParameterValue, match='invalid regular expression option: "z"'):
        read_flags("gz")
