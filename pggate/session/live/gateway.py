"""
What all sessions share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.config import Config
    from pggate.engine.binder import Binder
    from pggate.engine.database import Engine
    from pggate.lake.databases import Databases
    from pggate.lake.registry import Registry
    from pggate.lake.upkeep.upkeep import Upkeep
    from pggate.metrics import Metrics
    from pggate.session.live.backends import Backends
    from pggate.session.live.cache import Caches
    from pggate.session.live.presence import Presence
    from pggate.session.live.session_numbers import SessionNumbers
    from pggate.session.settings.settings import Settings
    from pggate.views.live_views import LiveViews


@dataclass(frozen=True, slots=True)
class Gateway:
    """
    The parts of the running gateway that a session works with.

    `caches` keep what is known of texts between sessions; `presence` knows which databases have sessions;
    `settings` and `numbers` are those of the open sessions by process id, `backends` the sessions themselves;
    `mock_secret` makes the salts of users who do not exist; `fixed_settings` are the same for all, such as
    server_version; `password_changed` is told the role's name; `keep_catalog` raises ObjectInUse when another
    gateway has taken the catalog.
    """

    config: Config
    engine: Engine
    binder: Binder
    mirror: Mirror
    registry: Registry
    databases: Databases
    upkeep: Upkeep
    live_views: LiveViews
    metrics: Metrics
    caches: Caches
    presence: Presence
    settings: dict[int, Settings]
    numbers: dict[int, SessionNumbers]
    backends: Backends
    mock_secret: bytes
    fixed_settings: Mapping[str, str]
    password_changed: Callable[[str], None]
    keep_catalog: Callable[[], None]
