"""
CREATE, ALTER, DROP and REFRESH MATERIALIZED VIEW (PostgreSQL 15), and STREAMING VIEW, which has only rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import closing, unnested, word_at
from pggate.translate.syntax.quoting import literal
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

Name: TypeAlias = tuple[str, ...]
"""An identifier, or several with dots between them."""


@dataclass(frozen=True, slots=True)
class CreateLiveView:
    """
    Args:
        columns: What it calls them; () as the query does.
        options: WITH (…), before the query or behind it: names and values, in their order.
        query: As it was written, without what is behind it.
        start: Where it begins in the text, in characters from 0.
        populated: Not WITH NO DATA.
        is_streaming: Is it CREATE STREAMING VIEW?
        behind: What stands behind the query: WITH (…) as it was written.

    """

    name: Name
    query: str
    start: int
    columns: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    if_not_exists: bool = False
    or_replace: bool = False
    populated: bool = True
    is_streaming: bool = False
    behind: str = ""


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
    is_streaming = _is_streaming(scan)
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
    query, populated = _query(scan)
    written, behind = _options_behind(query)
    return CreateLiveView(
        name,
        written,
        start,
        columns,
        (*options, *behind),
        if_not_exists,
        or_replace,
        populated,
        is_streaming,
        query[len(written) :],
    )


def _query(scan: Scan) -> tuple[str, bool]:
    """What follows AS, and whether it is not WITH NO DATA."""
    query = scan.rest()
    tokens = lexer.tokens(query)
    words = tuple(token.word for token in tokens)
    populated = words[-3:] != ("with", "no", "data")
    ending = 2 if words[-2:] == ("with", "data") else 0 if populated else 3
    if len(tokens) <= ending:
        raise scan.error()
    return query[: tokens[-1 - ending].stop], populated


def _options_behind(query: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A query without the WITH (…) at its end, and what that says."""
    tokens = lexer.tokens(query)
    found = [at for at, token in unnested(tokens) if token.word == "with" and word_at(tokens, at + 1) == "("]
    if not found or not found[-1] or closing(tokens, found[-1] + 1) != len(tokens) - 1:
        return query, ()
    at = found[-1]
    return query[: tokens[at - 1].stop], _options(Scan(query[tokens[at + 1].start :]))


def with_options(query: str, options: Sequence[tuple[str, str]]) -> str:
    """
    A query with WITH (…) at its end.
    """
    listed = ", ".join(f"{name} = {literal(value)}" for name, value in options)
    return f"{query} WITH ({listed})" if options else query


def _is_streaming(scan: Scan) -> bool:
    """MATERIALIZED VIEW, or STREAMING VIEW."""
    if scan.accept("streaming", "view"):
        return True
    scan.expect("materialized", "view")
    return False


def drop_live_views(sql: str) -> DropLiveViews:
    """
    Raises SyntaxError 42601.
    """
    scan = Scan(sql)
    scan.expect("drop")
    _is_streaming(scan)
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
    scan.expect("refresh")
    _is_streaming(scan)
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
    scan.expect("alter")
    _is_streaming(scan)
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
