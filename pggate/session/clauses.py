"""
What is understood of an INSERT, UPDATE or DELETE with RETURNING or ON CONFLICT.

The statement without these clauses is understood like any other; RETURNING's list as that of a query over the
same relations, DO UPDATE as an UPDATE from the rows proposed for insertion.  What then runs are steps.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from pggate.engine.names import qualified, quote_identifier
from pggate.engine.tokens import folded
from pggate.errors import FeatureNotSupported, GroupingError, PgError
from pggate.session.analysed import Analysed, Steps
from pggate.session.conflict_keys import arbiters
from pggate.session.parameter_types import castable, declared_types, parameter_oids
from pggate.session.places import find, is_temporary, target_of, topic_of
from pggate.session.placing import placed, placed_within
from pggate.session.returned_items import MAY_BE, check_items
from pggate.session.staging import NAME as STAGE
from pggate.translate import (
    changes,
    chosen,
    conflicts,
    from_clause,
    insert,
    lexer,
    parameters,
    returning,
    upserts,
)
from pggate.translate.chosen import Source, Target
from pggate.translate.conflicts import EXCLUDED
from pggate.translate.edits import Rewritten
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.session.analysed import Understood
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.wording import Wording
    from pggate.translate.changes import Change
    from pggate.translate.insert import Insert
    from pggate.translate.returning import Clauses
    from pggate.translate.spans import Span
    from pggate.translate.statements import Statement

PLACES: Final = (("filename", "file_row_number"), ("rowid",))
"""
Columns of a lake's tables that nobody declares and that tell where a row lies, the better ones first: duckdb
1.5.5 gives rows of one transaction the rowid that rows of an earlier one may have kept.
"""
TEMPORARY_PLACES: Final = (("rowid",),)

Names: TypeAlias = "Collection[tuple[str, ...]]"
"""What columns may be qualified with, each outermost first."""


class Understand(Protocol):
    """Understands one text."""

    def __call__(self, statement: Statement, known: dict[int, str], *, describe: bool) -> Understood: ...


class ClauseAnalyst:
    """
    Analyses such statements of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, wording: Wording, understand: Understand) -> None:
        self.gateway = gateway
        self.cursors = cursors
        self.wording = wording
        self.understand = understand

    def analyse(self, statement: Statement, declared: Sequence[int]) -> Analysed | None:
        """
        The statement with its steps; None if it has no such clause.

        Raises:
            PgError: It does not parse or bind, or the role may not run it.

        """
        try:
            found = returning.clauses(statement.text, statement.kind)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
        return None if found is None else Clausal(self, statement, found, declared).analysed()


class Clausal:
    """
    One statement with such clauses, and what was understood of it so far.
    """

    def __init__(
        self, analyst: ClauseAnalyst, statement: Statement, found: Clauses, declared: Sequence[int]
    ) -> None:
        self._gateway = analyst.gateway
        self._binder = analyst.cursors.binder
        self._wording = analyst.wording
        self._understand = analyst.understand
        self._statement = statement
        self._found = found
        self._declared = declared
        self._types = declared_types(declared)
        self._parts: list[Understood] = []

    def analysed(self) -> Analysed:
        """All of it."""
        main = self._part(Rewritten(self._statement.text), self._found.main, self._statement.kind)
        relation = target_of(main.bound).relation
        steps: Steps | None
        if self._statement.kind is not Kind.INSERT:
            steps = self._change(main, relation)
        elif is_temporary(relation) and self._found.conflict is not None:
            steps, main = None, self._of_engine()
        else:
            steps = self._insert(main, relation)
        return Analysed(
            self._statement,
            self._cast(main.text),
            _joined([part.bound for part in self._parts]),
            parameter_oids(self._statement, self._declared, self._types),
            self._parts[-1].columns,
            main.notices,
            steps=steps,
        )

    # -- what is there

    def _of_engine(self) -> Understood:
        """ON CONFLICT in a temporary table, whose keys the engine has: it has both clauses itself."""
        whole = self._part(Rewritten(self._statement.text), self._statement.text, Kind.INSERT)
        if self._found.returned is not None:
            parsed = insert.parse(self._found.main)
            self._returned(parsed.common, _source(parsed), {parsed.names})
        return whole

    def _change(self, main: Understood, relation: Relation) -> Steps:
        """UPDATE or DELETE, with RETURNING."""
        read = changes.update if self._statement.kind is Kind.UPDATE else changes.delete
        change = read(self._cast(main.text))
        items = self._items(change)
        target = self._target(relation, change.alias)
        sources = [Source(item.alias, self._columns(change, item.alias)) for item in items]
        written = read(self._found.main)
        listed = [written.text(part) for part in (written.target, written.sources)]
        names = {*_names(written.names, relation), *(item.names for item in items)}
        source = ", ".join(filter(None, listed))
        part = self._returned(written.common, source, names)
        answer = self._answer(part, written.common, source, chosen.returned(target, sources), names)
        applied = chosen.deleted(target)
        if self._statement.kind is Kind.UPDATE:
            applied = chosen.updated(target, change.assignments)
        return Steps(answer, chosen.chosen(change, target, sources), applied, reads=True)

    def _items(self, change: Change) -> tuple[from_clause.Item, ...]:
        """The relations of FROM or USING."""
        if not change.text(change.sources):
            return ()
        query = f"{change.text(change.common)} SELECT * FROM {change.text(change.sources)}"
        items = from_clause.items(self._binder.tree(query))
        if items is None:
            raise FeatureNotSupported(
                "RETURNING is not supported with a relation that has no name",
                hint="Give every item of FROM or USING an alias.",
            )
        return items

    def _columns(self, change: Change, alias: str) -> tuple[str, ...]:
        every = f"{quote_identifier(alias)}.*"
        query = f"{change.text(change.common)} SELECT {every} FROM {change.text(change.sources)}"
        columns = self._binder.columns(parameters.null_parameters(query, self._types).text)
        return tuple(column.name for column in columns)

    def _insert(self, main: Understood, relation: Relation) -> Steps:
        """INSERT into a topic, or with RETURNING alone into a temporary table."""
        parsed = insert.parse(self._found.main)
        reads = bool(main.bound is None or main.bound.relations or self._mentions_queries())
        steps = Steps(reads=reads)
        alias = parsed.alias or parsed.names[-1]
        source = f"{self._staged(relation)} AS {quote_identifier(alias)}"
        if self._found.conflict is not None:
            target = self._target(relation, alias)
            steps = self._upsert(main, relation, target, parsed) or steps
            source = chosen.returned(target, order=upserts.ORDER) if steps.chosen else source
        if self._found.returned is not None:
            names = _names(parsed.names, relation)
            part = self._returned(parsed.common, _source(parsed), names)
            answer = self._answer(part, parsed.common, _source(parsed), source, names)
            steps = replace(steps, answer=answer)
        return steps

    def _staged(self, relation: Relation) -> str:
        """The rows in the stage, as values of the types that the binder knows the columns by."""
        name = qualified(relation.catalog, relation.schema, relation.name)
        columns = self._binder.columns(f"SELECT * FROM {name}")
        items = (f"CAST({quote_identifier(c.name)} AS {c.duckdb_type})" for c in columns)
        named = (f"{item} AS {quote_identifier(c.name)}" for item, c in zip(items, columns, strict=True))
        return f"(SELECT {', '.join(named)} FROM {quote_identifier(STAGE)})"

    def _mentions_queries(self) -> bool:
        """Is there a query in RETURNING's list?"""
        if self._found.returned is None:
            return False
        start, stop = self._found.returned
        return any(token.word == "select" for token in lexer.tokens(self._found.sql[start:stop]))

    # -- ON CONFLICT

    def _upsert(self, main: Understood, relation: Relation, target: Target, parsed: Insert) -> Steps | None:
        """The steps of ON CONFLICT; None where nothing can conflict: the table declares no key."""
        if self._found.conflict is None:
            raise AssertionError("asked for ON CONFLICT alone")
        known = find(self._gateway, relation)
        if known is None:
            raise FeatureNotSupported(
                "ON CONFLICT is not supported for a table that its own transaction has made",
                hint="Commit first.",
            )
        topic_of(self._gateway, relation)
        with self._placed():
            conflict = conflicts.conflict(self._statement.text, self._found.conflict)
            keys = arbiters(conflict, known)
        if not keys:
            return None
        change = None
        if conflict.updates:
            raw = self._found.sql[parsed.target.start : parsed.target.stop]
            rewritten = conflict.update(
                parsed.common,
                f"{raw} AS {quote_identifier(target.alias)}",
                f"{raw} AS {EXCLUDED}",
            )
            update = self._part(rewritten, rewritten.text, Kind.UPDATE)
            change = changes.update(self._cast(update.text))
        common = insert.parse(self._cast(main.text))
        proposed = upserts.Proposed(
            quote_identifier(STAGE), common.sql[common.common.start : common.common.stop], keys
        )
        return Steps(
            chosen=upserts.chosen(change, target, proposed),
            applied="" if change is None else chosen.updated(target, change.assignments),
            inserted=upserts.inserted(target),
            twice="" if change is None else upserts.twice(proposed),
            alike=upserts.alike(target, keys) if change is None and len(keys) > 1 else "",
            reads=True,
        )

    # -- RETURNING

    def _returned(self, common: Span, source: str, names: Names) -> Understood:
        """Understand the list as that of a query over the statement's relations."""
        query = returning.query(self._found, common, source, names)
        try:
            part = self._part(query, query.text, Kind.SELECT, describe=True)
        except GroupingError:
            self._check_items(query, query.text)
            raise
        if part.bound is not None and not MAY_BE.isdisjoint(part.bound.operators):
            self._check_items(query, part.text)
        return part

    def _check_items(self, query: Rewritten, text: str) -> None:
        with self._placed(), placed_within(query):
            check_items(self._binder, text)

    def _answer(self, part: Understood, common: Span, source: str, written: str, names: Names) -> str:
        """
        The same over what was written.

        Args:
            part: The query over `source`, as it was understood.
            written: What FROM says instead.

        """
        behind = folded(f" FROM {source}")
        if part.typed.endswith(behind):
            return self._cast(f"{part.typed.removesuffix(behind)} FROM {written}")
        query = returning.query(self._found, common, written, names)
        statement = replace(self._statement, text=query.text, kind=Kind.SELECT)
        _, worded = self._wording.worded(statement)
        return self._cast(self._wording.edited(folded(self._wording.parseable(worded.text)), Kind.SELECT))

    # -- parts

    def _part(self, made: Rewritten, text: str, kind: Kind, *, describe: bool = False) -> Understood:
        """Understand a text that was made of the statement's, or the beginning of it."""
        statement = replace(self._statement, text=text, offset=0, kind=kind)
        with self._placed(), placed_within(made):
            part = self._understand(statement, self._types, describe=describe)
        self._types = {**part.types, **self._types}
        self._parts.append(part)
        return part

    @contextmanager
    def _placed(self) -> Iterator[None]:
        """What fails in here with a position in the statement's text fails with one in the client's."""
        try:
            yield
        except PgError as error:
            if error.position is not None:
                error.position += self._statement.offset
            raise

    def _cast(self, text: str) -> str:
        return parameters.cast_parameters(text, castable(self._types)).text

    def _target(self, relation: Relation, alias: str) -> Target:
        name = qualified(relation.catalog, relation.schema, relation.name)
        columns = [(c.name, c.duckdb_type) for c in self._binder.columns(f"SELECT * FROM {name}")]
        known = find(self._gateway, relation)
        defaults = None
        if known is not None and known.topic is not None:
            defaults = {c.name: c.default for c in known.topic.columns if c.default is not None}
        return Target(name, alias, tuple(columns), _places(relation, columns), defaults)


def _places(relation: Relation, columns: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """
    Raises:
        FeatureNotSupported: Columns of the relation's own hide them.

    """
    declared = {name.lower() for name, _ in columns}
    for names in TEMPORARY_PLACES if is_temporary(relation) else PLACES:
        if declared.isdisjoint(names):
            return names
    raise FeatureNotSupported(
        "RETURNING and ON CONFLICT are not supported for a table with columns called filename and rowid"
    )


def _names(written: tuple[str, ...], relation: Relation) -> set[tuple[str, ...]]:
    """What a column of the target may be qualified with."""
    return {written, (relation.schema, written[-1])}


def _source(parsed: Insert) -> str:
    """An INSERT's target as RETURNING sees it."""
    target = parsed.sql[parsed.target.start : parsed.target.stop]
    return target if parsed.alias is None else f"{target} AS {quote_identifier(parsed.alias)}"


def _joined(bounds: Sequence[Bound | None]) -> Bound | None:
    """What the first is about, and what the others use."""
    first, *others = bounds
    if first is None or any(bound is None for bound in others):
        return None
    every = [first, *(bound for bound in others if bound is not None)]
    return replace(
        first,
        relations=frozenset().union(*(bound.relations for bound in every)),
        functions=frozenset().union(*(bound.functions for bound in every)),
        table_functions=frozenset().union(*(bound.table_functions for bound in every)),
        unknown=frozenset().union(*(bound.unknown for bound in every)),
    )
