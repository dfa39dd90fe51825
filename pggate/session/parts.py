"""
The parts of one session, and how they are put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.session.analysis.analysis import Analyst
from pggate.session.commands.commands import Commands
from pggate.session.cursors.cursors import Cursors
from pggate.session.execution import Execution
from pggate.session.live.activity import Activity
from pggate.session.live.clock_functions import microseconds
from pggate.session.live.portals import Portals
from pggate.session.live.presence import Visits
from pggate.session.live.watch import Watch
from pggate.session.statement.notices import Notices
from pggate.session.transactions.transaction import Transaction

if TYPE_CHECKING:
    from pggate.session.live.gateway import Gateway
    from pggate.session.live.watch import Alarm
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity


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


def put_together(
    gateway: Gateway, identity: Identity, settings: Settings, alarm: Alarm, owner: object
) -> Parts:
    """
    Args:
        gateway: What all sessions share.
        identity: Who this one is.
        settings: With the start-up parameters taken.
        alarm: Sets the clock for statement_timeout.
        owner: Whose the gates are that its transactions hold.

    """

    def wake() -> None:
        """Whatever blocks this session lets go; from any thread."""
        cursors.interrupt()
        lake = transaction.lake
        if lake is not None:
            lake.gates.cancel(owner)
        gateway.backends.locks.wake()

    watch = Watch(identity, gateway.metrics.queries, alarm, wake, gateway.config.log.slow_query_ms)
    notices = Notices()
    portals = Portals(gateway.engine.store)
    cursors = Cursors(gateway, identity, settings, lambda: watch.is_interrupted)
    transaction = Transaction(cursors, settings, owner, gateway.mirror.follow)
    analyst = Analyst(gateway, identity, cursors, portals)
    commands = Commands(identity, settings, cursors, transaction, portals, analyst, notices)
    activity = Activity(microseconds())
    visits = Visits(gateway.presence, identity.database)
    execution = Execution(
        gateway, identity, cursors, transaction, analyst, notices, commands, visits, portals, activity
    )
    return Parts(
        gateway,
        identity,
        settings,
        notices,
        cursors,
        transaction,
        portals,
        analyst,
        execution,
        visits,
        watch,
        activity,
    )
