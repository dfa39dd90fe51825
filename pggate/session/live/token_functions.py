"""
pggate.create_token(), revoke_token() and limit_token(): who may append to which topic, and how fast.
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import InsufficientPrivilege, InvalidParameterValue
from pggate.lake.entries import COUNTED
from pggate.lake.registry import SECRET_BYTES
from pggate.session.live.topic_names import topic_name

if TYPE_CHECKING:
    from pggate.catalog.mirror import Mirror
    from pggate.lake.databases import Databases
    from pggate.lake.registry import Registry

CREATE: Final = "~create_token"
REVOKE: Final = "~revoke_token"
LIMIT: Final = "~limit_token"

_USER: Final = '"~pg"."~mirror".this_user()'
MACROS: Final = (
    f"""create macro "~pg"."~gate".create_token(topic) as
        "{CREATE}"({_USER}, "~pg"."~mirror".this_database(), topic)""",
    f"""create macro "~pg"."~gate".revoke_token(token_id) as "{REVOKE}"({_USER}, token_id)""",
    f"""create macro "~pg"."~gate".limit_token(token_id, what, per_second) as
        "{LIMIT}"({_USER}, token_id, what, per_second)""",
)
"""How SQL calls them: the session says who and where in front of the arguments."""


def token_functions(registry: Registry, mirror: Mirror, databases: Databases) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def create(user: str, database: str, topic: str) -> str:
        _require_superuser(registry, user)
        place = topic_name(topic, database)
        found = mirror.refresh().topic(*place)
        table_id = databases.find(place[0]).lake.declarations.declared.origin(found.table_id)
        _, secret = registry.create_token(
            place[0], table_id, dt.datetime.now(dt.UTC), secrets.token_bytes(SECRET_BYTES)
        )
        mirror.follow()
        return secret

    def revoke(user: str, token: int) -> bool:
        _require_superuser(registry, user)
        registry.revoke_token(token, dt.datetime.now(dt.UTC))
        mirror.follow()
        return True

    def limit(user: str, token: int, what: str, per_second: int) -> bool:
        _require_superuser(registry, user)
        _check_rate(what, per_second)
        registry.limit_token(token, what, per_second or None)
        mirror.follow()
        return True

    return (
        Function(CREATE, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR", create),
        Function(REVOKE, ("VARCHAR", "BIGINT"), "BOOLEAN", revoke),
        Function(LIMIT, ("VARCHAR", "BIGINT", "VARCHAR", "BIGINT"), "BOOLEAN", limit),
    )


def _check_rate(what: str, per_second: int) -> None:
    if what not in COUNTED:
        raise InvalidParameterValue(
            f'unrecognized rate: "{what}"', hint=f"It is one of {', '.join(COUNTED)}."
        )
    if per_second < 0:
        raise InvalidParameterValue(
            f"{per_second} is outside the valid range of a rate", hint="0 is the rate that is configured."
        )


def _require_superuser(registry: Registry, user: str) -> None:
    role = registry.roles.get(user)
    if role is None or not role.superuser:
        raise InsufficientPrivilege(
            "permission denied for the gateway's own functions", hint="Only a superuser can call them."
        )
