"""
CHECK constraints (PostgreSQL 15, 5.4.1): declared as keys are, and held: by rows from outside before they are
written (lake/checks.py), by what the engine itself writes after the statement, in its transaction.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import CheckViolation, DatatypeMismatch, PgError
from pggate.lake.checks import broken_check, check_table
from pggate.lake.topics import Check
from pggate.session.queries.known_checks import checks_of
from pggate.session.statement.plain_expressions import check_bound, check_words
from pggate.session.writing.declared_checks import OWN_ROWS
from pggate.translate.texts.statements import split
from pggate.types.table import BOOL, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.definitions import Relation
    from pggate.lake.declared import NamedKey
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

    Node = dict[str, Any]

_SELECT: Final = "SELECT "


def hold_checks(gateway: Gateway, cursors: Cursors, relation: Relation) -> None:
    """
    Hold the rows that the transaction has written to the topic's constraints.

    Raises:
        CheckViolation: 23514.

    """
    checks = checks_of(gateway, cursors, relation)
    if checks:
        name = qualified(relation.catalog, relation.schema, relation.name)
        check_table(cursors.lake, name, relation.name, checks, OWN_ROWS)


class CheckConstraints:
    """
    Those that one session's definitions declare.
    """

    def __init__(self, cursors: Cursors, analyst: Analyst) -> None:
        self._cursors = cursors
        self._analyst = analyst

    def read(self, relation: Relation, expression: str) -> tuple[tuple[str, ...], str, str]:
        """
        Args:
            expression: As it is written.

        Returns:
            The columns that it is about, the condition in the engine's words, and as it is shown.

        Raises:
            FeatureNotSupported: It has a query in it.
            UndefinedParameter: It has a parameter in it.
            DatatypeMismatch: It is no condition.
            PgError: It does not bind.

        """
        check_words(expression, "check constraint")
        name = qualified(relation.catalog, relation.schema, relation.name)
        (statement,) = split(f"{_SELECT}({expression}) FROM {name}")
        try:
            analysed = self._analyst.analyse(statement, describe=True)
        except PgError as error:
            error.position = None
            raise
        check_bound(self._cursors.binder, analysed, "check constraints")
        (column,) = analysed.columns or (None,)
        if column is not None and column.type not in (BOOL, UNKNOWN):
            raise DatatypeMismatch(f"argument of CHECK must be type boolean, not type {column.type.sql}")
        item = self._item(analysed.text)
        there = {one.name for one in self._cursors.binder.columns(f"{_SELECT}* FROM {name}")}
        columns = tuple(dict.fromkeys(n for node in _references(item) if (n := _bare(node)) in there))
        return columns, self._text(item), self._shown(expression)

    def verify(self, relation: Relation, key: NamedKey) -> None:
        """Raises CheckViolation 23514: a row that is there breaks it."""
        name = qualified(relation.catalog, relation.schema, relation.name)
        if broken_check(self._cursors.lake, name, [Check(key.name, key.condition)]) is not None:
            raise CheckViolation(
                f'check constraint "{key.name}" of relation "{relation.name}" is violated by some row'
            )

    def with_column_retyped(self, relation: Relation, key: NamedKey, column: str, of_type: str) -> NamedKey:
        """
        The constraint over a column that is about to have another type; as it is where what is shown of it
        does not read the same.

        Raises:
            PgError: It does not bind over that type.

        """
        if self._condition(relation, key.shown, column, "") != key.condition:
            return key
        return replace(key, condition=self._condition(relation, key.shown, column, of_type))

    def _condition(self, relation: Relation, shown: str, column: str, of_type: str) -> str:
        """
        Args:
            of_type: The column's, "" as it is.

        """
        name = qualified(relation.catalog, relation.schema, relation.name)
        items = ", ".join(
            f"CAST(NULL AS {of_type}) AS {quote_identifier(one.name)}"
            if of_type and one.name == column
            else quote_identifier(one.name)
            for one in self._cursors.binder.columns(f"{_SELECT}* FROM {name}")
        )
        (statement,) = split(f"{_SELECT}({shown}) FROM ({_SELECT}{items} FROM {name}) AS rows_")
        try:
            analysed = self._analyst.analyse(statement, describe=False)
        except PgError as error:
            error.position = None
            raise
        item = self._item(analysed.text)
        list(_references(item))
        return self._text(item)

    def with_column_renamed(self, key: NamedKey, old: str, new: str) -> NamedKey:
        """The constraint over a column's new name."""
        return replace(
            key, condition=self._renamed(key.condition, old, new), shown=self._renamed(key.shown, old, new)
        )

    def _renamed(self, expression: str, old: str, new: str) -> str:
        item = self._item(f"{_SELECT}{expression}")
        for node in _references(item):
            if _bare(node) == old:
                node["column_names"] = [new]
        return self._text(item)

    def _shown(self, expression: str) -> str:
        try:
            return self._text(self._item(f"{_SELECT}{expression}")).replace(" != ", " <> ")
        except PgError:  # it is in words that only a rule makes the engine's
            return f"({expression})"

    def _item(self, query: str) -> Node:
        item: Node = self._cursors.binder.tree(query)["node"]["select_list"][0]
        item["alias"] = ""
        return item

    def _text(self, item: Node) -> str:
        return self._cursors.binder.expression_text(item)


def _references(node: object) -> Iterator[Node]:
    """The columns in an expression."""
    if isinstance(node, list):
        for child in node:
            yield from _references(child)
    elif isinstance(node, dict):
        if node.get("class") == "COLUMN_REF":
            node["column_names"] = node["column_names"][-1:]  # of which relation is plain
            yield node
        for child in node.values():
            yield from _references(child)


def _bare(node: Node) -> str:
    return str(node["column_names"][-1])
