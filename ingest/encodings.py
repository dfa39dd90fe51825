"""
Content-Encoding: the bodies that clients compress as a whole (RFC 9110, 8.4).
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from ingest.answers import RefusedError
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded

IDENTITY: Final = "identity"
# What a client calls them, and what Arrow does.
CODECS: Final = {"gzip": "gzip", "x-gzip": "gzip", "zstd": "zstd"}


def codec(encoding: str) -> str | None:
    """
    Arrow's name of a Content-Encoding, None for identity.

    Raises:
        RefusedError: 415, it is another one, or several.

    """
    name = encoding.strip().lower()
    if name == IDENTITY:
        return None
    if name not in CODECS:
        raise RefusedError(415, f"the Content-Encoding must be gzip or zstd, not {name!r}")
    return CODECS[name]


def decompressed(body: bytes, codec: str, limit: int) -> bytes:
    """
    The body that was compressed; no more than the limit of it is ever made.

    Raises:
        InvalidBinaryRepresentation: Truncated or corrupt.
        ProgramLimitExceeded: It is longer than the limit.

    """
    try:
        with pa.CompressedInputStream(pa.BufferReader(body), codec) as stream:
            found: bytes = stream.read(limit + 1)
    except (pa.ArrowException, OSError) as error:
        raise InvalidBinaryRepresentation(f"corrupt {codec} body: {error}") from error
    if len(found) > limit:
        raise ProgramLimitExceeded(f"the body is too large: decompressed it exceeds {limit} bytes")
    return found
