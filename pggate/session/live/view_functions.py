"""
The rows of pggate.view_status: how far each live view is, and what it holds.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function
from pggate.lake.topic_options import INGESTED_AT
from pggate.views.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.databases import Databases
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.views.live_views import LiveViews

VIEW_STATUS: Final = "~view_status"

_VIEW: Final = """STRUCT(
    lake VARCHAR, oid BIGINT, kind VARCHAR, topics VARCHAR[], applied BIGINT, newest BIGINT, behind DOUBLE,
    base BIGINT, deltas BIGINT, rows_in BIGINT, rows_out BIGINT, late BIGINT, failed BIGINT, error VARCHAR,
    note VARCHAR, form VARCHAR, window_type VARCHAR, window_size BIGINT, slide BIGINT, time_column VARCHAR
)[]"""

MACROS: Final = (
    f"""create or replace macro "~pg"."~mirror".view_status() as
        "{VIEW_STATUS}"("~pg"."~mirror".this_pid())""",
)
"""How SQL calls them."""


def view_functions(databases: Databases, live_views: LiveViews) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def view_status(_pid: int) -> list[dict[str, Any]]:
        return [row for lake in databases.lakes().values() for row in _views(lake, live_views)]

    return (Function(VIEW_STATUS, ("INTEGER",), _VIEW, view_status),)


def _views(lake: Lake, live_views: LiveViews) -> Iterator[dict[str, Any]]:
    with closing(lake.engine.cursor()) as cursor:
        views = lake.declarations.catch_up(cursor).live_views
        if not views:
            return
        names = {topic.table_id: f"{topic.schema}.{topic.name}" for topic in lake.topics(cursor)}
    inspecting = live_views.inspecting(lake)
    for oid, view in views.items():
        held = inspecting.held(view)
        yield {
            "lake": lake.name,
            "oid": oid,
            "kind": live_views.compiled(lake, view).kind,
            "topics": [names[topic] for topic in view.topics if topic in names],
            "applied": held.applied,
            "newest": held.newest,
            "behind": held.behind,
            "base": held.base,
            "deltas": held.deltas,
            "rows_in": held.tally.rows_in,
            "rows_out": held.tally.rows_out,
            "late": held.tally.late,
            "failed": held.failed,
            "error": held.error,
            "note": held.note,
            **_form(view),
        }


def _form(view: LiveView) -> dict[str, Any]:
    """What kind of a view others call it, and what it says of windows, in microseconds."""
    window = window_of(dict(view.options))
    if window is None:
        return {
            "form": "streaming" if view.is_streaming else "materialized",
            **dict.fromkeys(("window_type", "window_size", "slide", "time_column")),
        }
    return {
        "form": "windowed",
        "window_type": window.type,
        "window_size": window.size,
        "slide": window.slide if window.slide < window.size else None,
        "time_column": window.column or INGESTED_AT,
    }
