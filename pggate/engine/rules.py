"""
What DuckDB says and what PostgreSQL says in its place: one row per kind of failure, first match wins.

A row matches by DuckDB's exception type (lower case), by the object type and subtype of the structured error
where these are given, and by a pattern on the message (its first line before the others).  Named groups of the
pattern and the fields of the structured error are what the row's own wording is made of; a row without wording
keeps DuckDB's first line.
SQLSTATEs: PostgreSQL 15, appendix A.  Every pattern was read from duckdb 1.5.5.
"""
# ruff: noqa: E501 rows of a table are read across, and patterns are not broken

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from pggate import errors as pg


@dataclass(frozen=True, slots=True)
class Rule:
    """
    Args:
        exception: DuckDB's exception type in lower case; None = any.
        error: The PgError class, or the SQLSTATE where no class is named for it.
        pattern: Searched in DuckDB's message.
        subject: The `type` of a structured error ("Table", "Scalar Function", …); None = any.
        subtype: The `error_subtype` of a structured error; None = any.
        message: Wording with {group}s; None = DuckDB's first line.

    """

    exception: str | None
    error: type[pg.PgError] | str
    pattern: str = ""
    subject: str | None = None
    subtype: str | None = None
    message: str | None = None
    detail: str | None = None
    hint: str | None = None
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern, re.DOTALL))


CASTS: Final = "No {0} matches the given name and argument types. You might need to add explicit type casts."
ONE_DATABASE: Final = "Write the second database in a transaction of its own."
RETRY: Final = "Run the transaction again."

# fmt: off
RULES: Final[tuple[Rule, ...]] = (
    # --- what stopped a statement from outside
    Rule("interrupt", pg.QueryCanceled, message="canceling statement due to user request"),
    Rule("out of memory", pg.ConfigurationLimitExceeded, r"max_temp_directory_size",
         message="temporary file size exceeds the configured limit"),
    Rule("out of memory", pg.OutOfMemory, r"(?P<what>.*)", message="out of memory", detail="{what}"),
    Rule(None, pg.DiskFull, r"No space left on device", message="could not write to file: No space left on device"),
    # both say the connection string, with its password
    Rule(None, pg.IoError, r"Unable to connect to Postgres at .* port (?P<port>\d+) failed: (?P<why>.*?)\s*(\\|\n|$)",
         message="the PostgreSQL catalog at port {port} does not answer: {why}"),
    Rule(None, pg.IoError, r"Unable to connect to Postgres at|at path \+ \W*postgres:",
         message="the PostgreSQL catalog cannot be opened"),
    Rule("io", pg.ObjectInUse, r"[Cc]ould not set lock on file \"(?P<file>[^\"]*)\"",
         message='file "{file}" is being used by another process'),
    Rule("binder", pg.ObjectInUse, r"Unique file handle conflict: Cannot attach.*database file \"(?P<file>[^\"]*)\"",
         message='file "{file}" is already attached'),

    # --- transactions
    Rule("transactioncontext", pg.SerializationFailure, r"Transaction conflict|Conflict on|[Cc]onflict",
         message="could not serialize access due to concurrent update", detail="{line}", hint=RETRY),
    Rule(None, pg.SerializationFailure, r"Exceeded the maximum retry count",
         message="could not serialize access due to concurrent update", detail="{line}", hint=RETRY),
    Rule("transactioncontext", pg.ReadOnlySqlTransaction, r"read-only mode",
         message="cannot execute a writing statement in a read-only transaction"),
    Rule("transactioncontext", pg.FeatureNotSupported, r"single transaction can only write to a single attached database",
         message="a transaction can write to one database only", hint=ONE_DATABASE),
    Rule("transactioncontext", pg.InFailedSqlTransaction, r"Current transaction is aborted",
         message="current transaction is aborted, commands ignored until end of transaction block"),
    Rule("transactioncontext", pg.ActiveSqlTransaction, r"cannot start a transaction within a transaction",
         message="there is already a transaction in progress"),
    Rule("transactioncontext", pg.NoActiveSqlTransaction, r"no transaction is active",
         message="there is no transaction in progress"),
    Rule("transactioncontext", pg.SerializationFailure, r"Failed to commit", detail="{line}", hint=RETRY,
         message="could not serialize access due to concurrent update"),
    Rule("transactioncontext", "25000"),
    Rule("invalid input", pg.ReadOnlySqlTransaction, r"attached in read-only mode",
         message="cannot execute a writing statement in a read-only database"),

    # --- constraints
    Rule("constraint", pg.NotNullViolation, r"NOT NULL constraint failed: (?P<table>.+)\.(?P<column>[^.]+)$",
         message='null value in column "{column}" of relation "{table}" violates not-null constraint'),
    Rule("constraint", pg.UniqueViolation, r"Duplicate key \"(?P<key>.*): (?P<value>.*)\" violates primary key",
         message="duplicate key value violates primary key constraint", detail="Key ({key})=({value}) already exists."),
    Rule("constraint", pg.UniqueViolation, r"Duplicate key \"(?P<key>.*): (?P<value>.*)\" violates unique",
         message="duplicate key value violates unique constraint", detail="Key ({key})=({value}) already exists."),
    Rule("constraint", pg.UniqueViolation, r"(PRIMARY KEY or UNIQUE|unique|primary key) constraint",
         message="duplicate key value violates unique constraint"),
    Rule("constraint", pg.CheckViolation, r"CHECK constraint failed on table (?P<table>.+?) with expression (?P<check>.*)",
         message='new row for relation "{table}" violates check constraint', detail="{check}"),
    Rule("constraint", "23503", r"[Ff]oreign key", message="insert or update violates foreign key constraint",
         detail="{line}"),
    Rule("constraint", "23000"),

    # --- values
    Rule(None, pg.InvalidParameterValue, r"interval cannot be 0", message="step size cannot equal zero"),
    # a uuid is an INT128 to DuckDB's messages; no number of so few digits is out of range
    Rule("conversion", pg.InvalidTextRepresentation, r"Could not convert string '(?P<value>[-+]?\d{1,37})' to INT128(?: when .*)?$",
         message='invalid input syntax for type uuid: "{value}"'),
    Rule("conversion", pg.NumericValueOutOfRange, r"Could not convert string '(?P<value>[-+]?\d[\d.]*(?:[eE][-+]?\d+)?)' to (?P<to>U?INT\d+)(?: when .*)?$",
         message='value "{value}" is out of range for type {to:type}'),
    Rule("conversion", pg.InvalidTextRepresentation, r"Could not convert string '(?P<value>.*)' to INT128(?: when .*)?$",
         message='invalid input syntax for type uuid: "{value}"'),
    Rule("conversion", pg.InvalidTextRepresentation, r"Could not convert string '(?P<value>.*)' to UINT(8|16|32)(?: when .*)?$",
         message='invalid input value for enum: "{value}"'),
    Rule("conversion", pg.InvalidDatetimeFormat, r"Could not convert string '(?P<value>.*)' to INTERVAL$",
         message='invalid input syntax for type interval: "{value}"'),
    Rule("conversion", pg.NumericValueOutOfRange, r"Could not convert string ['\"][-+]?\d[\d.]*(?:[eE][-+]?\d+)?['\"] to DECIMAL\((?P<width>\d+),(?P<scale>\d+)\)",
         message="numeric field overflow",
         detail="A field with precision {width}, scale {scale} cannot hold the value."),
    Rule("conversion", pg.InvalidTextRepresentation, r"Could not convert string ['\"](?P<value>.*)['\"] to DECIMAL",
         message='invalid input syntax for type numeric: "{value}"'),
    Rule("conversion", pg.InvalidTextRepresentation, r"Could not convert string ['\"](?P<value>.*)['\"] to (?P<to>[A-Z0-9]+(?: [A-Z]+)*)",
         message='invalid input syntax for type {to:type}: "{value}"'),
    Rule("conversion", pg.InvalidDatetimeFormat, r"invalid (?P<to>date|timestamp|time) field format: \"(?P<value>.*)\", expected",
         message='invalid input syntax for type {to}: "{value}"'),
    Rule("conversion", pg.InvalidDatetimeFormat, r"^time field value out of range: \"(?P<value>[^:\"]*)\"",
         message='invalid input syntax for type time: "{value}"'),
    Rule("conversion", pg.DatetimeFieldOverflow, r"(date|time|timestamp)[^\"]* out of range: \"(?P<value>.*)\"",
         message='date/time field value out of range: "{value}"'),
    Rule("conversion", pg.DatetimeFieldOverflow, r"Date out of range: (?P<value>.*)",
         message="date field value out of range: {value}"),
    Rule("conversion", pg.InvalidParameterValue, r"extract specifier \"(?P<unit>.*)\" not recognized",
         message='unit "{unit}" not recognized'),
    Rule("conversion", pg.NumericValueOutOfRange, r"with value .* can't be cast because the value is out of range for the destination type (?P<to>.*)$",
         message="{to:type} out of range"),
    Rule("conversion", pg.NumericValueOutOfRange, r"(Casting value \"(.*)\" to type DECIMAL|Could not cast value .* to DECIMAL)\((?P<width>\d+),(?P<scale>\d+)\)",
         message="numeric field overflow",
         detail="A field with precision {width}, scale {scale} cannot hold the value."),
    Rule("conversion", pg.NumericValueOutOfRange, r"Failed to cast decimal value .* to type (?P<to>U?INT\d+)",
         message="{to:type} out of range"),
    Rule("conversion", pg.NumericValueOutOfRange, r"out of range"),
    Rule("conversion", pg.InvalidTextRepresentation, r"Malformed JSON", message="invalid input syntax for type json",
         detail="{line}"),
    Rule("conversion", pg.InvalidTextRepresentation, r"Type VARCHAR with value '(?P<value>.*)' can't be cast to the destination type (?P<to>.*)\[\d*\]$",
         message='malformed array literal: "{value}"'),
    Rule("conversion", pg.InvalidTextRepresentation, r"Type VARCHAR with value '(?P<value>.*)' can't be cast to the destination type (?P<to>.*)$",
         message='invalid input syntax for type {to:type}: "{value}"'),
    Rule("conversion", pg.InvalidTextRepresentation, r"string -> blob conversion of string \"(?P<value>.*)\":",
         message='invalid input syntax for type bytea: "{value}"'),
    Rule("conversion", "42846", r"Unimplemented type for cast \((?P<source>.*) -> (?P<to>.*)\)",
         message="cannot cast type {source:type} to {to:type}"),
    Rule("conversion", pg.InvalidTextRepresentation),
    Rule("mismatch type", pg.DatatypeMismatch),
    Rule("invalid type", pg.DatatypeMismatch),
    Rule("unknown type", pg.UndefinedObject),
    Rule("divide by zero", pg.DivisionByZero, message="division by zero"),
    Rule("out of range", "2201F", r"square root of a negative", message="cannot take square root of a negative number"),
    Rule("out of range", "2201E", r"(?P<what>cannot take logarithm of .*)", message="{what}"),
    Rule("out of range", pg.NumericValueOutOfRange, r"Overflow in .* of (?P<to>U?INT\d+|[A-Z]+)",
         message="{to:type} out of range"),
    Rule("out of range", pg.ProgramLimitExceeded, r"maximum supported string size|Cannot create a string of size"),
    Rule("out of range", pg.DatetimeFieldOverflow, r"(?i)\b(date|timestamp|time|interval)\b"),
    Rule("out of range", pg.NumericValueOutOfRange),
    Rule("decimal", pg.NumericValueOutOfRange),
    Rule("object size", pg.ProgramLimitExceeded),
    Rule("invalid input", pg.CardinalityViolation, r"More than one row returned by a subquery",
         message="more than one row returned by a subquery used as an expression"),
    Rule("invalid input", pg.InvalidTextRepresentation, r"Malformed JSON", message="invalid input syntax for type json",
         detail="{line}"),
    Rule("invalid input", pg.UndefinedParameter,
         r"Values were not provided for the following prepared statement parameters: (?P<number>\w+)",
         message="there is no parameter ${number}"),
    Rule("invalid input", "2201B", r"^(missing |invalid |no argument for |bad |unexpected |trailing )",
         message="invalid regular expression: {line}"),
    Rule("invalid input", pg.DuplicateObject, r"Attempted to create ENUM type with duplicate value (?P<value>.*)",
         message='enum label "{value}" used more than once'),
    Rule("invalid input", pg.UndefinedObject, r"^unrecognized configuration parameter \""),
    Rule("invalid input", pg.ArraySubscriptError, r"^number of elements to trim must be between"),
    Rule("invalid input", pg.NumericValueOutOfRange, r"is undefined outside|^input value .* is out of range for numeric function",
         message="input is out of range"),
    Rule("invalid input", pg.DatetimeFieldOverflow, r"^Cannot subtract infinite timestamps",
         message="cannot subtract infinite timestamps"),
    Rule("invalid input", pg.InvalidParameterValue, r"No snapshot found"),
    Rule("invalid input", pg.InvalidDatetimeFormat, r"according to format specifier|Failed to parse format specifier"),
    Rule("invalid input", pg.FeatureNotSupported, r"does not support serialization|not supported|unsupported"),
    Rule("invalid input", pg.InsufficientPrivilege, r"configuration has been locked|disabled through configuration"),
    Rule("not implemented", pg.InvalidParameterValue, r"Unknown TimeZone '(?P<zone>.*)'",
         message='time zone "{zone}" not recognized'),

    # --- names that do not exist
    Rule("catalog", pg.InvalidSchemaName, subject="Schema", subtype="MISSING_ENTRY", message='schema "{name}" does not exist'),
    Rule("catalog", pg.UndefinedTable, subject="Table", subtype="MISSING_ENTRY", message='relation "{name}" does not exist'),
    Rule("catalog", pg.UndefinedTable, subject="View", subtype="MISSING_ENTRY", message='view "{name}" does not exist'),
    Rule("catalog", pg.UndefinedTable, subject="Sequence", subtype="MISSING_ENTRY", message='relation "{name}" does not exist'),
    Rule("catalog", pg.UndefinedObject, subject="Index", subtype="MISSING_ENTRY", message='index "{name}" does not exist'),
    Rule("catalog", pg.UndefinedObject, subject="Type", subtype="MISSING_ENTRY", message='type "{name}" does not exist'),
    Rule("catalog", pg.UndefinedObject, subject="Collation", subtype="MISSING_ENTRY",
         message='collation "{name}" for encoding "UTF8" does not exist'),
    Rule("catalog", pg.UndefinedFunction, subtype="MISSING_ENTRY", pattern=r"(Function|Macro).* with name",
         message="function {name} does not exist", hint=CASTS.format("function")),
    Rule("catalog", pg.UndefinedObject, r"unrecognized configuration parameter \"(?P<setting>[^\"]*)\"",
         message='unrecognized configuration parameter "{setting}"'),
    Rule("catalog", pg.UndefinedTable, r"Table with name \"(?P<table>.*)\" does not exist because schema",
         message='relation "{table}" does not exist'),
    Rule("catalog", pg.UndefinedTable, r"Table with name \"?(?P<table>.*?)\"? does not exist", message='relation "{table}" does not exist'),
    Rule("catalog", pg.InvalidCatalogName, r"Catalog with name (?P<database>.*) does not exist",
         message='database "{database}" does not exist'),
    Rule("catalog", pg.InvalidSchemaName, r"No catalog \+ schema named \"(?P<schema>.*)\" found",
         message='schema "{schema}" does not exist'),
    Rule("catalog", pg.InvalidSchemaName, r"Schema with name \"?(?P<schema>.*?)\"? does not exist", message='schema "{schema}" does not exist'),
    Rule("catalog", pg.UndefinedColumn, r"Failed to rename column - column (?P<column>.*) does not exist",
         message='column "{column}" does not exist'),
    Rule("catalog", pg.UndefinedFunction, r"is (not )?an? (table|scalar|aggregate|window)? ?function"),
    Rule("catalog", pg.UndefinedFunction, r"Function with name \"(?P<name>.*)\" is not in the catalog",
         message="function {name} does not exist", hint=CASTS.format("function")),
    Rule("catalog", pg.UndefinedObject, r"Setting with name \"(?P<name>.*)\" is not in the catalog",
         message='unrecognized configuration parameter "{name}"'),
    Rule("catalog", pg.UndefinedObject, r"(?P<kind>\w+) with name \"(?P<name>.*)\" is not in the catalog",
         message='{kind:lower} "{name}" does not exist'),
    Rule("catalog", pg.UndefinedObject, r"does not exist"),
    Rule("binder", pg.InvalidCatalogName, r"Catalog \"(?P<database>.*)\" does not exist",
         message='database "{database}" does not exist'),
    Rule("binder", pg.InvalidCatalogName, r"database with name \"(?P<database>.*)\": database not found",
         message='database "{database}" does not exist'),
    Rule("binder", pg.InvalidSchemaName, r"Schema \"(?P<schema>.*?)\" not found in", message='schema "{schema}" does not exist'),
    Rule("binder", pg.UndefinedColumn, subtype="COLUMN_NOT_FOUND", message='column "{name}" does not exist'),
    Rule("binder", pg.UndefinedColumn, r"(?:Table|Values list) \"(?P<table>.*?)\" does not have a column named \"(?P<column>.*?)\"",
         message="column {table}.{column} does not exist"),
    Rule("binder", pg.UndefinedColumn, r"Table \"(?P<table>.*?)\" does not have a column with name \"(?P<column>.*?)\"",
         message='column "{column}" of relation "{table}" does not exist'),
    Rule("binder", pg.UndefinedColumn, r"Referenced update column (?P<column>.*?) not found in table",
         message='column "{column}" does not exist'),
    Rule("binder", pg.UndefinedColumn, r"Column \"(?P<column>.*?)\" does not exist on (?P<side>left|right) side of join",
         message='column "{column}" specified in USING clause does not exist in {side} table'),
    Rule("binder", pg.UndefinedColumn, r"Could not find key \"(?P<column>.*?)\" in struct",
         message='column "{column}" not found in data type record'),
    Rule("binder", pg.UndefinedTable, r"Referenced table \"(?P<table>.*?)\" not found",
         message='missing FROM-clause entry for table "{table}"'),
    Rule("binder", pg.UndefinedFunction, subtype="NO_MATCHING_FUNCTION", message="{call:call}", hint=CASTS.format("function or operator")),
    Rule("binder", pg.UndefinedFunction, r"Could not choose a best candidate function for the function call \"(?P<call>.*?\))\"",
         message="{call:call}", hint=CASTS.format("function or operator")),
    Rule("binder", pg.InvalidSqlStatementName, r"Prepared statement \"(?P<statement>.*)\" does not exist",
         message='prepared statement "{statement}" does not exist'),

    # --- names that exist already or mean two things
    Rule("catalog", pg.DuplicateColumn, r"Column with name (?P<column>.*) already exists",
         message='column "{column}" specified more than once'),
    Rule("catalog", pg.DuplicateSchema, r"Schema with name \"(?P<schema>.*)\" already exists",
         message='schema "{schema}" already exists'),
    Rule("catalog", pg.DuplicateTable, r"(Table|View|Index|Sequence) with name \"(?P<table>.*)\" already exists",
         message='relation "{table}" already exists'),
    Rule("catalog", pg.DuplicateFunction, r"(Function|Macro).* with name \"(?P<function>.*)\" already exists",
         message='function "{function}" already exists'),
    Rule("catalog", pg.DuplicateObject, r"with name \"(?P<object>.*)\" already exists", message='"{object}" already exists'),
    Rule("catalog", pg.DuplicateObject, r"already exists"),
    Rule("binder", pg.DuplicateTable, r"Cannot rename table .* to (?P<table>.*), since .* already exists",
         message='relation "{table}" already exists'),
    Rule("binder", pg.DuplicateDatabase, r"database with name \"(?P<database>.*)\" already exists",
         message='database "{database}" already exists'),
    Rule("binder", pg.DuplicateColumn, r"Duplicate column name \"(?P<column>.*)\" in INSERT",
         message='column "{column}" specified more than once'),
    Rule("binder", pg.AmbiguousColumn, r"Ambiguous reference to column name \"(?P<column>.*?)\"",
         message='column reference "{column}" is ambiguous'),
    Rule("binder", pg.DuplicateAlias, r"Ambiguous reference to table \"(.*\.)?(?P<table>.*?)\" \(duplicate alias",
         message='table name "{table}" specified more than once'),
    Rule("parser", pg.DuplicateAlias, r"Duplicate CTE name \"(?P<name>.*)\"",
         message='WITH query name "{name}" specified more than once'),
    Rule("catalog", pg.WrongObjectType, r"Existing object (?P<name>.*) is of type (?P<type>\w+), trying to \w+ (with )?type (?P<other>\w+)",
         message='"{name}" is not a {other:lower}'),
    Rule("catalog", pg.DependentObjectsStillExist, r"Cannot drop .*?\"(?P<name>[^\"]*)\" because there are entries that depend on it",
         message='cannot drop "{name}" because other objects depend on it',
         hint="Use DROP ... CASCADE to drop the dependent objects too."),
    Rule("dependency", pg.DependentObjectsStillExist, r"Cannot (drop|alter) entry \"(?P<name>[^\"]*)\"",
         message='cannot change "{name}" because other objects depend on it',
         hint="Use DROP ... CASCADE to drop the dependent objects too."),
    Rule("dependency", pg.DependentObjectsStillExist),

    # --- statements that make no sense
    Rule("parser", pg.CharacterNotInRepertoire, r"pg_verifymbstr", message='invalid byte sequence for encoding "UTF8"'),
    Rule("parser", pg.StatementTooComplex, r"Max expression depth limit",
         message="stack depth limit exceeded", hint="Write the statement with fewer levels of nesting."),
    Rule("binder", pg.StatementTooComplex, r"Max expression depth limit|Maximum recursion depth",
         message="stack depth limit exceeded", hint="Write the statement with fewer levels of nesting."),
    Rule("parser", pg.SyntaxError, subtype="SYNTAX_ERROR"),
    Rule("parser", pg.SyntaxError, r"VALUES lists must all be the same length", message="VALUES lists must all be the same length"),
    Rule("parser", pg.FeatureNotSupported, r"not (yet )?supported"),
    Rule("parser", pg.InvalidParameterValue, r"Memory must|Unknown unit"),
    Rule("parser", pg.SyntaxError),
    Rule("syntax", "22025", r"Like pattern must not end", message="LIKE pattern must not end with escape character"),
    Rule("syntax", "22025", r"Invalid escape string", message="invalid escape string",
         hint="Escape string must be empty or one character."),
    Rule("syntax", pg.SyntaxError),
    Rule("binder", pg.GroupingError, r"(?P<what>column \".*?\" must appear in the GROUP BY clause)",
         message="{what} or be used in an aggregate function"),
    Rule("binder", pg.GroupingError, r"(?P<clause>[A-Z ]+) clause cannot contain aggregates",
         message="aggregate functions are not allowed in {clause}"),
    Rule("binder", pg.GroupingError, r"aggregate function calls cannot be nested", message="aggregate function calls cannot be nested"),
    Rule("binder", "42P20", r"(?P<clause>[A-Z ]+) clause cannot contain window functions",
         message="window functions are not allowed in {clause}"),
    Rule("binder", "42P10", r"ORDER term out of range", message="ORDER BY position is not in select list"),
    Rule("binder", pg.FeatureNotSupported, r"no UNIQUE/PRIMARY KEY constraints|not referenced by a UNIQUE/PRIMARY KEY",
         message="ON CONFLICT is not supported without a unique constraint that matches it",
         hint="Use MERGE INTO: only temporary tables can have unique constraints."),
    Rule("binder", "42830", r"Failed to create foreign key", message="there is no unique constraint matching given keys for referenced table"),
    Rule("binder", pg.SyntaxError, r"same number of result columns",
         message="each UNION query must have the same number of columns"),
    Rule("binder", pg.SyntaxError, r"Subquery returns \d+ columns", message="subquery must return only one column"),
    Rule("binder", pg.SyntaxError, r"has (?P<has>\d+) columns but (?P<got>\d+) values were supplied",
         message="INSERT has {got} expressions for {has} target columns"),
    Rule("binder", pg.SyntaxError, r"mismatch for insert on .*: expected (?P<has>\d+) columns but (?P<got>\d+) values",
         message="INSERT has {got} expressions for {has} target columns"),
    Rule("binder", pg.WrongObjectType, r"Can only (update|delete from|merge into) base tables?",
         message="only tables can be written, and this is a view"),
    Rule("binder", "2201W", r"LIMIT/OFFSET cannot be negative", message="LIMIT and OFFSET must not be negative"),
    Rule("binder", pg.InvalidParameterValue, r"DECIMAL type width", message="NUMERIC precision must be between 1 and 38"),
    Rule("binder", pg.FeatureNotSupported, r"(?i)not (yet )?(supported|implemented)|does not support|is disabled"),
    Rule("binder", pg.DatatypeMismatch, r"Cannot (deduce|mix|compare|extract)|[Tt]ype"),
    Rule("binder", pg.SyntaxErrorOrAccessRuleViolation),
    Rule("parameter not resolved", pg.IndeterminateDatatype, message="could not determine data type of a parameter"),
    Rule("parameter not allowed", pg.UndefinedParameter),
    Rule("expression", pg.SyntaxErrorOrAccessRuleViolation),

    # --- the rest, by exception type alone
    Rule("not implemented", pg.FeatureNotSupported),
    Rule("missing extension", pg.FeatureNotSupported),
    Rule("autoload", pg.FeatureNotSupported),
    Rule("permission", pg.InsufficientPrivilege),
    Rule("sequence", "2200H"),
    Rule("catalog", pg.DatatypeMismatch, r"Cannot change type of column"),
    Rule("catalog", pg.SyntaxErrorOrAccessRuleViolation),
    Rule("settings", pg.InvalidParameterValue),
    Rule("invalid configuration", pg.InvalidParameterValue),
    Rule("invalid input", pg.InvalidParameterValue),
    Rule("io", "58P01", r"No such file or directory|No files found"),
    Rule("io", pg.IoError),
    Rule("http", pg.IoError),
    Rule("network", pg.IoError),
    Rule("connection", "08000"),
    Rule("fatal", pg.CrashShutdown),
    Rule("internal", pg.InternalError),
)
# fmt: on
