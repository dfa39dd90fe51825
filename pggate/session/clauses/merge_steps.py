"""
The steps of a MERGE: a table of changes, and what is done with it (translate/writing/merge_changes.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, UndefinedColumn
from pggate.session.clauses.clause_targets import target
from pggate.session.statement.analysed import Steps
from pggate.translate.writing import merge_changes, merges

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.clauses.clause_parts import Parts
    from pggate.session.statement.analysed import Understood
    from pggate.translate.writing.merges import Merge


def merge_steps(parts: Parts, main: Understood, relation: Relation) -> Steps | None:
    """
    None for what the engine does itself: forms that PostgreSQL does not have.

    Args:
        main: The statement in the engine's words.
        relation: What it changes.

    """
    merge = merges.parse(parts.cast(main.text))
    if merge is None:
        return None
    of = target(parts.gateway, parts.cursors, relation, merge.alias)
    if of.defaults is None and any(action.does == "insert" for action in merge.actions):
        return None  # what the open transaction has made: only the engine knows its defaults
    return Steps(
        chosen=merge_changes.chosen(merge, of, apart=_stands_apart(parts, merge)),
        applied=merge_changes.updated(merge, of),
        removed=merge_changes.deleted(merge, of),
        inserted=merge_changes.inserted(merge, of),
        twice=merge_changes.twice(of),
        reads=True,
    )


def _stands_apart(parts: Parts, merge: Merge) -> bool:
    """Do the conditions have to stand apart?"""
    query = merge_changes.probe(merge)
    try:
        if query:
            parts.binder.bind(parts.without_parameters(query))
    except (FeatureNotSupported, UndefinedColumn):  # what the engine says of an alias that may fail
        return True
    return False
