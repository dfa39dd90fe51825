"""
ON CONFLICT of an INSERT, read (PostgreSQL 15, INSERT, "ON CONFLICT Clause").

    ON CONFLICT [( column [, ...] ) [WHERE ...] | ON CONSTRAINT name] DO NOTHING
    ON CONFLICT  ...                                                  DO UPDATE SET ... [WHERE ...]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import Span, span
from pggate.translate.writing import changes

if TYPE_CHECKING:
    from pggate.translate.writing.changes import Assignment

EXCLUDED = "excluded"
"""What a row proposed for insertion is called."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    One ON CONFLICT clause.

    Args:
        sql: The INSERT that it stands in.
        columns: Of its target; None where an expression stands among them.
        position: Where the target stands, from 1.
        constraint: Of ON CONSTRAINT; "" without.
        updates: DO UPDATE, else DO NOTHING.
        assignments: What SET says.
        assigned: Where SET and its list stand.
        condition: Where the condition of DO UPDATE stands, without WHERE; empty if there is none.

    """

    sql: str
    columns: tuple[str, ...] | None
    position: int
    constraint: str
    updates: bool
    assignments: tuple[Assignment, ...]
    assigned: Span
    condition: Span

    @property
    def has_target(self) -> bool:
        """
        True if it says which key is meant.
        """
        return self.columns is None or bool(self.columns or self.constraint)

    def update(self, common: Span, target: str, proposed: str) -> Rewritten:
        """
        The UPDATE that DO UPDATE is.

        Args:
            common: Where the statement's WITH clause stands.
            target: What is updated.
            proposed: From which rows.

        """
        start, stop = self.assigned
        edits = [Edit(common.stop, start, f" UPDATE {target} " if common.stop else f"UPDATE {target} ")]
        if self.condition.start < self.condition.stop:
            edits.append(Edit(stop, self.condition.start, f" FROM {proposed} WHERE "))
            stop = self.condition.stop
        else:
            proposed = f" FROM {proposed}"
            edits.append(Edit(stop, stop, proposed))
        edits.append(Edit(stop, len(self.sql), ""))
        return rewrite(self.sql, edits)


def conflict(sql: str, at: Span) -> Conflict:
    """
    The clause that stands there.

    Raises:
        SyntaxError: It is none of PostgreSQL's.

    """
    scan = Scan(sql)
    while scan.tokens[scan.at].start < at.start:
        scan.at += 1
    scan.tokens = tuple(token for token in scan.tokens if token.start < at.stop)
    start = scan.position
    scan.expect("on", "conflict")
    columns: tuple[str, ...] | None = ()
    position = scan.position
    constraint = ""
    if scan.accept("on", "constraint"):
        constraint = scan.name()
    elif scan.word == "(":
        columns = _columns(scan)
        if scan.accept("where"):
            scan.text_until("do")  # which rows a partial index is about: a full one is about all
    scan.expect("do")
    if scan.accept("nothing"):
        scan.end()
        nowhere = Span(at.stop, at.stop)
        return Conflict(sql, columns, position, constraint, False, (), nowhere, nowhere)
    scan.expect("update")
    if columns == () and not constraint:
        raise SqlSyntaxError(
            "ON CONFLICT DO UPDATE requires inference specification or constraint name",
            hint="For example, ON CONFLICT (column_name).",
            position=start,
        )
    first = scan.at
    scan.expect("set")
    assignments = changes.assigned(scan, "where")
    assigned = span(scan, first, scan.at)
    first = scan.at + 1
    condition = span(scan, first, len(scan.tokens)) if scan.accept("where") else Span(at.stop, at.stop)
    return Conflict(sql, columns, position, constraint, True, assignments, assigned, condition)


def _columns(scan: Scan) -> tuple[str, ...] | None:
    """
    Columns, each perhaps with a collation and an operator class, which no declared key has.
    """
    scan.expect("(")
    found: list[str] = []
    plain = True
    while True:
        if scan.word in {")", ","}:
            raise scan.error()
        if scan.token is not None and scan.token.is_name:
            found.append(scan.name())
        plain = not scan.text_until(",", ")") and plain
        if not scan.accept(","):
            break
    scan.expect(")")
    return tuple(found) if plain else None
