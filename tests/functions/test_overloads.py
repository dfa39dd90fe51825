"""
The table of overloads; that the engine picks the right one, tests/engine/test_overloads.py shows.
"""

from __future__ import annotations

import pytest

from pggate.functions.overloads import OVERLOADS


def test_none_is_said_twice() -> None:
    known = [(overload.name, overload.parameters) for overload in OVERLOADS]
    assert len(known) == len(set(known))


def test_a_witness_is_never_computed() -> None:
    (witness,) = (one for one in OVERLOADS if one.name == "~moment" and one.parameters == ("DATE",))
    with pytest.raises(AssertionError):
        witness.call(None)
