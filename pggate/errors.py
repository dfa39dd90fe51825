"""
Everything a client can be told went wrong: one class per SQLSTATE, one shape.

Codes and names are those of PostgreSQL 15, appendix A (errcodes.txt).  A PgError travels unchanged from
the place that knows what happened to the ErrorResponse that says it.  Imports nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class PgError(Exception):
    """
    An error as PostgreSQL reports it (PostgreSQL 15, 55.8 "Error and Notice Message Fields").

    Args:
        message: The primary message, one line, lower case, without a final stop.
        sqlstate: Five characters; the class's own where it is not given.
        detail: More about the problem.
        hint: What the user can do next.
        position: Where in the statement's text as the client sent it, in characters from 1.
        routine: PostgreSQL's function that reports it, where drivers know the error by that.
        context: Where in the work it happened (``COPY t, line 3, column b: "x"``).
        schema, table, column: What a constraint is about that is broken.

    """

    sqlstate: ClassVar[str] = "XX000"

    def __init__(
        self,
        message: str,
        *,
        sqlstate: str | None = None,
        detail: str | None = None,
        hint: str | None = None,
        position: int | None = None,
        routine: str | None = None,
        context: str | None = None,
        schema: str | None = None,
        table: str | None = None,
        column: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = sqlstate or type(self).sqlstate
        self.detail = detail
        self.hint = hint
        self.position = position
        self.routine = routine
        self.context = context
        self.schema = schema
        self.table = table
        self.column = column

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code}: {self.message})"


@dataclass(frozen=True, slots=True)
class Notice:
    """
    Something the client should know and nothing failed; severity as in PostgreSQL 15, 55.8.
    """

    message: str
    sqlstate: str = "00000"
    severity: str = "NOTICE"
    detail: str | None = None
    hint: str | None = None


# fmt: off
class ProtocolViolation(PgError):                sqlstate = "08P01"
class FeatureNotSupported(PgError):              sqlstate = "0A000"
class CardinalityViolation(PgError):             sqlstate = "21000"
class DataError(PgError):                        sqlstate = "22000"
class StringDataRightTruncation(PgError):        sqlstate = "22001"
class NumericValueOutOfRange(PgError):           sqlstate = "22003"
class InvalidDatetimeFormat(PgError):            sqlstate = "22007"
class DatetimeFieldOverflow(PgError):            sqlstate = "22008"
class DivisionByZero(PgError):                   sqlstate = "22012"
class CharacterNotInRepertoire(PgError):         sqlstate = "22021"
class InvalidParameterValue(PgError):            sqlstate = "22023"
class ArraySubscriptError(PgError):              sqlstate = "2202E"
class SequenceGeneratorLimitExceeded(PgError):   sqlstate = "2200H"
class InvalidTextRepresentation(PgError):        sqlstate = "22P02"
class InvalidBinaryRepresentation(PgError):      sqlstate = "22P03"
class BadCopyFileFormat(PgError):                sqlstate = "22P04"
class NotNullViolation(PgError):                 sqlstate = "23502"
class UniqueViolation(PgError):                  sqlstate = "23505"
class CheckViolation(PgError):                   sqlstate = "23514"
class InvalidCursorState(PgError):               sqlstate = "24000"
class ActiveSqlTransaction(PgError):             sqlstate = "25001"
class ReadOnlySqlTransaction(PgError):           sqlstate = "25006"
class NoActiveSqlTransaction(PgError):           sqlstate = "25P01"
class InFailedSqlTransaction(PgError):           sqlstate = "25P02"
class IdleInTransactionSessionTimeout(PgError):  sqlstate = "25P03"
class InvalidSqlStatementName(PgError):          sqlstate = "26000"
class InvalidAuthorizationSpecification(PgError): sqlstate = "28000"
class InvalidPassword(PgError):                  sqlstate = "28P01"
class DependentObjectsStillExist(PgError):       sqlstate = "2BP01"
class InvalidCursorName(PgError):                sqlstate = "34000"
class InvalidSavepointSpecification(PgError):    sqlstate = "3B001"
class InvalidCatalogName(PgError):               sqlstate = "3D000"
class InvalidSchemaName(PgError):                sqlstate = "3F000"
class SerializationFailure(PgError):             sqlstate = "40001"
class DeadlockDetected(PgError):                 sqlstate = "40P01"
class SyntaxErrorOrAccessRuleViolation(PgError): sqlstate = "42000"
class InsufficientPrivilege(PgError):            sqlstate = "42501"
class SyntaxError(PgError):                      sqlstate = "42601"  # noqa: A001 PostgreSQL's name for 42601
class InvalidName(PgError):                      sqlstate = "42602"
class NameTooLong(PgError):                      sqlstate = "42622"
class DuplicateColumn(PgError):                  sqlstate = "42701"
class AmbiguousColumn(PgError):                  sqlstate = "42702"
class UndefinedColumn(PgError):                  sqlstate = "42703"
class UndefinedObject(PgError):                  sqlstate = "42704"
class DuplicateObject(PgError):                  sqlstate = "42710"
class DuplicateAlias(PgError):                   sqlstate = "42712"
class DuplicateFunction(PgError):                sqlstate = "42723"
class AmbiguousFunction(PgError):                sqlstate = "42725"
class GroupingError(PgError):                    sqlstate = "42803"
class DatatypeMismatch(PgError):                 sqlstate = "42804"
class WrongObjectType(PgError):                  sqlstate = "42809"
class CannotCoerce(PgError):                     sqlstate = "42846"
class UndefinedFunction(PgError):                sqlstate = "42883"
class UndefinedTable(PgError):                   sqlstate = "42P01"
class UndefinedParameter(PgError):               sqlstate = "42P02"
class DuplicateCursor(PgError):                  sqlstate = "42P03"
class DuplicateDatabase(PgError):                sqlstate = "42P04"
class DuplicatePreparedStatement(PgError):       sqlstate = "42P05"
class DuplicateSchema(PgError):                  sqlstate = "42P06"
class DuplicateTable(PgError):                   sqlstate = "42P07"
class AmbiguousParameter(PgError):               sqlstate = "42P08"
class InvalidCursorDefinition(PgError):          sqlstate = "42P11"
class InvalidColumnReference(PgError):           sqlstate = "42P10"
class InvalidTableDefinition(PgError):           sqlstate = "42P16"
class IndeterminateDatatype(PgError):            sqlstate = "42P18"
class InsufficientResources(PgError):            sqlstate = "53000"
class DiskFull(PgError):                         sqlstate = "53100"
class OutOfMemory(PgError):                      sqlstate = "53200"
class TooManyConnections(PgError):               sqlstate = "53300"
class ConfigurationLimitExceeded(PgError):       sqlstate = "53400"
class ProgramLimitExceeded(PgError):             sqlstate = "54000"
class StatementTooComplex(PgError):              sqlstate = "54001"
class TooManyColumns(PgError):                   sqlstate = "54011"
class ObjectInUse(PgError):                      sqlstate = "55006"
class ObjectNotInPrerequisiteState(PgError):     sqlstate = "55000"
class LockNotAvailable(PgError):                 sqlstate = "55P03"
class QueryCanceled(PgError):                    sqlstate = "57014"
class AdminShutdown(PgError):                    sqlstate = "57P01"
class CrashShutdown(PgError):                    sqlstate = "57P02"
class CannotConnectNow(PgError):                 sqlstate = "57P03"
class IoError(PgError):                          sqlstate = "58030"
class InternalError(PgError):                    sqlstate = "XX000"
class DataCorrupted(PgError):                    sqlstate = "XX001"
# fmt: on
