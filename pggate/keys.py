"""
What a configuration key is made of: how its value is read from YAML or text, and how it is shown.

A reader gets what YAML made of the file's value, or the text of a variable or flag, and gives the value; its
ValueError says what is wanted and never repeats what was there, which may be a secret.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[object], object]

UNITS: Final = {"": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "KB": 10**3, "MB": 10**6, "GB": 10**9}
SIZE: Final = re.compile(r"(\d+)\s*([KMG]i?B)?")
ADDRESS: Final = re.compile(r"(?:\[([0-9a-fA-F:.%\w]+)\]|([^:\s\[\]]+)):(\d{1,5})")
MASK: Final = "********"


@dataclass(frozen=True, slots=True)
class Address:
    """
    Where a listener listens.  Port 0 is any free one.
    """

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Only this machine reaches it.  A name other than localhost can resolve to anything."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def option(default: object, read: Read, show: Callable[[Any], object] | None = None) -> Any:
    """A dataclass field that can be configured.  What is shown masked is kept out of the repr too."""
    secret = show in (hidden, without_password)
    return field(default=default, repr=not secret, metadata={"read": read, "show": show or as_it_is})


def text(value: object) -> str:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError("text (in quotes if it looks like a number)")
    return value


def path(value: object) -> Path:
    try:
        return Path(text(value)).expanduser()
    except RuntimeError:  # ~ of a user without a home
        raise ValueError("a path whose ~ can be resolved") from None


def whole(least: int, most: int | None = None) -> Read:
    wanted = f"of at least {least}" if most is None else f"from {least} to {most}"

    def read(value: object) -> int:
        number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= (most or number):
            raise ValueError(f"a whole number {wanted}")
        return number

    return read


def size(most: int = 2**63 - 1) -> Read:
    """Bytes: a number, or a number and its unit."""

    def read(value: object) -> int:
        found = SIZE.fullmatch(str(value)) if isinstance(value, int | str) else None
        number = int(found[1]) * UNITS[found[2] or ""] if found else 0
        if not 1 <= number <= most:
            raise ValueError(f"a number of bytes from 1 to {most}, such as 64 MiB")
        return number

    return read


def one_of(*words: str) -> Read:
    def read(value: object) -> str:
        if value not in words:
            raise ValueError(" or ".join(words))
        return str(value)

    return read


def yes_or_no(value: object) -> bool:
    """As YAML 1.1 reads it; of a variable the text."""
    found = {"true": True, "on": True, "false": False, "off": False}.get(str(value).lower())
    if found is None:
        raise ValueError("true or false")
    return found


def matching(pattern: str, wanted: str) -> Read:
    def read(value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise ValueError(wanted)
        return value

    return read


def optional(read: Read) -> Read:
    """Nothing, or the empty text that unsets a variable, is None."""
    return lambda value: None if value is None or value == "" else read(value)


def listener(value: object) -> Address | None:
    if value is False or value == "off":  # YAML 1.1 reads a bare off as false
        return None
    found = ADDRESS.fullmatch(value) if isinstance(value, str) else None
    if not found or int(found[3]) > 65535:
        raise ValueError("HOST:PORT or off")
    return Address(found[1] or found[2], int(found[3]))


def as_it_is(value: object) -> object:
    return str(value) if isinstance(value, Path) else value


def address_or_off(value: Address | None) -> str:
    return str(value or "off")


def in_units(value: int | None) -> object:
    if value is None:
        return None
    units = (unit for unit in ("GiB", "MiB", "KiB") if value % UNITS[unit] == 0)
    unit = next(units, None)
    return f"{value // UNITS[unit]} {unit}" if unit else value


def hidden(value: str | None) -> str | None:
    return value and MASK


def without_password(url: str | None) -> str | None:
    """A URL of libpq's form (PostgreSQL 15, 34.1.1.2) with its passwords masked."""
    if url is None:
        return None
    url = re.sub(r"(?<=password=)[^&]*", MASK, url)
    return re.sub(r"(://[^:/?@]*):.*@", rf"\1:{MASK}@", url)
