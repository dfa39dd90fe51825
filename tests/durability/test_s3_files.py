"""
Rows of files that lie beside the lake in its bucket.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.durability.tools import rows, session

if TYPE_CHECKING:
    from tests.fix_gateway import NewGateway
    from tests.fix_s3 import MotoS3

pytestmark = [pytest.mark.server, pytest.mark.slow]


def test_parquet_files_of_the_bucket(new_gateway: NewGateway, moto_s3: MotoS3) -> None:
    gateway = new_gateway("--https", "off", config={"lake": moto_s3.config()})
    for number in range(3):
        sink = io.BytesIO()
        pq.write_table(pa.table({"a": [number], "b": [f"row {number}"]}), sink)
        key = f"incoming/{number}.parquet"
        moto_s3.client().put_object(Bucket=moto_s3.bucket, Key=key, Body=sink.getvalue())
    source = f"read_parquet('s3://{moto_s3.bucket}/incoming/*.parquet')"
    with session(gateway) as connection:
        connection.execute("create table t (a bigint, b text)")
        assert connection.execute(f"insert into t select * from {source} where a > 0".encode()).rowcount == 2
        connection.execute(f"create table made as select * from {source}".encode())
        connection.execute("create role guest login password 'guest'")
    gateway.kill()
    gateway.start()
    with session(gateway) as connection:
        assert rows(connection, "select * from t order by a") == [(1, "row 1"), (2, "row 2")]
        assert rows(connection, "select count(*) from made") == [(3,)]
    with (
        psycopg.connect(gateway.dsn(user="guest", password="guest"), autocommit=True) as guest,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        guest.execute(f"select * from {source}".encode())
