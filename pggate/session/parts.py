"""
The parts of one session.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.execution import Execution
    from pggate.session.live.activity import Activity
    from pggate.session.live.gateway import Gateway
    from pggate.session.live.portals import Portals
    from pggate.session.live.presence import Visits
    from pggate.session.live.watch import Watch
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction


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
