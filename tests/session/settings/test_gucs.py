from __future__ import annotations

from pggate.session.settings.gucs import CHARACTERISTICS, SETTINGS


def test_every_default_is_one_that_its_check_keeps() -> None:
    for row in SETTINGS.values():
        assert row.check(row.name, row.default) == row.default


def test_every_characteristic_has_a_default_for_the_transactions_to_come() -> None:
    for name in CHARACTERISTICS:
        assert SETTINGS[f"default_{name}"].check is SETTINGS[name].check
        assert SETTINGS[f"default_{name}"].default == SETTINGS[name].default
