"""
An append: one caller's rows on their way, and what they become.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.lake.conform import conform_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from pggate.lake.conform import Default
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic


@dataclass(eq=False, slots=True)
class Append:
    """
    One caller's rows on their way.  `batches` are as they came, for the case that the topic is altered
    meanwhile; `conformed` fits `topic`; `key` is its idempotency key.
    """

    topic: Topic
    batches: Sequence[pa.RecordBatch]
    conformed: Sequence[pa.RecordBatch]
    rows: int
    size: int  # bytes of Arrow
    future: Future[Receipt]
    began: float
    key: str | None = None

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

    def conform_again(self, topic: Topic, default: Default) -> None:
        """
        Fit the rows to the topic as it is now.  Raises what `conform` does, and nothing has changed then.
        """
        self.conformed = conform_all(topic, self.batches, default)
        self.topic = topic
