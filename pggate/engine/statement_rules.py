"""
What DuckDB says of statements that make no sense.
"""
# ruff: noqa: E501 rows of a table are read across, and patterns are not broken

from __future__ import annotations

from typing import Final

from pggate import errors as pg
from pggate.engine.rule import Rule

# fmt: off
STATEMENT_RULES: Final[tuple[Rule, ...]] = (
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
    Rule("binder", pg.UndefinedFunction, r"Cannot concatenate lists of types (?P<left>.*) and (?P<right>.*) - an explicit",
         message="operator does not exist: {left:type} || {right:type}"),
    Rule("binder", pg.UndefinedFunction, r"UNNEST\(\) can only be applied to lists, structs and NULL, not (?P<of>.*)$",
         message="function unnest({of:type}) does not exist"),
    Rule("binder", pg.WrongObjectType, r"Cannot mix values of type \S+ and \"NULL\"\[\] in COALESCE",
         message="op ANY/ALL (array) requires array on right side"),
    Rule("binder", pg.DatatypeMismatch, r"Cannot (deduce|mix|compare|extract)|[Tt]ype"),
    Rule("binder", pg.SyntaxErrorOrAccessRuleViolation),
    Rule("parameter not resolved", pg.IndeterminateDatatype, message="could not determine data type of a parameter"),
    Rule("parameter not allowed", pg.UndefinedParameter),
    Rule("expression", pg.SyntaxErrorOrAccessRuleViolation),
)
# fmt: on
