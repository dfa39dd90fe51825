"""
SET, SHOW, RESET and what a transaction does with them.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, InvalidParameterValue, PgError, UndefinedObject
from pggate.session.settings import (
    MOST_MILLISECONDS,
    SETTINGS,
    Settings,
    milliseconds,
    schemas_of,
    shown_duration,
)


def opened(**start: str) -> Settings:
    settings = Settings({"server_version": "15.0 (pggate)"})
    settings.start(start)
    return settings


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("jit", " YES ", "on"),
        ("jit", "fal", "off"),
        ("application_name", " psql ", " psql "),
        ("client_encoding", "'utf-8'", "UTF8"),
        ("CLIENT_ENCODING", "Unicode", "UTF8"),
        ("client_min_messages", "WARNING", "warning"),
        ("default_transaction_isolation", "Read Committed", "read committed"),
        ("standard_conforming_strings", "TRUE", "on"),
        ("extra_float_digits", "2.6", "3"),
        ("extra_float_digits", "-15", "-15"),
        ("statement_timeout", "1500", "1500ms"),
        ("statement_timeout", " .5 min ", "30s"),
        ("statement_timeout", str(MOST_MILLISECONDS), f"{MOST_MILLISECONDS}ms"),
        ("DateStyle", "iso, mdy", "ISO, MDY"),
        ("DateStyle", "MDY", "ISO, MDY"),
        ("DateStyle", "ISO", "ISO, MDY"),
        ("TimeZone", "'Europe/Berlin'", "Europe/Berlin"),
        ("TimeZone", "gmt", "UTC"),
        ("TimeZone", "-8", "Etc/GMT+8"),
        ("TimeZone", "+05:00", "Etc/GMT-5"),
        ("TimeZone", "0", "UTC"),
        ("my.own", "x", "x"),
    ],
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
        ("jit", "o", "22023: "),
        ("xmloption", "x", '22023: invalid value for parameter "xmloption": "x"'),
        ("extra_float_digits", "4", '22023: 4 is outside the valid range for parameter "extra_float_digits"'),
        ("extra_float_digits", "nan", '22023: invalid value for parameter "extra_float_digits": "nan"'),
        ("extra_float_digits", "1e999", "22023: invalid value"),
        ("statement_timeout", "5 S", '22023: invalid value for parameter "statement_timeout": "5 S"'),
        ("statement_timeout", "-1", "22023: "),
        ("statement_timeout", "25d", "22023: 2160000000 ms is outside the valid range"),
        ("client_encoding", "latin1", '0A000: "client_encoding" can only be UTF8'),
        ("bytea_output", "escape", '0A000: "bytea_output" can only be hex'),
        ("datestyle", "German", '0A000: "DateStyle" can only be ISO'),
        ("datestyle", "ISO, DMY", '0A000: "DateStyle" can only be ISO, MDY'),
        ("datestyle", "YMD", "0A000: "),
        ("timezone", "Mars/Olympus", '22023: invalid value for parameter "TimeZone": "Mars/Olympus"'),
        ("timezone", "Europe", "22023: "),
        ("timezone", "../../etc/passwd", "22023: "),
        ("timezone", "a\0b", "22023: "),
        ("timezone", "", "22023: "),
        ("timezone", "+05:30", "22023: "),
        ("timezone", "15", "22023: "),
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


def test_every_default_is_one_that_its_check_keeps() -> None:
    for row in SETTINGS.values():
        assert row.check(row.name, row.default) == row.default


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("0", 0, "0"),
        ("500us", 0, "0"),
        ("1.5s", 1500, "1500ms"),
        ("60 s", 60_000, "1min"),
        ("2h", 7_200_000, "2h"),
        ("48h", 172_800_000, "2d"),
    ],
)
def test_durations(text: str, number: int, shown: str) -> None:
    assert milliseconds(text) == number
    assert shown_duration(number) == shown


@pytest.mark.parametrize("text", ["", "s", "1 m", "1.2.3", "1s 2s", "1e3"])
def test_no_duration(text: str) -> None:
    with pytest.raises(PgError) as caught:
        milliseconds(text)
    assert caught.value.hint == 'Valid units for this parameter are "us", "ms", "s", "min", "h", and "d".'


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
    settings.set("jit", "off")
    settings.begin()
    settings.rollback()
    assert settings.version == before
    settings.begin()
    settings.set("jit", "on")
    set_ = settings.version
    settings.rollback()
    assert before < set_ < settings.version


def test_names_are_shown_as_postgresql_spells_them() -> None:
    assert [opened().spelled(name) for name in ("TIMEZONE", "My.Own")] == ["TimeZone", "my.own"]
    names = [name for name, _ in opened().all()]
    assert names == sorted(names, key=str.lower)


@pytest.mark.parametrize(
    ("search_path", "schemas"),
    [
        ('"$user", public', ("ann", "public")),
        ("$user,Sales", ("ann", "sales")),
        ('"Sales", "a b", "a,b", "a""b"', ("Sales", "a b", "a,b", 'a"b')),
        ("main, 'other'", ("public", "other")),
        ('""', ()),
        ("", ()),
    ],
)
def test_search_path(search_path: str, schemas: tuple[str, ...]) -> None:
    assert schemas_of(search_path, "ann") == schemas
