"""
What is kept, and what is forgotten.
"""

from __future__ import annotations

from pggate.session.live.cache import Analyses, Cache


def test_it_forgets_what_was_used_longest_ago() -> None:
    cache: Cache[int] = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert [cache.get(name) for name in "abc"] == [1, None, 3]


def test_it_replaces() -> None:
    cache: Cache[int] = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("a", 3)
    assert [cache.get(name) for name in "ab"] == [3, 2]


def test_one_session_has_less_room() -> None:
    assert Analyses.of_one_session().statements._size < Analyses().statements._size
    assert Analyses.of_one_session().rows._size < Analyses().rows._size
