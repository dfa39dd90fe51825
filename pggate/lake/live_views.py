"""
Live views as values: what CREATE MATERIALIZED VIEW declares.

They travel in the message of the commit that makes them, as sequences do, so that a view is there exactly
when its transaction was committed; the registry keeps them (declared_store.py).  What they hold lies beside
the lake and can be made anew (pggate/views).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """
    Args:
        duckdb_type: As queries see it.
        type, typmod: As PostgreSQL's clients are told.

    """

    name: str
    duckdb_type: str
    type: int
    typmod: int


@dataclass(frozen=True, slots=True)
class InlinedView:
    """
    A view that the query of a live one reads, and whose own query stands for it there.

    Args:
        catalog, schema, name: As the live view's text names it.
        query: In the engine's words, every relation with its schema.
        columns: What its columns are called.

    """

    catalog: str
    schema: str
    name: str
    query: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiveView:
    """
    Args:
        query: As the client wrote it: what pg_get_viewdef shows.
        text: The same in the engine's words, every topic with its schema.
        columns: What the query returns.
        topics: DuckLake's ids of the topics that it reads, in the order in which the compiled query has them.
        zone: The TimeZone in which its expressions over rows are computed.
        views: The views in FROM, also those that they read themselves.
        options: What WITH (…) says of it: names and values.
        is_streaming: Was it made by CREATE STREAMING VIEW?

    """

    oid: int
    schema: str
    name: str
    query: str
    text: str
    columns: tuple[ViewColumn, ...]
    topics: tuple[int, ...]
    zone: str
    comment: str | None = None
    views: tuple[InlinedView, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    is_streaming: bool = False


def live_view_of(value: Mapping[str, Any]) -> LiveView:
    """Of what `asdict` has made."""
    columns = tuple(ViewColumn(**column) for column in value["columns"])
    views = tuple(
        InlinedView(**{**view, "columns": tuple(view["columns"])}) for view in value.get("views", ())
    )
    options = tuple((name, given) for name, given in value.get("options", ()))
    made = {"columns": columns, "topics": tuple(value["topics"]), "options": options, "views": views}
    return LiveView(**{**value, **made})
