"""
The parts of a MERGE, found by its tokens (PostgreSQL 15, MERGE).

    [WITH ...] MERGE INTO [ONLY] target [AS alias] USING source ON condition
    WHEN [NOT] MATCHED [AND condition] THEN { UPDATE SET ... | INSERT ... | DELETE | DO NOTHING } ...
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

QUERIES: Final = frozenset({"select", "with", "values"})
NESTING: Final = {"(": 1, "[": 1, "case": 1, ")": -1, "]": -1, "end": -1}


@dataclass(frozen=True, slots=True)
class Value:
    """
    What a column is given: an expression, or DEFAULT.

    Args:
        column: "" where the target's own columns tell it, by place.

    """

    column: str
    place: int
    span: Span
    is_default: bool


@dataclass(frozen=True, slots=True)
class Insertion:
    """
    One INSERT of a MERGE.

    Args:
        columns: Their names, None where they are not listed.
        columns_end: Where another name could be listed, or the list could stand.
        values_end: The same of its value.
        overrides: OVERRIDING SYSTEM VALUE?

    """

    columns: tuple[str, ...] | None
    columns_end: int
    values_end: int
    count: int
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """
    WHEN [NOT] MATCHED [AND condition] THEN what.

    Args:
        does: update, delete, insert, or "" for DO NOTHING.
        condition: None without.
        values: What columns are given.
        insertion: Of an INSERT with VALUES.

    """

    does: str
    is_matched: bool
    condition: Span | None = None
    values: tuple[Value, ...] = ()
    insertion: Insertion | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """
    Args:
        common: Its WITH clause, empty without.
        target: The target with its alias, which is what its columns are qualified with.
        source: What stands behind USING.
        condition: Behind ON.

    """

    sql: str
    common: Span
    target: Span
    alias: str
    source: Span
    condition: Span
    actions: tuple[Action, ...]

    def text(self, part: Span) -> str:
        """A part as it was written."""
        return self.sql[part.start : part.stop]

    @property
    def values(self) -> tuple[Value, ...]:
        """What columns are given, of all actions."""
        return tuple(value for action in self.actions for value in action.values)

    @property
    def insertions(self) -> tuple[Insertion, ...]:
        return tuple(action.insertion for action in self.actions if action.insertion is not None)

    @property
    def expressions(self) -> tuple[Span, ...]:
        """All that can be an item of a query over source and target."""
        conditions = (action.condition for action in self.actions if action.condition is not None)
        values = (value.span for value in self.values if not value.is_default)
        return (self.condition, *conditions, *values)


def parse(sql: str) -> Merge | None:
    """
    None where it is none of PostgreSQL's: DuckDB has more forms of it.

    Raises:
        SyntaxError: 42601, an INSERT of what is matched, an UPDATE or DELETE of what is not.

    """
    return _Reader(sql).merge()


class _Reader:
    def __init__(self, sql: str) -> None:
        self.sql = sql
        self.tokens = lexer.tokens(sql)
        if self.tokens and self.tokens[-1].word == ";":
            self.tokens = self.tokens[:-1]
        self.at = 0
        self.actions: list[Action] = []
        self.is_postgres = True

    @property
    def word(self) -> str:
        return word_at(self.tokens, self.at)

    def merge(self) -> Merge | None:
        common = self._until("merge")
        self._skip("merge", "into", "only")
        first = self.at
        target = self._until("using")
        alias = _alias(self.tokens[first : self.at])
        self._skip("using")
        source = self._until("on")
        self._skip("on")
        condition = self._until("when")
        while self.word == "when" and self.is_postgres:
            self.actions.append(self._action())
        if self.at < len(self.tokens) or not alias or not self.is_postgres:
            return None
        return Merge(self.sql, common, target, alias, source, condition, tuple(self.actions))

    def _action(self) -> Action:
        self._skip("when")
        is_matched = self.word != "not"
        self._skip("not", "matched")
        self.is_postgres &= self.word in {"and", "then"}
        condition = None
        if self.word == "and":
            self.at += 1
            condition = self._until("then")
        self._skip("then")
        if self.word == "insert" if is_matched else self.word in ("update", "delete"):
            token = self.tokens[self.at]
            raise SqlSyntaxError(f'syntax error at or near "{token.text}"', position=token.start + 1)
        does, values, insertion = self.word, tuple[Value, ...](), None
        if does == "update":
            self._skip("update", "set")
            values = tuple(self._assignments())
        elif does == "insert":
            self._skip("insert")
            insertion, values = self._insertion()
        else:
            self._skip("delete", "do", "nothing")
        self.is_postgres &= self.at == len(self.tokens) or self.word == "when"
        return Action("" if does == "do" else does, is_matched, condition, values, insertion)

    def _assignments(self) -> Iterator[Value]:
        while self.at < len(self.tokens) and self.word != "when":
            if self.word == "(":
                columns = [token.name for token in self._inside() if token.is_name]
                self._skip("=", "row")
                yield from self._values(columns)
            else:
                column = self.tokens[self.at].name
                self._until("=")
                self._skip("=")
                yield self._value(column, 0, ",", "when")
            self._skip(",")

    def _insertion(self) -> tuple[Insertion | None, tuple[Value, ...]]:
        columns: tuple[str, ...] | None = None
        columns_end = self.tokens[self.at - 1].stop
        if self.word == "(":
            columns = tuple(token.name for token in self._inside() if token.is_name)
            columns_end = self.tokens[self.at - 1].start
        if self.word == "default":
            self._skip("default", "values")
            return None, ()
        overrides = word_at(self.tokens, self.at + 1) == "system"
        self._skip("overriding", "system", "user", "value")
        self.is_postgres &= self.word == "values"
        self._skip("values")
        values = tuple(self._values(columns))
        end = self.tokens[self.at - 1].start
        return Insertion(columns, columns_end, end, len(values), overrides), values

    def _values(self, columns: list[str] | tuple[str, ...] | None) -> Iterator[Value]:
        """Values in parentheses; a query in them is none."""
        self._skip("(")
        self.is_postgres &= self.word not in QUERIES
        place = 0
        while self.at < len(self.tokens) and self.word != ")":
            named = columns[place] if columns is not None and place < len(columns) else ""
            yield self._value(named, place, ",", ")")
            self._skip(",")
            place += 1
        self._skip(")")

    def _value(self, column: str, place: int, *ends: str) -> Value:
        span = self._until(*ends)
        self.is_postgres &= span.stop > 0  # SET * has no value
        is_default = self.sql[span.start : span.stop].lower() == "default"
        return Value(column, place, span, is_default)

    def _inside(self) -> Tokens:
        """The tokens between parentheses, which are stepped over."""
        first = self.at + 1
        self.at = first
        self._until(")")
        self._skip(")")
        return self.tokens[first : self.at - 1]

    def _skip(self, *words: str) -> None:
        for word in words:
            if self.word == word:
                self.at += 1

    def _until(self, *words: str) -> Span:
        """Up to one of these words outside of parentheses and CASE, or to the end."""
        first, depth = self.at, 0
        while self.at < len(self.tokens) and not (depth == 0 and self.word in words):
            depth += NESTING.get(self.word, 0)
            self.at += 1
        if first == self.at:
            return Span(0, 0)
        return Span(self.tokens[first].start, self.tokens[self.at - 1].stop)


def _alias(tokens: Tokens) -> str:
    """What the target's columns are qualified with: the last name."""
    names = [token.name for token in tokens if token.is_name and token.word != "as"]
    return names[-1] if names else ""
