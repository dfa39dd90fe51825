"""
CREATE, ALTER, DROP and REFRESH MATERIALIZED VIEW (PostgreSQL 15).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan

Name: TypeAlias = tuple[str, ...]
"""An identifier, or several with dots between them."""


@dataclass(frozen=True, slots=True)
class CreateLiveView:
    """
    Args:
        columns: What it calls them; () as the query does.
        options: WITH (…): names and values, in their order.
        query: As it was written.
        start: Where it begins in the text, in characters from 0.
        populated: Not WITH NO DATA.

    """

    name: Name
    query: str
    start: int
    columns: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    if_not_exists: bool = False
    or_replace: bool = False
    populated: bool = True


@dataclass(frozen=True, slots=True)
class DropLiveViews:
    names: tuple[Name, ...]
    if_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class RefreshLiveView:
    """
    Args:
        populated: Not WITH NO DATA.

    """

    name: Name
    concurrently: bool = False
    populated: bool = True


@dataclass(frozen=True, slots=True)
class AlterLiveView:
    """
    Args:
        rename: RENAME TO, "" without.
        schema: SET SCHEMA, "" without.

    """

    name: Name
    rename: str = ""
    schema: str = ""
    if_exists: bool = False


def create_live_view(sql: str) -> CreateLiveView:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("create")
    or_replace = scan.accept("or", "replace")
    scan.expect("materialized", "view")
    if_not_exists = scan.accept("if", "not", "exists")
    name = scan.names()
    columns: tuple[str, ...] = ()
    if scan.accept("("):
        columns = scan.name_list()
        scan.expect(")")
    if scan.accept("using"):
        scan.name()
    options = _options(scan) if scan.accept("with") else ()
    if scan.accept("tablespace"):
        scan.name()
    scan.expect("as")
    start = scan.position - 1
    query = scan.rest()
    tokens = lexer.tokens(query)
    words = tuple(token.word for token in tokens)
    populated = words[-3:] != ("with", "no", "data")
    ending = 2 if words[-2:] == ("with", "data") else 0 if populated else 3
    if len(tokens) <= ending:
        raise scan.error()
    text = query[: tokens[-1 - ending].stop]
    return CreateLiveView(name, text, start, columns, options, if_not_exists, or_replace, populated)


def drop_live_views(sql: str) -> DropLiveViews:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("drop", "materialized", "view")
    if_exists = scan.accept("if", "exists")
    names = [scan.names()]
    while scan.accept(","):
        names.append(scan.names())
    cascade = scan.accept_any("cascade", "restrict") == "cascade"
    scan.end()
    return DropLiveViews(tuple(names), if_exists, cascade)


def refresh_live_view(sql: str) -> RefreshLiveView:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("refresh", "materialized", "view")
    concurrently = scan.accept("concurrently")
    name = scan.names()
    populated = not scan.accept("with", "no", "data")
    scan.accept("with", "data")
    scan.end()
    return RefreshLiveView(name, concurrently, populated)


def alter_live_view(sql: str) -> AlterLiveView | None:
    """
    What it is renamed to or where it is moved; None of anything else.

    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("alter", "materialized", "view")
    if_exists = scan.accept("if", "exists")
    name = scan.names()
    if scan.accept("rename", "to"):
        found = AlterLiveView(name, rename=scan.name(), if_exists=if_exists)
    elif scan.accept("set", "schema"):
        found = AlterLiveView(name, schema=scan.name(), if_exists=if_exists)
    elif scan.accept("owner", "to"):  # everything belongs to the first superuser
        scan.name()
        found = AlterLiveView(name, if_exists=if_exists)
    else:
        return None
    scan.end()
    return found


def _options(scan: Scan) -> tuple[tuple[str, str], ...]:
    """WITH (name = value, …); a name alone is switched on."""
    scan.expect("(")
    found = []
    while True:
        name = ".".join(scan.names())
        found.append((name, scan.value() if scan.accept("=") else "true"))
        if not scan.accept(","):
            break
    scan.expect(")")
    return tuple(found)
