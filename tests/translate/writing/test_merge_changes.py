from __future__ import annotations

from pggate.translate.writing import merge_changes
from pggate.translate.writing.chosen import Target
from pggate.translate.writing.merges import parse

TARGET = Target("t", "t", (("a", "INTEGER"), ("b", "VARCHAR")), ("rowid",), {"b": "'x'"})


def test_texts() -> None:
    merge = parse(
        "merge into t using s on t.a = s.a when matched and s.b = 'd' then delete when matched then update set b = s.b"
        " when not matched and s.a = 0 then do nothing when not matched then insert (a) values (s.a)"
    )
    assert merge is not None
    assert merge_changes.chosen(merge, TARGET) == (
        'SELECT CASE WHEN "t"."rowid" IS NOT NULL AND (s.b = \'d\') THEN 1 WHEN "t"."rowid" IS NOT NULL THEN 2'
        ' WHEN "t"."rowid" IS NULL AND (s.a = 0) THEN NULL WHEN "t"."rowid" IS NULL THEN 4 END AS "~action",'
        " CASE \"~action\" WHEN 1 THEN 'delete' WHEN 2 THEN 'update' WHEN 3 THEN '' WHEN 4 THEN 'insert' END"
        ' AS "~does", "t"."rowid" AS "~place1",'
        ' CASE "~action" WHEN 4 THEN CAST((s.a) AS INTEGER) ELSE "t"."a" END AS "~1",'
        " CASE \"~action\" WHEN 2 THEN CAST((s.b) AS VARCHAR) WHEN 4 THEN CAST(('x') AS VARCHAR)"
        ' ELSE "t"."b" END AS "~2"'
        ' FROM s LEFT JOIN t ON t.a = s.a WHERE "~action" IS NOT NULL'
    )
    assert 'SET "b" = ' in merge_changes.updated(merge, TARGET)
    assert merge_changes.deleted(merge, TARGET).startswith("DELETE FROM t")
    assert merge_changes.inserted(merge, TARGET).endswith("WHERE \"~does\" = 'insert'")
    assert 'GROUP BY "~place1"' in merge_changes.twice(TARGET)


def test_what_is_not_done() -> None:
    merge = parse("merge into t using s on t.a = s.a when matched then do nothing")
    assert merge is not None
    texts = (merge_changes.updated, merge_changes.deleted, merge_changes.inserted)
    assert [text(merge, TARGET) for text in texts] == ["", "", ""]


def test_conditions_apart() -> None:
    merge = parse(
        "merge into t using s as x on t.a = x.a when matched and x.b / 0 = 1 then delete when not matched then insert"
        " values (x.a)"
    )
    assert merge is not None
    assert merge_changes.probe(merge) == (
        'SELECT CASE WHEN (x.b / 0 = 1) THEN 1 END AS "~action", CASE "~action" WHEN 1 THEN 2 END FROM s as x, t'
    )
    text = merge_changes.chosen(merge, TARGET, apart=True)
    assert text.startswith('SELECT "~chosen"."~action", CASE "~chosen"."~action" WHEN 1 THEN')
    assert text.endswith(
        ' FROM s as x LEFT JOIN t ON t.a = x.a, LATERAL (SELECT CASE WHEN "t"."rowid" IS NOT NULL AND (x.b / 0 = 1)'
        ' THEN 1 WHEN "t"."rowid" IS NULL THEN 2 END AS "~action", "t"."rowid" AS "~place1") AS "~chosen"'
        ' WHERE "~chosen"."~action" IS NOT NULL'
    )


def test_each_row_asks_for_its_own_random() -> None:
    merge = parse(
        "merge into t using (values (1)) as v (k) on t.a = v.k when not matched and random() < 1 then insert values (1)"
    )
    assert merge is not None
    text = merge_changes.chosen(merge, TARGET, apart=True)
    assert 'FROM (SELECT *, row_number() OVER () AS "~number" FROM (values (1)) as v (k)) AS "v" LEFT' in text
    assert '"v"."~number") AS "~chosen"' in text


def test_without_conditions() -> None:
    merge = parse("merge into t using s on t.a = s.a when matched then delete")
    assert merge is not None
    assert merge_changes.probe(merge) == ""
