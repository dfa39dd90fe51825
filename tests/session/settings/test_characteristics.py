from __future__ import annotations

import pytest

from pggate.session.settings.characteristics import LATE, characteristics_of
from pggate.session.settings.gucs import CHARACTERISTICS, SETTINGS
from pggate.translate.commands.transactions import begin


@pytest.mark.parametrize(
    ("modes", "settings"),
    [
        ("", {}),
        ("read only", {"transaction_read_only": "on"}),
        ("read write, not deferrable", {"transaction_read_only": "off", "transaction_deferrable": "off"}),
        (
            "isolation level serializable deferrable",
            {"transaction_isolation": "serializable", "transaction_deferrable": "on"},
        ),
    ],
)
def test_modes_are_settings(modes: str, settings: dict[str, str]) -> None:
    assert characteristics_of(begin(f"begin {modes}")) == settings


def test_what_comes_too_late_is_a_value_that_its_setting_keeps() -> None:
    for name, value in LATE:
        assert name in CHARACTERISTICS
        assert SETTINGS[name].check(name, value) == value


def test_what_never_comes_too_late() -> None:
    assert ("transaction_read_only", "on") not in LATE
    assert not any(name == "transaction_deferrable" for name, _ in LATE)
