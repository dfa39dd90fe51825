"""
Queries edited by the types of what is in them, DuckDB being asked for those.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pggate.translate import retyping
from pggate.translate.trees import probes
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Mapping


def ask(probe: dict[str, Any]) -> Mapping[int, dict[str, Any]]:
    """
    What a probe tells.
    """
    query = duck.text(probe)
    # All of the result: what is left of one keeps its transaction open.
    ((answer,),) = duck.connection().execute("SELECT json_serialize_plan(?::VARCHAR)", [query]).fetchall()
    plan = json.loads(answer)
    assert not plan["error"], (query, plan)
    return probes.answers(plan["plans"])


def edited(sql: str) -> str | None:
    """
    The query's text after its edits; None if there were none.
    """
    tree = duck.tree(sql)
    return duck.text(tree) if retyping.edit(tree, sql, ask) else None
