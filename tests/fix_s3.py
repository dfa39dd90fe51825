"""
An S3 server (moto, in memory): storage for lakes and segments; and one that fails as planned.

    def test_put(moto_s3): moto_s3.client().put_object(Bucket=moto_s3.bucket, ...)
    def test_retry(faulty_s3): faulty_s3.proxy.plan(SLOW_DOWN, "PUT"); ...
"""

from __future__ import annotations

import importlib.util
import os
import sys
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.fault_proxy import FaultProxy
from tests.processes import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class MotoServer:
    """
    A running server.
    """

    endpoint: str  # http://127.0.0.1:PORT


@dataclass(frozen=True, slots=True)
class MotoS3:
    """
    A bucket of its own for one test.  moto takes any credentials.
    """

    endpoint: str
    bucket: str
    access_key: str = "test-access-key"
    secret_key: str = "test-secret-key"
    region: str = "us-east-1"

    @property
    def storage(self) -> str:
        """The value of the configuration's lake.storage."""
        return f"s3://{self.bucket}/lake"

    def client(self) -> Any:
        """A boto3 client for the server."""
        import boto3

        return boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            region_name=self.region,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
        )

    def config(self) -> dict[str, object]:
        """The configuration's section `lake` for this bucket."""
        return {
            "storage": self.storage,
            "s3": {
                "endpoint": self.endpoint,
                "region": self.region,
                "access_key": self.access_key,
                "secret_key": self.secret_key,
                "url_style": "path",
            },
        }


@pytest.fixture(scope="session")
def moto_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MotoServer]:
    if not (importlib.util.find_spec("moto") and importlib.util.find_spec("flask")):
        pytest.skip("moto[server] is not installed")
    with running_moto(tmp_path_factory.mktemp("moto")) as server:
        yield server


@contextmanager
def running_moto(directory: Path) -> Iterator[MotoServer]:
    """moto in a process of its own, which works in the directory."""
    # -u: the line that tells the port must not wait in a buffer.
    command = [sys.executable, "-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    program = Program(command, cwd=directory, env=dict(os.environ))
    try:
        found = program.wait_for(r"Running on (http://127\.0\.0\.1:\d+)", START_SECONDS)
        yield MotoServer(found[1])
    finally:
        program.stop()


@pytest.fixture
def moto_s3(moto_server: MotoServer) -> MotoS3:
    return new_bucket(moto_server)


def new_bucket(server: MotoServer) -> MotoS3:
    s3 = MotoS3(server.endpoint, f"test-{uuid.uuid4().hex}")
    s3.client().create_bucket(Bucket=s3.bucket)
    return s3


@dataclass(frozen=True, slots=True)
class FaultyS3:
    """
    A bucket of its own behind a proxy of its own; `bucket` is past the proxy.
    """

    proxy: FaultProxy
    bucket: MotoS3

    def config(self) -> dict[str, object]:
        """The configuration's section `lake` for this bucket, through the proxy."""
        return replace(self.bucket, endpoint=self.proxy.endpoint).config()

    def keys(self) -> set[str]:
        """The keys of what is in the bucket."""
        pages = self.bucket.client().get_paginator("list_objects_v2").paginate(Bucket=self.bucket.bucket)
        return {found["Key"] for page in pages for found in page.get("Contents", ())}


@pytest.fixture(scope="module")
def faulty_s3(moto_server: MotoServer) -> Iterator[FaultyS3]:
    """One for all tests of a module: each heals the proxy."""
    proxy = FaultProxy(moto_server.endpoint)
    try:
        yield FaultyS3(proxy, new_bucket(moto_server))
    finally:
        proxy.close()
