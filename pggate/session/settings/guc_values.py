"""
What the values of settings may be: a check for each kind of them, and how a value is read by who acts on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.lake.idempotency import idempotency_key
from pggate.types.zone_input import zone_name

Check = Callable[[str, str], str]
"""(setting's name, the value asked for) → the value kept; raises InvalidParameterValue."""


def any_text(_name: str, value: str) -> str:
    return value


def key_or_none(_name: str, value: str) -> str:
    return value and idempotency_key(value)


_BOOLEANS: Final = {
    **dict.fromkeys(("on", "true", "yes", "1", "t", "y", "tr", "tru", "ye"), "on"),
    **dict.fromkeys(("off", "false", "no", "0", "f", "n", "of", "fa", "fal", "fals"), "off"),
}


def boolean(name: str, value: str) -> str:
    kept = _BOOLEANS.get(value.strip().lower())
    if kept is None:
        raise InvalidParameterValue(f'parameter "{name}" requires a Boolean value')
    return kept


def one_of(*values: str) -> Check:
    def check(name: str, value: str) -> str:
        wanted = value.strip().lower()
        if wanted not in values:
            raise _invalid(name, value, hint=f"Available values: {', '.join(values)}.")
        return wanted

    return check


def only(*accepted: str, kept: str, why: str) -> Check:
    """One value is all there is; its other spellings are taken for it, the rest is refused."""

    def check(name: str, value: str) -> str:
        if value.strip().lower().replace(" ", "") not in accepted:
            raise FeatureNotSupported(f'"{name}" can only be {kept}', hint=why)
        return kept

    return check


def integer(least: int, most: int) -> Check:
    def check(name: str, value: str) -> str:
        try:
            number = round(float(value.strip()))
        except (ValueError, OverflowError):
            raise _invalid(name, value) from None
        if not least <= number <= most:
            raise InvalidParameterValue(
                f'{number} is outside the valid range for parameter "{name}" ({least} .. {most})'
            )
        return str(number)

    return check


def float_digits(name: str, value: str) -> str:
    """Floats are written in the fewest digits that read back as the same: what 1, 2 and 3 ask for."""
    kept = integer(-15, 3)(name, value)
    if int(kept) < 1:
        raise FeatureNotSupported(
            f'"{name}" cannot be less than 1', hint="Floats are written exactly: round them in the query."
        )
    return kept


_TIME_UNITS: Final = {"us": 0.001, "ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}
_DURATION: Final = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*([a-z]*)\s*\Z")
MOST_MILLISECONDS: Final = 2**31 - 1
"""As in PostgreSQL: the durations are int4 milliseconds."""


def milliseconds(value: str, name: str = "duration") -> int:
    """
    Read a duration as PostgreSQL 15, 20.1 has it: a number of milliseconds or a number with a unit.
    """
    found = _DURATION.match(value)
    if found is None or (found[2] and found[2] not in _TIME_UNITS):
        units = '"us", "ms", "s", "min", "h", and "d"'
        raise _invalid(name, value, hint=f"Valid units for this parameter are {units}.")
    number = round(float(found[1]) * _TIME_UNITS[found[2] or "ms"])
    if number > MOST_MILLISECONDS:
        raise InvalidParameterValue(
            f'{number} ms is outside the valid range for parameter "{name}" (0 ms .. {MOST_MILLISECONDS} ms)'
        )
    return number


def duration(name: str, value: str) -> str:
    return shown_duration(milliseconds(value, name))


def shown_duration(number: int) -> str:
    """
    Milliseconds in the largest unit that divides them, as SHOW prints them.
    """
    for unit in ("d", "h", "min", "s"):
        if number and number % int(_TIME_UNITS[unit]) == 0:
            return f"{number // int(_TIME_UNITS[unit])}{unit}"
    return f"{number}ms" if number else "0"


_ZONE_OFFSET: Final = re.compile(r"([+-]?)(\d{1,2})(?::?(\d{2}))?\Z")


def time_zone(name: str, value: str) -> str:
    """An IANA name, or an offset in hours east of Greenwich, which becomes the Etc/GMT zone that means it."""
    wanted = value.strip().strip("'")
    offset = _ZONE_OFFSET.match(wanted)
    if offset:
        hours = int(offset[2]) * (-1 if offset[1] == "-" else 1)
        if offset[3] not in (None, "00") or not -12 <= hours <= 14:
            raise _invalid(name, value, hint="Use an IANA name such as Europe/Berlin or whole hours.")
        return "UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"
    known = zone_name(wanted)
    if known is None:
        raise _invalid(name, value, hint="Use an IANA name such as Europe/Berlin.")
    return known


def date_style(name: str, value: str) -> str:
    """Dates are written as ISO has them, and 01/02/2020 is always read as the second of January."""
    if not {part.strip().upper() for part in value.split(",") if part.strip()} <= {"ISO", "MDY", "US"}:
        raise FeatureNotSupported(
            f'"{name}" can only be ISO, MDY',
            hint="Write dates as YYYY-MM-DD; format them in the query, for instance with to_char().",
        )
    return "ISO, MDY"


def _invalid(name: str, value: str, *, hint: str | None = None) -> InvalidParameterValue:
    return InvalidParameterValue(f'invalid value for parameter "{name}": "{value}"', hint=hint)


def schemas_of(search_path: str, user: str) -> tuple[str, ...]:
    """
    The schema names that a search_path value lists, `"$user"` filled in, `main` read as `public`.
    """
    names = []
    for raw in _PATH_ENTRY.findall(search_path):
        name = raw[1:-1].replace('""', '"') if raw.startswith('"') else raw.strip().lower()
        name = user if name == "$user" else name
        names.append("public" if name == "main" else name)
    return tuple(name for name in names if name)


_PATH_ENTRY: Final = re.compile(r'"(?:[^"]|"")*"|[^\s,"\']+')
