"""
The registry: what it keeps over a restart, on both kinds of catalog, and what it never shows.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pggate.errors import DuplicateDatabase, DuplicateObject, InvalidCatalogName, PgError, UndefinedObject
from pggate.lake.entries import State, token_hash
from pggate.lake.registry import Registry
from pggate.lake.registry_tables import FIRST_OID, SCHEMA

if TYPE_CHECKING:
    from pggate.lake.lake import Home

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
LATER = datetime(2025, 1, 1, tzinfo=UTC)
SECRET = bytes(range(32))


@pytest.fixture
def registry(any_home: Home) -> Registry:
    return Registry(any_home.engine.cursor())


def reopened(home: Home) -> Registry:
    return Registry(home.engine.cursor())


def test_roles(any_home: Home, registry: Registry) -> None:
    assert not registry.has_role("pggate")
    role = registry.create_role("pggate", "SCRAM-SHA-256$4096:…", superuser=True)
    other = registry.create_role('it\'s "me"', None)
    assert (role.oid, other.oid) == (FIRST_OID, FIRST_OID + 1)
    with pytest.raises(DuplicateObject, match='role "pggate" already exists'):
        registry.create_role("pggate", None)
    registry.change_verifier("pggate", "new")
    for found in (registry, reopened(any_home)):
        assert found.has_role("pggate")
        assert found.role("pggate").verifier == "new"
        assert found.role("pggate").superuser
        assert found.role('it\'s "me"') == other
    registry.drop_role('it\'s "me"')
    for call in (registry.role, registry.drop_role):
        with pytest.raises(UndefinedObject, match="does not exist"):
            call('it\'s "me"')
    assert registry.create_role("third", None).oid == FIRST_OID + 2  # a number is never given twice


def test_tokens(any_home: Home, registry: Registry) -> None:
    lake = registry.add_database("sales", State.READY)
    token, secret = registry.create_token("sales", 7, NOW, SECRET)
    assert secret == SECRET.hex()
    assert len(secret) == 64
    assert (token.prefix, token.lake, token.table_id, token.created_at) == (secret[:6], "sales", 7, NOW)
    assert token.lake_oid == lake.oid
    for found in (registry, reopened(any_home)):
        assert found.token(secret) == token
        assert found.token(secret.upper()) is None
        assert found.token(secret[:-1]) is None
        assert found.token("") is None
    revoked = registry.revoke_token(token.id, LATER)
    assert revoked.revoked_at == LATER
    assert registry.revoke_token(token.id, NOW) == revoked  # it stays as it is
    for found in (registry, reopened(any_home)):
        assert found.token(secret) is None
        assert list(found.tokens.values()) == [revoked]
    with pytest.raises(UndefinedObject):
        registry.revoke_token(99, NOW)


def test_rates_of_a_token(any_home: Home, registry: Registry) -> None:
    registry.add_database("sales", State.READY)
    token, _ = registry.create_token("sales", 7, NOW, SECRET)
    for what, per_second in (("rows", 10), ("bytes", 5), ("rows", 20), ("bytes", None)):
        registry.limit_token(token.id, what, per_second)
    for found in (registry, reopened(any_home)):
        assert found.token_rates == {token.id: {"rows": 20}}
    with pytest.raises(UndefinedObject):
        registry.limit_token(99, "rows", 1)
    registry.remove_database("sales")
    assert registry.token_rates == {}


def test_a_token_is_kept_as_its_hash_only(registry: Registry) -> None:
    registry.add_database("sales", State.READY)
    token, secret = registry.create_token("sales", 7, NOW, SECRET)
    kept = registry.tables.rows(f"select * from {SCHEMA}.tokens")
    assert secret not in str(kept)
    assert token_hash(secret) in str(kept)
    assert token_hash(secret) not in repr(token)


def test_a_token_is_for_a_database_that_exists(registry: Registry) -> None:
    with pytest.raises(InvalidCatalogName, match='database "sales" does not exist'):
        registry.create_token("sales", 7, NOW, SECRET)
    assert registry.tokens == {}


def test_a_token_needs_all_its_randomness(registry: Registry) -> None:
    with pytest.raises(ValueError, match="32 random bytes"):
        registry.create_token("sales", 7, NOW, b"short")


def test_databases(any_home: Home, registry: Registry) -> None:
    entry = registry.add_database("my_data__stream", State.CREATING)
    registry.add_database("other", State.READY)
    registry.set_state("my_data__stream", State.READY)
    with pytest.raises(DuplicateDatabase, match='database "other" already exists'):
        registry.add_database("other", State.CREATING)
    found = reopened(any_home)
    assert found.database("my_data__stream").oid == entry.oid
    assert found.database("my_data__stream").state is State.READY
    _, secret = registry.create_token("other", 7, NOW, SECRET)
    registry.remove_database("other")
    assert registry.token(secret) is None
    with pytest.raises(InvalidCatalogName, match='database "other" does not exist'):
        registry.database("other")


def test_a_failed_change_leaves_everything_as_it_was(registry: Registry) -> None:
    role = registry.create_role("pggate", None)
    version = registry.version

    def rename_and_fail() -> None:
        with registry.change():
            registry.tables.run(f"update {SCHEMA}.roles set name = 'gone'")
            registry.tables.run("select nonsense")

    with pytest.raises(PgError):
        rename_and_fail()
    assert registry.roles == {"pggate": role}
    assert registry.version == version
    assert registry.tables.rows(f"select name from {SCHEMA}.roles") == [("pggate",)]
    registry.create_role("next", None)
    assert registry.version == version + 1


def test_looking_up_a_token_is_fast(registry: Registry) -> None:
    registry.add_database("sales", State.READY)
    _, secret = registry.create_token("sales", 7, NOW, SECRET)
    began = time.perf_counter()
    for _ in range(10_000):
        registry.token(secret)
    assert (time.perf_counter() - began) / 10_000 < 50e-6  # 1 µs here; a slow machine may take longer
