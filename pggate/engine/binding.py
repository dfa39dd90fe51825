"""
One session's view of the binder: statements in, what they are about out.  Only definitions are executed.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import duckdb

from pggate.engine import errors, plan_answers, syntax_trees
from pggate.engine.bound import Bound, Findings
from pggate.engine.interrupts import CANCELED
from pggate.engine.names import quote_identifier, search_path
from pggate.engine.parameters import require_numbers
from pggate.engine.result import ResultColumn
from pggate.engine.tokens import KEPT_SIZE, folded
from pggate.engine.unbindable import NotBindable, ParameterTypeUnknown, only, refusal
from pggate.errors import QueryCanceled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.engine.plan_answers import FunctionNames

# The statements whose plan says what they do
BINDABLE_STATEMENTS: Final = frozenset(
    {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE_INTO", "CREATE", "ALTER", "DROP", "COPY", "CALL"}
)


class BinderCursor:
    """
    A session's search_path, variables, temporary tables and open transaction on the binder.  Used by one
    thread at a time.

    Args:
        connection: A cursor of the binder's instance, ours alone.
        functions: All functions of this build.
        is_canceled: Whether its user has been interrupted.  Asked before every step of an analysis, each of
            which is short.
        stability: Of the functions of this build, by name.

    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        functions: FunctionNames,
        is_canceled: Callable[[], bool] = lambda: False,
        stability: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._connection = connection
        self._stability = stability
        self._functions = functions
        self._is_canceled = is_canceled
        self._default_catalog = "memory"
        self._definitions: list[tuple[str, Sequence[object]]] | None = None
        """What ran since `begin`; None outside a transaction."""
        self._parsed: tuple[str | None, str] = (None, "")
        """The last text whose tree was asked for, and the answer: the steps of an analysis ask in turn."""
        # the plan that comes back is not optimised anyway; optimising the call itself took 0.05 ms
        connection.execute("PRAGMA disable_optimizer")
        self._plan = connection.extract_statements("SELECT json_serialize_plan($1::VARCHAR)")[0]
        self._tree = connection.extract_statements("SELECT json_serialize_sql($1::VARCHAR)")[0]
        self._text = connection.extract_statements("SELECT json_deserialize_sql($1::JSON)")[0]

    def set_search_path(self, schemas: Sequence[tuple[str, str]]) -> None:
        """
        (catalog, schema) pairs, at least one; in the first one's catalog unqualified schemas are looked up.
        """
        self.execute("SET search_path = $1", [search_path(schemas)])
        self._default_catalog = schemas[0][0]

    def set_variable(self, name: str, value: object) -> None:
        self.execute(f"SET VARIABLE {quote_identifier(name)} = $1", [value])

    def begin(self) -> None:
        self.execute("BEGIN")
        self._definitions = []

    def rollback(self) -> None:
        """
        Back to what the binder has for everybody; nothing where no transaction is open.
        """
        self._definitions = None
        end_transaction(self._connection)

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """
        Run a definition on this cursor: temporary tables, or DDL between begin and rollback.
        """
        try:
            self._connection.execute(sql, list(parameters))
        except duckdb.Error as error:
            raise errors.from_exception(error, sql) from error
        if self._definitions is not None:
            self._definitions.append((sql, parameters))

    def _begin_again(self) -> None:
        """
        The open transaction as it was before an error.

        duckdb 1.5.5: where binding computes something (strftime's format), its error aborts the transaction.
        """
        if self._definitions is not None:
            definitions = self._definitions
            self.rollback()
            self.begin()
            for sql, parameters in definitions:
                self.execute(sql, parameters)

    def bind(self, sql: str) -> Bound:
        """
        What one statement is about; $n may stay open.

        Raises:
            PgError: The statement does not bind: names, types and syntax as the engine would say it.
            NotBindable: The statement has no plan that tells.
            ParameterTypeUnknown: A $n needs a cast.

        """
        statement = self._statement(sql)
        kind = statement.type.name
        if kind not in BINDABLE_STATEMENTS:
            raise NotBindable(f"{kind.replace('_', ' ')} cannot be checked before it runs")
        require_numbers(statement.named_parameters)
        findings = Findings(self._default_catalog)
        self._read(sql, findings, has_parameters=bool(statement.named_parameters))
        if findings.created is not None and findings.created.query is not None:
            self._read(self.text(findings.created.query), findings, has_parameters=False)
        return findings.bound(kind)

    def columns(self, sql: str) -> tuple[ResultColumn, ...]:
        """
        Names and types of what a SELECT (VALUES, FROM, SHOW …) without open $n returns.

        Raises:
            NotBindable: The text is anything else; duckdb's con.sql would execute it.
            ParameterTypeUnknown: A $n is left.

        """
        statement = self._statement(sql)
        if statement.type != duckdb.StatementType.SELECT:
            raise NotBindable("only the columns of a SELECT can be described")
        if statement.named_parameters:
            raise ParameterTypeUnknown("could not determine data type of a parameter")
        try:
            relation = self._connection.sql(statement.query)
        except duckdb.Error as error:
            self._begin_again()
            raise errors.from_exception(error, sql) from error
        return tuple(
            ResultColumn(name, str(of_type))
            for name, of_type in zip(relation.columns, relation.types, strict=True)
        )

    def tree(self, sql: str) -> dict[str, Any]:
        """
        DuckDB's syntax tree of a SELECT: {"node": …, "named_param_map": …}; unquoted names are folded.

        Raises:
            NotBindable: The text is not one SELECT.
            PgError: It does not parse.

        """
        self._check_canceled()
        text = folded(sql)
        known, answer = self._parsed
        if text != known:
            answer = self._call(self._tree, text)
            self._parsed = (text, answer) if len(text) <= KEPT_SIZE else (None, "")
        return syntax_trees.of_answer(json.loads(answer), sql)

    def text(self, tree: Mapping[str, Any]) -> str:
        """
        The SQL of a syntax tree; names keep their case.
        """
        return syntax_trees.text_of(tree, self._call(self._text, syntax_trees.argument(tree)))

    def expression_text(self, expression: Mapping[str, Any]) -> str:
        """
        The SQL of one parsed expression, such as a column's default.
        """
        return self.text(syntax_trees.selecting(expression)).removeprefix("SELECT ")

    def plans(self, sql: str) -> Sequence[Mapping[str, Any]]:
        """
        DuckDB's plans of a query, as json_serialize_plan has them.

        Raises:
            PgError: It does not bind.

        """
        answer = json.loads(self._call(self._plan, folded(sql)))
        if answer["error"]:
            raise refusal(answer, sql, has_parameters=True)
        plans: Sequence[Mapping[str, Any]] = answer["plans"]
        return plans

    def stability(self, name: str) -> str | None:
        """
        What duckdb_functions() says of functions of this name: CONSISTENT, CONSISTENT_WITHIN_QUERY or
        VOLATILE, the worst; None of what this build does not have itself.
        """
        return self._stability.get(name)

    def statement_type(self, sql: str) -> str:
        """
        DuckDB's statement type of one statement: SELECT, INSERT, CREATE, ….
        """
        return str(self._statement(sql).type.name)

    def parses(self, sql: str) -> bool:
        """
        Whether DuckDB's grammar takes the text.
        """
        self._check_canceled()
        try:
            self._connection.extract_statements(sql)
        except duckdb.Error:
            return False
        return True

    def close(self) -> None:
        self._connection.close()

    def _read(self, sql: str, findings: Findings, *, has_parameters: bool) -> None:
        written = self._call(self._plan, folded(sql))
        plan_answers.read(written, sql, findings, has_parameters=has_parameters)
        self._functions.add_called(sql, findings)

    def _check_canceled(self) -> None:
        if self._is_canceled():
            raise QueryCanceled(CANCELED)

    def _statement(self, sql: str) -> duckdb.Statement:
        self._check_canceled()
        try:
            statements = self._connection.extract_statements(sql)
        except duckdb.Error as error:
            raise errors.from_exception(error, sql) from error
        return only(statements)

    def _call(self, statement: duckdb.Statement, argument: str) -> str:
        self._check_canceled()
        try:
            (answer,) = self._connection.execute(statement, {"1": argument}).fetchall()
        except duckdb.Error as error:
            raise errors.from_exception(error) from error
        return str(answer[0])


def end_transaction(connection: duckdb.DuckDBPyConnection) -> None:
    """
    ROLLBACK, which is an error where no transaction is open: duckdb 1.5.5 ends it at some errors by itself.
    """
    try:
        connection.execute("ROLLBACK")
    except duckdb.TransactionException:
        return
