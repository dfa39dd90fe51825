from __future__ import annotations

import pytest

from pggate.lake.declared import DeclaredColumn
from pggate.session.columns.checked_columns import Checked
from pggate.types.enums import EnumType
from pggate.types.table import BPCHAR, JSONB, OID, TEXT, TIMESTAMP, VARCHAR

MOOD = EnumType(50, 51, "public", "mood", ("sad", "it's"))


@pytest.mark.parametrize(
    ("column", "wrong", "loose"),
    [
        (
            Checked("a", DeclaredColumn(VARCHAR.oid, 7), None),
            "length(rtrim(substr(\"a\", 4), ' ')) > 0",
            'length("a") > 3',
        ),
        (
            Checked("a", DeclaredColumn(BPCHAR.oid, 7), None),
            "length(rtrim(substr(\"a\", 4), ' ')) > 0",
            '"a" <> rtrim("a", \' \')',
        ),
        (Checked("a", DeclaredColumn(50), MOOD), "\"a\" NOT IN ('sad', 'it''s')", "false"),
        (
            Checked("a", DeclaredColumn(51), MOOD, dimensions=1),
            "len(list_filter(\"a\", lambda x: x NOT IN ('sad', 'it''s'))) > 0",
            "false",
        ),
        (
            Checked("a", DeclaredColumn(VARCHAR.array_oid, 7), None, dimensions=2),
            "len(list_filter(flatten(\"a\"), lambda x: length(rtrim(substr(x, 4), ' ')) > 0)) > 0",
            'len(list_filter(flatten("a"), lambda x: length(x) > 3)) > 0',
        ),
        (
            Checked("a", DeclaredColumn(JSONB.oid), None),
            "false",
            '"a"::VARCHAR <> "~jsonb"("a")::VARCHAR',
        ),
        (
            Checked("a", DeclaredColumn(TIMESTAMP.oid, 2), None),
            "false",
            '"a" <> "~pg"."~mirror".rounded("a", 2)',
        ),
        (
            Checked("a", DeclaredColumn(OID.oid), None),
            '"a" NOT BETWEEN -2147483648 AND 4294967295',
            '"a" < 0',
        ),
    ],
)
def test_conditions(column: Checked, wrong: str, loose: str) -> None:
    assert column.matters
    assert (column.wrong(), column.loose(), column.missing()) == (wrong, loose, "false")


def test_what_does_not_matter() -> None:
    assert not Checked("a", DeclaredColumn(TEXT.oid), None).matters
    assert not Checked("a", DeclaredColumn(VARCHAR.oid), None).matters
    assert not Checked("a", DeclaredColumn(TIMESTAMP.oid, 6), None).matters
    required = Checked("a", DeclaredColumn(not_null=True), None)
    assert (required.matters, required.missing()) == (True, '"a" IS NULL')


def test_what_is_kept_of_lists_of_lists() -> None:
    texts = Checked("a", DeclaredColumn(VARCHAR.array_oid, 7), None, dimensions=2)
    assert texts.kept() == 'list_transform("a", lambda x: list_transform(x, lambda xx: left(xx, 3)))'
    documents = Checked("a", DeclaredColumn(JSONB.array_oid), None, dimensions=2)
    assert documents.kept() == 'list_transform("a", lambda x: "~jsonb_each_of"(x))'
    labels = Checked("a", DeclaredColumn(51), MOOD, dimensions=1)
    assert labels.fault() == "list_filter(\"a\", lambda x: x NOT IN ('sad', 'it''s'))[1]"
