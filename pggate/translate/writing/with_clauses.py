"""
WITH whose queries change rows, in pieces that run one after the other (PostgreSQL 15, 7.8.4 "Data-Modifying
Statements in WITH").

    WITH d AS (DELETE FROM q RETURNING *), n AS (SELECT ...) INSERT INTO a SELECT * FROM d

A piece is a statement of its own, with the queries before it in front.  A query that has run stands there as
the rows that it has given, under a marked name: what types these have is known from a query that would return
the like, and in its place stands a table of the rows in the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.quoting import quote
from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import Span, span
from pggate.translate.texts.classification import classify
from pggate.translate.texts.kinds import CHANGES_ROWS, Kind
from pggate.translate.writing import insert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.translate.syntax.lexer import Token

_MAY_CHANGE: Final = re.compile(
    r"\bas\s+(?:(?:not\s+)?materialized\s+)?\(\s*(?:insert|update|delete|merge|with)\b", re.IGNORECASE
)
_NAMES_RELATION: Final = frozenset({"from", "join", "using"})


@dataclass(frozen=True, slots=True)
class Common:
    """
    One query of a WITH clause.

    Args:
        name: Folded.
        kind: SELECT, or what changes rows.
        start: Where its name stands.
        body: What stands in its parentheses.
        stop: Where all that belongs to it ends.

    """

    name: str
    kind: Kind
    start: int
    body: Span
    stop: int

    @property
    def changes(self) -> bool:
        """Does it change rows?"""
        return self.kind in CHANGES_ROWS


@dataclass(frozen=True, slots=True)
class WithClause:
    """
    A statement with such a clause; its pieces are numbered, the statement itself is the last.
    """

    sql: str
    recursive: bool
    queries: tuple[Common, ...]
    main: Span

    @property
    def kept(self) -> frozenset[int]:
        """
        The queries that run first: those that change rows, and those of which several pieces read the rows.
        """
        bodies = [*(query.body for query in self.queries), self.main]
        words = [_names(self.sql[body.start : body.stop]) for body in bodies]
        return frozenset(
            number
            for number, query in enumerate(self.queries)
            if query.changes or sum(query.name in named for named in words[number + 1 :]) > 1
        )

    def body(self, number: int) -> str:
        """The text of a query by itself."""
        start, stop = self.queries[number].body
        return self.sql[start:stop]

    def check_returns(self, number: int, *, returns: bool) -> None:
        """
        Raises:
            FeatureNotSupported: Somebody reads the rows of a query that returns none; its place is told.

        """
        query = self.queries[number]
        for before, token in pairwise(lexer.tokens(self.sql)) if not returns else ():
            reads = before.word in _NAMES_RELATION and token.is_name and token.name == query.name
            if reads and token.start > query.stop:
                raise FeatureNotSupported(
                    f'WITH query "{query.name}" does not have a RETURNING clause', position=token.start + 1
                )

    def piece(self, number: int, stands: Mapping[int, str]) -> Rewritten:
        """
        One piece as a statement: a query that changes rows or the statement itself, with the queries before
        it in front; of another query what reads all its rows.

        Args:
            stands: By the numbers of queries what stands in the places of their bodies.

        """
        edits = [Edit(*self.queries[each].body, text) for each, text in stands.items() if each < number]
        if number < len(self.queries):
            query = self.queries[number]
            edits += self._alone(number) if query.changes else self._all_rows(query)
        return rewrite(self.sql, edits)

    @property
    def texts(self) -> Iterator[str]:
        """Each piece for itself, to see whether it parses."""
        stands = dict.fromkeys(range(len(self.queries)), "SELECT NULL")
        yield from map(self.body, stands)
        yield self.piece(len(self.queries), stands).text

    def _alone(self, number: int) -> Iterator[Edit]:
        query = self.queries[number]
        start = query.body.start
        own = lexer.head(self.body(number), 3)
        if number == 0:
            yield Edit(0, start, "")
        elif own[0].word == "with":  # two WITH clauses become one
            is_recursive = own[1].word == "recursive"
            if is_recursive and not self.recursive:
                with_ = lexer.head(self.sql, 1)[0]
                yield Edit(with_.stop, with_.stop, " RECURSIVE")
            yield Edit(self.queries[number - 1].stop, start + own[1 + is_recursive].start, ", ")
        else:
            yield Edit(self.queries[number - 1].stop, start, " ")
        yield Edit(query.body.stop, len(self.sql), "")

    def _all_rows(self, query: Common) -> Iterator[Edit]:
        yield Edit(query.stop, len(self.sql), f" SELECT * FROM {quote(query.name)}")


def changes_rows(sql: str, words: Sequence[str]) -> bool:
    """
    Does the statement have such a WITH clause?
    """
    return with_clause(sql, words) is not None


def with_clause(sql: str, words: Sequence[str]) -> WithClause | None:
    """
    None for a statement whose WITH clause changes nothing, or that has none.

    Args:
        words: Its leading words.

    """
    if words[:1] != ("with",) or not _MAY_CHANGE.search(sql):
        return None
    scan = Scan(sql)
    scan.expect("with")
    recursive = scan.accept("recursive")
    queries = [_query(scan)]
    while scan.accept(","):
        queries.append(_query(scan))
    if not any(query.changes for query in queries):
        return None
    return WithClause(sql, recursive, tuple(queries), span(scan, scan.at, len(scan.tokens)))


def _query(scan: Scan) -> Common:
    start = scan.position - 1
    name = scan.name()
    scan.text_until("as")
    scan.expect("as")
    scan.text_until("(")
    first = scan.at + 1
    text = scan.parenthesised()
    body = span(scan, first, scan.at - 1)
    scan.text_until(",", "select", "insert", "update", "delete", "merge", "values", "table", "from", "(")
    words = tuple(token.word for token in lexer.head(text, 4))
    return Common(name, classify(text, words), start, body, scan.tokens[scan.at - 1].stop)


def _names(text: str) -> frozenset[str]:
    return frozenset(token.name for token in lexer.tokens(text) if token.is_name)


def standing(number: int, query: str, names: Sequence[str]) -> str:
    """
    The query that stands for one that has run.

    Args:
        query: One that would return the like of its rows.
        names: Of its columns.

    """
    mark = marked(number)
    return f"SELECT * FROM ({query}) AS {mark}({', '.join(map(quote, names))})"


def marked(number: int) -> str:
    """
    What the rows of a query are called where they stand for it.
    """
    return f'"~with{number + 1}"'


def table(number: int) -> str:
    """
    The temporary table of the rows.
    """
    return f"temp.main.{marked(number)}"


def over_rows(text: str, numbers: Sequence[int]) -> str:
    """
    The text with the tables of the rows in the places of what stood for them.
    """
    edits = []
    tokens = lexer.tokens(text)
    for number in numbers:
        for i, token in enumerate(tokens):
            if token.text == marked(number) and i > 1 and tokens[i - 1].word == "as":
                opening = _opening(tokens, i - 2)
                edits.append(Edit(tokens[opening].start, tokens[i - 2].stop, table(number)))
    return rewrite(text, edits).text


def _opening(tokens: Sequence[Token], closing: int) -> int:
    depth = 0
    for i in range(closing, -1, -1):
        depth += {")": 1, "(": -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i
    return 0


def distinct(names: Sequence[str]) -> list[str]:
    """
    The names, none of them twice.
    """
    found: list[str] = []
    for name in names:
        number, free = 1, name
        while free in found:
            number, free = number + 1, f"{name}_{number}"
        found.append(free)
    return found


def inside(sql: str) -> Rewritten:
    """
    An INSERT of a query with its WITH clause inside, where it is part of one query; any other as it is.

        WITH x AS (...) INSERT INTO t SELECT ...   as   INSERT INTO t WITH x AS (...) SELECT ...
    """
    parsed = insert.parse(sql)
    first = lexer.head(sql[parsed.source.start : parsed.source.stop], 3)
    if parsed.common.stop == 0 or not first or first[0].word not in {"select", "table", "from", "with"}:
        return Rewritten(sql)
    if parsed.conflict is not None or parsed.returning is not None:
        return Rewritten(sql)  # they may read from it, too
    start, stop = parsed.common.stop, parsed.source.start
    edits = [Edit(0, 0, sql[start:stop].lstrip()), Edit(start, stop, " ")]
    if first[0].word == "with":
        is_recursive = first[1].word == "recursive"
        own = parsed.source.start + first[1 + is_recursive].start
        edits[1] = Edit(start, own, ", ")
        with_ = lexer.head(sql, 1)[0]
        if is_recursive and lexer.head(sql, 2)[1].word != "recursive":
            edits.append(Edit(with_.stop, with_.stop, " RECURSIVE"))
    return rewrite(sql, edits)
