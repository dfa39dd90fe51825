from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, SerializationFailure, UndefinedTable

if TYPE_CHECKING:
    from pggate.engine.binder import Binder
    from pggate.engine.binding import BinderCursor


def test_a_script_is_applied_whole_or_not_at_all(binder: Binder, binding: BinderCursor) -> None:
    with pytest.raises(PgError):
        binder.apply(
            ['CREATE TABLE "lake:a".public.one (a INTEGER)', 'CREATE TABLE "lake:a".nope.two (a INTEGER)']
        )
    with pytest.raises(UndefinedTable):
        binding.bind("SELECT * FROM one")
    binder.apply(['CREATE TABLE "lake:a".public.one (a INTEGER)'])
    assert len(binding.bind("SELECT * FROM one").relations) == 1


def test_attach_and_detach(binder: Binder, binding: BinderCursor) -> None:
    binder.attach("lake:c")
    binder.apply(['CREATE TABLE "lake:c".main.t (a INTEGER)'])
    assert len(binding.bind('SELECT * FROM "lake:c".main.t').relations) == 1
    binder.detach("lake:c")
    with pytest.raises(PgError):
        binding.bind('SELECT * FROM "lake:c".main.t')


def test_macros_and_views_of_our_own_may_be_defined(binder: Binder, binding: BinderCursor) -> None:
    binder.apply(
        [
            'CREATE MACRO "lake:a".public.twice(x) AS 2 * x',
            'CREATE VIEW "lake:a".public.seen AS SELECT id FROM "lake:a".public.t',
        ]
    )
    bound = binding.bind("SELECT twice(id) FROM seen")
    assert {relation.name for relation in bound.relations} == {"t"}
    assert "*" in bound.functions


@pytest.mark.parametrize(
    "statement",
    [
        "SET GLOBAL enable_external_access = true",
        "SET GLOBAL lock_configuration = false",
        "SET threads = 8",
        "SET autoload_known_extensions = true",
        "SET python_enable_replacements = true",
        "ATTACH '/tmp/never.db' AS never",
        "INSTALL httpfs",
        "COPY (SELECT 1) TO '/tmp/never.csv'",
        "SELECT * FROM read_text('/etc/passwd')",
    ],
)
def test_the_instance_is_locked(binding: BinderCursor, statement: str) -> None:
    with pytest.raises(PgError):
        binding.execute(statement)


@pytest.mark.parametrize("statement", ["SET TimeZone = 'Europe/Berlin'", "SET integer_division = true"])
def test_what_a_session_may_still_set(binding: BinderCursor, statement: str) -> None:
    binding.execute(statement)


def test_definitions_from_many_threads(binder: Binder) -> None:
    def define(number: int) -> None:
        cursor = binder.cursor()
        cursor.set_search_path([("lake:a", "public")])
        for step in range(10):
            name = f"t_{number}_{step}"
            binder.apply([f'CREATE TABLE "lake:a".public.{name} (a INTEGER)'])
            found.append(len(cursor.bind(f"SELECT a FROM {name}, t").relations))
        cursor.close()

    found: list[int] = []
    threads = [threading.Thread(target=define, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 40


def test_a_name_that_an_open_transaction_holds_cannot_be_defined(
    binder: Binder, binding: BinderCursor
) -> None:
    """
    What the mirror must expect: the same CREATE is open on a session's cursor.
    """
    binding.begin()
    binding.execute("CREATE TABLE held (a INTEGER)")
    with pytest.raises(SerializationFailure):
        binder.apply(['CREATE TABLE "lake:a".public.held (a INTEGER)'])
    binding.rollback()
    binder.apply(['CREATE TABLE "lake:a".public.held (a INTEGER)'])
    assert binding.bind("SELECT * FROM held").relations


def test_one_script_writes_one_database(binder: Binder) -> None:
    with pytest.raises(PgError) as caught:
        binder.apply(
            ['CREATE TABLE "lake:a".public.x (a INTEGER)', 'CREATE TABLE "lake:b".public.x (a INTEGER)']
        )
    assert caught.value.code == "0A000"
