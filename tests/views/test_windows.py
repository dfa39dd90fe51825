"""
What the options of a live view say of windows.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.views.windows import Window, window_of

MINUTE = 60_000_000


def test_windows() -> None:
    assert window_of({}) is None
    assert window_of({"other": "1"}) is None
    tumbling = window_of(
        {"window_type": "Tumbling", "window_size": "1 day 1 minute", "timestamp_column": "ts"}
    )
    assert tumbling == Window(1441 * MINUTE, 1441 * MINUTE, "ts")
    sliding = window_of({"window_type": "sliding", "window_size": "00:01", "slide_interval": "20 s"})
    assert sliding == Window(MINUTE, MINUTE // 3)
    assert [tumbling.type if tumbling else "", sliding.type if sliding else ""] == ["tumbling", "sliding"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"window_size": "1 day"}, 'option "window_type" of a live view of windows is missing'),
        ({"window_type": "session"}, 'invalid value for parameter "window_type": "session"'),
        ({"window_type": "tumbling"}, 'option "window_size" of a live view of windows is missing'),
        (
            {"window_type": "tumbling", "window_size": "1 month"},
            'invalid value for parameter "window_size": "1 month"',
        ),
        ({"window_type": "tumbling", "window_size": "0"}, 'invalid value for parameter "window_size": "0"'),
        ({"window_type": "tumbling", "window_size": "x"}, 'invalid value for parameter "window_size": "x"'),
        (
            {"window_type": "tumbling", "window_size": "1 s", "slide_interval": "1 s"},
            'invalid value for parameter "slide_interval": "1 s"',
        ),
        (
            {"window_type": "sliding", "window_size": "1 s"},
            'option "slide_interval" of a live view of windows is missing',
        ),
        *(
            (
                {"window_type": "sliding", "window_size": "1 min", "slide_interval": slide},
                f'invalid value for parameter "slide_interval": "{slide}"',
            )
            for slide in ("2 min", "7 s", "1 ms", "-1 s")
        ),
    ],
)
def test_what_is_none(options: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidParameterValue) as raised:
        window_of(options)
    assert (raised.value.code, raised.value.message) == ("22023", message)
    assert raised.value.hint
