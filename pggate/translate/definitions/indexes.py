"""
CREATE, DROP and ALTER INDEX: what they are about.  There are no indexes, but a wrong name in one is an error
all the same, and a unique one is a key.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class CreateIndex:
    """
    Args:
        relation: As it was written.
        name: "" where it is left to be made.
        columns: Those that it orders; () where expressions are, or some rows alone.
        expressions: The columns and expressions that it orders, includes, and is limited by, as they were
            written.
        options: pg_index.indoption of each of the first.
        included: The columns of INCLUDE.
        method: Of USING.

    """

    unique: bool
    relation: str
    expressions: tuple[str, ...]
    name: str = ""
    if_not_exists: bool = False
    columns: tuple[str, ...] = ()
    options: tuple[int, ...] = ()
    included: tuple[str, ...] = ()
    method: str = "btree"

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
    if_not_exists = scan.accept("if", "not", "exists")
    name = "" if scan.word == "on" else scan.name()
    scan.expect("on")
    scan.accept("only")
    relation = _name(scan)
    method = scan.name() if scan.accept("using") else "btree"
    elements = _elements(scan)
    expressions = [text for text, _ in elements]
    columns = _columns(expressions)
    included: tuple[str, ...] = ()
    scan.text_until("include", "where")
    if scan.accept("include"):
        others = [text for text, _ in _elements(scan)]
        included = _columns(others)
        expressions += others
        scan.text_until("where")
    if scan.accept("where"):
        expressions.append(scan.rest())
        columns = ()
    scan.end()
    options = tuple(option for _, option in elements)
    found = CreateIndex(unique, relation, tuple(expressions), name, if_not_exists, columns)
    return replace(found, options=options, included=included, method=method)


def _columns(expressions: list[str]) -> tuple[str, ...]:
    """The columns' names; () unless they all are columns."""
    tokens = [lexer.tokens(text) for text in expressions]
    if all(len(each) == 1 and each[0].is_name for each in tokens):
        return tuple(each[0].name for each in tokens)
    return ()


@dataclass(frozen=True, slots=True)
class DropIndex:
    """
    Args:
        names: Each in its parts.

    """

    names: tuple[tuple[str, ...], ...]
    if_exists: bool


def drop_index(sql: str) -> DropIndex:
    """
    DROP INDEX [CONCURRENTLY] [IF EXISTS] name, ... [CASCADE | RESTRICT]

    Raises:
        SyntaxError: It is none.

    """
    scan = Scan(sql)
    scan.expect("drop", "index")
    scan.accept("concurrently")
    if_exists = scan.accept("if", "exists")
    names = [scan.names()]
    while scan.accept(","):
        names.append(scan.names())
    scan.accept_any("cascade", "restrict")
    scan.end()
    return DropIndex(tuple(names), if_exists)


def renamed_index(sql: str) -> tuple[tuple[str, ...], str] | None:
    """
    The parts of the name and the new name of ALTER INDEX [IF EXISTS] name RENAME TO new; None for any other.
    """
    scan = Scan(sql)
    scan.expect("alter", "index")
    scan.accept("if", "exists")
    if scan.ended or scan.token is None or not scan.token.is_name:
        return None
    names = scan.names()
    return (names, scan.name()) if scan.accept("rename", "to") else None


def _elements(scan: Scan) -> list[tuple[str, int]]:
    """
    What stands between the parentheses that come next, without collations and operator classes, and how it is
    ordered (pg_index.indoption).
    """
    inner = Scan(scan.parenthesised())
    elements = [_element(inner)]
    while inner.accept(","):
        elements.append(_element(inner))
    inner.end()
    return elements


def _element(scan: Scan) -> tuple[str, int]:
    """(expression), f(…), or a column."""
    text = "" if scan.word == "(" else _name(scan)
    if scan.word == "(":
        text += f"({scan.parenthesised()})"
    words = tuple(token.word for token in lexer.tokens(scan.text_until(",")))
    return text, _option(words)


def _option(words: tuple[str, ...]) -> int:
    """1 is DESC, 2 is NULLS FIRST, which DESC means where nothing else is said."""
    descends = "desc" in words
    nulls_first = words[-1] == "first" if "nulls" in words else descends
    return int(descends) + 2 * int(nulls_first)


def _name(scan: Scan) -> str:
    """A qualified name as it was written."""
    start = scan.at
    scan.names()
    return scan.sql[scan.tokens[start].start : scan.tokens[scan.at - 1].stop]
