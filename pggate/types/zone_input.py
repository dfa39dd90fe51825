"""
A time zone as dates and times name it: an offset, an abbreviation, a name of the tz database, a POSIX rule.

The abbreviations are PostgreSQL 15's own (timezonesets/Default).  Most mean one offset; those that mean what
a zone's clock said at the time (MSK, ART, VET) are taken for the zone.
"""

from __future__ import annotations

import functools
import re
from datetime import tzinfo
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo, available_timezones

from pggate.errors import InvalidParameterValue

# Seconds east of Greenwich, or whose clock decides.
Zone: TypeAlias = int | tzinfo

_OFFSET: Final = re.compile(
    r"(?P<sign>[+-])(?P<hour>\d{1,2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?)?", re.ASCII
)
_POSIX: Final = re.compile(r"[a-z]{3,}(?P<sign>[+-]?)(?P<hours>\d{1,2})", re.ASCII)
_NAME: Final = re.compile(r"[a-z][\w+-]*(/[\w+-]+)*", re.ASCII)

# PostgreSQL 15, datetime.h: the offset of a zone stays below sixteen hours.
_OFFSET_LIMIT: Final = 16 * 3600


def read_zone(part: str) -> Zone:
    """
    Raises:
        ValueError: It names no zone.
        InvalidParameterValue: 22023, a name with punctuation in it that no zone has.
        OverflowError: An offset that is too large.

    """
    match = _OFFSET.fullmatch(part)
    if match is None:
        return _named(part.lower())
    seconds = _seconds(match)
    if seconds >= _OFFSET_LIMIT:
        raise OverflowError(part)
    return -seconds if match["sign"] == "-" else seconds


def _named(name: str) -> Zone:
    if (known := _known(name)) is not None:
        return known
    if posix := _POSIX.fullmatch(name):  # its offsets count to the west
        return (1 if posix["sign"] == "-" else -1) * int(posix["hours"]) * 3600
    if name.isalpha() or not _NAME.fullmatch(name):
        raise ValueError(name)
    raise InvalidParameterValue(f'time zone "{name}" not recognized')


def named_zone(name: str) -> Zone:
    """
    The zone that AT TIME ZONE, timezone() and SET TimeZone name: even a bare offset counts to the west.

    Raises:
        InvalidParameterValue: 22023, there is no such zone.

    """
    if (known := _known(name.lower())) is not None:
        return known
    posix = _POSIX_RULE.fullmatch(name)
    if posix is None or (seconds := _seconds(posix)) > _POSIX_LIMIT:
        raise InvalidParameterValue(f'time zone "{name}" not recognized')
    return seconds if posix["sign"] == "-" else -seconds


_POSIX_RULE: Final = re.compile(
    r"(?:[a-z]{3,}|<[a-z0-9:+-]*>|)(?P<sign>[+-]?)(?P<hour>\d{1,3})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2}))?)?",
    re.IGNORECASE | re.ASCII,
)
_POSIX_LIMIT: Final = 167 * 3600


def _known(name: str) -> Zone | None:
    # PostgreSQL's order: CET is one hour the whole year, though a zone of that name has summers.
    if name in ABBREVIATIONS:
        return ABBREVIATIONS[name]
    found = _BY_ZONE.get(name) or zone_name(name)
    return ZoneInfo(found) if found else None


def _seconds(match: re.Match[str]) -> int:
    return (int(match["hour"]) * 60 + int(match["minute"] or 0)) * 60 + int(match["second"] or 0)


def zone_name(name: str) -> str | None:
    """
    A zone's name as the tz database writes it, whatever its case; None where there is no such zone.
    """
    return _zone_names().get(name.lower())


@functools.cache
def _zone_names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


# Seconds east of Greenwich, and who has them.
_BY_OFFSET: Final = {
    -36_000: "hst taht",
    -34_200: "mart",
    -32_400: "akst gamt",
    -28_800: "akdt pst",
    -25_200: "mst pdt",
    -21_600: "cst galt mdt",
    -18_000: "act cdt cot est pet",
    -14_400: "amt ast bot edt",
    -12_600: "nft nst",
    -10_800: "adt bra brt clst gft pmst pyst uyt wgt",
    -9_000: "ndt",
    -7_200: "brst fnt pmdt uyst wgst",
    -3_600: "azot egt fnst",
    0: "azost egst gmt uct ut utc wet z zulu",
    3_600: "bst cet met mez wat wetdst",
    7_200: "bdst cest cetdst eet ist mest mesz metdst sast",
    10_800: "eat eest eetdst fet idt",
    12_600: "irt",
    14_400: "msd mut ret sct",
    16_200: "aft",
    18_000: "must mvt pkt tft tjt uzt",
    20_700: "npt",
    21_600: "almt bdt btt kgst pkst uzst xjt yekst",
    23_400: "mmt",
    25_200: "almst cxt ict wast",
    28_800: "awst bnt bort cct hkt myt pht wadt",
    31_500: "acwst",
    32_400: "awsst jayt jst kst pwt ulast wdt",
    34_200: "acst cast",
    36_000: "aest chut ddut kdt ligt mpt pgt trut yapt",
    37_800: "acdt acsst cadt lhst sadt",
    39_600: "aedt aesst pont vut",
    43_200: "fjt gilt mht nzst nzt tvt wakt wft",
    45_900: "chast",
    46_800: "fjst nzdt tot",
    49_500: "chadt",
}

ABBREVIATIONS: Final = {name: offset for offset, names in _BY_OFFSET.items() for name in names.split()}

# The zones whose clock some abbreviations follow.
_FOLLOWED: Final = {
    "America/Argentina/Buenos_Aires": "art arst",
    "America/Santiago": "clt",
    "America/Guyana": "gyt",
    "America/Asuncion": "pyt",
    "America/Caracas": "vet",
    "Antarctica/Davis": "davt",
    "Antarctica/Mawson": "mawt",
    "Asia/Yerevan": "amst",
    "Asia/Anadyr": "anast anat",
    "Asia/Baku": "azst azt",
    "Asia/Tbilisi": "gest get",
    "Asia/Irkutsk": "irkst irkt",
    "Asia/Bishkek": "kgt",
    "Asia/Krasnoyarsk": "krast krat",
    "Asia/Colombo": "lkt",
    "Asia/Magadan": "magst magt",
    "Asia/Novosibirsk": "novst novt",
    "Asia/Omsk": "omsst omst",
    "Asia/Kamchatka": "petst pett",
    "Asia/Singapore": "sgt",
    "Asia/Ashgabat": "tmt",
    "Asia/Ulaanbaatar": "ulat",
    "Asia/Vladivostok": "vlast vlat",
    "Asia/Yakutsk": "yakst yakt",
    "Asia/Yekaterinburg": "yekt",
    "Atlantic/Stanley": "fkst fkt",
    "Australia/Lord_Howe": "lhdt",
    "Europe/Moscow": "msk",
    "Europe/Volgograd": "volt",
    "Indian/Chagos": "iot",
    "Pacific/Rarotonga": "ckt",
    "Pacific/Easter": "easst east",
    "Pacific/Kosrae": "kost",
    "Pacific/Kiritimati": "lint",
    "Pacific/Niue": "nut",
    "Pacific/Fakaofo": "tkt",
}
_BY_ZONE: Final = {name: zone for zone, names in _FOLLOWED.items() for name in names.split()}
