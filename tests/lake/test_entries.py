"""
What the registry keeps, as values: what they never show.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pggate.lake.entries import Role, Token, token_hash


def test_a_token_is_known_by_its_hash() -> None:
    assert token_hash("ab" * 32) == hashlib.sha256(b"ab" * 32).hexdigest()


def test_neither_verifier_nor_hash_is_shown() -> None:
    role = Role(1, "pggate", "SCRAM-SHA-256$4096:salt$stored:server", superuser=True)
    token = Token(2, token_hash("secret"), "secret", "sales", 7, datetime(2024, 5, 6, tzinfo=UTC), None, 3)
    assert "SCRAM" not in repr(role)
    assert token.hash not in repr(token)
