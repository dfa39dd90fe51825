"""
Savepoints over an engine without them: what a transaction has written, in layers.

Each savepoint opens a layer.  RELEASE joins layers, ROLLBACK TO drops them.  What a dropped layer has in the
engine's transaction goes only with that transaction: it is begun anew, and what the layers below have
appended is added again.  Where one of these has changed anything else, there is no way back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pggate.errors import InvalidSavepointSpecification

if TYPE_CHECKING:
    import pyarrow as pa

    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.session.settings.settings import State


@dataclass(slots=True)
class Gathered:
    """
    INSERTs into a topic, as it was then, that no other statement has had to see yet.
    """

    batches: list[pa.RecordBatch] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Layer:
    """
    What was written between two savepoints: rows in memory, durable segments that the engine's transaction
    has, how many statements have changed something else there, and what LOCK TABLE has locked.
    """

    gathered: dict[Topic, Gathered] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    changes: int = 0
    locked: set[int] = field(default_factory=set)

    @property
    def in_engine(self) -> bool:
        """Does the engine's transaction have some of it?"""
        return bool(self.segments or self.changes)

    def gather(self, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        """Keep more rows in memory."""
        gathered = self.gathered.setdefault(topic, Gathered())
        gathered.batches.extend(batches)
        gathered.size += sum(batch.nbytes for batch in batches)

    def join(self, later: Layer) -> None:
        """Take what was written in the layer above."""
        for topic, gathered in later.gathered.items():
            self.gather(topic, gathered.batches)
        self.segments += later.segments
        self.changes += later.changes
        self.locked |= later.locked


@dataclass(frozen=True, slots=True)
class Savepoint:
    """
    `settings` is what the settings were when it was defined, `layer` what was written since, up to the next.
    """

    name: str
    settings: State
    layer: Layer = field(default_factory=Layer)


class Savepoints:
    """
    One transaction's savepoints, the newest last; a name may be used again.
    """

    def __init__(self) -> None:
        self._base = Layer()
        self._defined: list[Savepoint] = []

    @property
    def any_defined(self) -> bool:
        """Could a ROLLBACK TO come?"""
        return bool(self._defined)

    @property
    def depth(self) -> int:
        """How many are defined."""
        return len(self._defined)

    @property
    def layers(self) -> list[Layer]:
        """All that the transaction has written, the oldest first."""
        return [self._base, *(savepoint.layer for savepoint in self._defined)]

    @property
    def newest(self) -> Layer:
        """Where what is written now belongs."""
        return self._defined[-1].layer if self._defined else self._base

    @property
    def segments(self) -> list[Segment]:
        """Those of all layers."""
        return [segment for layer in self.layers for segment in layer.segments]

    @property
    def any_appended(self) -> bool:
        """Are there rows, in memory or in segments?"""
        return any(layer.gathered or layer.segments for layer in self.layers)

    def gathered(self, topic: Topic) -> int:
        """Bytes of a topic's rows that are in memory."""
        return sum(layer.gathered[topic].size for layer in self.layers if topic in layer.gathered)

    def define(self, name: str, settings: State) -> None:
        """SAVEPOINT name."""
        self._defined.append(Savepoint(name, settings))

    def release(self, name: str) -> None:
        """RELEASE name: it and all after it go.  Raises InvalidSavepointSpecification 3B001."""
        self._release(self._index(name))

    def release_all(self) -> None:
        """COMMIT: nobody returns any more."""
        self._release(0)

    def split(self, name: str) -> tuple[list[Layer], list[Layer]]:
        """What was written before and since the savepoint.  Raises InvalidSavepointSpecification 3B001."""
        index = self._index(name) + 1
        return self.layers[:index], self.layers[index:]

    def return_to(self, name: str) -> Savepoint:
        """ROLLBACK TO name: it stays, all after it go.  Raises InvalidSavepointSpecification 3B001."""
        index = self._index(name)
        found = self._defined[index]
        self._defined[index:] = [Savepoint(found.name, found.settings)]
        return found

    def _release(self, index: int) -> None:
        released = self._defined[index:]
        del self._defined[index:]
        for savepoint in released:
            self.newest.join(savepoint.layer)

    def _index(self, name: str) -> int:
        for index in reversed(range(len(self._defined))):
            if self._defined[index].name == name:
                return index
        raise InvalidSavepointSpecification(f'savepoint "{name}" does not exist')
