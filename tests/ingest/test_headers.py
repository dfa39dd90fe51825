"""
Headers of posts.
"""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from ingest.answers import RefusedError
from ingest.headers import bearer, media_type


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow.stream"),
        ("Application/VND.apache.parquet ; a=b", "application/vnd.apache.parquet"),
    ],
)
def test_media(header: str, media: str) -> None:
    assert media_type(Headers({"content-type": header})) == media


@pytest.mark.parametrize("header", ["", "text/csv", "application/vnd.apache.arrow.file"])
def test_other_media(header: str) -> None:
    with pytest.raises(RefusedError, match=r"must be application/vnd\.apache\.arrow\.stream, ") as caught:
        media_type(Headers({"content-type": header}))
    assert caught.value.status == 415


@pytest.mark.parametrize(
    ("header", "token"), [(b"Bearer abc", "abc"), (b"bearer  abc ", "abc"), (b"Basic abc", ""), (b"", "")]
)
def test_bearer(header: bytes, token: str) -> None:
    assert bearer({"type": "http", "headers": [(b"authorization", header)]}) == token
