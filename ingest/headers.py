"""
What the headers of a post say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers

from ingest.answers import RefusedError

if TYPE_CHECKING:
    from starlette.types import Scope

ARROW_STREAM: Final = "application/vnd.apache.arrow.stream"
PARQUET: Final = "application/vnd.apache.parquet"
NDJSON: Final = "application/x-ndjson"
MEDIA: Final = (ARROW_STREAM, PARQUET, NDJSON)
STREAMED: Final = (ARROW_STREAM, NDJSON)
"""What may be longer than fits into memory."""


def media_type(headers: Headers) -> str:
    """
    What the body is.

    Raises:
        RefusedError: 415, nothing that is taken.

    """
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in MEDIA:
        raise RefusedError(415, f"the Content-Type must be {', '.join(MEDIA[:-1])} or {MEDIA[-1]}")
    return media


def bearer(scope: Scope) -> str:
    """
    The token of `Authorization: Bearer TOKEN`; the empty text, which is no token, without one.
    """
    scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
