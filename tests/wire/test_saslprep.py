from __future__ import annotations

import pytest

from pggate.wire.saslprep import saslprep


# RFC 4013, 3, and the cases in which the password stays as it is.
@pytest.mark.parametrize(
    ("password", "prepared"),
    [
        ("I\u00adX", "IX"),
        ("user", "user"),
        ("\u00aa", "a"),
        ("\u2168", "IX"),
        ("e\u0301", "é"),
        ("\u00a0é\u200b", " é "),
        ("\u0627\u0628", "\u0627\u0628"),
        ("\u06271\u0628", "\u06271\u0628"),
        ("\u0007", "\u0007"),  # prohibited, but ASCII is not looked at
        ("\u00aa\u0007", "\u00aa\u0007"),  # prohibited: a control character
        ("\u00aa\ue000", "\u00aa\ue000"),  # private use
        ("\u00aa\u0221", "\u00aa\u0221"),  # unassigned in Unicode 3.2
        ("\u00aa\ufffd", "\u00aa\ufffd"),  # inappropriate for plain text
        ("\u00aa\u0627", "\u00aa\u0627"),  # left-to-right and right-to-left
        ("\u06271", "\u06271"),  # does not end right-to-left
        ("\u00ad", "\u00ad"),  # nothing would be left
        ("", ""),
    ],
)
def test_saslprep(password: str, prepared: str) -> None:
    assert saslprep(password) == prepared
