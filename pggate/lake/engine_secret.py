"""
What the engine reads and writes a lake's storage with: a secret for a bucket; a directory needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pggate.lake.s3 import S3Storage

if TYPE_CHECKING:
    from pggate.engine.database import Engine
    from pggate.lake.objects import Storage
    from pggate.lake.s3 import Credentials


class EngineSecret:
    """
    The engine's secret for one lake, which has the lake's alias as its name.
    """

    def __init__(self, engine: Engine, alias: str, storage: Storage) -> None:
        self._engine = engine
        self._alias = alias
        self._storage = storage
        self._credentials: Credentials | None = None

    def renew(self) -> None:
        """
        Hand the engine the S3 credentials of this moment; nothing to do while they are the same.
        """
        storage = self._storage
        if not isinstance(storage, S3Storage):
            return
        found = storage.credentials()
        if found == self._credentials:
            return
        settings = storage.settings
        endpoint = urlsplit(settings.endpoint) if settings.endpoint else None
        self._engine.create_s3_secret(
            self._alias,
            scope=f"s3://{settings.bucket}/",  # a superuser may read what else lies there
            key=found.key_id,
            secret=found.secret,
            token=found.token,
            region=storage.session.region_name,
            endpoint=endpoint.netloc if endpoint else None,
            url_style=settings.url_style,
            use_ssl=endpoint is None or endpoint.scheme == "https",
        )
        self._credentials = found
