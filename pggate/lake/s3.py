"""
Segments in an S3 bucket, or in what speaks S3.
"""

from __future__ import annotations

import base64
import hashlib
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as BotoConnectionError

from pggate.errors import IoError
from pggate.lake.objects import Stored, check_object

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# One gateway keeps at most this many PUTs in flight; more only queue in front of the same network card.
CONNECTIONS: Final = 8
ATTEMPTS: Final = 5
FIRST_DELAY: Final = 0.1  # seconds; doubled at each further attempt
LONGEST_DELAY: Final = 2.0
CONNECT_TIMEOUT: Final = 5  # seconds
READ_TIMEOUT: Final = 10  # seconds without one byte of an answer: no caller waits a minute
# BadDigest: the bytes that came were not those that Content-MD5 tells of.
PASSING: Final = frozenset({"SlowDown", "RequestTimeout", "BadDigest"})


@dataclass(frozen=True, slots=True)
class S3Settings:
    """
    How a bucket is reached.  Without a key the usual AWS chain (environment, profile, instance role) counts.
    """

    bucket: str
    prefix: str = ""
    endpoint: str | None = None
    region: str | None = None
    key_id: str | None = None
    secret: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    url_style: str = "vhost"


@dataclass(frozen=True, slots=True)
class Credentials:
    key_id: str
    secret: str = field(repr=False)
    token: str | None = field(repr=False)


class S3Storage:
    """
    Objects of an S3 bucket.  Every PUT says If-None-Match: *, so that no object is ever written twice.

    A PUT whose answer is lost is sent again; the 412 that then comes back for our own object is a success
    when length and SHA-256 are ours.
    """

    def __init__(
        self,
        settings: S3Settings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        session: boto3.Session | None = None,
        client: Any = None,
    ) -> None:
        self.settings = settings
        self.sleep = sleep
        self.session = session or boto3.Session(
            aws_access_key_id=settings.key_id,
            aws_secret_access_key=settings.secret,
            aws_session_token=settings.token,
            region_name=settings.region,
        )
        self.client = client or self.session.client(
            "s3",
            endpoint_url=settings.endpoint,
            config=Config(
                connect_timeout=CONNECT_TIMEOUT,
                read_timeout=READ_TIMEOUT,
                max_pool_connections=CONNECTIONS,
                retries={"total_max_attempts": 1},  # the attempts are ours: see `put`
                request_checksum_calculation="when_required",  # Content-MD5 is what every S3 server checks
                s3={"addressing_style": "path" if settings.url_style == "path" else "virtual"},
            ),
        )

    @property
    def root(self) -> str:
        return f"s3://{self.settings.bucket}/{self.settings.prefix}"

    def credentials(self) -> Credentials:
        """
        The credentials of this moment: those of a role are renewed from time to time.
        """
        try:
            found = self.session.get_credentials()
            frozen = found and found.get_frozen_credentials()
        except BotoCoreError as error:
            raise IoError(f"storage {self.root} is not usable: {error}") from error
        if frozen is None:
            raise IoError(f"storage {self.root} is not usable: no S3 credentials were found")
        return Credentials(frozen.access_key, frozen.secret_key, frozen.token)

    def under(self, prefix: str) -> S3Storage:
        deeper = replace(self.settings, prefix=self.settings.prefix + prefix)
        return S3Storage(deeper, sleep=self.sleep, session=self.session, client=self.client)

    def put(self, path: str, data: bytes) -> Stored:
        digest = hashlib.md5(data, usedforsecurity=False)
        stored = Stored(self.root + path, len(data), hashlib.sha256(data).hexdigest())

        def attempt() -> None:
            try:
                self.client.put_object(
                    Bucket=self.settings.bucket,
                    Key=self.settings.prefix + path,
                    Body=data,
                    IfNoneMatch="*",
                    ContentMD5=base64.b64encode(digest.digest()).decode(),
                    Metadata={"sha256": stored.sha256},  # the ETag of an encrypted object tells nothing
                )
            except ClientError as error:
                if status(error) != 412 or not self.is_ours(path, stored):
                    raise

        self.retried("write", path, attempt)
        return stored

    def is_ours(self, path: str, stored: Stored) -> bool:
        found = self.client.head_object(Bucket=self.settings.bucket, Key=self.settings.prefix + path)
        return bool(
            found["ContentLength"] == stored.size and found["Metadata"].get("sha256") == stored.sha256
        )

    def get(self, path: str) -> bytes:
        def attempt() -> bytes:
            answer = self.client.get_object(Bucket=self.settings.bucket, Key=self.settings.prefix + path)
            return bytes(answer["Body"].read())

        return self.retried("read", path, attempt)

    def exists(self, path: str) -> bool:
        def attempt() -> bool:
            try:
                self.client.head_object(Bucket=self.settings.bucket, Key=self.settings.prefix + path)
            except ClientError as error:
                if status(error) == 404:
                    return False
                raise
            return True

        return self.retried("look for", path, attempt)

    def delete(self, path: str) -> None:
        self.retried(
            "delete",
            path,
            lambda: self.client.delete_object(Bucket=self.settings.bucket, Key=self.settings.prefix + path),
        )

    def is_empty(self) -> bool:
        def attempt() -> bool:
            found = self.client.list_objects_v2(
                Bucket=self.settings.bucket, Prefix=self.settings.prefix, MaxKeys=1
            )
            return not found.get("Contents")

        return self.retried("list", "", attempt)

    def delete_all(self) -> None:
        def attempt() -> None:
            lister = self.client.get_paginator("list_objects_v2")
            for page in lister.paginate(Bucket=self.settings.bucket, Prefix=self.settings.prefix):
                if keys := [{"Key": found["Key"]} for found in page.get("Contents", ())]:
                    self.client.delete_objects(
                        Bucket=self.settings.bucket, Delete={"Objects": keys, "Quiet": True}
                    )

        self.retried("delete", "", attempt)

    def sync(self) -> None:
        """Nothing to do: an object exists when S3 has answered."""

    def check(self) -> None:
        check_object(self)

    def retried(self, verb: str, path: str, attempt: Callable[[], T]) -> T:
        """
        Try up to ATTEMPTS times; what S3 refuses for good is raised at once.
        """
        delay = FIRST_DELAY
        for left in reversed(range(ATTEMPTS)):
            try:
                return attempt()
            except (BotoCoreError, ClientError) as error:
                if not left or not is_passing(error):
                    raise IoError(f'could not {verb} "{self.root}{path}": {error}') from error
            self.sleep(delay)
            delay = min(2 * delay, LONGEST_DELAY)
        raise AssertionError


def status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def is_passing(error: BotoCoreError | ClientError) -> bool:
    """
    May the same request succeed a moment later?

    409 is ConditionalRequestConflict: another PUT of this key, our own lost one, is still going on.
    """
    if isinstance(error, ClientError):
        code = error.response.get("Error", {}).get("Code")
        return status(error) >= 500 or status(error) in (409, 429) or code in PASSING
    return isinstance(error, (HTTPClientError, BotoConnectionError))
