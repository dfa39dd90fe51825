import pytest

from pggate.translate.definitions.views import as_table
from pggate.translate.texts.kinds import Kind


@pytest.mark.parametrize(
    ("sql", "kind", "expected"),
    [
        ("DROP VIEW v", Kind.DROP_VIEW, "DROP TABLE v"),
        ('drop view if exists "view", b', Kind.DROP_VIEW, 'drop TABLE if exists "view", b'),
        ("alter view v rename to view", Kind.ALTER_VIEW, "alter TABLE v rename to view"),
        ("comment on view v is 'view'", Kind.COMMENT, "comment on TABLE v is 'view'"),
        ("comment on table view is 'x'", Kind.COMMENT, "comment on table view is 'x'"),
        ("create view v as select 1", Kind.CREATE_VIEW, "create view v as select 1"),
        ("drop table view", Kind.DROP_TABLE, "drop table view"),
    ],
)
def test_a_view_is_a_table_to_the_binder(sql: str, kind: Kind, expected: str) -> None:
    assert as_table(sql, kind) == expected
