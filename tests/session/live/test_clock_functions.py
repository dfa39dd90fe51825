"""
The clock that moves within a transaction.
"""

from __future__ import annotations

import time

from pggate.session.live.clock_functions import ASKED_AT, CLOCK, clock_functions, microseconds
from pggate.session.settings.settings import Settings


def test_functions_tell_the_time() -> None:
    settings = Settings({})
    settings.asked_at = 17
    functions = {function.name: function for function in clock_functions({42: settings})}
    assert functions[ASKED_AT].call(42) == 17
    assert abs(functions[CLOCK].call() - time.time() * 1e6) < 60e6
    assert microseconds() <= microseconds()
