"""
The parts of an INSERT, found by its tokens; and the same INSERT into another relation.

    [WITH ...] INSERT [OR REPLACE | OR IGNORE] INTO target [AS alias] [(columns)] [BY NAME | BY POSITION]
    [OVERRIDING ... VALUE] source [ON CONFLICT ...] [RETURNING ...]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import Span, span

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Insert:
    """
    One INSERT statement.

    Args:
        sql: Its text.
        names: The target's names, folded, one to three.
        target: Where the target stands.
        alias: Its alias, or None.
        columns: The columns named, folded; None where the statement names none.
        by_name: True for BY NAME (DuckDB's): the source's names say which column is which.
        default_values: True for DEFAULT VALUES; the source is then empty.
        common: Where a WITH clause in front stands; empty if there is none.
        source: Where VALUES or the query stands.
        conflict: Where ON CONFLICT stands; None without one, also for OR REPLACE and OR IGNORE.
        alternative: "replace" or "ignore" for DuckDB's INSERT OR ...; else "".
        returning: Where RETURNING stands.

    """

    sql: str
    names: tuple[str, ...]
    target: Span
    alias: str | None
    columns: tuple[str, ...] | None
    by_name: bool
    default_values: bool
    common: Span
    source: Span
    conflict: Span | None
    alternative: str
    returning: Span | None

    @property
    def query(self) -> str:
        """
        The source as a query of its own, the WITH clause in front included; "" for DEFAULT VALUES.
        """
        common, source = (self.sql[span.start : span.stop] for span in (self.common, self.source))
        words = [token.word for token in lexer.head(source, 2)]
        if not common or words[:1] != ["with"]:
            return f"{common} {source}".strip()
        # Two WITH clauses become one.
        recursive = words[1:] == ["recursive"]
        first = lexer.head(source, 3)[2 if recursive else 1].start
        return f"{common}, {source[first:]}"

    @property
    def conflicts(self) -> bool:
        """
        True if rows that are there already matter.
        """
        return self.conflict is not None or bool(self.alternative)


def parse(sql: str) -> Insert:
    """
    Raises:
        SyntaxError: if it is no INSERT.

    """
    scan = Scan(sql)
    common = _common(scan)
    scan.expect("insert")
    alternative = scan.accept_any("replace", "ignore") if scan.accept("or") else ""
    scan.expect("into")
    first = scan.at
    names = scan.names()
    target = span(scan, first, scan.at)
    alias = scan.name() if scan.accept("as") else None
    columns = _columns(scan)
    by_name = scan.accept("by", "name")
    if not by_name:
        scan.accept("by", "position")
    if scan.accept("overriding"):
        scan.text_until("value")
        scan.expect("value")
    default_values = scan.accept("default", "values")
    first = scan.at
    if not default_values:
        _skip_to(scan, ("on", "conflict"), ("returning",))
    source = span(scan, first, scan.at)
    conflict, returning = _tail(scan)
    return Insert(
        sql=sql,
        names=names,
        target=target,
        alias=alias,
        columns=columns,
        by_name=by_name,
        default_values=default_values,
        common=common,
        source=source,
        conflict=conflict,
        alternative=alternative,
        returning=returning,
    )


def retarget(sql: str, name: str, *, bare: bool = False) -> str:
    """
    The same INSERT into `name`, which is put in as it is.

    Args:
        sql: The statement.
        name: The other relation's name, quoted as it has to be.
        bare: True to leave out ON CONFLICT, OR REPLACE, OR IGNORE and RETURNING.

    """
    if not bare and (target := _leading_target(sql)) is not None:
        return f"{sql[: target.start]}{name}{sql[target.stop :]}"
    insert = parse(sql)
    end = insert.source.stop if bare else len(sql)
    start, stop = insert.target
    head = sql[:start]
    if bare and insert.alternative:
        head = sql[: insert.common.stop] + " INSERT INTO "
    alias = "" if insert.alias is None or not bare else _without_alias(sql, insert)
    if bare and insert.default_values:
        return f"{head}{name} DEFAULT VALUES"
    return f"{head}{name}{alias or sql[stop:end]}"


_HEAD: Final = 12
"""Tokens up to the end of the longest name of a target, and one more."""


def _leading_target(sql: str) -> Span | None:
    """
    Where the target stands, found without reading the rows; None where a WITH clause comes first.
    """
    tokens = lexer.head(sql, _HEAD)
    words = [token.word for token in tokens]
    if words[:1] != ["insert"] or "into" not in words[1:4]:
        return None
    first = last = words.index("into") + 1
    while last + 2 < len(tokens) and words[last + 1] == ".":
        last += 2
    return Span(tokens[first].start, tokens[last].stop) if first < len(tokens) else None


def _without_alias(sql: str, insert: Insert) -> str:
    """
    What follows the target, its alias left out: nothing but ON CONFLICT and RETURNING could mention it.
    """
    scan = Scan(sql)
    while scan.tokens[scan.at].start < insert.target.stop:
        scan.at += 1
    scan.expect("as")
    return f" {sql[scan.take().stop : insert.source.stop]}"


def _common(scan: Scan) -> Span:
    if scan.word != "with":
        return Span(0, 0)
    scan.at += 1
    while not (scan.word == "insert" and scan.tokens[scan.at - 1].word == ")"):
        if scan.ended:
            raise scan.error()
        _step(scan)
    return span(scan, 0, scan.at)


def _columns(scan: Scan) -> tuple[str, ...] | None:
    """
    (a, b) if that is what comes: a query in parentheses begins with a word of its own.
    """
    if scan.word != "(" or _begins_query(scan):
        return None
    scan.expect("(")
    columns = [scan.name()]
    while True:
        # a.b and a[1] are columns of composite and array type in PostgreSQL: the column is what counts here
        scan.text_until(",", ")")
        if not scan.accept(","):
            break
        columns.append(scan.name())
    scan.expect(")")
    return tuple(columns)


def _begins_query(scan: Scan) -> bool:
    inside = next((token.word for token in scan.tokens[scan.at :] if token.word != "("), "")
    return inside in {"select", "with", "values", "table", "from"}


def _tail(scan: Scan) -> tuple[Span | None, Span | None]:
    conflict = None
    if scan.word == "on":
        first = scan.at
        _skip_to(scan, ("returning",))
        conflict = span(scan, first, scan.at)
    if scan.ended:
        return conflict, None
    return conflict, span(scan, scan.at, len(scan.tokens))


def _skip_to(scan: Scan, *ends: Sequence[str]) -> None:
    """
    Go on to where one of these word sequences begins, or to the end.
    """
    while not scan.ended:
        for end in ends:
            if tuple(token.word for token in scan.tokens[scan.at : scan.at + len(end)]) == tuple(end):
                return
        _step(scan)


def _step(scan: Scan) -> None:
    """
    One token on, or past the parentheses that open here.
    """
    if scan.word == "(":
        scan.parenthesised()
    else:
        scan.take()
