"""
What the engine is handed of a bucket's credentials, and when.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pggate.lake.engine_secret import EngineSecret
from pggate.lake.local import LocalStorage
from pggate.lake.s3 import S3Settings, S3Storage

if TYPE_CHECKING:
    from pathlib import Path


class Engine:
    """Remembers the secrets that it is given."""

    def __init__(self) -> None:
        self.secrets: list[dict[str, Any]] = []

    def create_s3_secret(self, name: str, **secret: Any) -> None:
        self.secrets.append({"name": name, **secret})


SETTINGS = S3Settings("bucket", "lakes/a/", "http://127.0.0.1:9", "eu-central-1", "key", "secret")


def storage_of(settings: S3Settings) -> S3Storage:
    return S3Storage(settings, client=object())  # which nobody asks for anything


def test_the_same_credentials_are_handed_over_once() -> None:
    engine = Engine()
    secret = EngineSecret(engine, "lake:a", storage_of(SETTINGS))  # type: ignore[arg-type]
    secret.renew()
    secret.renew()
    (handed,) = engine.secrets
    assert (handed["name"], handed["key"], handed["secret"]) == ("lake:a", "key", "secret")
    assert (handed["endpoint"], handed["use_ssl"]) == ("127.0.0.1:9", False)


def test_new_credentials_are_handed_over() -> None:
    engine = Engine()
    storage = storage_of(SETTINGS)
    secret = EngineSecret(engine, "lake:a", storage)  # type: ignore[arg-type]
    secret.renew()
    storage.session = storage_of(replace(SETTINGS, secret="another")).session
    secret.renew()
    assert [handed["secret"] for handed in engine.secrets] == ["secret", "another"]


@pytest.mark.parametrize("endpoint", [None, "https://s3.example.com"])
def test_a_connection_is_encrypted_unless_told_otherwise(endpoint: str | None) -> None:
    engine = Engine()
    EngineSecret(engine, "a", storage_of(replace(SETTINGS, endpoint=endpoint))).renew()  # type: ignore[arg-type]
    assert engine.secrets[0]["use_ssl"] is True


def test_a_directory_needs_none(tmp_path: Path) -> None:
    engine = Engine()
    EngineSecret(engine, "a", LocalStorage(tmp_path)).renew()  # type: ignore[arg-type]
    assert engine.secrets == []
