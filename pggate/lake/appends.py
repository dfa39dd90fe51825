"""
An append: one caller's rows on their way, and what they become.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pggate.lake.conform import conform_all

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from typing import Self

    import pyarrow as pa

    from pggate.lake.conform import Default
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic


class Raw(Protocol):
    """
    Rows as they came, still to be decoded: those of many callers at once cost little more than one's.
    """

    @property
    def kind(self) -> Hashable:
        """Those of one kind can be decoded together."""

    @property
    def rows(self) -> int:
        """At least one."""

    @property
    def size(self) -> int:
        """Bytes of Arrow."""

    def together(self, raws: Sequence[Self]) -> Sequence[pa.RecordBatch]:
        """
        The rows of all of them in their order.  Raises PgError where one of them is corrupt.
        """


@dataclass(eq=False, slots=True)
class Append:
    """
    One caller's rows on their way.  `batches` are as they came, for the case that the topic is altered
    meanwhile; `conformed` fits `topic`; `key` is its idempotency key.  While there is a `raw` they are empty.
    """

    topic: Topic
    batches: Sequence[pa.RecordBatch]
    conformed: Sequence[pa.RecordBatch]
    rows: int
    size: int  # bytes of Arrow
    future: Future[Receipt]
    began: float
    key: str | None = None
    raw: Raw | None = None

    @classmethod
    def of(
        cls,
        topic: Topic,
        batches: Sequence[pa.RecordBatch],
        conformed: Sequence[pa.RecordBatch],
        began: float,
        key: str | None = None,
    ) -> Append:
        return cls(
            topic=topic,
            batches=batches,
            conformed=conformed,
            rows=sum(batch.num_rows for batch in conformed),
            size=sum(batch.nbytes for batch in conformed),
            future=Future(),
            began=began,
            key=key,
        )

    @classmethod
    def of_raw(cls, topic: Topic, raw: Raw, began: float, key: str | None = None) -> Append:
        return cls(topic, (), (), raw.rows, raw.size, Future(), began, key, raw)

    def decoded(self, batch: pa.RecordBatch, conformed: pa.RecordBatch) -> None:
        """
        It is raw no more.
        """
        self.batches, self.conformed, self.raw = (batch,), (conformed,), None

    def conform_again(self, topic: Topic, default: Default) -> None:
        """
        Fit the rows to the topic as it is now.  Raises what `conform` does, and nothing has changed then.
        """
        self.conformed = conform_all(topic, self.batches, default)
        self.topic = topic
