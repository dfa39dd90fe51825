from __future__ import annotations

from pggate.session.queries.declared_objects import cascade_notice, dependents_remain


def test_what_depends() -> None:
    error = dependents_remain("type mood", ["column a of table t", "column b of table t"])
    assert error.message == "cannot drop type mood because other objects depend on it"
    assert (
        error.detail == "column a of table t depends on type mood\ncolumn b of table t depends on type mood"
    )
    error = dependents_remain("table t", ["default value for column a of table u"], "sequence s")
    assert error.detail == "default value for column a of table u depends on sequence s"


def test_what_goes_along() -> None:
    assert cascade_notice(["column a of table t"]).message == "drop cascades to column a of table t"
    several = cascade_notice(["a", "b"])
    assert (several.message, several.detail) == (
        "drop cascades to 2 other objects",
        "drop cascades to a\ndrop cascades to b",
    )
