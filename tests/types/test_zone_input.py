"""
Time zones by offset, abbreviation and name.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

import psycopg
import pytest

from pggate.errors import InvalidParameterValue
from pggate.types.zone_input import ABBREVIATIONS, Zone, named_zone, read_zone


@pytest.mark.parametrize(
    ("part", "zone"),
    [
        ("+2", 7200),
        ("-0330", -12_600),
        ("+15:59:59", 57_599),
        ("PST", -28_800),
        ("cest", 7200),
        ("CET", 3600),
        ("Z", 0),
        ("europe/berlin", ZoneInfo("Europe/Berlin")),
        ("PST8PDT", ZoneInfo("PST8PDT")),
        ("UTC+3", -10_800),
        ("utc-3", 10_800),
        ("foo5", -18_000),
        ("MSK", ZoneInfo("Europe/Moscow")),
    ],
)
def test_zones(part: str, zone: Zone) -> None:
    assert read_zone(part) == zone


@pytest.mark.parametrize("part", ["", "nope", "+", "+1:2:3:4", "msk?", "ä", "../../etc/passwd", "a\0b"])
def test_none(part: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_zone(part)


def test_too_far_away() -> None:
    with pytest.raises(OverflowError):
        read_zone("+16")


def test_a_name_that_no_zone_has() -> None:
    with pytest.raises(InvalidParameterValue, match='time zone "nowhere/land" not recognized'):
        read_zone("Nowhere/Land")


@pytest.mark.server
def test_abbreviations_are_those_of_postgresql(postgres_dsn: str) -> None:
    query = "select lower(abbrev), extract(epoch from utc_offset)::int from pg_timezone_abbrevs"
    with psycopg.connect(postgres_dsn) as connection:
        theirs = dict(connection.execute(query).fetchall())
    assert {name: theirs[name] for name in ABBREVIATIONS} == ABBREVIATIONS
    assert len(ABBREVIATIONS) > 0.7 * len(theirs)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", ZoneInfo("Europe/Berlin")),
        ("utc", 0),
        ("pst", -28_800),
        ("msk", ZoneInfo("Europe/Moscow")),
        ("EST5EDT", ZoneInfo("EST5EDT")),
        ("+02:00", -7200),
        ("-8", 28_800),
        ("UTC+3", -10_800),
        ("<+05:30>-05:30", 19_800),
    ],
)
def test_named_zones(name: str, zone: Zone) -> None:
    assert named_zone(name) == zone


@pytest.mark.parametrize("name", ["nope", "", "Nowhere/Land", "UTC+168"])
def test_no_zone_is_named(name: str) -> None:
    with pytest.raises(InvalidParameterValue, match="not recognized"):
        named_zone(name)


@pytest.mark.server
@pytest.mark.parametrize("name", ["pst", "+02:00", "-8", "UTC+3", "<x1>-2:30", "foo5", "cest", "UTC+168"])
def test_offsets_are_those_of_postgresql(postgres_dsn: str, name: str) -> None:
    query = "select extract(epoch from timestamp '2020-01-01' - (timestamp '2020-01-01' at time zone %s at time zone 'utc'))"
    with psycopg.connect(postgres_dsn) as connection:
        try:
            ((theirs,),) = connection.execute(query, [name]).fetchall()
        except psycopg.errors.InvalidParameterValue:
            theirs = None
    try:
        ours: Zone | None = named_zone(name)
    except InvalidParameterValue:
        ours = None
    assert theirs == ours
