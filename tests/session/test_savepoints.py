from __future__ import annotations

import pytest

from pggate.errors import InvalidSavepointSpecification
from pggate.session.savepoints import Savepoints
from pggate.session.settings import State


def defined(*names: str) -> Savepoints:
    """Savepoints of these names; the n-th was defined after n writes."""
    savepoints = Savepoints()
    for writes, name in enumerate(names):
        savepoints.define(name, writes, State({"jit": str(writes)}, {}))
    return savepoints


def names(savepoints: Savepoints) -> list[str]:
    """What can be returned to, the newest first; empties it."""
    found = []
    for name in "cba":
        try:
            savepoints.release(name)
        except InvalidSavepointSpecification:
            continue
        found.append(name)
    return found


@pytest.mark.parametrize(("name", "left"), [("a", []), ("b", ["a"]), ("c", ["b", "a"])])
def test_release_takes_what_came_after_with_it(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    savepoints.release(name)
    assert savepoints.any_defined == bool(left)
    assert names(savepoints) == left


@pytest.mark.parametrize(("name", "left"), [("a", ["a"]), ("b", ["b", "a"]), ("c", ["c", "b", "a"])])
def test_rollback_to_leaves_the_savepoint(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    assert savepoints.return_to(name).name == name
    assert savepoints.return_to(name).settings.values == {"jit": str("abc".index(name))}
    assert names(savepoints) == left


def test_the_newest_of_a_name_hides_the_others() -> None:
    # PostgreSQL 15, SAVEPOINT: the older one is kept, and accessible again after RELEASE.
    savepoints = defined("a", "b", "a")
    assert savepoints.return_to("a").writes == 2
    savepoints.release("a")
    assert savepoints.return_to("a").writes == 0


def test_unknown_ones() -> None:
    savepoints = defined("a")
    for use in (savepoints.release, savepoints.return_to):
        with pytest.raises(InvalidSavepointSpecification, match='savepoint "A" does not exist'):
            use("A")
    assert savepoints.any_defined
    assert not Savepoints().any_defined
