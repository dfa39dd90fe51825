"""
Composite types as JSON.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from pggate.lake.declared_composites import Attribute, CompositeType, composite_of


def test_there_and_back() -> None:
    addr = CompositeType(
        70, 71, "public", "addr", (Attribute("a", "INTEGER", 23), Attribute("b", "VARCHAR", 1043, 7))
    )
    assert composite_of(json.loads(json.dumps(asdict(addr)))) == addr
