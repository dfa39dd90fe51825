from __future__ import annotations

import dataclasses

import pytest

from pggate.engine.bound import Bound, Findings
from pggate.engine.definitions import Relation, Target

T = Relation("c", "s", "t")


def test_what_nothing_was_found_for_is_empty() -> None:
    assert Findings("memory").bound("SELECT") == Bound("SELECT")


FINDINGS = [field.name for field in dataclasses.fields(Findings) if field.name != "default_catalog"]


@pytest.mark.parametrize("name", FINDINGS)
def test_every_finding_is_told(name: str) -> None:
    found = {
        "relations": {T},
        "targets": {Target(T, "insert")},
        "parameters": {1: "BIGINT"},
        "assignments": ("some",),
    }.get(name, {"some"})
    findings = Findings("memory")
    setattr(findings, name, found)
    assert findings.bound("SELECT") == dataclasses.replace(Bound("SELECT"), **{name: found})
