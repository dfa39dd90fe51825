"""
The parts of an UPDATE or DELETE, found by its tokens.

    [WITH ...] UPDATE [ONLY] target [AS alias] SET assignments [FROM ...] [WHERE ...] [RETURNING ...]
    [WITH ...] DELETE FROM [ONLY] target [AS alias] [USING ...] [WHERE ...] [RETURNING ...]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import Span, span

QUERIES: Final = frozenset({"select", "with", "values"})


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    What a column is set to: an expression's text, or DEFAULT.

    Of (a, b) = (SELECT ...) `columns` are all of them, and the query stands in parentheses; it is the only
    assignment with more than one.
    """

    columns: tuple[str, ...]
    value: str

    @property
    def is_default(self) -> bool:
        """True for DEFAULT, which is no expression."""
        return self.value.lower() == "default"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One UPDATE or DELETE.

    Args:
        common: Where its WITH clause stands; empty if there is none.
        names: The target's names, folded, one to three.
        target: Where the target stands, with its alias.
        alias: What its columns are qualified with.
        assignments: Of an UPDATE.
        sources: Where the list of FROM or USING stands; empty if there is none.
        condition: Where the condition stands, without WHERE; empty if there is none.

    """

    sql: str
    common: Span
    names: tuple[str, ...]
    target: Span
    alias: str
    assignments: tuple[Assignment, ...]
    sources: Span
    condition: Span

    def text(self, part: Span) -> str:
        """
        A part as it was written.
        """
        return self.sql[part.start : part.stop]


def update(sql: str) -> Change:
    """
    Raises:
        SyntaxError: if the clauses are not where they should be.

    """
    scan = Scan(sql)
    common = _until(scan, "update")
    scan.expect("update")
    scan.accept("only")
    names, target, alias = _relation(scan, "set")
    scan.expect("set")
    assignments = assigned(scan, "from", "where", "returning")
    sources = _until(scan, "where", "returning") if scan.accept("from") else _nothing(scan)
    return Change(sql, common, names, target, alias, assignments, sources, _condition(scan))


def delete(sql: str) -> Change:
    """
    Raises:
        SyntaxError: if the clauses are not where they should be.

    """
    scan = Scan(sql)
    common = _until(scan, "delete")
    scan.expect("delete", "from")
    scan.accept("only")
    names, target, alias = _relation(scan, "using", "where", "returning")
    sources = _until(scan, "where", "returning") if scan.accept("using") else _nothing(scan)
    return Change(sql, common, names, target, alias, (), sources, _condition(scan))


def assigned(scan: Scan, *ends: str) -> tuple[Assignment, ...]:
    """
    The list behind SET, up to one of these words or the end.
    """
    found: list[Assignment] = []
    while True:
        found += _assignment(scan, ends)
        if not scan.accept(","):
            return tuple(found)


def _assignment(scan: Scan, ends: tuple[str, ...]) -> list[Assignment]:
    if scan.word != "(":
        column = scan.names()[0]
        scan.text_until("=")
        scan.expect("=")
        return [Assignment((column,), scan.text_until(",", *ends))]
    # (a, b) = (1, 2) or ROW(1, 2) or (SELECT ...)
    columns = _columns(Scan(scan.parenthesised()))
    scan.expect("=")
    scan.accept("row")
    right = scan.parenthesised()
    first = lexer.head(right, 1)
    if first and first[0].word in QUERIES:
        return [Assignment(columns, f"({right})")]
    values = Scan(right)
    found = []
    for column in columns:
        found.append(Assignment((column,), values.text_until(",")))
        values.accept(",")
    return found


def _columns(scan: Scan) -> tuple[str, ...]:
    columns = []
    while not scan.ended:
        columns.append(scan.names()[0])
        scan.accept(",")
    return tuple(columns)


def _relation(scan: Scan, *ends: str) -> tuple[tuple[str, ...], Span, str]:
    """
    The names of the relation that comes next, where it stands with its alias, and what it is called.
    """
    start = scan.at
    names = scan.names()
    scan.accept("as")
    alias = names[-1] if scan.ended or scan.word in ends else scan.name()
    scan.text_until(*ends)
    return names, span(scan, start, scan.at), alias


def _condition(scan: Scan) -> Span:
    return _until(scan, "returning") if scan.accept("where") else _nothing(scan)


def _until(scan: Scan, *ends: str) -> Span:
    first = scan.at
    scan.text_until(*ends)
    return span(scan, first, scan.at)


def _nothing(scan: Scan) -> Span:
    return span(scan, scan.at, scan.at)
