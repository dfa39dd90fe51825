"""
Whose transaction is open, whatever becomes of it.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.engine.database import Engine


def test_from_begin_to_end(engine: Engine) -> None:
    with closing(engine.cursor()) as one, closing(engine.cursor()) as other:
        assert engine.transactions.oldest() is None
        one.begin()
        first = engine.transactions.oldest()
        assert first is not None
        other.begin()
        assert engine.transactions.oldest() == first
        with pytest.raises(PgError):
            one.run("selec")
        assert engine.transactions.oldest() == first
        one.rollback()
        second = engine.transactions.oldest()
        assert second is not None
        assert second > first
        other.commit()
        assert engine.transactions.oldest() is None
        other.begin()
    assert engine.transactions.oldest() is None, "it was closed"
