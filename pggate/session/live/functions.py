"""
The SQL functions that are the gateway's own: pggate.create_token(), pggate.revoke_token(),
pggate.limit_token(), pggate.damage(), set_config().
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import InsufficientPrivilege, InvalidParameterValue
from pggate.lake.damage import find_damage
from pggate.lake.entries import COUNTED
from pggate.lake.registry import SECRET_BYTES
from pggate.session.live.advisory_lock_functions import MACROS as ADVISORY_LOCK_MACROS
from pggate.session.live.advisory_lock_functions import advisory_lock_functions
from pggate.session.live.backend_functions import MACROS as BACKEND_MACROS
from pggate.session.live.backend_functions import backend_functions
from pggate.session.live.clock_functions import MACROS as CLOCK_MACROS
from pggate.session.live.clock_functions import clock_functions
from pggate.session.live.compaction_functions import MACROS as COMPACTION_MACROS
from pggate.session.live.compaction_functions import compaction_functions
from pggate.session.live.portal_functions import MACROS as PORTAL_MACROS
from pggate.session.live.portal_functions import portal_functions
from pggate.session.live.sequence_functions import MACROS as SEQUENCE_MACROS
from pggate.session.live.sequence_functions import sequence_functions
from pggate.session.live.setting_functions import MACROS as SETTING_MACROS
from pggate.session.live.setting_functions import setting_functions
from pggate.session.live.topic_names import topic_name
from pggate.session.live.unsupported_functions import MACROS as UNSUPPORTED_MACROS
from pggate.session.live.unsupported_functions import unsupported_functions
from pggate.session.live.verify_functions import MACROS as VERIFY_MACROS
from pggate.session.live.verify_functions import verify_functions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.lake.databases import Databases
    from pggate.lake.registry import Registry
    from pggate.lake.upkeep.upkeep import Upkeep
    from pggate.session.live.backends import Backends
    from pggate.session.live.session_numbers import SessionNumbers
    from pggate.session.settings.settings import Settings

CREATE_TOKEN: Final = "~create_token"  # noqa: S105  a function's name
REVOKE_TOKEN: Final = "~revoke_token"  # noqa: S105  as above
LIMIT_TOKEN: Final = "~limit_token"  # noqa: S105  as above
DAMAGE: Final = "~damage"

MACROS: Final = (
    f"""create macro "~pg"."~gate".create_token(topic) as
        "{CREATE_TOKEN}"("~pg"."~mirror".this_user(), "~pg"."~mirror".this_database(), topic)""",
    f"""create macro "~pg"."~gate".revoke_token(token_id) as
        "{REVOKE_TOKEN}"("~pg"."~mirror".this_user(), token_id)""",
    f"""create macro "~pg"."~gate".limit_token(token_id, what, per_second) as
        "{LIMIT_TOKEN}"("~pg"."~mirror".this_user(), token_id, what, per_second)""",
    f"""create macro "~pg"."~gate".damage() as
        "{DAMAGE}"("~pg"."~mirror".this_user(), "~pg"."~mirror".this_database())""",
    *SEQUENCE_MACROS,
    *CLOCK_MACROS,
    *BACKEND_MACROS,
    *ADVISORY_LOCK_MACROS,
    *PORTAL_MACROS,
    *COMPACTION_MACROS,
    *VERIFY_MACROS,
    *SETTING_MACROS,
    *UNSUPPORTED_MACROS,
)
"""How SQL calls them: the session says who and where in front of the arguments."""


def functions(
    registry: Registry,
    mirror: Mirror,
    databases: Databases,
    upkeep: Upkeep,
    settings: Mapping[int, Settings],
    numbers: Mapping[int, SessionNumbers],
    backends: Backends,
) -> tuple[Function, ...]:
    """
    What the engine and the binder register before MACROS can be created there.

    Args:
        settings: Of the sessions that are open, by process id.
        numbers: What they know of sequences.
        backends: Those sessions themselves.

    """

    def create_token(user: str, database: str, topic: str) -> str:
        _require_superuser(registry, user)
        place = topic_name(topic, database)
        found = mirror.refresh().topic(*place)
        table_id = databases.find(place[0]).lake.declarations.declared.origin(found.table_id)
        _, secret = registry.create_token(
            place[0], table_id, dt.datetime.now(dt.UTC), secrets.token_bytes(SECRET_BYTES)
        )
        mirror.follow()
        return secret

    def revoke_token(user: str, token: int) -> bool:
        _require_superuser(registry, user)
        registry.revoke_token(token, dt.datetime.now(dt.UTC))
        mirror.follow()
        return True

    def limit_token(user: str, token: int, what: str, per_second: int) -> bool:
        _require_superuser(registry, user)
        if what not in COUNTED:
            raise InvalidParameterValue(
                f'unrecognized rate: "{what}"', hint=f"It is one of {', '.join(COUNTED)}."
            )
        if per_second < 0:
            raise InvalidParameterValue(
                f"{per_second} is outside the valid range of a rate", hint="0 is the rate that is configured."
            )
        registry.limit_token(token, what, per_second or None)
        mirror.follow()
        return True

    def damage(user: str, database: str) -> list[str]:
        _require_superuser(registry, user)
        return find_damage(databases.find(database).lake)

    return (
        *sequence_functions(databases, mirror, numbers, backends),
        *clock_functions(settings),
        *backend_functions(backends),
        *advisory_lock_functions(backends, mirror),
        *portal_functions(backends),
        *compaction_functions(databases, upkeep),
        *verify_functions(databases, mirror, backends),
        *setting_functions(settings),
        *unsupported_functions(backends),
        Function(CREATE_TOKEN, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR", create_token),
        Function(REVOKE_TOKEN, ("VARCHAR", "BIGINT"), "BOOLEAN", revoke_token),
        Function(LIMIT_TOKEN, ("VARCHAR", "BIGINT", "VARCHAR", "BIGINT"), "BOOLEAN", limit_token),
        Function(DAMAGE, ("VARCHAR", "VARCHAR"), "VARCHAR[]", damage),
    )


def _require_superuser(registry: Registry, user: str) -> None:
    role = registry.roles.get(user)
    if role is None or not role.superuser:
        raise InsufficientPrivilege(
            "permission denied for the gateway's own functions", hint="Only a superuser can call them."
        )
