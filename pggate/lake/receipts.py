"""
What an append answers, and how it travels in the message of its commit.

Values only.  The appends whose rows share segments are a lot: many small ones in one segment, or one large
one in several.  A commit says of each of its lots what it holds (`said`), so the receipts exist exactly when
the rows do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from pggate.lake.objects import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KEY: Final = "receipts"
"""Where a commit's message has them, inside "pggate"."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    Rows that exist: what an append answers.

    Args:
        snapshot: The DuckLake snapshot that made them; without rows the newest one.
        batch_id: Its name for ever, None without rows.
        committed_at: Just before the COMMIT, in UTC.
        segments: Where the rows lay then; merging moves them on.

    """

    snapshot: int
    rows: int
    batch_id: str | None = None
    committed_at: datetime | None = None
    segments: tuple[Stored, ...] = ()


@dataclass(frozen=True, slots=True)
class Lot:
    """
    Appends whose rows share segments.

    Args:
        table_id: DuckLake's first one of their topic, as its OID tells it.
        rows: Of each append, in the order in which they lie there.
        keys: The idempotency keys of those that have one, by their place in `rows`.

    """

    table_id: int
    segments: tuple[Stored, ...]
    rows: tuple[int, ...]
    keys: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def id(self) -> str:
        """The UUID that the first segment's file is named by."""
        return self.segments[0].uri.rpartition("/")[2].removesuffix(".parquet")


def receipts_of(lot: Lot, snapshot: int, committed_at: datetime) -> Iterator[Receipt]:
    """
    The receipts of a lot's appends, in their order.
    """
    for place, rows in enumerate(lot.rows):
        yield Receipt(snapshot, rows, f"{lot.id}.{place}", committed_at, lot.segments)


def said(lots: Iterable[Lot], at: datetime, root: str) -> dict[str, Any]:
    """
    What a commit's message says of its lots, inside "pggate".

    A thousand appends of as many rows take as little room as one: the rows stand as [how many appends, rows].

    Args:
        at: When it was committed.
        root: What the segments' addresses begin with; the message does without.

    """
    return {KEY: {"at": at.isoformat(), "lots": [_json(lot, root) for lot in lots]}}


def _json(lot: Lot, root: str) -> dict[str, Any]:
    return {
        "table": lot.table_id,
        "segments": [
            {"path": each.uri.removeprefix(root), "bytes": each.size, "sha256": each.sha256}
            for each in lot.segments
        ],
        "rows": [[len(list(same)), rows] for rows, same in groupby(lot.rows)],
        **({"keys": [{"place": place, "key": key} for place, key in lot.keys.items()]} if lot.keys else {}),
    }


def committed_lots(message: Mapping[str, Any], root: str) -> tuple[datetime, list[Lot]]:
    """
    When it was committed, and its lots: `said` the other way round.

    Args:
        message: What stands under KEY.

    """
    return datetime.fromisoformat(message["at"]), [_lot(each, root) for each in message["lots"]]


def _lot(each: Mapping[str, Any], root: str) -> Lot:
    return Lot(
        each["table"],
        tuple(
            Stored(root + segment["path"], segment["bytes"], segment["sha256"])
            for segment in each["segments"]
        ),
        tuple(rows for count, rows in each["rows"] for _ in range(count)),
        MappingProxyType({given["place"]: given["key"] for given in each.get("keys", ())}),
    )
