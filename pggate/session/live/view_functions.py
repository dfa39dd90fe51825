"""
The rows of pggate.view_status: how far each live view is, and what it holds.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.databases import Databases
    from pggate.lake.lake import Lake
    from pggate.views.live_views import LiveViews

VIEW_STATUS: Final = "~view_status"

_VIEW: Final = """STRUCT(
    lake VARCHAR, oid BIGINT, kind VARCHAR, topics VARCHAR[], applied BIGINT, newest BIGINT, base BIGINT,
    deltas BIGINT, failed BIGINT, error VARCHAR
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
        newest = lake.last_committed(cursor)
        names = {topic.table_id: f"{topic.schema}.{topic.name}" for topic in lake.topics(cursor)}
        follower = live_views.of(lake)
        for oid, view in views.items():
            standing = follower.standings.of(oid)
            base, deltas = follower.size(cursor, oid)
            yield {
                "lake": lake.name,
                "oid": oid,
                "kind": live_views.compiled(lake, view).kind,
                "topics": [names[topic] for topic in view.topics if topic in names],
                "applied": standing.applied if standing.applied >= 0 else None,
                "newest": newest,
                "base": base,
                "deltas": deltas,
                "failed": standing.failed,
                "error": standing.why or None,
            }
