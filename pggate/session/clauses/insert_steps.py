"""
The steps of an INSERT with RETURNING, or of one with ON CONFLICT into a topic.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.session.clauses.clause_targets import names, staged, target
from pggate.session.clauses.conflict_keys import arbiters
from pggate.session.clauses.returned_lists import answer, returned
from pggate.session.clauses.staging import NAME as STAGE
from pggate.session.cursors.places import topic_of
from pggate.session.queries.own_relations import relation_now
from pggate.session.statement.analysed import Steps
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import changes, chosen, conflicts, insert, upserts
from pggate.translate.writing.conflicts import EXCLUDED
from pggate.translate.writing.system_columns import ONE_ROW, names_system

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.clauses.clause_parts import Parts
    from pggate.session.statement.analysed import Understood
    from pggate.translate.syntax.spans import Span
    from pggate.translate.writing.changes import Change
    from pggate.translate.writing.chosen import Target
    from pggate.translate.writing.conflicts import Conflict
    from pggate.translate.writing.insert import Insert
    from pggate.translate.writing.returning import Clauses


def insert_steps(parts: Parts, main: Understood, relation: Relation) -> Steps:
    """
    Args:
        main: The statement without the clauses.
        relation: What it writes.

    """
    parsed = insert.parse(parts.found.main)
    reads = bool(main.bound is None or main.bound.relations or _mentions_queries(parts.found))
    steps = Steps(reads=reads)
    alias = parsed.alias or parsed.names[-1]
    written = f"{staged(parts.binder, relation)} AS {quote_identifier(alias)}"
    if parts.found.conflict is not None:
        of = target(parts.gateway, parts.cursors, relation, alias)
        steps = _upsert(parts, parts.found.conflict, parsed, relation, of) or steps
        written = chosen.returned(of, order=upserts.ORDER) if steps.chosen else written
    if parts.found.returned is not None:
        qualifiers = names(parsed.names, relation)
        tables = source(parsed)
        if names_system(parts.found.sql):
            tables += f", {ONE_ROW}"
            written += f" POSITIONAL JOIN {upserts.system()}" if steps.chosen else f", {ONE_ROW}"
        part = returned(parts, parsed.common, tables, qualifiers)
        text = answer(parts, part, tables, written)
        steps = replace(steps, answer=text)
    return steps


def source(parsed: Insert) -> str:
    """The table as RETURNING sees it."""
    text = parsed.sql[parsed.target.start : parsed.target.stop]
    return text if parsed.alias is None else f"{text} AS {quote_identifier(parsed.alias)}"


def _mentions_queries(found: Clauses) -> bool:
    """Is there a query in RETURNING's list?"""
    if found.returned is None:
        return False
    start, stop = found.returned
    return any(token.word == "select" for token in lexer.tokens(found.sql[start:stop]))


def _upsert(parts: Parts, clause: Span, parsed: Insert, relation: Relation, of: Target) -> Steps | None:
    """The steps of ON CONFLICT; None where nothing can conflict: the table declares no key."""
    known = relation_now(parts.gateway, parts.cursors, relation)
    if known is None or known.topic is None:
        topic_of(parts.gateway, relation)
        raise FeatureNotSupported("ON CONFLICT is not supported for this relation")
    with parts.placed():
        conflict = conflicts.conflict(parts.statement.text, clause)
        keys = arbiters(conflict, known)
    if not keys:
        return None
    change = _update(parts, conflict, parsed, of.alias) if conflict.updates else None
    common = "" if change is None else change.text(change.common)
    proposed = upserts.Proposed(quote_identifier(STAGE), common, keys)
    return Steps(
        chosen=upserts.chosen(change, of, proposed),
        applied="" if change is None else chosen.updated(of, change.assignments),
        inserted=upserts.inserted(of),
        twice="" if change is None else upserts.twice(proposed),
        alike=upserts.alike(of, keys) if change is None and len(keys) > 1 else "",
        reads=True,
    )


def _update(parts: Parts, conflict: Conflict, parsed: Insert, alias: str) -> Change:
    """DO UPDATE, as an UPDATE from the rows that were proposed."""
    table = parts.found.sql[parsed.target.start : parsed.target.stop]
    rewritten = conflict.update(
        parsed.common, f"{table} AS {quote_identifier(alias)}", f"{table} AS {EXCLUDED}"
    )
    update = parts.part(rewritten, rewritten.text, Kind.UPDATE)
    return changes.update(parts.cast(update.text))
