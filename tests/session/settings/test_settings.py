"""
SET, SHOW, RESET and what a transaction does with them.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, InvalidParameterValue, UndefinedObject
from pggate.session.settings.gucs import SETTINGS
from pggate.session.settings.settings import Settings


def opened(**start: str) -> Settings:
    settings = Settings({"server_version": "15.0 (pggate)"})
    settings.start(start)
    return settings


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [("jit", " YES ", "on"), ("CLIENT_ENCODING", "Unicode", "UTF8"), ("my.own", "x", "x")],
)
def test_set_and_show(name: str, value: str, shown: str) -> None:
    settings = opened()
    settings.set(name, value)
    assert settings.show(name.upper()) == shown


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("nonsense", "1", "42704: unrecognized configuration parameter"),
        ("server_version", "16", '55P02: parameter "server_version" cannot be changed'),
        ("jit", "maybe", '22023: parameter "jit" requires a Boolean value'),
        ("datestyle", "German", '0A000: "DateStyle" can only be ISO'),
    ],
)
def test_refused(name: str, value: str, error: str) -> None:
    settings = opened()
    before = dict(settings.all())
    with pytest.raises((UndefinedObject, InvalidParameterValue, FeatureNotSupported)) as caught:
        settings.set(name, value)
    assert f"{caught.value.code}: {caught.value.message}".startswith(error)
    assert dict(settings.all()) == before


def test_what_is_unknown_can_be_neither_shown_nor_reset() -> None:
    for use in (Settings({}).show, Settings({}).reset):
        with pytest.raises(UndefinedObject):
            use("my.own")


def test_the_timeout_is_in_seconds() -> None:
    assert opened(statement_timeout="250").statement_timeout == 0.25
    assert opened().statement_timeout == 0


def test_reset_returns_to_the_start() -> None:
    settings = opened(application_name="psql")
    settings.set("application_name", "x")
    settings.set("my.own", "x")
    settings.reset("application_name")
    settings.reset("my.own")
    assert (settings.show("application_name"), settings.show("my.own")) == ("psql", "")
    settings.set("application_name", "x")
    settings.reset_all()
    assert (settings.show("application_name"), settings.show("server_version")) == ("psql", "15.0 (pggate)")


# PostgreSQL 15, SET: what of it is seen within the transaction, after COMMIT, after ROLLBACK.
@pytest.mark.parametrize(
    ("sets", "within", "committed", "rolled_back"),
    [
        ([("x", False)], "x", "x", "before"),
        ([("x", True)], "x", "before", "before"),
        ([("x", False), ("y", True)], "y", "x", "before"),
        ([("x", True), ("y", False)], "y", "y", "before"),
        ([("x", True), ("y", True)], "y", "before", "before"),
    ],
)
@pytest.mark.parametrize("name", ["application_name", "my.own"])
def test_transactions(
    name: str, sets: list[tuple[str, bool]], within: str, committed: str, rolled_back: str
) -> None:
    for end, expected in ((Settings.commit, committed), (Settings.rollback, rolled_back)):
        settings = opened()
        settings.set(name, "before")
        settings.begin()
        for value, local in sets:
            settings.set(name, value, local=local)
        assert settings.show(name) == within
        end(settings)
        assert settings.show(name) == expected


def test_a_rollback_forgets_what_was_made_up_in_the_transaction() -> None:
    settings = opened()
    settings.begin()
    settings.set("my.own", "x")
    settings.rollback()
    with pytest.raises(UndefinedObject):
        settings.show("my.own")


def test_outside_a_transaction() -> None:
    settings = opened()
    settings.set("application_name", "x", local=True)
    settings.set("jit", "on")
    settings.commit()
    settings.rollback()
    assert (settings.show("application_name"), settings.show("jit")) == ("", "on")


def test_savepoints() -> None:
    settings = opened()
    settings.begin()
    settings.set("application_name", "first")
    state = settings.state()
    settings.set("application_name", "second", local=True)
    settings.set("my.own", "x")
    settings.restore(state)
    assert settings.show("application_name") == "first"
    settings.commit()
    assert settings.show("application_name") == "first"
    assert "my.own" not in dict(settings.all())


def test_what_a_transaction_begins_with() -> None:
    settings = opened()
    settings.begin()
    settings.set("transaction_read_only", "on")
    settings.set("default_transaction_isolation", "serializable")
    settings.reset_all()  # leaves the running transaction alone
    assert settings.show("transaction_read_only") == "on"
    settings.set("default_transaction_isolation", "serializable")
    assert settings.show("transaction_isolation") == "repeatable read"
    settings.commit()
    assert settings.show("transaction_read_only") == "off"
    assert settings.show("transaction_isolation") == "serializable"


def test_what_the_next_transaction_will_begin_with() -> None:
    settings = opened(default_transaction_isolation="serializable")
    assert settings.show("transaction_isolation") == "serializable"
    settings.set("default_transaction_isolation", "read committed")
    settings.set("transaction_isolation", "repeatable read")  # would be that of this statement alone
    assert settings.show("transaction_isolation") == "read committed"
    settings.set("default_transaction_deferrable", "on")
    assert settings.show("transaction_deferrable") == "on"
    settings.reset("default_transaction_isolation")
    assert settings.show("transaction_isolation") == "serializable"
    settings.reset_all()
    assert settings.show("transaction_deferrable") == "off"


def test_reports() -> None:
    settings = opened(application_name="psql")
    first = dict(settings.take_reports())
    assert first["application_name"] == "psql"
    assert first.keys() == {row.name for row in SETTINGS.values() if row.reported}
    assert list(settings.take_reports()) == []
    settings.set("default_transaction_read_only", "on")
    settings.set("jit", "on")
    settings.set("application_name", "x")
    settings.set("application_name", "psql")
    assert list(settings.take_reports()) == [("default_transaction_read_only", "on")]
    settings.begin()
    settings.set("timezone", "Asia/Tokyo")
    assert list(settings.take_reports()) == [("TimeZone", "Asia/Tokyo")]
    settings.rollback()
    assert list(settings.take_reports()) == [("TimeZone", "UTC")]


def test_the_version_moves_with_every_change_and_only_then() -> None:
    settings = opened()
    before = settings.version
    settings.set("jit", "on")
    settings.begin()
    settings.rollback()
    assert settings.version == before
    settings.begin()
    settings.set("jit", "off")
    set_ = settings.version
    settings.rollback()
    assert before < set_ < settings.version


def test_names_are_shown_as_postgresql_spells_them() -> None:
    assert [opened().spelled(name) for name in ("TIMEZONE", "My.Own")] == ["TimeZone", "my.own"]
    names = [name for name, _ in opened().all()]
    assert names == sorted(names, key=str.lower)
