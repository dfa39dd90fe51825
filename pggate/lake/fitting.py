"""
Appends that came raw: decoded and conformed together, and one by one only as far as one of them is wrong.
"""

from __future__ import annotations

import logging
from itertools import groupby
from typing import TYPE_CHECKING

import pyarrow as pa

from pggate.errors import InternalError, PgError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from typing import TypeAlias

    from pggate.lake.appends import Append
    from pggate.lake.lake import Lake

    Refused: TypeAlias = list[tuple["Append", PgError]]

log = logging.getLogger(__name__)


def fit(lake: Lake, appends: Iterable[Append]) -> Refused:
    """
    Make batches of those that are raw, which fit their topic.  All are of one shape.

    Returns:
        Those that cannot be, each with what its caller is to be told; they are raw still.

    """
    refused: Refused = []
    for _, same in groupby((append for append in appends if append.raw is not None), _kind):
        refused += _fit(lake, list(same))
    return refused


def _kind(append: Append) -> Hashable:
    return None if append.raw is None else append.raw.kind


def _fit(lake: Lake, appends: Sequence[Append]) -> Refused:
    """
    Halves are tried where all together fail: one of a thousand is found in twenty steps.  A bug that one has
    met is no reason to fail the others either.
    """
    try:
        _decode(lake, appends)
    except Exception as error:  # noqa: BLE001  told to whom it is about
        if len(appends) == 1:
            return [(appends[0], _told(error))]
        half = len(appends) // 2
        return _fit(lake, appends[:half]) + _fit(lake, appends[half:])
    return []


def _told(error: Exception) -> PgError:
    if isinstance(error, PgError):
        return error
    log.error("append failed: %s", error, exc_info=error)
    return InternalError(f"append failed: {error}")


def _decode(lake: Lake, appends: Sequence[Append]) -> None:
    raws = [append.raw for append in appends if append.raw is not None]
    rows = pa.concat_batches(raws[0].together(raws))
    if rows.num_rows != sum(append.rows for append in appends):
        raise InternalError("rows were lost or made while they were decoded")
    (conformed,) = lake.conformed(appends[-1].topic, [rows])
    at = 0
    for append in appends:
        append.decoded(rows.slice(at, append.rows), conformed.slice(at, append.rows))
        at += append.rows
