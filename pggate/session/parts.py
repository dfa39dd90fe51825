"""
The parts of one session.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.session.activity import Activity
    from pggate.session.analysis import Analyst
    from pggate.session.cursors import Cursors
    from pggate.session.execution import Execution
    from pggate.session.gateway import Gateway
    from pggate.session.identity import Identity
    from pggate.session.notices import Notices
    from pggate.session.portals import Portals
    from pggate.session.presence import Visits
    from pggate.session.settings import Settings
    from pggate.session.transaction import Transaction
    from pggate.session.watch import Watch


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What answering one client's messages takes; each of them is the owner of what it changes.
    """

    gateway: Gateway
    identity: Identity
    settings: Settings
    notices: Notices
    cursors: Cursors
    transaction: Transaction
    portals: Portals
    analyst: Analyst
    execution: Execution
    visits: Visits
    watch: Watch
    activity: Activity
