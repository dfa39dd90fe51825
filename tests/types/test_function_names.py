"""
What regproc prints.
"""

from __future__ import annotations

import pytest

from pggate.types.function_names import function_names


@pytest.mark.parametrize(
    ("oid", "name"),
    # the second is the only upper() there is of a text; PostgreSQL names the schema of one of several
    [(0, "-"), (1242, "boolin"), (871, "pg_catalog.upper"), (750, "array_in")],
)
def test_names(oid: int, name: str) -> None:
    assert function_names()[oid] == name
