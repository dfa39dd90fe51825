"""
Fixtures by subject, and the rule that a test with a server behind it is no quick one.
"""

from __future__ import annotations

import hypothesis
import pytest

pytest_plugins = [
    "tests.quick",
    "tests.fix_engine",
    "tests.fix_postgres",
    "tests.fix_s3",
    "tests.fix_gateway",
]

# No deadline: how long an example takes is the machine's affair.
hypothesis.settings.register_profile("whole", deadline=None)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=15)
hypothesis.settings.load_profile("whole")

SERVERS = {"postgres_server", "moto_server", "gateway", "new_gateway", "opened"}


@pytest.hookimpl(tryfirst=True)  # before -m selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and SERVERS & set(item.fixturenames):
            item.add_marker(pytest.mark.server)
