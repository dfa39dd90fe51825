"""
Whose an idempotency key is.  What it does: tests/durability/test_idempotency.py.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.session.settings.settings import Settings
from pggate.session.transactions.statement_keys import SETTING, StatementKeys


def test_a_key_is_the_next_statements_alone() -> None:
    settings = Settings({})
    keys = StatementKeys(settings)
    assert keys.next is None
    keys.use()
    keys.refuse()
    assert keys.used == set()
    settings.set(SETTING, "a")
    with pytest.raises(FeatureNotSupported):
        keys.refuse()
    keys.use()
    assert (keys.next, keys.used) == (None, {"a"})
    settings.set(SETTING, "a")  # as a rollback brings it back
    keys.use_again({"b"})
    assert keys.next == "a"
    keys.use_again({"a"})
    assert keys.next is None
