from __future__ import annotations

from pggate.engine.rules import RULES


def test_every_rule_of_an_exception_type_is_reachable() -> None:
    """
    A row without any condition but its exception type must be the last one of that type.
    """
    closed: set[str | None] = set()
    for rule in RULES:
        assert rule.exception not in closed, rule
        if not rule.pattern and rule.subject is None and rule.subtype is None:
            closed.add(rule.exception)
