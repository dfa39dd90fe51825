"""
The projection of what commits declare: by id, through renames, and after a start.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.lake.declarations import KEY, Declarations
from pggate.lake.declared import Declared, DeclaredColumn, DeclaredKey, NamedKey
from pggate.lake.declaring import Declaring
from pggate.lake.registry import Registry
from pggate.lake.sequences import Sequence
from pggate.lake.transactions import commit
from pggate.types.enums import EnumType
from tests.lake.tools import create, run, topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

SHORT = DeclaredColumn(1043, 7)
MOOD = EnumType(1073741900, 1073741901, "public", "mood", ("sad", "ok"))
OWN = ("public", "t")


@pytest.fixture
def registry(lake: Lake) -> Iterator[Registry]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        yield Registry(cursor)


def declare(lake: Lake, declaring: Declaring, sql: str) -> None:
    """A commit that says something."""
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.run(sql.replace("LAKE", f'"{lake.alias}"'))
        commit(lake, cursor, said={KEY: declaring.message()})


def known(lake: Lake, declarations: Declarations | None = None) -> Declared:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return (declarations or lake.declarations).catch_up(cursor)


def short(name: str = "v") -> Declaring:
    declaring = Declaring()
    declaring.columns[OWN] = {name: SHORT}
    return declaring


def test_what_a_commit_declares_is_known_by_id(lake: Lake) -> None:
    declaring = short()
    declaring.enums[MOOD.oid] = MOOD
    declaring.sequences[7] = Sequence(7, "public", "t_id_seq")
    declaring.keys[OWN] = {"t_pkey": NamedKey(8, "t_pkey", "p", ("id", "v"))}
    declare(lake, declaring, "create table LAKE.public.t (id int, v varchar)")
    found = topic(lake, "t")
    declared = known(lake)
    assert declared.enums == {MOOD.oid: MOOD}
    assert declared.sequences == {7: Sequence(7, "public", "t_id_seq")}
    ids = tuple(column.column_id for column in found.columns)
    assert declared.topics[found.table_id].keys == (DeclaredKey(8, "t_pkey", "p", ids),)
    assert [column.declared for column in found.columns] == [None, SHORT]


def test_it_goes_with_its_column_through_renames(lake: Lake) -> None:
    declare(lake, short(), "create table LAKE.public.t (id int, v varchar)")
    run(lake, "alter table t rename v to w", "alter table t rename to u")
    assert [column.declared for column in topic(lake, "u").columns] == [None, SHORT]
    run(lake, "alter table u drop column w", "alter table u add column w varchar")
    assert [column.declared for column in topic(lake, "u").columns] == [None, None]


def test_another_table_of_the_name_declares_nothing(lake: Lake) -> None:
    declare(lake, short(), "create table LAKE.public.t (v varchar)")
    run(lake, "create or replace table t (v varchar)")
    assert topic(lake, "t").columns[0].declared is None


def test_a_later_commit_changes_and_clears(lake: Lake) -> None:
    declare(lake, short(), "create table LAKE.public.t (v varchar)")
    longer = Declaring()
    longer.columns[OWN] = {"v": DeclaredColumn(1043, 9)}
    declare(lake, longer, "alter table LAKE.public.t alter v type varchar")
    assert topic(lake, "t").columns[0].declared == DeclaredColumn(1043, 9)
    none = Declaring()
    none.columns[OWN] = {"v": None}
    declare(lake, none, "alter table LAKE.public.t alter v type varchar")
    assert topic(lake, "t").columns[0].declared is None


def test_a_rollback_leaves_nothing(lake: Lake) -> None:
    create(lake, "t", "v varchar")
    assert known(lake).topics == {}


def test_foreign_keys_follow_what_they_point_to(lake: Lake) -> None:
    other = create(lake, "o", "id int")
    declaring = Declaring()
    declaring.keys[OWN] = {"fk": NamedKey(9, "fk", "f", ("v",), ("public", "o"), ("id",))}
    declare(lake, declaring, "create table LAKE.public.t (v int)")
    (key,) = known(lake).topics[topic(lake, "t").table_id].keys
    assert (key.references, key.referenced) == (other.table_id, (other.columns[0].column_id,))
    dropping = Declaring()
    dropping.keys[OWN] = {"fk": None}
    declare(lake, dropping, "create view LAKE.main.something as select 1")
    assert known(lake).topics[topic(lake, "t").table_id].keys == ()


def test_a_topic_that_was_written_anew_has_a_successor(lake: Lake) -> None:
    first = create(lake, "t", "v varchar").table_id
    ids = [first]
    for of_type in ("int", "bigint"):
        declaring = Declaring()
        declaring.successors[OWN] = ids[-1]
        assert declaring
        declare(lake, declaring, f"create or replace table LAKE.public.t (v {of_type})")
        ids.append(topic(lake, "t").table_id)
    declared = known(lake)
    assert len(set(ids)) == 3
    assert [declared.successor(one) for one in ids] == [ids[-1]] * 3
    assert [declared.origin(one) for one in ids] == [first] * 3
    assert declared.successor(first + 1000) == declared.origin(first + 1000) == first + 1000


def test_an_open_transactions_names() -> None:
    declaring = short()
    declaring.keys[OWN] = {"k": NamedKey(1, "k", "u", ("v",))}
    declaring.rename_column(OWN, "v", "w")
    declaring.successors[OWN] = 3
    declaring.rename(OWN, ("public", "u"))
    assert declaring.successors == {("public", "u"): 3}
    assert declaring.columns == {("public", "u"): {"w": SHORT}}
    assert declaring.keys == {("public", "u"): {"k": NamedKey(1, "k", "u", ("w",))}}
    declaring.forget(("public", "u"))
    assert not declaring


def test_a_transactions_keys_follow_what_it_renames() -> None:
    declaring, other = Declaring(), ("public", "o")
    declaring.keys[OWN] = {
        "fk": NamedKey(9, "fk", "f", ("v",), other, ("id",)),
        "own": NamedKey(8, "own", "f", ("v",), OWN, ("id",)),
        "gone": None,
    }
    declaring.rename_column(OWN, "id", "number")
    declaring.rename_column(other, "id", "key")
    declaring.rename(other, ("public", "p"))
    declaring.rename(OWN, ("public", "u"))
    assert declaring.keys == {
        ("public", "u"): {
            "fk": NamedKey(9, "fk", "f", ("v",), ("public", "p"), ("key",)),
            "own": NamedKey(8, "own", "f", ("v",), ("public", "u"), ("number",)),
            "gone": None,
        }
    }


def test_what_is_committed_by_the_names_it_has_now() -> None:
    declaring = Declaring()
    declaring.rename_column(OWN, "a", "b")
    declaring.rename_column(OWN, "b", "c")
    declaring.rename(OWN, ("public", "u"))
    assert declaring.called_now(OWN) == ("public", "u")
    assert declaring.columns_now(("public", "u"), ("a", "v")) == ("c", "v")
    assert declaring.called_now(("public", "x")) == ("public", "x")
