"""
The options of topics, as the open transaction has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.lake.topic_options import NONE
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import find

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.lake.topic_options import TopicOptions
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


def known_options(gateway: Gateway, cursors: Cursors, relation: Relation) -> TopicOptions:
    """
    Those of a topic, whoever declared them.
    """
    own = cursors.declaring.options.get(place(relation))
    if own is not None:
        return own
    if place(relation) in cursors.declaring.replaced:
        return NONE
    found = find(gateway, relation)
    return found.topic.options if found is not None and found.topic is not None else NONE
