from __future__ import annotations

import io
import json
import logging
import re
import warnings
from typing import TYPE_CHECKING, Literal

import pytest

from pggate.logs import Log, masked, setup

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "0123456789abcdef" * 4


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("pggate")
    before = root.handlers[:], root.level, ours.level
    root.handlers[:] = []  # pytest's own would be closed by force=True
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


def opened(style: Literal["key=value", "json"] = "key=value", level: str = "info") -> io.StringIO:
    stream = io.StringIO()
    setup(style, level, stream)
    return stream


def rest(line: str) -> str:
    """The line without its time."""
    return re.sub(r"^time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ", "", line)


PAIRS: list[tuple[object, str]] = [
    ("plain", "plain"),
    ("Bücher", "Bücher"),
    ("127.0.0.1:5432", "127.0.0.1:5432"),
    ("", '""'),
    ("two words", '"two words"'),
    ("a=b", '"a=b"'),
    ('say "x"', '"say \\"x\\""'),
    ("back\\slash", '"back\\\\slash"'),
    ("line\nbreak", '"line\\nbreak"'),
    ("\x1b[31mred", '"\\u001b[31mred"'),
    ("next\x85line\u2028", '"next\\u0085line\\u2028"'),
    ("half \ud800", '"half \\ud800"'),
    (7, "7"),
    (True, "true"),
    (0.1 + 0.2, "0.3"),
    (float("nan"), "nan"),
    (float("inf"), "inf"),
    (["a"], "\"['a']\""),
    (f"/ingest/{TOKEN}", "/ingest/012345…"),
]


@pytest.mark.parametrize(("value", "written"), PAIRS)
def test_pairs(value: object, written: str) -> None:
    stream = opened()
    Log("server").info("something", field=value)
    assert rest(stream.getvalue()) == f"level=info event=something field={written}\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("two words", "two words"),
        ("\x1b[31m\n\u2028 Bücher \ud800", "\x1b[31m\n\u2028 Bücher \ud800"),
        (7, 7),
        (2**70, 2**70),
        (True, True),
        (0.1 + 0.2, 0.3),
        (float("nan"), "nan"),
        (["a"], "['a']"),
        (f"/ingest/{TOKEN}", "/ingest/012345…"),
    ],
)
def test_json(value: object, written: object) -> None:
    stream = opened("json")
    Log("server").warning("something", field=value, absent=None)
    (line,) = stream.getvalue().splitlines()
    found = json.loads(line)
    assert found.pop("time").endswith("Z")
    assert found == {"level": "warning", "event": "something", "field": written}


def test_a_field_that_is_none_is_left_out() -> None:
    stream = opened()
    Log("server").info("something", user=None, pid=0)
    assert rest(stream.getvalue()) == "level=info event=something pid=0\n"


def test_level() -> None:
    stream = opened(level="warning")
    log = Log("server")
    log.debug("a")
    log.info("b")
    log.warning("c")
    log.error("d")
    assert re.findall(r"event=(\w+)", stream.getvalue()) == ["c", "d"]


def test_debug_is_for_the_gateway_only() -> None:
    stream = opened(level="debug")
    Log("server").debug("ours")
    logging.getLogger("botocore").debug("signature")
    logging.getLogger("botocore").warning("theirs %s", 1)
    assert [rest(line) for line in stream.getvalue().splitlines()] == [
        "level=debug event=ours",
        'level=warning event=log logger=botocore message="theirs 1"',
    ]


@pytest.mark.parametrize("style", ["key=value", "json"])
def test_an_exception_is_one_line(style: Literal["key=value", "json"]) -> None:
    stream = opened(style)
    with pytest.raises(ValueError, match="bad") as caught:
        int(f"bad\n{TOKEN}")
    Log("server").error("unexpected", caught.value, pid=1)
    assert len(stream.getvalue().splitlines()) == 1
    assert "Traceback (most recent call last)" in stream.getvalue()
    assert "ValueError" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_python_warnings_are_logged() -> None:
    stream = opened()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("look here", stacklevel=1)
    assert "look here" in stream.getvalue()
    assert len(stream.getvalue().splitlines()) == 1


def test_setup_again_replaces() -> None:
    first, second = opened(), opened()
    Log("server").info("once")
    assert first.getvalue() == ""
    assert len(second.getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        (f"POST /ingest/{TOKEN} 200", "POST /ingest/012345… 200"),
        (f"/ingest/{TOKEN}?x=1", "/ingest/012345…?x=1"),
        ("/ingest/not-a-token-at-all/", "/ingest/not-a-…/"),
        ("/ingest/short", "/ingest/short"),
        (f"unknown token {TOKEN}.", "unknown token 012345…."),
        (f"{TOKEN} {TOKEN.upper()}", "012345… 012345…"),
        (f"/x/{TOKEN[:57]}", "/x/012345…"),
        (f"/v1/{TOKEN[:32]}/{TOKEN[32:]}", "/v1/012345…/012345…"),
        (f"/ingest/{TOKEN[:32]}/{TOKEN[32:]}", "/ingest/012345…/012345…"),
        (f"/x/{TOKEN[:32]}%2F{TOKEN[32:]}", "/x/012345…%2F0123…"),
        (TOKEN[:15], TOKEN[:15]),
        ("018bcfe5-6800-7fff-bfff-ffffffffffff.parquet", "018bcfe5-6800-7fff-bfff-ffffffffffff.parquet"),
        (rf"bad\n{TOKEN}", r"bad\n012345…"),
        (f"\\x0a{TOKEN}", r"\x0a0123…"),
    ],
)
def test_tokens_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
