"""
The steps of an UPDATE or DELETE: a table of changes, what is done with it, what is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.session.clauses.clause_targets import names, target
from pggate.session.clauses.returned_lists import answer, returned
from pggate.session.statement.analysed import Steps
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import from_clause
from pggate.translate.writing import changes, chosen
from pggate.translate.writing.chosen import Source

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.clauses.clause_parts import Parts
    from pggate.session.statement.analysed import Understood
    from pggate.translate.writing.changes import Change


def change_steps(parts: Parts, main: Understood, relation: Relation) -> Steps:
    """
    Args:
        main: The statement without RETURNING.
        relation: What it changes.

    """
    is_update = parts.statement.kind is Kind.UPDATE
    read = changes.update if is_update else changes.delete
    change = read(parts.cast(main.text))
    items = _items(parts, change)
    of = target(parts.gateway, parts.cursors, relation, change.alias)
    sources = [Source(item.alias, _columns(parts, change, item.alias)) for item in items]
    written = read(parts.found.main)
    source = ", ".join(filter(None, (written.text(part) for part in (written.target, written.sources))))
    qualifiers = {*names(written.names, relation), *(item.names for item in items)}
    text = ""
    if parts.found.returned is not None:
        part = returned(parts, written.common, source, qualifiers)
        text = answer(parts, part, source, chosen.returned(of, sources))
    return Steps(
        text,
        chosen.chosen(change, of, sources),
        chosen.updated(of, change.assignments) if is_update else chosen.deleted(of),
        reads=True,
    )


def _items(parts: Parts, change: Change) -> tuple[from_clause.Item, ...]:
    """The relations of FROM or USING."""
    if not change.text(change.sources):
        return ()
    query = f"{change.text(change.common)} SELECT * FROM {change.text(change.sources)}"
    items = from_clause.items(parts.binder.tree(query))
    if items is None:
        raise FeatureNotSupported(
            "RETURNING is not supported with a relation that has no name",
            hint="Give every item of FROM or USING an alias.",
        )
    return items


def _columns(parts: Parts, change: Change, alias: str) -> tuple[str, ...]:
    every = f"{quote_identifier(alias)}.*"
    query = f"{change.text(change.common)} SELECT {every} FROM {change.text(change.sources)}"
    columns = parts.binder.columns(parts.without_parameters(query))
    return tuple(column.name for column in columns)
