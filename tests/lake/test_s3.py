"""
Objects on S3: moto's server as the bucket, and an S3 client whose answers get lost.
"""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

from pggate.composition import storage_of
from pggate.config import load
from pggate.errors import IoError
from pggate.lake import s3
from pggate.lake.s3 import ATTEMPTS, Credentials, S3Settings, S3Storage
from tests.fault_proxy import SILENT
from tests.lake.conftest import open_lake
from tests.lake.tools import rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.lake.lake import Home
    from tests.fix_s3 import FaultyS3, MotoS3

pytestmark = pytest.mark.server


@pytest.fixture
def storage(moto_s3: MotoS3) -> S3Storage:
    return S3Storage(settings(moto_s3), sleep=lambda seconds: None)


def settings(moto_s3: MotoS3, bucket: str | None = None) -> S3Settings:
    return S3Settings(
        bucket=bucket or moto_s3.bucket,
        prefix="some/prefix/",
        endpoint=moto_s3.endpoint,
        region=moto_s3.region,
        key_id="key",
        secret="secret",
        url_style="path",
    )


class Faulty:
    """An S3 client that does what it is asked, and whose answers get lost or replaced as planned."""

    def __init__(self, client: Any, plan: list[tuple[bool, Exception | None]]) -> None:
        self.client, self.plan, self.puts = client, plan, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.client, name)

    def put_object(self, **arguments: Any) -> Any:
        self.puts += 1
        done, error = self.plan.pop(0) if self.plan else (True, None)
        answer = self.client.put_object(**arguments) if done else None
        if error is not None:
            raise error
        return answer


def refusal(status: int, code: str) -> ClientError:
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "PutObject")


LOST = ReadTimeoutError(endpoint_url="http://s3")


def test_put_get_delete(storage: S3Storage) -> None:
    stored = storage.put("public/t/a.parquet", b"data")
    assert stored.uri == f"{storage.root}public/t/a.parquet"
    assert storage.get("public/t/a.parquet") == b"data"
    assert storage.exists("public/t/a.parquet")
    storage.delete("public/t/a.parquet")
    storage.delete("public/t/a.parquet")
    assert not storage.exists("public/t/a.parquet")


@pytest.mark.parametrize(
    "plan",
    [
        [(False, refusal(503, "SlowDown"))],
        [(False, refusal(500, "InternalError")), (False, ConnectionClosedError(endpoint_url="x"))],
        [(True, LOST)],  # durable, the answer lost: the second PUT is answered 412
        [(True, LOST), (False, refusal(409, "ConditionalRequestConflict"))],
        [(True, refusal(503, "SlowDown"))],
        [(False, refusal(400, "BadDigest"))],  # what came was not what was sent
        [(False, LOST)] * (ATTEMPTS - 1),
    ],
)
def test_a_passing_fault_is_retried(
    storage: S3Storage, plan: list[tuple[bool, Any]], moto_s3: MotoS3
) -> None:
    key = f"retried-{id(plan)}"
    attempts = len(plan) + 1
    storage.client = Faulty(storage.client, plan)
    storage.put(key, b"data")
    assert storage.get(key) == b"data"
    assert storage.client.puts == attempts


def test_somebody_elses_object_under_our_key_is_not_ours(storage: S3Storage) -> None:
    for key, data in (("longer", b"something else"), ("same length", b"DATA")):
        storage.put(key, data)
        with pytest.raises(IoError, match=r"PreconditionFailed"):
            storage.put(key, b"data")
        assert storage.get(key) == data


def test_retries_are_bounded_and_slower_each_time(moto_s3: MotoS3) -> None:
    delays: list[float] = []
    storage = S3Storage(settings(moto_s3), sleep=delays.append)
    storage.client = Faulty(storage.client, [(False, LOST)] * 100)
    with pytest.raises(IoError, match=r'could not write "s3://.*/some/prefix/never"'):
        storage.put("never", b"data")
    assert storage.client.puts == ATTEMPTS
    assert delays == sorted(delays)
    assert len(delays) == ATTEMPTS - 1


def test_a_server_that_says_nothing(faulty_s3: FaultyS3, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a minute."""
    assert ATTEMPTS * max(s3.READ_TIMEOUT, s3.CONNECT_TIMEOUT) + ATTEMPTS * s3.LONGEST_DELAY < 61
    monkeypatch.setattr(s3, "READ_TIMEOUT", 0.2)
    faulty_s3.proxy.plan(SILENT, times=None)
    silent = replace(faulty_s3.bucket, endpoint=faulty_s3.proxy.endpoint)
    with pytest.raises(IoError, match="Read timeout"):
        S3Storage(settings(silent), sleep=lambda seconds: None).put("never", b"data")
    assert len(faulty_s3.proxy.requests("PUT")) == ATTEMPTS
    faulty_s3.proxy.heal()


@pytest.mark.parametrize("error", [refusal(403, "AccessDenied"), refusal(404, "NoSuchBucket")])
def test_what_is_refused_for_good_is_not_retried(storage: S3Storage, error: ClientError) -> None:
    storage.client = Faulty(storage.client, [(False, error)] * 3)
    with pytest.raises(IoError):
        storage.put("never", b"data")
    assert storage.client.puts == 1


def test_check_writes_reads_and_deletes(storage: S3Storage) -> None:
    storage.check()
    listed = storage.client.list_objects_v2(Bucket=storage.settings.bucket, Prefix="some/prefix/pggate-check")
    assert listed["KeyCount"] == 0


def test_check_names_the_bucket_that_is_not_there(moto_s3: MotoS3) -> None:
    with pytest.raises(
        IoError, match=r"storage s3://no-such-bucket/some/prefix/ is not usable: .*NoSuchBucket"
    ):
        S3Storage(settings(moto_s3, "no-such-bucket"), sleep=lambda seconds: None).check()


def test_check_of_a_server_that_is_not_there() -> None:
    nowhere = S3Settings("b", endpoint="http://127.0.0.1:9", key_id="k", secret="s", url_style="path")
    with pytest.raises(IoError, match="is not usable: could not write"):
        S3Storage(nowhere, sleep=lambda seconds: None).check()


def test_delete_all_keeps_what_is_beside(storage: S3Storage) -> None:
    inner = storage.under("doomed/")
    for number in range(3):
        inner.put(f"{number}", b"x")
    storage.put("doomed-not", b"x")
    inner.delete_all()
    assert not any(inner.exists(f"{number}") for number in range(3))
    assert storage.exists("doomed-not")


def test_one_storage_serves_many_threads(storage: S3Storage) -> None:
    gathered = threading.Barrier(8)

    def put(number: int) -> None:
        gathered.wait()
        storage.put(f"many/{number}", bytes([number]) * 1000)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(8)))
    assert [storage.get(f"many/{number}") for number in range(8)] == [bytes([n]) * 1000 for n in range(8)]


# --- how the bucket is addressed: by us, and by the engine


def addresses(settings: S3Settings) -> list[tuple[str, str]]:
    """Host and path of a request, and of a presigned URL."""
    storage = S3Storage(settings, sleep=lambda seconds: None)
    asked: list[str] = []

    def answer(request: Any, **_: object) -> AWSResponse:
        asked.append(request.url)
        return AWSResponse(request.url, 200, {}, Nothing())

    storage.client.meta.events.register("before-send.s3", answer)
    assert storage.exists("public/t/a.parquet")
    named = {"Bucket": settings.bucket, "Key": f"{settings.prefix}public/t/a.parquet"}
    asked.append(storage.client.generate_presigned_url("get_object", Params=named))
    return [(place.netloc, place.path) for place in map(urlsplit, asked)]


class Nothing:
    """An answer's empty body."""

    def stream(self) -> Iterator[bytes]:
        return iter(())


STYLES = [
    # url_style, host, path up to the key
    (None, "lakes.s3.example.org:9000", "/some/"),  # what is not said is vhost
    ("vhost", "lakes.s3.example.org:9000", "/some/"),
    ("path", "s3.example.org:9000", "/lakes/some/"),
]


@pytest.mark.parametrize(("style", "host", "path"), STYLES)
def test_the_style_of_urls(home: Home, style: str | None, host: str, path: str) -> None:
    chosen = {} if style is None else {"url_style": style}
    config = load(
        None,
        {
            "PGGATE_LAKE_STORAGE": "s3://lakes/some",
            "PGGATE_LAKE_S3_ENDPOINT": "http://s3.example.org:9000",
            "PGGATE_LAKE_S3_REGION": "eu-central-1",
            "PGGATE_LAKE_S3_ACCESS_KEY": "key",
            "PGGATE_LAKE_S3_SECRET_KEY": "secret",
            **{f"PGGATE_LAKE_S3_{name.upper()}": value for name, value in chosen.items()},
        },
        {},
    )
    storage = storage_of(config)
    assert isinstance(storage, S3Storage)
    assert addresses(storage.settings) == [(host, f"{path}public/t/a.parquet")] * 2
    with open_lake(home, storage) as lake:
        secret = f"select secret_string from duckdb_secrets() where name = '{lake.alias}'"
        ((told,),) = rows(lake, secret)
    assert set(told.split(";")) >= {
        f"url_style={style or 'vhost'}",
        "endpoint=s3.example.org:9000",
        "region=eu-central-1",
        "use_ssl=false",
        "scope=s3://lakes/",
    }


# --- the usual AWS chain


@pytest.fixture
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment in which nobody has any."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return monkeypatch


def of_the_chain(moto_s3: MotoS3) -> S3Storage:
    """Without a key of the configuration's."""
    settings = S3Settings(moto_s3.bucket, endpoint=moto_s3.endpoint, url_style="path")
    return S3Storage(settings, sleep=lambda seconds: None)


def test_credentials_of_the_environment(moto_s3: MotoS3, no_credentials: pytest.MonkeyPatch) -> None:
    for name, value in {
        "AWS_ACCESS_KEY_ID": "of-the-environment",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_SESSION_TOKEN": "session",
        "AWS_DEFAULT_REGION": "eu-north-1",
    }.items():
        no_credentials.setenv(name, value)
    storage = of_the_chain(moto_s3)
    storage.check()
    assert storage.credentials() == Credentials("of-the-environment", "secret", "session")
    assert storage.session.region_name == "eu-north-1"


def test_credentials_of_a_profile(
    moto_s3: MotoS3, no_credentials: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "credentials").write_text("[lake]\naws_access_key_id = p\naws_secret_access_key = s\n")
    no_credentials.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    no_credentials.setenv("AWS_PROFILE", "lake")
    storage = of_the_chain(moto_s3)
    storage.check()
    assert storage.credentials() == Credentials("p", "s", None)


@pytest.mark.usefixtures("no_credentials")
def test_no_credentials(moto_s3: MotoS3) -> None:
    storage = of_the_chain(moto_s3)
    with pytest.raises(IoError, match=r"^storage s3://.* is not usable: .*Unable to locate credentials$"):
        storage.check()
    with pytest.raises(IoError, match=r"^storage s3://.* is not usable: no S3 credentials were found$"):
        storage.credentials()


def test_secrets_are_not_shown(moto_s3: MotoS3) -> None:
    assert "secret" not in repr(settings(moto_s3)).replace("secret=", "")
    storage = S3Storage(settings(moto_s3))
    assert storage.credentials().secret == "secret"
    assert "'secret'" not in repr(storage.credentials())
