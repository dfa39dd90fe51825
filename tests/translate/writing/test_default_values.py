from __future__ import annotations

import pytest

from pggate.translate.texts.kinds import Kind
from pggate.translate.writing.default_values import with_defaults

COLUMNS = ("a", "b", "N")
DEFAULTS = {"b": "7", "N": "next()"}


@pytest.mark.parametrize(
    ("kind", "pg", "duck"),
    [
        (
            Kind.UPDATE,
            "update t set a = default, b = default where c",
            "update t set a = NULL, b = 7 where c",
        ),
        (Kind.UPDATE, "update t set (a, b) = row(1, default)", "update t set (a, b) = row(1, 7)"),
        (Kind.UPDATE, "update t set a = b, b = 'default'", "update t set a = b, b = 'default'"),
        (
            Kind.UPDATE,
            "update t set (a, b) = (select 1, 2) from s",
            "update t set (a, b) = (select 1, 2) from s",
        ),
        (
            Kind.MERGE,
            "merge into t using s on c when matched then update set b = default",
            "merge into t using s on c when matched then update set b = 7",
        ),
        (
            Kind.MERGE,
            "merge into t using s on c when not matched then insert (a) values (default)",
            'merge into t using s on c when not matched then insert (a, "N") values (NULL, next())',
        ),
        (
            Kind.MERGE,
            "merge into t using s on c when not matched then insert values (1, default)",
            'merge into t using s on c when not matched then insert ("a", "b", "N") values (1, 7, next())',
        ),
        (Kind.MERGE, "merge into t using s on c when matched then update set *", None),
    ],
)
def test_rules(kind: Kind, pg: str, duck: str | None) -> None:
    assert with_defaults(pg, kind, COLUMNS, DEFAULTS, {"N": "next()"}).text == (duck or pg)
