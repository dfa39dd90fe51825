"""
pggate.verify(): what `pggate verify` asks of a running server, as JSON.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function
from pggate.errors import InsufficientPrivilege
from pggate.lake.upkeep.verification import verify
from pggate.session.live.topic_names import topic_name

if TYPE_CHECKING:
    from pggate.catalog.mirror import Mirror
    from pggate.lake.databases import Databases
    from pggate.lake.upkeep.verification import Findings
    from pggate.session.live.backends import Backends

VERIFY: Final = "~verify"

_WHO: Final = '"~pg"."~mirror".this_pid()'
MACROS: Final = (
    f"""create macro "~pg"."~gate".verify
        () as "{VERIFY}"({_WHO}, ''),
        (topic) as "{VERIFY}"({_WHO}, topic)""",
)
"""How SQL calls it."""


def verify_functions(databases: Databases, mirror: Mirror, backends: Backends) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def verified(pid: int, topic: str) -> str:
        backend = backends.find(pid)
        if backend is None or not backend.identity.superuser:
            raise InsufficientPrivilege(
                "permission denied for function verify", hint="Only a superuser can call it."
            )
        if not topic:
            lake = databases.find(backend.identity.database).lake
            return json.dumps(as_json(verify(lake, None, backend.is_interrupted)))
        database, schema, name = topic_name(topic, backend.identity.database)
        mirror.refresh().topic(database, schema, name)
        lake = databases.find(database).lake
        return json.dumps(as_json(verify(lake, (schema, name), backend.is_interrupted)))

    return (Function(VERIFY, ("INTEGER", "VARCHAR"), "VARCHAR", verified),)


def as_json(findings: Findings) -> dict[str, Any]:
    """
    Values that JSON has.
    """
    return asdict(findings)
