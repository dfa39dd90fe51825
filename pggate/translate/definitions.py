"""
What the text of a definition says that the binder cannot tell: databases, comments, EXPLAIN, DISCARD.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from pggate.translate import lexer
from pggate.translate.lexer import Kind
from pggate.translate.roles import DropRole, Role, drop_role, role
from pggate.translate.scan import Scan

__all__ = [
    "AlterDatabase",
    "Comment",
    "CreateDatabase",
    "DropDatabase",
    "DropRole",
    "Explain",
    "Role",
    "alter_database",
    "comment",
    "create_database",
    "discard",
    "drop_database",
    "drop_role",
    "explain",
    "role",
]


@dataclass(frozen=True, slots=True)
class CreateDatabase:
    """
    CREATE DATABASE [IF NOT EXISTS] name [WITH] option [=] value ...

    `options` has the options by name, folded ("owner", "encoding", "template", "connection limit").
    """

    name: str
    if_not_exists: bool = False
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DropDatabase:
    """
    DROP DATABASE [IF EXISTS] name [WITH (FORCE)].
    """

    name: str
    if_exists: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class AlterDatabase:
    """
    ALTER DATABASE name, and what is to be done as it was written: "RENAME TO x", "SET a = b".
    """

    name: str
    action: str


@dataclass(frozen=True, slots=True)
class Comment:
    """
    COMMENT ON kind object IS text.

    Args:
        kind: "table", "column", "view", "schema", "database", "materialized view", ...
        names: The object's names, outermost first; of a column the relation's and then its own.
        text: The comment; None for NULL, which takes it away.

    """

    kind: str
    names: tuple[str, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class Explain:
    """
    EXPLAIN with its options, and the statement to be explained.

    Args:
        statement: Its text.
        offset: Where it stands in the whole.
        options: By name, folded; "analyze", "verbose" ... are "true" or "false", "format" is "text",
            "json", "xml" or "yaml".

    """

    statement: str
    offset: int
    options: dict[str, str] = field(default_factory=dict)

    @property
    def analyze(self) -> bool:
        return self.options.get("analyze") == "true"


def create_database(sql: str) -> CreateDatabase:
    """
    Raises:
        SyntaxError: where the text is no CREATE DATABASE.

    """
    scan = Scan(sql)
    scan.expect("create", "database")
    if_not_exists = scan.accept("if", "not", "exists")
    name = scan.name()
    scan.accept("with")
    options: dict[str, str] = {}
    while not scan.ended:
        option = scan.name()
        if option == "connection":
            scan.expect("limit")
            option = "connection limit"
        scan.accept("=")
        options[option] = _option_value(scan)
    return CreateDatabase(name, if_not_exists, options)


def drop_database(sql: str) -> DropDatabase:
    """
    Raises:
        SyntaxError: where the text is no DROP DATABASE.

    """
    scan = Scan(sql)
    scan.expect("drop", "database")
    if_exists = scan.accept("if", "exists")
    name = scan.name()
    scan.accept("with")
    force = scan.accept("(", "force", ")")
    scan.end()
    return DropDatabase(name, if_exists, force)


def alter_database(sql: str) -> AlterDatabase:
    """
    Raises:
        SyntaxError: where the text is no ALTER DATABASE.

    """
    scan = Scan(sql)
    scan.expect("alter", "database")
    return AlterDatabase(scan.name(), scan.rest())


def comment(sql: str) -> Comment:
    """
    Raises:
        SyntaxError: where the text is no COMMENT ON.

    """
    scan = Scan(sql)
    scan.expect("comment", "on")
    kind = [scan.take().word]
    while not _names_follow(scan):
        kind.append(scan.take().word)
    names = scan.names()
    scan.text_until("is")  # the arguments of a function, ON the table of a constraint
    scan.expect("is")
    text = None if scan.accept("null") else scan.string()
    scan.end()
    return Comment(" ".join(kind), names, text)


_KIND_WORDS: Final = lexer.words("view data wrapper table object method mapping class family trigger search")


def _names_follow(scan: Scan) -> bool:
    """
    False while the next word still belongs to the kind: MATERIALIZED VIEW, FOREIGN DATA WRAPPER.
    """
    following = scan.tokens[scan.at + 1].word if scan.at + 1 < len(scan.tokens) else ""
    return scan.word not in _KIND_WORDS or following in {"is", "."}


def explain(sql: str) -> Explain:
    """
    EXPLAIN (options) statement, or EXPLAIN [ANALYZE] [VERBOSE] statement.

    Raises:
        SyntaxError: if no statement follows.

    """
    scan = Scan(sql)
    scan.expect("explain")
    options: dict[str, str] = {}
    if scan.word == "(" and _begins_options(scan):
        options = _explain_options(scan.parenthesised())
    else:
        if scan.accept_any("analyze", "analyse"):
            options["analyze"] = "true"
        if scan.accept("verbose"):
            options["verbose"] = "true"
    if scan.token is None:
        raise scan.error()
    offset = scan.token.start
    return Explain(scan.rest(), offset, options)


_EXPLAIN_OPTIONS: Final = lexer.words(
    "analyze analyse verbose costs settings generic_plan buffers wal timing summary format"
)


def _begins_options(scan: Scan) -> bool:
    return scan.at + 1 < len(scan.tokens) and scan.tokens[scan.at + 1].word in _EXPLAIN_OPTIONS


def _explain_options(text: str) -> dict[str, str]:
    scan = Scan(text)
    options: dict[str, str] = {}
    while not scan.ended:
        option = scan.name().replace("analyse", "analyze")
        value = "true" if scan.ended or scan.word == "," else _option_value(scan).lower()
        options[option] = _BOOLEANS.get(value, value)
        if not scan.ended:
            scan.expect(",")
    return options


_BOOLEANS: Final = {"on": "true", "1": "true", "off": "false", "0": "false"}


def discard(sql: str) -> str:
    """
    What DISCARD discards: "all", "plans", "sequences" or "temp".

    Raises:
        SyntaxError: if it is none of them.

    """
    scan = Scan(sql)
    scan.expect("discard")
    what = scan.accept_any("all", "plans", "sequences", "temp", "temporary")
    if not what:
        raise scan.error()
    scan.end()
    return "temp" if what == "temporary" else what


def _option_value(scan: Scan) -> str:
    """
    A name, a string, a number, or a keyword such as DEFAULT.
    """
    negative = scan.accept("-")
    token = scan.take()
    if token.kind is Kind.STRING:
        return lexer.string_value(token)
    if token.is_name:
        return token.name
    if token.kind is Kind.NUMBER:
        return f"-{token.text}" if negative else token.text
    scan.at -= 1
    raise scan.error()
