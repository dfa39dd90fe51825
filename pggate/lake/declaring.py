"""
What an open transaction declares beyond what the lake keeps, and what it has made and renamed.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from pggate.lake.declared import DeclaredColumn, NamedKey, column_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.lake.declared_composites import CompositeType
    from pggate.lake.live_views import LiveView
    from pggate.lake.sequences import Sequence
    from pggate.lake.topic_options import TopicOptions
    from pggate.types.enums import EnumType

Place = tuple[str, str]
"""Schema and table."""


class Declaring:
    """
    What an open transaction declares, by the names that things have in it.
    """

    def __init__(self) -> None:
        self.columns: dict[Place, dict[str, DeclaredColumn | None]] = {}
        self.keys: dict[Place, dict[str, NamedKey | None]] = {}
        self.options: dict[Place, TopicOptions] = {}
        self.enums: dict[int, EnumType | None] = {}
        self.sequences: dict[int, Sequence | None] = {}
        self.composites: dict[int, CompositeType | None] = {}
        self.live_views: dict[int, LiveView | None] = {}
        self.views: dict[Place, str | None] = {}
        """Views that the transaction has made, by their queries, or dropped (None); no message has them."""
        self.successors: dict[Place, int] = {}
        """Topics that the transaction has written anew: the DuckLake ids that they had."""
        self.own: set[Place] = set()
        """Tables that are not what is committed under their names: all that they declare is in `columns`."""
        self.replaced: set[Place] = set()
        """Those of which this is so of keys, too."""
        self.made: dict[Place, int] = {}
        """Topics and views that the transaction has made: a number each, which stays with it."""
        self.called: dict[Place, Place] = {}
        """Those that it has renamed: what they are called in the lake."""
        self.column_names: dict[Place, dict[str, str]] = {}
        """Of columns that it has renamed: what they are called now, by their names before."""
        self.altered: set[Place] = set()
        """Those of which the lake itself has something else: columns, NOT NULL, defaults, comments."""
        self.comments: dict[Place, str | None] = {}
        """What it says of topics and views; no message has them."""
        self.comments_on_columns = False
        """Does it say anything of columns?"""
        self._made = count()

    def __bool__(self) -> bool:
        objects = self.enums, self.sequences, self.composites, self.live_views
        return any((self.columns, self.keys, self.options, *objects)) or bool(self.successors)

    def forget(self, place: Place) -> None:
        """The table is dropped, or replaced by another one."""
        self.rewrite(place)
        for facts in (self.made, self.called, self.column_names, self.comments):
            facts.pop(place, None)

    def rewrite(self, place: Place) -> None:
        """The table is another one to the lake, and declares nothing yet."""
        self.columns.pop(place, None)
        self.keys.pop(place, None)
        self.options.pop(place, None)
        self.successors.pop(place, None)
        self.own.add(place)
        self.replaced.add(place)

    def make(self, place: Place) -> None:
        """A topic or view that is another one than any before."""
        self.made[place] = next(self._made)

    def rename(self, place: Place, new: Place) -> None:
        self.own |= {place, new}
        self.replaced |= {place, new}
        self.rename_view(place, new)
        if place in self.columns:
            self.columns[new] = self.columns.pop(place)
        if place in self.keys:
            self.keys[new] = self.keys.pop(place)
        if place in self.options:
            self.options[new] = self.options.pop(place)
        for where, key in self._noted_keys():
            if key.references == place:
                self.keys[where][key.name] = replace(key, references=new)
        if place in self.successors:
            self.successors[new] = self.successors.pop(place)
        if place in self.column_names:
            self.column_names[new] = self.column_names.pop(place)

    def rename_view(self, place: Place, new: Place) -> None:
        """A view, or a topic, is the same as before."""
        if place in self.made:
            self.made[new] = self.made.pop(place)
        else:
            self.called[new] = self.called.pop(place, place)
        if place in self.comments:
            self.comments[new] = self.comments.pop(place)

    def rename_column(self, place: Place, name: str, new: str) -> None:
        columns = self.columns.get(place, {})
        if name in columns:
            columns[new] = columns.pop(name)
        names = self.column_names.setdefault(place, {})
        names[next((before for before, now in names.items() if now == name), name)] = new
        for where, key in self._noted_keys():
            if where == place:
                self.keys[where][key.name] = replace(key, columns=renamed(key.columns, {name: new}))
        for where, key in self._noted_keys():
            if key.references == place:
                self.keys[where][key.name] = replace(key, referenced=renamed(key.referenced, {name: new}))

    def _noted_keys(self) -> list[tuple[Place, NamedKey]]:
        return [(where, key) for where, keys in self.keys.items() for key in keys.values() if key is not None]

    def called_now(self, before: Place) -> Place:
        """What a committed topic is called in the transaction."""
        return next((now for now, old in self.called.items() if old == before), before)

    def columns_now(self, place: Place, columns: tuple[str, ...]) -> tuple[str, ...]:
        """What columns of a committed topic are called in the transaction."""
        return renamed(columns, self.column_names.get(place, {}))

    @property
    def places(self) -> set[Place]:
        """The topics and views that may be other ones than those that are committed, or gone."""
        said = self.columns, self.keys, self.options, self.views, self.successors, self.made
        return self.own.union(self.altered, self.called, self.comments, *said)

    def message(self) -> dict[str, Any]:
        """As a commit's message has it."""
        return {
            "columns": [
                [*place, {name: column and column_json(column) for name, column in columns.items()}]
                for place, columns in self.columns.items()
            ],
            "keys": [
                [*place, {name: key and asdict(key) for name, key in keys.items()}]
                for place, keys in self.keys.items()
            ],
            "options": [[*place, one.written] for place, one in self.options.items()],
            "enums": {str(oid): enum and asdict(enum) for oid, enum in self.enums.items()},
            "sequences": {str(oid): one and asdict(one) for oid, one in self.sequences.items()},
            "composites": {str(oid): one and asdict(one) for oid, one in self.composites.items()},
            "live_views": {str(oid): one and asdict(one) for oid, one in self.live_views.items()},
            "successors": [[*place, old] for place, old in self.successors.items()],
        }


def renamed(columns: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(column, column) for column in columns)
