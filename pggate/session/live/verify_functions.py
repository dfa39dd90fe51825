"""
pggate.verify() and pggate.damage(): what `pggate verify` and `pggate check --lake` ask of a running server.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function
from pggate.errors import InsufficientPrivilege
from pggate.lake.damage import find_damage
from pggate.lake.upkeep.verification import verify
from pggate.session.live.topic_names import topic_name

if TYPE_CHECKING:
    from pggate.catalog.mirror import Mirror
    from pggate.lake.databases import Databases
    from pggate.lake.upkeep.verification import Findings
    from pggate.session.live.backends import Backend, Backends

VERIFY: Final = "~verify"
DAMAGE: Final = "~damage"

_WHO: Final = '"~pg"."~mirror".this_pid()'
MACROS: Final = (
    f"""create macro "~pg"."~gate".verify
        () as "{VERIFY}"({_WHO}, ''),
        (topic) as "{VERIFY}"({_WHO}, topic)""",
    f"""create macro "~pg"."~gate".damage() as "{DAMAGE}"({_WHO})""",
)
"""How SQL calls them."""


def verify_functions(databases: Databases, mirror: Mirror, backends: Backends) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def superusers(pid: int, function: str) -> Backend:
        backend = backends.find(pid)
        if backend is None or not backend.identity.superuser:
            raise InsufficientPrivilege(
                f"permission denied for function {function}", hint="Only a superuser can call it."
            )
        return backend

    def verified(pid: int, topic: str) -> str:
        """As JSON."""
        backend = superusers(pid, "verify")
        if not topic:
            lake = databases.find(backend.identity.database).lake
            return json.dumps(as_json(verify(lake, None, backend.is_interrupted)))
        database, schema, name = topic_name(topic, backend.identity.database)
        mirror.refresh().topic(database, schema, name)
        lake = databases.find(database).lake
        return json.dumps(as_json(verify(lake, (schema, name), backend.is_interrupted)))

    def damage(pid: int) -> list[str]:
        return find_damage(databases.find(superusers(pid, "damage").identity.database).lake)

    return (
        Function(VERIFY, ("INTEGER", "VARCHAR"), "VARCHAR", verified),
        Function(DAMAGE, ("INTEGER",), "VARCHAR[]", damage),
    )


def as_json(findings: Findings) -> dict[str, Any]:
    """
    Values that JSON has.
    """
    return asdict(findings)
