"""
EXPLAIN as a value: its options in both of its grammars, and what it explains (PostgreSQL 15, EXPLAIN).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.scan import Scan


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
        options = _options(scan.parenthesised())
    else:
        if scan.accept_any("analyze", "analyse"):
            options["analyze"] = "true"
        if scan.accept("verbose"):
            options["verbose"] = "true"
    if scan.token is None:
        raise scan.error()
    offset = scan.token.start
    return Explain(scan.rest(), offset, options)


_OPTIONS: Final = words(
    "analyze analyse verbose costs settings generic_plan buffers wal timing summary format"
)


def _begins_options(scan: Scan) -> bool:
    return scan.at + 1 < len(scan.tokens) and scan.tokens[scan.at + 1].word in _OPTIONS


def _options(text: str) -> dict[str, str]:
    scan = Scan(text)
    options: dict[str, str] = {}
    while not scan.ended:
        option = scan.name().replace("analyse", "analyze")
        value = "true" if scan.ended or scan.word == "," else scan.value().lower()
        options[option] = _BOOLEANS.get(value, value)
        if not scan.ended:
            scan.expect(",")
    return options


_BOOLEANS: Final = {"on": "true", "1": "true", "off": "false", "0": "false"}


def explained_live_view(statement: str) -> tuple[str, ...]:
    """
    The name in MATERIALIZED VIEW name, or STREAMING VIEW name; () of any other statement.
    """
    scan = Scan(statement)
    if not (scan.accept("materialized", "view") or scan.accept("streaming", "view")):
        return ()
    name = scan.names()
    scan.end()
    return name
