"""
What is understood of an INSERT, UPDATE or DELETE with RETURNING or ON CONFLICT, and of a MERGE.

The statement without these clauses is understood like any other; RETURNING's list as that of a query over the
same relations, DO UPDATE as an UPDATE from the rows proposed for insertion.  What then runs are steps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.session.clauses.change_steps import change_steps
from pggate.session.clauses.clause_parts import Parts
from pggate.session.clauses.element_assigning import with_whole_columns
from pggate.session.clauses.insert_steps import insert_steps, source
from pggate.session.clauses.merge_steps import merge_steps
from pggate.session.clauses.returned_lists import returned
from pggate.session.cursors.places import is_temporary, target_of
from pggate.session.statement.analysed import Analysed, Steps
from pggate.session.statement.placing import placed, placed_within
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import insert, returning
from pggate.translate.writing.several_columns import each_column, may_assign_parts
from pggate.translate.writing.system_columns import XMAX, with_system
from pggate.translate.writing.with_clauses import inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.clauses.clause_parts import Understand
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.queries.wording import Wording
    from pggate.session.statement.analysed import Understood
    from pggate.translate.texts.statements import Statement


class ClauseAnalyst:
    """
    Analyses such statements of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, wording: Wording, understand: Understand) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._wording = wording
        self._understand = understand

    def analyse(
        self, statement: Statement, declared: Sequence[int], *, always: bool = False
    ) -> Analysed | None:
        """
        The statement with its steps; None if it has no such clause.

        Args:
            always: Steps for a statement without them, too.

        Raises:
            PgError: It does not parse or bind, or the role may not run it.

        """
        if not _may_say_more(statement):
            return self._analyse(statement, declared, always=always)
        try:
            named = (
                with_system(statement.text) if statement.kind is Kind.INSERT else Rewritten(statement.text)
            )
            split = each_column(named.text)
            with placed_within(named), placed_within(split):
                made = with_whole_columns(self._cursors.binder, split.text, statement.kind)
                plain = replace(statement, text=made.text, offset=0)
                with placed_within(made):
                    found = self._analyse(plain, declared, always=always or split.changed or made.changed)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
        return None if found is None else replace(found, statement=statement)

    def _analyse(self, statement: Statement, declared: Sequence[int], *, always: bool) -> Analysed | None:
        try:
            found = returning.clauses(statement.text, statement.kind)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
        if found is None and (always or statement.kind is Kind.MERGE):
            found = returning.Clauses(statement.text, len(statement.text), None, None)
        if found is None:
            return None
        return _analysed(
            Parts(self._gateway, self._cursors, self._wording, self._understand, statement, found, declared)
        )


def _may_say_more(statement: Statement) -> bool:
    """May it assign parts of columns, or return xmax?  The rows of a load are not read for that."""
    if statement.kind is Kind.INSERT:
        lowered = statement.text.lower()
        return (XMAX in lowered and "returning" in lowered) or (
            "conflict" in lowered and may_assign_parts(lowered)
        )
    return statement.kind in (Kind.UPDATE, Kind.MERGE) and may_assign_parts(statement.text)


def _analysed(parts: Parts) -> Analysed:
    statement, found = parts.statement, parts.found
    made = inside(found.main) if statement.kind is Kind.INSERT else Rewritten(found.main)
    main = parts.part(made, made.text, statement.kind)
    relation = target_of(main.bound).relation
    steps: Steps | None
    if statement.kind is Kind.MERGE:
        steps = None if is_temporary(relation) else merge_steps(parts, main, relation)
    elif statement.kind is not Kind.INSERT:
        steps = change_steps(parts, main, relation)
    elif is_temporary(relation) and found.conflict is not None:
        steps, main = None, _of_engine(parts)
    else:
        steps = insert_steps(parts, main, relation)
    return Analysed(
        statement,
        parts.cast(main.text),
        parts.bound,
        parts.parameters(),
        parts.last.columns,
        main.notices,
        steps=steps,
        types=parts.types(),
        documents=parts.documents(),
    )


def _of_engine(parts: Parts) -> Understood:
    """ON CONFLICT in a temporary table, whose keys the engine has: it has both clauses itself."""
    whole = parts.part(Rewritten(parts.statement.text), parts.statement.text, Kind.INSERT)
    if parts.found.returned is not None:
        parsed = insert.parse(parts.found.main)
        returned(parts, parsed.common, source(parsed), {parsed.names})
    return whole
