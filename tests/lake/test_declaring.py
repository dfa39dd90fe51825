"""
What a transaction has made and renamed, by the names that things have in it.
"""

from __future__ import annotations

from pggate.lake.declared import DeclaredColumn, NamedKey
from pggate.lake.declaring import Declaring

A, B = ("public", "a"), ("public", "b")
SHORT = DeclaredColumn(1043, 7)


def test_what_is_committed_stays_what_it_is_through_renames() -> None:
    declaring = Declaring()
    declaring.rename(A, B)
    declaring.make(A)
    assert (declaring.called, A in declaring.made, B in declaring.made) == ({B: A}, True, False)
    declaring.rename(B, ("public", "c"))
    assert declaring.called == {("public", "c"): A}


def test_what_was_made_keeps_its_number() -> None:
    declaring = Declaring()
    declaring.make(A)
    number = declaring.made[A]
    declaring.comments[A] = "x"
    declaring.rename(A, B)
    assert (declaring.made, declaring.called, declaring.comments) == ({B: number}, {}, {B: "x"})
    declaring.make(A)
    assert declaring.made[A] != number


def test_nothing_is_left_of_what_is_dropped() -> None:
    declaring = Declaring()
    declaring.make(A)
    declaring.columns[A] = {"v": SHORT}
    declaring.keys[A] = {"k": NamedKey(5, "k", "p", ("v",))}
    declaring.forget(A)
    assert (declaring.made, declaring.columns, declaring.keys) == ({}, {}, {})
    assert declaring.places == {A}  # it may have been committed


def test_a_topic_that_is_written_anew_is_the_same_one() -> None:
    declaring = Declaring()
    declaring.rename(B, A)
    declaring.columns[A] = {"v": SHORT}
    declaring.rewrite(A)
    assert (declaring.called, declaring.columns) == ({A: B}, {})


def test_columns_by_the_names_that_they_had() -> None:
    declaring = Declaring()
    declaring.columns[A] = {"v": SHORT}
    declaring.rename_column(A, "v", "w")
    declaring.rename_column(A, "w", "x")
    assert (declaring.column_names, declaring.columns) == ({A: {"v": "x"}}, {A: {"x": SHORT}})


def test_what_was_only_commented_on_is_told_too() -> None:
    declaring = Declaring()
    declaring.comments[A] = None
    declaring.views[B] = "select 1"
    assert declaring.places == {A, B}
    assert not declaring  # no message has that
