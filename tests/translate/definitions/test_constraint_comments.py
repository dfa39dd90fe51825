from __future__ import annotations

import pytest

from pggate.translate.definitions.constraint_comments import ConstraintComment, constraint_comment
from pggate.translate.syntax import lexer

COMMENTS = [
    ("comment on constraint c on t is 'it''s'", ConstraintComment("c", "t", "it's")),
    ('COMMENT ON CONSTRAINT "C" ON s."T" IS E\'a\\nb\';', ConstraintComment("C", 's."T"', "a\nb")),
    ("comment on constraint c on t is null", ConstraintComment("c", "t", None)),
    ("comment on constraint c on t is ''", ConstraintComment("c", "t", None)),
    ("comment on table t is 'constraint'", None),
    ("comment on constraint c on t", None),
]


@pytest.mark.parametrize(("sql", "comment"), COMMENTS)
def test_constraint_comment(sql: str, comment: ConstraintComment | None) -> None:
    assert constraint_comment(lexer.tokens(sql)) == comment
