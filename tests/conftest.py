"""
Fixtures by subject, and the rule that a test with a server behind it is no quick one.
"""

from __future__ import annotations

import gc
import re
import sys
from typing import TYPE_CHECKING

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest_plugins = ["tests.fix_engine", "tests.fix_postgres", "tests.fix_s3", "tests.fix_gateway"]

# No deadline: how long an example takes is the machine's affair.
hypothesis.settings.register_profile("whole", deadline=None)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=15)
hypothesis.settings.load_profile("whole")

SERVERS = {"postgres_server", "moto_server", "gateway", "new_gateway", "opened"}

SHARED = {"engine", "parts"}
"""What takes long to make, and all tests of a process share."""

# One that a whole module carries.
MARK = re.compile(rb"^pytestmark = (?:\[[^]]*?)?pytest\.mark\.(server|slow)\b", re.MULTILINE)


WORTH_TELLING = 0.005
"""Seconds."""


class WithoutPandas:
    """
    pyarrow imports pandas where it is installed, which takes longer than importing all of pggate.
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def pytest_configure(config: pytest.Config) -> None:
    if "not slow" in config.option.markexpr:  # the demo's data, which is pandas', is slow
        sys.meta_path.insert(0, WithoutPandas)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Tests and modules stay until the end: without the collector's looking for garbage in them, again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A module whose mark is not wanted is not even imported."""
    if collection_path.suffix != ".py" or "not " not in config.option.markexpr:
        return None
    mark = MARK.search(collection_path.read_bytes())
    return True if mark is not None and f"not {mark[1].decode()}" in config.option.markexpr else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """
    pytest's own, but that a worker keeps to itself when a test begins, and how it was set up and torn down where
    that went well and fast: with thousands of small tests, telling it costs as much as they do.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed or report.duration > WORTH_TELLING:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(tryfirst=True)  # before -m selects
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if SERVERS & fixtures(item):
            item.add_marker(pytest.mark.server)
    if hasattr(config, "workerinput"):
        # Workers take tests from each other's end: what is shared by those at the beginning is made once.
        items.sort(key=lambda item: SHARED.isdisjoint(fixtures(item)))


def fixtures(item: pytest.Item) -> set[str]:
    return set(item.fixturenames) if isinstance(item, pytest.Function) else set()
