"""
What the topics of a lake declare, kept in the registry beyond the snapshots that said so.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from pggate.lake.declared import Declared, enum_of, topic_json, topic_of
from pggate.lake.declared_composites import composite_of
from pggate.lake.live_views import live_view_of
from pggate.lake.sequences import Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
            live_views=MappingProxyType(
                {key: live_view_of(value) for key, value in of_kind["live view"].items()}
            ),
            successors=MappingProxyType(of_kind["successor"]),
        )

    def keep(self, known: Declared, now: Declared) -> None:
        """What is the same object in both is left alone."""
        gone: list[tuple[str, int]] = []
        new: list[tuple[str, int, str]] = []
        for kind, written in KINDS.items():
            before, after = _of_kind(known, kind), _of_kind(now, kind)
            gone += [(kind, key) for key in before.keys() - after.keys()]
            new += [
                (kind, key, json.dumps(written(value)))
                for key, value in after.items()
                if key not in before or before[key] is not value
            ]
        self._registry.keep_declared(self._lake, gone, new)


def _same(value: Any) -> Any:
    return value


KINDS: Final[Mapping[str, Callable[[Any], object]]] = {
    "applied": _same,
    "topic": topic_json,
    "enum": asdict,
    "sequence": asdict,
    "composite": asdict,
    "live view": asdict,
    "successor": _same,
}
"""As rows of the registry: kind, and what JSON has of a value; each has an id, too."""


def _of_kind(declared: Declared, kind: str) -> Mapping[int, Any]:
    return {
        "applied": {0: declared.applied},
        "topic": declared.topics,
        "enum": declared.enums,
        "sequence": declared.sequences,
        "composite": declared.composites,
        "live view": declared.live_views,
        "successor": declared.successors,
    }[kind]
