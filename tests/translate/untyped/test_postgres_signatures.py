"""
The generated table of signatures, beside a running PostgreSQL 15.
"""

from __future__ import annotations

from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES
from tests.reference.generate_signatures import read


def test_it_is_postgresqls(postgres_dsn: str) -> None:
    _, found = read(postgres_dsn)
    assert {name: tuple(signatures) for name, signatures in found.items()} == POSTGRES_SIGNATURES
