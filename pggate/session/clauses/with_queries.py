"""
What is understood of a statement with queries in its WITH clause that change rows (PostgreSQL 15, 7.8.4).

Each of them is understood like a statement of its own, behind the queries before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from pggate.errors import FeatureNotSupported, PgError
from pggate.session.clauses.clause_targets import names as qualifiers
from pggate.session.clauses.insert_steps import source
from pggate.session.cursors.places import is_temporary, target_of
from pggate.session.statement.analysed import Common, Steps
from pggate.session.statement.parameter_types import parameter_oids
from pggate.session.statement.placing import placed_within
from pggate.translate.texts.kinds import CHANGES_ROWS, Kind
from pggate.translate.texts.statements import split
from pggate.translate.writing import changes, insert, returning
from pggate.translate.writing.system_columns import ONE_ROW, names_system, with_system
from pggate.translate.writing.with_clauses import (
    distinct,
    over_rows,
    standing,
    table,
    with_clause,
)
from pggate.types.table import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.statement.analysed import Analysed
    from pggate.translate.texts.statements import Statement
    from pggate.translate.writing.with_clauses import WithClause


class Analyse(Protocol):
    """Analyses one statement, and says what it returns."""

    def __call__(self, statement: Statement, declared: Sequence[int], *, in_steps: bool) -> Analysed: ...


def with_queries(statement: Statement, declared: Sequence[int], analyse: Analyse) -> Analysed | None:
    """
    The statement with the queries that run before it; None if none of them changes rows.

    Args:
        declared: The parameter OIDs that the client gave.
        analyse: What changes rows in steps, everything else as a query.

    Raises:
        PgError: One of them does not parse or bind, the role may not run it, or they do not go together.

    """
    try:
        clause = with_clause(statement.text, statement.words)
        return None if clause is None else _Pieces(statement, declared, analyse, clause).whole()
    except PgError as error:
        if error.position is not None:
            error.position += statement.offset
        raise


@dataclass(slots=True)
class _Pieces:
    """
    The pieces of one statement that are understood so far.

    Args:
        stands: What stands for the queries in the pieces behind them.

    """

    statement: Statement
    declared: Sequence[int]
    analyse: Analyse
    clause: WithClause
    stands: dict[int, str] = field(default_factory=dict)
    queries: list[Common] = field(default_factory=list)
    types: dict[int, int] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    def whole(self) -> Analysed:
        self.types = {number: oid for number, oid in enumerate(self.declared, start=1) if oid}
        for number in sorted(self.clause.kept):
            query = self.clause.queries[number]
            self.queries.append(self._changing(number) if query.changes else self._reading(number))
        main = self._piece(len(self.clause.queries))
        every = [query.analysed for query in self.queries]
        _refuse_conflicting([*every, main])
        return replace(
            main,
            statement=self.statement,
            parameters=self._parameters(),
            documents=self.documents,
            notices=tuple(notice for one in (*every, main) for notice in one.notices),
            common=tuple(self.queries),
        )

    def _changing(self, number: int) -> Common:
        query = self.clause.queries[number]
        piece = self._piece(number)
        steps = piece.steps or Steps()
        self.clause.check_returns(number, returns=bool(steps.answer))
        rows, self.stands[number] = "", "SELECT NULL"
        if steps.answer and piece.columns is not None:
            names = distinct([column.name for column in piece.columns])
            rows = _named(steps.answer, names)
            like = _like_returned(self.clause.body(number), query.kind, piece)
            self.stands[number] = standing(number, like, names)
        return Common(replace(piece, steps=replace(steps, answer="")), table(number), rows)

    def _reading(self, number: int) -> Common:
        piece = self._piece(number)
        names = distinct([column.name for column in piece.columns or ()])
        query = self.clause.queries[number]
        like = self.clause.sql[query.start : query.stop]
        recursive = "RECURSIVE " if self.clause.recursive else ""
        like = f'WITH {recursive}{like} SELECT * FROM "{query.name}"'
        self.stands[number] = standing(number, like, names)
        return Common(piece, table(number), _named(piece.text, names))

    def _piece(self, number: int) -> Analysed:
        made = self.clause.piece(number, self.stands)
        (statement,) = split(made.text)
        present = statement.parameters
        highest = max([len(self.declared), *self.statement.parameters], default=0)
        declared = [
            self.types.get(n, 0 if n in present else TEXT.oid)  # of those that it has not anything will do
            for n in range(1, highest + 1)
        ]
        with placed_within(made):
            analysed = self.analyse(statement, declared, in_steps=statement.kind in CHANGES_ROWS)
        self.documents |= {n: of_type for n, of_type in analysed.documents.items() if n not in self.types}
        found = zip(range(1, highest + 1), analysed.parameters, strict=False)
        self.types |= {n: oid for n, oid in found if n in present and n not in self.types}
        return _over_rows(analysed, sorted(self.stands))

    def _parameters(self) -> tuple[int, ...]:
        numbers = range(1, max([0, len(self.declared), *self.types]) + 1)
        return parameter_oids(self.statement, [self.types.get(number, 0) for number in numbers], {})


def _named(query: str, names: Sequence[str]) -> str:
    listed = ", ".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names)
    return f'SELECT * FROM ({query}) AS "~rows"({listed})'


def _like_returned(text: str, kind: Kind, piece: Analysed) -> str:
    """A query that would return what RETURNING does, of the rows as they were."""
    text = with_system(text).text if kind is Kind.INSERT else text
    found = returning.clauses(text, kind)
    if found is None:
        raise AssertionError("it has RETURNING")
    relation = target_of(piece.bound).relation
    if kind is Kind.INSERT:
        parsed = insert.parse(found.main)
        tables = source(parsed) + (f", {ONE_ROW}" if names_system(text) else "")
        return returning.query(found, parsed.common, tables, qualifiers(parsed.names, relation)).text
    change = changes.update(found.main) if kind is Kind.UPDATE else changes.delete(found.main)
    tables = ", ".join(filter(None, (change.text(change.target), change.text(change.sources))))
    return returning.query(found, change.common, tables, qualifiers(change.names, relation)).text


def _over_rows(analysed: Analysed, numbers: Sequence[int]) -> Analysed:
    """Its texts with the tables of rows in them."""
    steps = analysed.steps
    if steps is not None:
        steps = replace(
            steps,
            answer=over_rows(steps.answer, numbers),
            chosen=over_rows(steps.chosen, numbers),
            row=over_rows(steps.row, numbers),
            waits=True,
            reads=True,
        )
    return replace(analysed, text=over_rows(analysed.text, numbers), steps=steps)


def _refuse_conflicting(pieces: Sequence[Analysed]) -> None:
    """
    What PostgreSQL finds out row by row as it writes, and nothing here does.

    Raises:
        FeatureNotSupported: Rows that one of them inserts may conflict with those of another; or the engine
            alone can do what one of them says.

    """
    changing = [piece for piece in pieces if piece.statement.kind in CHANGES_ROWS]
    for piece in changing:
        if piece.steps is None or (
            is_temporary(target_of(piece.bound).relation) and "conflict" in piece.text.lower()
        ):
            raise FeatureNotSupported(
                f"{piece.statement.kind.value} of this form is not supported together with a data-modifying"
                " statement in WITH",
                hint="Run it as a statement of its own.",
            )
    inserting = [piece for piece in changing if piece.statement.kind is Kind.INSERT]
    targets = [target_of(piece.bound).relation for piece in inserting]
    for piece, relation in zip(inserting, targets, strict=True):
        if piece.steps is not None and piece.steps.chosen and targets.count(relation) > 1:
            raise FeatureNotSupported(
                "ON CONFLICT is not supported where another part of the statement inserts into"
                f' "{relation.name}"',
                hint="Run them as statements of their own.",
            )
