"""
EXPLAIN: the engine's plan of a statement, which has to be one that the session may run.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    FeatureNotSupported,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.statement.analysed import PLAN
from pggate.session.statement.outcome import rows_of
from pggate.translate.commands.explain import explain, explained_live_view
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Rows
    from pggate.session.transactions.transaction import Transaction


PROFILED: Final = "EXPLAIN_ANALYZE"
"""The operator that stands above all others of a profile."""


class Explaining:
    """
    Explains one session's statements.

    Args:
        live_view: How a live view is kept, by its name.
        visit: Keeps what a statement uses from being dropped.

    """

    def __init__(
        self,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        live_view: Callable[[tuple[str, ...]], list[str]],
        visit: Callable[[Analysed], None],
    ) -> None:
        self._cursors = cursors
        self._transaction = transaction
        self._analyst = analyst
        self._live_view = live_view
        self._visit = visit

    def explain(self, analysed: Analysed, parameters: Sequence[object]) -> Rows:
        """The engine's plan as PostgreSQL's clients expect one: a column of lines."""
        options = explain(analysed.statement.text)
        name = explained_live_view(options.statement)
        if name and options.analyze:
            raise FeatureNotSupported(
                "EXPLAIN ANALYZE MATERIALIZED VIEW is not supported", hint="Leave out ANALYZE."
            )
        if name:
            return rows_of(PLAN, [self._live_view(name)], "EXPLAIN")
        inner = replace(split(options.statement)[0], offset=options.offset)
        self._transaction.check_allows(inner)
        if inner.kind is Kind.COPY:  # the engine would explain its own, which writes files
            word = inner.text[: len("copy")]
            raise SyntaxError(f'syntax error at or near "{word}"', position=inner.offset + 1)
        explained = self._analyst.analyse(inner, analysed.parameters, describe=False)
        if explained.common:
            raise FeatureNotSupported(
                "EXPLAIN is not supported for a data-modifying statement in WITH",
                hint="Explain it as a statement of its own.",
            )
        self._visit(explained)
        if inner.kind is not Kind.SELECT and options.analyze:
            raise FeatureNotSupported(
                f"EXPLAIN ANALYZE of {inner.kind.value} is not supported", hint="Leave out ANALYZE."
            )
        self._transaction.enter()
        lines = self._lines("EXPLAIN ANALYZE" if options.analyze else "EXPLAIN", explained, parameters)
        if options.analyze and not any(PROFILED in line for line in lines):
            lines = self._measured(explained, parameters)
        return rows_of(PLAN, [lines], "EXPLAIN")

    def _lines(self, verb: str, explained: Analysed, parameters: Sequence[object]) -> list[str]:
        try:
            rows = self._cursors.lake.rows(f"{verb} {explained.text}", parameters)
        except PgError as error:
            if error.position is not None:
                error.position -= len(verb) + 1
            raise explained.placed(error) from error
        return [line for _, plan in rows for line in plan.splitlines()]

    def _measured(self, explained: Analysed, parameters: Sequence[object]) -> list[str]:
        """
        The plan, and how long it takes: duckdb 1.5.5 has no profile of a query that ducklake answers from its
        catalog, as it does count(*).
        """
        plan = self._lines("EXPLAIN", explained, parameters)
        begin = time.perf_counter()
        with self._cursors.lake.run(explained.text, parameters) as result:
            rows = sum(batch.num_rows for batch in result.batches())
        seconds = time.perf_counter() - begin
        return [*plan, f"Rows: {rows}", f"Total Time: {seconds:.4f}s"]
