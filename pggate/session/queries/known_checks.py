"""
The CHECK constraints of topics, as the open transaction has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.lake.topics import Check
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import find

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


def checks_of(gateway: Gateway, cursors: Cursors, relation: Relation) -> list[Check]:
    """In the order of their names."""
    own = cursors.declaring.keys.get(place(relation), {})
    found = find(gateway, relation)
    is_committed = place(relation) not in cursors.declaring.replaced
    topic = found.topic if found is not None and is_committed else None
    known = [check for check in (topic.checks if topic is not None else ()) if check.name not in own]
    known += [Check(key.name, key.condition) for key in own.values() if key is not None and key.kind == "c"]
    return sorted(known, key=lambda check: check.name)
