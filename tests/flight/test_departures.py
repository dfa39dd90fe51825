"""
Clients that go away.
"""

from __future__ import annotations

from pggate.errors import AdminShutdown, PgError, QueryCanceled
from pggate.flight.departures import Departures
from tests.waiting import wait_until


class Query:
    def __init__(self) -> None:
        self.reasons: list[PgError] = []

    def interrupt(self, reason: PgError) -> None:
        self.reasons.append(reason)


def test_the_query_of_who_is_gone_is_interrupted_until_it_ends() -> None:
    departures, gone, other = Departures(), Query(), Query()
    departures.enter(gone, lambda: True)
    departures.enter(other, lambda: False)
    wait_until(lambda: len(gone.reasons) >= 2)
    departures.leave(gone)
    assert {type(reason) for reason in gone.reasons} == {QueryCanceled}
    assert not other.reasons
    departures.interrupt_all(AdminShutdown("stop"))
    assert [type(reason) for reason in other.reasons] == [AdminShutdown]
    departures.leave(other)
