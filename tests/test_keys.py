from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pggate.keys import (
    Address,
    address_or_off,
    hidden,
    in_units,
    listener,
    matching,
    one_of,
    option,
    optional,
    path,
    size,
    text,
    whole,
    without_password,
    yes_or_no,
)

if TYPE_CHECKING:
    from pggate.keys import Read

ACCEPTED: list[tuple[Read, object, object]] = [
    (text, "a b", "a b"),
    (path, "a/b", Path("a/b")),
    (path, "~/b", Path.home() / "b"),
    (whole(0), 0, 0),
    (whole(1), "12", 12),
    (whole(1, 12), "12", 12),
    (size(), 1, 1),
    (size(), "1", 1),
    (size(), "64 MiB", 64 * 2**20),
    (size(), "64MiB", 64 * 2**20),
    (size(), "2 GB", 2 * 10**9),
    (size(5), "5", 5),
    (one_of("a", "b"), "b", "b"),
    (yes_or_no, True, True),
    (yes_or_no, "off", False),
    (yes_or_no, "TRUE", True),
    (matching("a+", "many a"), "aaa", "aaa"),
    (optional(whole(0)), None, None),
    (optional(whole(0)), "", None),
    (optional(whole(0)), 0, 0),
    (optional(whole(0)), "0", 0),
    (listener, "off", None),
    (listener, False, None),
    (listener, "127.0.0.1:5432", Address("127.0.0.1", 5432)),
    (listener, "localhost:0", Address("localhost", 0)),
    (listener, "[::1]:65535", Address("::1", 65535)),
    (listener, "[fe80::1%eth0]:1", Address("fe80::1%eth0", 1)),
]

REFUSED: list[tuple[Read, object, str]] = [
    (text, 12, "text"),
    (text, "", "text"),
    (text, None, "text"),
    (text, "a\0b", "text"),
    (path, 12, "text"),
    (path, "~no-such-user-as-this/b", "path"),
    (yes_or_no, "maybe", "true or false"),
    (whole(1), 0, "at least 1"),
    (whole(0), -1, "at least 0"),
    (whole(1, 8), 9, "a whole number from 1 to 8"),
    (whole(1, 8), "0", "from 1 to 8"),
    (whole(0), True, "whole number"),
    (whole(0), 1.0, "whole number"),
    (whole(0), "-1", "whole number"),
    (whole(0), "1e3", "whole number"),
    (whole(0), "١", "whole number"),
    (whole(0), None, "whole number"),
    (size(), 0, "bytes"),
    (size(), -1, "bytes"),
    (size(), True, "bytes"),
    (size(), 1.5, "bytes"),
    (size(), "1.5 GiB", "bytes"),
    (size(), "5 apples", "bytes"),
    (size(2**30 - 1), "1 GiB", "from 1 to 1073741823"),
    (one_of("a", "b"), "c", "a or b"),
    (one_of("a", "b"), ["a"], "a or b"),
    (matching("a+", "many a"), "aab", "many a"),
    (matching("a+", "many a"), 1, "many a"),
    (optional(whole(0)), "x", "whole number"),
    (optional(whole(1)), 0, "at least 1"),
    (listener, "5432", "HOST:PORT"),
    (listener, 5432, "HOST:PORT"),
    (listener, 0, "HOST:PORT"),
    (listener, None, "HOST:PORT"),
    (listener, True, "HOST:PORT"),
    (listener, ":5432", "HOST:PORT"),
    (listener, "a:", "HOST:PORT"),
    (listener, "a:65536", "HOST:PORT"),
    (listener, "a:99999999999", "HOST:PORT"),
    (listener, "::1:5432", "HOST:PORT"),
    (listener, "a b:1", "HOST:PORT"),
]


@pytest.mark.parametrize(("read", "given", "value"), ACCEPTED)
def test_accepted(read: Read, given: object, value: object) -> None:
    found = read(given)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("read", "given", "wanted"), REFUSED)
def test_refused(read: Read, given: object, wanted: str) -> None:
    with pytest.raises(ValueError, match=wanted):
        read(given)


@pytest.mark.parametrize(
    ("host", "is_loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("*", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
    ],
)
def test_loopback(host: str, is_loopback: bool) -> None:
    assert Address(host, 1).is_loopback == is_loopback


@pytest.mark.parametrize("written", ["127.0.0.1:5432", "[::1]:5432", "localhost:0", "off"])
def test_address_as_written(written: str) -> None:
    assert address_or_off(listener(written)) == written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (1, 1),
        (1000, 1000),
        (1024, "1 KiB"),
        (3 * 2**20, "3 MiB"),
        (2**30, "1 GiB"),
        (2**30 + 2**20, "1025 MiB"),
    ],
)
def test_sizes_are_shown_in_units(value: int | None, shown: object) -> None:
    assert in_units(value) == shown
    assert value is None or size()(shown) == value


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (None, None),
        ("postgres://host/db", "postgres://host/db"),
        ("postgres://u@host:5432/db", "postgres://u@host:5432/db"),
        ("postgres://u:secret@host:5432/db", "postgres://u:********@host:5432/db"),
        ("postgres://u:se:cr@et/x@host/db", "postgres://u:********@host/db"),
        ("postgres://:secret@host/db", "postgres://:********@host/db"),
        ("postgres://h/db?user=u&password=secret&port=1", "postgres://h/db?user=u&password=********&port=1"),
        ("postgres://u:a@h/db?sslpassword=secret", "postgres://u:********@h/db?sslpassword=********"),
    ],
)
def test_passwords_in_urls_are_masked(url: str | None, shown: str | None) -> None:
    assert without_password(url) == shown


def test_secret_options_are_not_in_the_repr() -> None:
    @dataclass
    class Section:
        open: Any = option("seen", text)
        secret: Any = option("unseen", text, hidden)
        url: Any = option("unseen", text, without_password)

    assert "seen" in repr(Section())
    assert "unseen" not in repr(Section())
