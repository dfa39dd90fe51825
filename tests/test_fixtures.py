"""
The servers behind the tests are what they claim to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from tests.fix_postgres import PostgresServer
    from tests.fix_s3 import MotoS3


def test_postgres(postgres_dsn: str, postgres_url: str) -> None:
    with psycopg.connect(postgres_dsn) as one, psycopg.connect(postgres_url) as other:
        assert one.info.server_version // 10000 == 15
        assert one.info.dbname == other.info.dbname
        assert one.execute("select 1 from pg_class where relnamespace >= 16384").fetchall() == []


@pytest.mark.parametrize("postgres_server", [{"fsync": "on"}], indirect=True)
def test_postgres_with_other_settings(postgres_server: PostgresServer) -> None:
    with psycopg.connect(postgres_server.dsn()) as connection:
        assert connection.execute("show fsync").fetchone() == ("on",)


def test_s3(moto_s3: MotoS3) -> None:
    client = moto_s3.client()
    client.put_object(Bucket=moto_s3.bucket, Key="a", Body=b"x")
    assert client.get_object(Bucket=moto_s3.bucket, Key="a")["Body"].read() == b"x"


def test_servers_are_not_quick(request: pytest.FixtureRequest, moto_s3: MotoS3) -> None:
    assert request.node.get_closest_marker("server")
