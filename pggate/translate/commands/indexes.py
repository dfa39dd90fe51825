"""
CREATE INDEX: what it is about.  There are no indexes, but a wrong name in one is an error all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class CreateIndex:
    """
    Args:
        relation: As it was written.
        expressions: The columns and expressions that it orders, includes, and is limited by, as they were
            written.

    """

    unique: bool
    relation: str
    expressions: tuple[str, ...]

    @property
    def query(self) -> str:
        """A query that knows all its names, if the index knows them."""
        return f"SELECT {', '.join(self.expressions)} FROM {self.relation}"


def create_index(sql: str) -> CreateIndex:
    """
    CREATE [UNIQUE] INDEX [CONCURRENTLY] [[IF NOT EXISTS] name] ON [ONLY] table [USING method] (element, ...)
    [INCLUDE (column, ...)] [NULLS [NOT] DISTINCT] [WITH (...)] [TABLESPACE name] [WHERE predicate]

    Raises:
        SyntaxError: It is none.

    """
    scan = Scan(sql)
    scan.expect("create")
    unique = scan.accept("unique")
    scan.expect("index")
    scan.accept("concurrently")
    scan.accept("if", "not", "exists")
    if scan.word != "on":
        scan.name()
    scan.expect("on")
    scan.accept("only")
    relation = _name(scan)
    if scan.accept("using"):
        scan.name()
    expressions = _elements(scan)
    scan.text_until("include", "where")
    if scan.accept("include"):
        expressions += _elements(scan)
        scan.text_until("where")
    if scan.accept("where"):
        expressions.append(scan.rest())
    scan.end()
    return CreateIndex(unique, relation, tuple(expressions))


def _elements(scan: Scan) -> list[str]:
    """
    What stands between the parentheses that come next, without collations, operator classes and orders.
    """
    inner = Scan(scan.parenthesised())
    elements = [_element(inner)]
    while inner.accept(","):
        elements.append(_element(inner))
    inner.end()
    return elements


def _element(scan: Scan) -> str:
    """(expression), f(…), or a column."""
    text = "" if scan.word == "(" else _name(scan)
    if scan.word == "(":
        text += f"({scan.parenthesised()})"
    scan.text_until(",")
    return text


def _name(scan: Scan) -> str:
    """A qualified name as it was written."""
    start = scan.at
    scan.names()
    return scan.sql[scan.tokens[start].start : scan.tokens[scan.at - 1].stop]
