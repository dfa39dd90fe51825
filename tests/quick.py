"""
What makes `make quick` quick: thousands of small tests, of which pytest's and xdist's own work is half.

No test is another one because of it: each hook leaves out what nobody asks for.
"""

from __future__ import annotations

import gc
import re
import sys
from typing import TYPE_CHECKING, Final

import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHARED: Final = {"engine", "parts"}
"""Fixtures that take long to make, and that all tests of a process share."""

MARKED: Final = re.compile(rb"^pytestmark = (?:\[[^]]*?)?pytest\.mark\.(server|slow)\b", re.MULTILINE)
"""A mark that a whole module carries."""

WORTH_TELLING: Final = 0.005  # seconds


class WithoutPandas:
    """
    pyarrow imports pandas where it is installed, which takes longer than importing all of pggate.
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def unwanted(config: pytest.Config) -> set[str]:
    """The marks that `-m "not A and not B"` names."""
    parts = config.option.markexpr.split(" and ")
    return {part.removeprefix("not ") for part in parts if part.startswith("not ")}


def pytest_configure(config: pytest.Config) -> None:
    if "slow" in unwanted(config):  # the demo's data, which is pandas', is slow
        sys.meta_path.insert(0, WithoutPandas)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """
    What is collected stays: while it grows, and later, the garbage collector need not look through it.  What a
    test leaves behind it finds less often: at each 700 new objects, as it comes, it took a twentieth of all time.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        gc.enable()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """
    A module whose mark is unwanted is not even imported.
    """
    marks = unwanted(config)
    if not marks or collection_path.suffix != ".py":
        return None
    found = MARKED.search(collection_path.read_bytes())
    return True if found is not None and found[1].decode() in marks else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    Workers take tests from each other's end: what is shared by those at the beginning is made once.
    """
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: SHARED.isdisjoint(getattr(item, "fixturenames", ())))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """
    pytest's own, but that a worker keeps to itself when a test begins, and how it was set up and torn down where
    that went well and fast.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed or report.duration > WORTH_TELLING:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
