"""
The SQL functions that are the gateway's own, and how SQL calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from pggate.session.live.token_functions import MACROS as TOKEN_MACROS
from pggate.session.live.token_functions import token_functions
from pggate.session.live.unsupported_functions import MACROS as UNSUPPORTED_MACROS
from pggate.session.live.unsupported_functions import unsupported_functions
from pggate.session.live.verify_functions import MACROS as VERIFY_MACROS
from pggate.session.live.verify_functions import verify_functions
from pggate.session.live.view_functions import MACROS as VIEW_MACROS
from pggate.session.live.view_functions import view_functions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.engine.functions import Function
    from pggate.lake.databases import Databases
    from pggate.lake.registry import Registry
    from pggate.lake.upkeep.upkeep import Upkeep
    from pggate.session.live.backends import Backends
    from pggate.session.live.session_numbers import SessionNumbers
    from pggate.session.settings.settings import Settings
    from pggate.views.live_views import LiveViews

MACROS: Final = (
    *TOKEN_MACROS,
    *SEQUENCE_MACROS,
    *CLOCK_MACROS,
    *BACKEND_MACROS,
    *ADVISORY_LOCK_MACROS,
    *PORTAL_MACROS,
    *COMPACTION_MACROS,
    *VERIFY_MACROS,
    *VIEW_MACROS,
    *SETTING_MACROS,
    *UNSUPPORTED_MACROS,
)


def functions(
    registry: Registry,
    mirror: Mirror,
    databases: Databases,
    upkeep: Upkeep,
    live_views: LiveViews,
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

    return (
        *token_functions(registry, mirror, databases),
        *sequence_functions(databases, mirror, numbers, backends),
        *clock_functions(settings),
        *backend_functions(backends),
        *advisory_lock_functions(backends, mirror),
        *portal_functions(backends),
        *compaction_functions(databases, upkeep),
        *view_functions(databases, live_views),
        *verify_functions(databases, mirror, backends),
        *setting_functions(settings),
        *unsupported_functions(backends),
    )
