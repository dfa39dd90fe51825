"""
What the topics of a lake declare, kept in the registry beyond the snapshots that said so.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.lake.declared import Declared, enum_of, topic_json, topic_of
from pggate.lake.declared_composites import composite_of
from pggate.lake.sequences import Sequence

if TYPE_CHECKING:
    from pggate.lake.registry import Registry


class RegistryStore:
    """
    Declarations of one lake in the registry.
    """

    def __init__(self, registry: Registry, lake: int) -> None:
        self._registry = registry
        self._lake = lake

    def load(self) -> Declared:
        rows = self._registry.declared(self._lake)
        of_kind = {kind: {id_: json.loads(value) for k, id_, value in rows if k == kind} for kind in KINDS}
        return Declared(
            applied=of_kind["applied"].get(0, -1),
            topics=MappingProxyType({key: topic_of(value) for key, value in of_kind["topic"].items()}),
            enums=MappingProxyType({key: enum_of(value) for key, value in of_kind["enum"].items()}),
            sequences=MappingProxyType(
                {key: Sequence(**value) for key, value in of_kind["sequence"].items()}
            ),
            composites=MappingProxyType(
                {key: composite_of(value) for key, value in of_kind["composite"].items()}
            ),
            successors=MappingProxyType(of_kind["successor"]),
        )

    def keep(self, known: Declared, now: Declared) -> None:
        old, new = written(known), written(now)
        gone = [key for key in old if key not in new]
        self._registry.keep_declared(
            self._lake, gone, [(*key, value) for key, value in new.items() if old.get(key) != value]
        )


KINDS: Final = ("applied", "topic", "enum", "sequence", "composite", "successor")


def written(declared: Declared) -> dict[tuple[str, int], str]:
    """As rows of the registry: kind and id, and what is said of it."""
    return {
        ("applied", 0): json.dumps(declared.applied),
        **{("topic", key): json.dumps(topic_json(value)) for key, value in declared.topics.items()},
        **{("enum", key): json.dumps(asdict(value)) for key, value in declared.enums.items()},
        **{("sequence", key): json.dumps(asdict(value)) for key, value in declared.sequences.items()},
        **{("composite", key): json.dumps(asdict(value)) for key, value in declared.composites.items()},
        **{("successor", key): json.dumps(value) for key, value in declared.successors.items()},
    }
