"""
Who a session is, stays.
"""

from __future__ import annotations

import dataclasses

import pytest

from pggate.session.statement.identity import Identity


def test_it_is_a_value() -> None:
    identity = Identity("me", "sales", 7, superuser=False)
    assert identity == Identity("me", "sales", 7, superuser=False)
    with pytest.raises(dataclasses.FrozenInstanceError):
        identity.superuser = True  # type: ignore[misc]
