"""
The query inside a statement, and the query that stands for one.

Only a SELECT has a syntax tree.  An INSERT, a view and a CREATE TABLE AS contain one; an UPDATE and a
DELETE can be written as one, which is never run: it is there to ask what types their parameters have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import unnested
from pggate.translate.syntax.spans import Span
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import changes, insert, merges

if TYPE_CHECKING:
    from pggate.translate.texts.statements import Statement
    from pggate.translate.writing.changes import Change
    from pggate.translate.writing.merges import Merge


_NAMED_VALUES: Final = re.compile(
    r"SELECT \* FROM \((VALUES .*)\) AS valueslist\(column1(?:, column\d+)*\)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Inner:
    """
    The query inside a statement's text.

    Args:
        text: The statement's text.
        span: Where the query stands.
        is_written: Are its rows an INSERT's?  VALUES take the columns' types then, a NULL among them, as long
            as nothing names them.

    """

    text: str
    span: Span
    is_written: bool = False

    @property
    def query(self) -> str:
        return self.text[self.span.start : self.span.stop]

    def replaced(self, query: str) -> str:
        """
        The statement with another query in its place.
        """
        named = _NAMED_VALUES.fullmatch(query) if self.is_written else None
        return self.text[: self.span.start] + (named[1] if named else query) + self.text[self.span.stop :]


def inner(text: str, kind: Kind) -> Inner | None:
    """
    The query inside CREATE TABLE AS, CREATE VIEW, INSERT, or the SELECT itself; None where there is none.

    An INSERT with a WITH clause of its own has none: it is not one piece of text.
    """
    match kind:
        case Kind.SELECT:
            return Inner(text, Span(0, len(text)))
        case Kind.CREATE_TABLE_AS | Kind.CREATE_VIEW | Kind.CREATE_MATERIALIZED_VIEW:
            return _after_as(text)
        case Kind.INSERT:
            parsed = insert.parse(text)
            whole = parsed.common.stop == 0 and not parsed.default_values
            return Inner(text, parsed.source, is_written=True) if whole else None
        case _:
            return None


def _after_as(text: str) -> Inner | None:
    tokens = lexer.tokens(text)
    start = next((i for i, token in unnested(tokens) if token.word == "as"), None)
    if start is None or start + 1 >= len(tokens):
        return None
    first, last = start + 1, len(tokens)
    while tokens[last - 1].word in {"data", "no", "with", ";"} and last > first + 1:
        last -= 1  # WITH [NO] DATA
    return Inner(text, Span(tokens[first].start, tokens[last - 1].stop))


@dataclass(frozen=True, slots=True)
class Equivalent:
    """
    A SELECT that has a statement's expressions in it, each where it has the same type.

    Args:
        query: The SELECT, with the statement's $n.
        target: The names of the relation that is written; () if none is.
        columns: Of an INSERT and UPDATE, the target's columns that the first select items are for; None
            where an INSERT names none and they go by position.

    """

    query: str
    target: tuple[str, ...] = ()
    columns: tuple[str, ...] | None = ()


def equivalent(statement: Statement) -> Equivalent | None:
    """
    The query to infer parameters from; None for a statement that has none (CALL, DDL ...).

    Raises:
        SyntaxError: if the statement's clauses are not where they should be.

    """
    match statement.kind:
        case Kind.SELECT:
            return Equivalent(statement.text)
        case Kind.INSERT:
            parsed = insert.parse(statement.text)
            known = not (parsed.default_values or parsed.by_name)
            return Equivalent(parsed.query, parsed.names, parsed.columns) if known else None
        case Kind.UPDATE | Kind.DELETE:
            read = changes.update if statement.kind is Kind.UPDATE else changes.delete
            return _of_change(read(statement.text))
        case Kind.MERGE:
            merge = merges.parse(statement.text)
            return None if merge is None else _of_merge(merge)
        case Kind.CREATE_TABLE_AS:
            found = inner(statement.text, statement.kind)
            return None if found is None else Equivalent(found.query)
        case _:
            return None


def _of_change(change: Change) -> Equivalent:
    """
    UPDATE t AS x SET a = e FROM s WHERE c  ->  SELECT e FROM t AS x, s WHERE c; of a DELETE SELECT 1.

    A query that gives several columns gives no parameter a type by its place.
    """
    columns, values = [], []
    for assignment in change.assignments:
        columns.append(assignment.columns[0] if len(assignment.columns) == 1 else "")
        values.append("NULL" if assignment.is_default else assignment.value)
    sources = change.text(change.sources)
    condition = change.text(change.condition)
    query = (
        f"{change.text(change.common)} SELECT {', '.join(values) or '1'} FROM {change.text(change.target)}"
        + (f", {sources}" if sources else "")
        + (f" WHERE {condition}" if condition else "")
    )
    return Equivalent(query.strip(), change.names, tuple(columns))


def _of_merge(merge: Merge) -> Equivalent:
    """
    MERGE INTO t USING s ON c WHEN MATCHED AND d THEN UPDATE SET a = e  ->  SELECT e FROM s, t WHERE c AND d
    """
    written = [value for value in merge.values if not value.is_default]
    values = {value.span: value.column for value in written}
    conditions = [f"({merge.text(part)})" for part in merge.expressions if part not in values]
    query = (
        f"{merge.text(merge.common)} SELECT {', '.join(map(merge.text, values)) or '1'}"
        f" FROM {merge.text(merge.source)}, {merge.text(merge.target)} WHERE {' AND '.join(conditions)}"
    )
    return Equivalent(query.strip(), _relation(merge.text(merge.target)), tuple(values.values()))


def _relation(target: str) -> tuple[str, ...]:
    """The names that a table with its alias begins with."""
    tokens = lexer.tokens(target)
    start = 1 if tokens[0].word == "only" else 0
    names = [tokens[start].name]
    while start + 2 < len(tokens) and tokens[start + 1].word == ".":
        start += 2
        names.append(tokens[start].name)
    return tuple(names)
